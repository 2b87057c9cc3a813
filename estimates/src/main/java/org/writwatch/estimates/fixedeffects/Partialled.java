package org.writwatch.estimates.fixedeffects;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.linear.Matrix;
import org.writwatch.estimates.linear.RankedCholesky;

/**
 * A weighted design with its absorbed fixed effect partialled out: the normal equations of everything else, however sparse the rows
 * (Frisch, Waugh and Lovell). Cost is linear in rows, times the square of a group's distinct columns.
 *
 * <p>Full columns are centred within groups first, so that a large common level costs no digits; every solution is refined against its
 * residuals, which makes it as good as an orthogonal factorisation. Chunks are fixed: the same bits on any number of threads.
 */
final class Partialled {
    /** A column is left out when its own share of its variation is below this; fixest's limit, made relative. */
    static final double TOLERANCE = 1e-10;

    private static final int CHUNK = 65_536;
    private static final int MOST_CHUNKS = 16;
    private static final int REFINEMENTS = 2;

    private final Groups groups;
    private final List<Block> blocks;
    private final int width;
    private final double @Nullable [] weights;
    private final double[] groupWeight;
    private final RankedCholesky factor;

    private Partialled(
            Groups groups,
            List<Block> blocks,
            int width,
            double @Nullable [] weights,
            double[] groupWeight,
            RankedCholesky factor) {
        this.groups = groups;
        this.blocks = blocks;
        this.width = width;
        this.weights = weights;
        this.groupWeight = groupWeight;
        this.factor = factor;
    }

    /**
     * Forms and factors the normal equations.
     *
     * @param raw columns as given; those named first are kept when columns are collinear
     * @param weights per row, above 0; null when all are 1
     * @param variation of each column by which its own share is measured; null when the columns given say it themselves
     */
    static Partialled of(
            Groups groups, List<Block> raw, int width, double @Nullable [] weights, double @Nullable [] variation) {
        double[] groupWeight = new double[groups.count()];
        for (int g = 0; g < groupWeight.length; g++) {
            for (int r = groups.start()[g]; r < groups.start()[g + 1]; r++) {
                groupWeight[g] += weights == null ? 1 : weights[r];
            }
        }
        double[] whole = new double[width];
        List<Block> blocks = new ArrayList<>();
        for (Block b : raw) {
            double[] v = b.value;
            if (b.dense() && v != null) {
                whole[b.offset] = variation(v, weights);
                blocks.add(b.withValue(centred(groups, groupWeight, weights, v)));
            } else {
                for (int r = 0; r < groups.rows(); r++) {
                    int c = b.column(r);
                    if (c >= 0) {
                        whole[c] += (weights == null ? 1 : weights[r]) * b.value(r) * b.value(r);
                    }
                }
                blocks.add(b);
            }
        }
        Partialled empty = new Partialled(
                groups,
                blocks,
                width,
                weights,
                groupWeight,
                RankedCholesky.of(new Matrix(width, width), new double[width], TOLERANCE));
        return new Partialled(
                groups,
                blocks,
                width,
                weights,
                groupWeight,
                RankedCholesky.of(empty.gram(), variation == null ? whole : variation, TOLERANCE));
    }

    Groups groups() {
        return groups;
    }

    /** Columns, full ones centred within groups. */
    List<Block> blocks() {
        return blocks;
    }

    int width() {
        return width;
    }

    RankedCholesky factor() {
        return factor;
    }

    double weight(int row) {
        double[] w = weights;
        return w == null ? 1 : w[row];
    }

    double groupWeight(int group) {
        return groupWeight[group];
    }

    /** A column less its group means. */
    double[] centred(double[] v) {
        return centred(groups, groupWeight, weights, v);
    }

    /** Coefficients of the regression of a column on the design and the absorbed effect. */
    double[] coefficients(double[] y) {
        double[] target = centred(y);
        double[] beta = factor.solve(score(target));
        for (int i = 0; i < REFINEMENTS; i++) {
            double[] more = factor.solve(score(residuals(target, beta)));
            for (int k = 0; k < width; k++) {
                beta[k] += more[k];
            }
        }
        return beta;
    }

    /** What the design and the absorbed effect leave of a column. */
    double[] residuals(double[] y, double[] beta) {
        double[] u = y.clone();
        for (Block b : blocks) {
            for (int r = 0; r < u.length; r++) {
                int c = b.column(r);
                if (c >= 0) {
                    u[r] -= beta[c] * b.value(r);
                }
            }
        }
        return centred(u);
    }

    /** {@code X'Wu} for a column u that averages zero within groups. */
    double[] score(double[] u) {
        double[] out = new double[width];
        for (Block b : blocks) {
            for (int r = 0; r < u.length; r++) {
                int c = b.column(r);
                if (c >= 0) {
                    out[c] += weight(r) * b.value(r) * u[r];
                }
            }
        }
        return out;
    }

    /** Weighted sums of the indicator columns within one group, as sparse columns; full columns sum to zero. */
    void groupSums(int group, Sparse sums) {
        sums.clear();
        for (Block b : blocks) {
            if (!b.dense()) {
                for (int r = groups.start()[group]; r < groups.start()[group + 1]; r++) {
                    int c = b.column(r);
                    if (c >= 0) {
                        sums.add(c, weight(r) * b.value(r));
                    }
                }
            }
        }
    }

    private Matrix gram() {
        int count = groups.count();
        int rows = groups.rows();
        int chunks = Math.max(1, Math.min(MOST_CHUNKS, rows / CHUNK));
        List<Matrix> parts = IntStream.range(0, chunks)
                .parallel()
                .mapToObj(c -> gram((int) ((long) count * c / chunks), (int) ((long) count * (c + 1) / chunks)))
                .toList();
        Matrix sum = parts.get(0);
        for (int c = 1; c < chunks; c++) {
            double[] into = sum.data();
            double[] from = parts.get(c).data();
            for (int k = 0; k < into.length; k++) {
                into[k] += from[k];
            }
        }
        return sum;
    }

    private Matrix gram(int fromGroup, int toGroup) {
        Matrix m = new Matrix(width, width);
        double[] a = m.data();
        int nb = blocks.size();
        int[] columns = new int[nb];
        double[] values = new double[nb];
        Sparse sums = new Sparse(width);
        for (int g = fromGroup; g < toGroup; g++) {
            for (int r = groups.start()[g]; r < groups.start()[g + 1]; r++) {
                double w = weight(r);
                int k = 0;
                for (Block b : blocks) {
                    int c = b.column(r);
                    if (c >= 0) {
                        columns[k] = c;
                        values[k] = b.value(r);
                        k++;
                    }
                }
                for (int i = 0; i < k; i++) {
                    double wv = w * values[i];
                    int o = columns[i] * width;
                    for (int j = 0; j <= i; j++) {
                        a[o + columns[j]] += wv * values[j];
                    }
                }
            }
            groupSums(g, sums);
            sums.addOuter(m, -1 / groupWeight[g]);
        }
        return m;
    }

    private static double[] centred(Groups groups, double[] groupWeight, double @Nullable [] weights, double[] v) {
        double[] out = new double[v.length];
        for (int g = 0; g < groups.count(); g++) {
            int from = groups.start()[g];
            int to = groups.start()[g + 1];
            double about = v[from];
            double sum = 0;
            for (int r = from; r < to; r++) {
                double d = v[r] - about;
                sum += weights == null ? d : weights[r] * d;
            }
            double mean = about + sum / groupWeight[g];
            for (int r = from; r < to; r++) {
                out[r] = v[r] - mean;
            }
        }
        return out;
    }

    /** Weighted sum of squares about the mean. */
    static double variation(double[] v, double @Nullable [] weights) {
        double sum = 0;
        double total = 0;
        double about = v.length == 0 ? 0 : v[0];
        for (int r = 0; r < v.length; r++) {
            double w = weights == null ? 1 : weights[r];
            sum += w * (v[r] - about);
            total += w;
        }
        double mean = about + sum / total;
        double out = 0;
        for (int r = 0; r < v.length; r++) {
            out += (weights == null ? 1 : weights[r]) * (v[r] - mean) * (v[r] - mean);
        }
        return out;
    }
}
