package org.writwatch.estimates.fixedeffects;

import java.util.Arrays;
import java.util.List;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.panel.Labels;

/**
 * What a linear model fitted to some rows says of every row of the table, and with which weights the outcomes it was fitted to enter
 * those predictions. Immutable; safe to share.
 */
public final class Predictions {
    private final Effects effects;
    private final Partialled p;
    private final List<Design.Column> columns;
    private final int first;
    /** Code per effect and row of the table; -1 where the level was not seen by the model. */
    private final int[][] code;
    /** Mean of each full column within its group, by block. */
    private final double[][] means;

    private final double[] values;

    private Predictions(
            Effects effects,
            Partialled p,
            List<Design.Column> columns,
            int first,
            int[][] code,
            double[][] means,
            double[] values) {
        this.effects = effects;
        this.p = p;
        this.columns = columns;
        this.first = first;
        this.code = code;
        this.means = means;
        this.values = values;
    }

    static Predictions of(
            Effects effects, Design design, Solution s, List<int[]> labels, List<Design.Column> columns, double[] y) {
        Partialled p = s.partialled;
        if (p.groups() != effects.groups) {
            throw new NotEstimable(
                    NotEstimable.Why.TOO_FEW_UNITS,
                    "too many levels of fixed effects to predict from; fewer times, or coarser ones, would be enough");
        }
        int n = y.length;
        int[][] code = new int[Math.max(1, labels.size())][];
        for (int d = 0; d < labels.size(); d++) {
            code[d] = codes(labels.get(d), effects.arranged(labels.get(d)));
        }
        if (labels.isEmpty()) {
            code[0] = new int[n];
        }
        int absorbed = Math.max(0, effects.absorbed);
        double[][] means = new double[columns.size()][];
        int[] start = effects.groups.start();
        for (int b = 0; b < columns.size(); b++) {
            double[] raw = columns.get(b).value;
            if (columns.get(b).code == null && raw != null) {
                double[] mine = effects.arranged(raw);
                double[] centred = p.centred(mine);
                means[b] = new double[effects.groups.count()];
                for (int g = 0; g < means[b].length; g++) {
                    means[b][g] = mine[start[g]] - centred[start[g]];
                }
            }
        }
        // Within a group the fitted value less the design's part is the same for every row.
        double[] level = new double[effects.groups.count()];
        double[] fitted = s.fitted;
        for (int g = 0; g < level.length; g++) {
            int r = start[g];
            double part = 0;
            for (Block b : p.blocks()) {
                int c = b.column(r);
                part += c < 0 ? 0 : s.beta[c] * b.value(r);
            }
            level[g] = fitted[r] - part;
        }
        Predictions shell = new Predictions(effects, p, columns, design.column(0), code, means, new double[0]);
        int[] component = labels.size() == 2 ? Components.of(effects) : new int[0];
        double[] values = new double[n];
        Row row = shell.new Row();
        for (int r = 0; r < n; r++) {
            int g = code[absorbed][r];
            if (!row.read(r)) {
                values[r] = Double.NaN;
                continue;
            }
            if (labels.size() == 2) {
                int other = code[1 - absorbed][r];
                if (component[g] != component[level.length + other]) {
                    values[r] = Double.NaN;
                    continue;
                }
            }
            values[r] = level[g] + row.dot(s.beta);
        }
        return new Predictions(effects, p, columns, design.column(0), code, means, values);
    }

    /**
     * Prediction per row of the table; NaN where a fixed effect of the row, or their combination, was never seen, or a regressor is
     * missing.
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * The weights v, per row of the table, for which {@code sum w prediction = sum v outcome}; zero for rows the model was not fitted
     * to.
     *
     * @param w per row of the table; 0 wherever there is no prediction
     */
    public double[] weightsBehind(double[] w) {
        int width = p.width();
        double[] byGroup = new double[p.groups().count()];
        double[] c = new double[width];
        int[] groupOf = code[Math.max(0, effects.absorbed)];
        Row row = new Row();
        for (int r = 0; r < w.length; r++) {
            if (w[r] != 0) {
                if (!row.read(r)) {
                    throw new IllegalArgumentException("row " + r + " has weight " + w[r] + " and no prediction");
                }
                byGroup[groupOf[r]] += w[r];
                row.addTo(c, w[r]);
            }
        }
        Sparse sums = new Sparse(width);
        for (int g = 0; g < byGroup.length; g++) {
            if (byGroup[g] != 0) {
                p.groupSums(g, sums);
                double share = byGroup[g] / p.groupWeight(g);
                for (int i = 0; i < sums.count(); i++) {
                    c[sums.column(i)] -= sums.get(sums.column(i)) * share;
                }
            }
        }
        double[] lambda = p.factor().solve(c);
        double[] out = new double[w.length];
        int[] start = p.groups().start();
        for (int g = 0; g < byGroup.length; g++) {
            p.groupSums(g, sums);
            double own = (byGroup[g] - sums.dot(lambda)) / p.groupWeight(g);
            for (int r = start[g]; r < start[g + 1]; r++) {
                double s = own;
                for (Block b : p.blocks()) {
                    int k = b.column(r);
                    s += k < 0 ? 0 : lambda[k] * b.value(r);
                }
                out[effects.rowOf[r]] = p.weight(r) * s;
            }
        }
        return out;
    }

    /** Codes of all labels among those of the rows used, whose codes are by ascending label. */
    private static int[] codes(int[] labels, int[] used) {
        int[] distinct = Labels.distinct(used);
        int[] out = new int[labels.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = i > 0 && labels[i] == labels[i - 1]
                    ? out[i - 1]
                    : Math.max(-1, Arrays.binarySearch(distinct, labels[i]));
        }
        return out;
    }

    /** A row of the table in the columns of the design. */
    private final class Row {
        private final int[] column = new int[code.length + columns.size()];
        private final double[] value = new double[column.length];
        private int count;

        /** Whether everything the row needs is known. */
        boolean read(int r) {
            count = 0;
            int at = 0;
            int group = code[Math.max(0, effects.absorbed)][r];
            if (group < 0) {
                return false;
            }
            for (int d = 0; d < effects.levels.length; d++) {
                if (d != effects.absorbed) {
                    if (code[d][r] < 0) {
                        return false;
                    }
                    put(at + code[d][r], 1);
                    at += effects.levels[d];
                }
            }
            at = first;
            for (int b = 0; b < columns.size(); b++) {
                Design.Column c = columns.get(b);
                double v = c.value == null ? 1 : c.value[r];
                if (!Double.isFinite(v)) {
                    return false;
                }
                if (c.code == null) {
                    put(at, v - means[b][group]);
                } else if (c.code[r] >= 0) {
                    put(at + c.code[r], v);
                }
                at += c.terms.size();
            }
            return true;
        }

        private void put(int c, double v) {
            column[count] = c;
            value[count++] = v;
        }

        double dot(double[] beta) {
            double s = 0;
            for (int i = 0; i < count; i++) {
                s += beta[column[i]] * value[i];
            }
            return s;
        }

        void addTo(double[] c, double factor) {
            for (int i = 0; i < count; i++) {
                c[column[i]] += factor * value[i];
            }
        }
    }
}
