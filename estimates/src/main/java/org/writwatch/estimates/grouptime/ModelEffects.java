package org.writwatch.estimates.grouptime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.drdid.Comparison;
import org.writwatch.estimates.drdid.Method;
import org.writwatch.estimates.drdid.PanelModel;
import org.writwatch.estimates.drdid.Sample;
import org.writwatch.estimates.linear.Matrix;

/**
 * Effects with covariates on a balanced panel: each cell is a two-group comparison of changes given the covariates of the earlier of
 * its two periods (Callaway and Sant'Anna 2021, eq. 2.4). Cells that compare the same units by the same covariates share one
 * estimate of the chance of treatment. Holds one small model per cell; influences are worked out again from the data when asked for.
 */
final class ModelEffects implements Influences {
    /** Above this (unweighted) chance of treatment a unit has nobody to be compared with; the rule of the package did. */
    private static final double OVERLAP = 0.999;

    final double[] effects;
    final @Nullable String[] refusals;
    private final Units u;
    private final Plan plan;
    private final double[] shares;
    private final @Nullable PanelModel[] models;
    private final double[] scale;
    private final CohortOrder order;
    /** Constant and covariates per unit, row after row, when they are the same in all periods; else empty. */
    private final double[] constant;

    /** Cells that share their units and covariates. */
    private final int[][] groups;

    ModelEffects(Units u, Plan plan, Method method) {
        this.u = u;
        this.plan = plan;
        this.shares = u.shares();
        int k = plan.cells.size();
        this.effects = new double[k];
        this.refusals = new @Nullable String[k];
        this.models = new @Nullable PanelModel[k];
        this.scale = new double[k];
        this.order = new CohortOrder(u.cohort, u.cohorts);
        boolean same = u.covariatesConstant();
        this.constant = same ? firstPeriod(u) : new double[0];
        this.groups = groups(plan, same && u.weightsConstant());
        Arrays.stream(groups).parallel().forEach(g -> fit(g, method));
    }

    private static double[] firstPeriod(Units u) {
        int p = u.x.length + 1;
        double[] x = new double[Math.multiplyExact(u.n, p)];
        for (int i = 0; i < u.n; i++) {
            x[i * p] = 1;
            for (int j = 1; j < p; j++) {
                x[i * p + j] = u.x[j - 1][i * u.periods];
            }
        }
        return x;
    }

    private static int[][] groups(Plan plan, boolean constant) {
        Map<List<Object>, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < plan.cells.size(); i++) {
            Plan.Comparison c = plan.cells.get(i);
            if (!c.reference()) {
                List<Object> key = List.of(c.cohort, Arrays.toString(c.controls), constant ? 0 : c.earlier());
                alike.computeIfAbsent(key, none -> new ArrayList<>()).add(i);
            }
        }
        return alike.values().stream()
                .map(cells -> cells.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private void fit(int[] cells, Method method) {
        Plan.Comparison cell = plan.cells.get(cells[0]);
        int[] involved = order.units(c -> c == cell.cohort || cell.controls[c]);
        int n = involved.length;
        int p = u.x.length + 1;
        boolean[] d = new boolean[n];
        double[] x = new double[n * p];
        double[] w = new double[n];
        for (int j = 0; j < n; j++) {
            int unit = involved[j];
            d[j] = u.cohort[unit] == cell.cohort;
            w[j] = u.weight(unit, cell.earlier());
            covariates(unit, cell, x, j * p);
        }
        Comparison comparison;
        try {
            comparison = Comparison.of(method, d, x, p, w);
        } catch (NotEstimable e) {
            refuse(cells, e);
            return;
        }
        double[] change = new double[n];
        boolean looked = false;
        for (int at = 0; at < cells.length; at++) {
            int i = cells[at];
            Plan.Comparison c = plan.cells.get(i);
            for (int j = 0; j < n; j++) {
                int row = involved[j] * u.periods;
                change[j] = u.y[row + c.time] - u.y[row + c.base];
            }
            try {
                PanelModel model = comparison.fit(change);
                if (!looked) {
                    requireOverlap(comparison, method, d, x, p);
                    looked = true;
                }
                models[i] = model;
                effects[i] = model.att();
                scale[i] = u.n / (double) n;
            } catch (NotEstimable e) {
                refuse(new int[] {i}, e);
            }
        }
    }

    private void requireOverlap(Comparison comparison, Method method, boolean[] d, double[] x, int p) {
        if (method == Method.REGRESSION) {
            return;
        }
        double[] ones = new double[u.w == null ? 0 : d.length];
        Arrays.fill(ones, 1);
        double highest = u.w == null
                ? comparison.highestChance()
                : Sample.changes(d, ones, x, p, ones).highestScore();
        if (highest >= OVERLAP) {
            throw new NotEstimable(
                    NotEstimable.Why.NO_OVERLAP, "some treated units have covariates no comparison unit has");
        }
    }

    private void refuse(int[] cells, NotEstimable why) {
        for (int i : cells) {
            effects[i] = Double.NaN;
            refusals[i] = why.getMessage();
        }
    }

    private void covariates(int unit, Plan.Comparison cell, double[] x, int offset) {
        int p = u.x.length + 1;
        if (constant.length > 0) {
            for (int j = 0; j < p; j++) {
                x[offset + j] = constant[unit * p + j];
            }
            return;
        }
        x[offset] = 1;
        int at = unit * u.periods + cell.earlier();
        for (int j = 0; j < u.x.length; j++) {
            x[offset + 1 + j] = u.x[j][at];
        }
    }

    double[] shares() {
        return shares;
    }

    @Override
    public int units() {
        return u.n;
    }

    @Override
    public int width() {
        return plan.cells.size() + u.cohorts;
    }

    @Override
    public void fill(int unit, double[] out) {
        int c = u.cohort[unit];
        int k = plan.cells.size();
        double[] x = new double[u.x.length + 1];
        for (int[] group : groups) {
            if (involves(group, c)) {
                influences(unit, group, x, out, group);
            }
        }
        for (int g = 0; g < u.cohorts; g++) {
            out[k + g] = (g == c ? u.weight(unit) : 0) - shares[g];
        }
    }

    private boolean involves(int[] group, int cohort) {
        Plan.Comparison cell = plan.cells.get(group[0]);
        return cohort == cell.cohort || cell.controls[cohort];
    }

    /** Influence of a unit on the cells of one group, each put where {@code to} says. */
    private void influences(int unit, int[] group, double[] x, double[] out, int[] to) {
        Plan.Comparison first = plan.cells.get(group[0]);
        boolean treated = u.cohort[unit] == first.cohort;
        int row = unit * u.periods;
        double w = u.weight(unit, first.earlier());
        double ps = Double.NaN;
        covariates(unit, first, x, 0);
        for (int at = 0; at < group.length; at++) {
            PanelModel model = models[group[at]];
            if (model != null) {
                Plan.Comparison cell = plan.cells.get(group[at]);
                ps = Double.isNaN(ps) ? model.chance(x, 0) : ps;
                double change = u.y[row + cell.time] - u.y[row + cell.base];
                out[to[at]] = scale[group[at]] * model.influence(treated, change, x, 0, w, ps);
            }
        }
    }

    /** Cohort by cohort over the cells it has a part in only: elsewhere its units have no influence. */
    @Override
    public Matrix covariance() {
        int k = plan.cells.size();
        Matrix sum = new Matrix(width(), width());
        for (int c = 0; c < u.cohorts; c++) {
            int cohort = c;
            int[][] mine =
                    Arrays.stream(groups).filter(g -> involves(g, cohort)).toArray(int[][]::new);
            int[] cells = Arrays.stream(mine).flatMapToInt(Arrays::stream).toArray();
            int[][] to = new int[mine.length][];
            int next = 0;
            for (int g = 0; g < mine.length; g++) {
                to[g] = new int[mine[g].length];
                for (int j = 0; j < to[g].length; j++) {
                    to[g][j] = next++;
                }
            }
            int width = cells.length + 2;
            OuterProducts products = OuterProducts.over(order.from(c), order.from(c + 1), width, () -> {
                double[] x = new double[u.x.length + 1];
                return (position, out) -> {
                    int unit = order.unit(position);
                    for (int g = 0; g < mine.length; g++) {
                        influences(unit, mine[g], x, out, to[g]);
                    }
                    out[width - 2] = u.weight(unit);
                    out[width - 1] = 1;
                };
            });
            // A unit's influence on the share of cohort g is its weight when it is of it, less the share.
            for (int a = 0; a < cells.length; a++) {
                for (int b = 0; b < cells.length; b++) {
                    sum.add(cells[a], cells[b], products.get(a, b));
                }
                addShares(sum, cells[a], k, c, products.get(a, width - 2), products.get(a, width - 1));
            }
            double weights = products.get(width - 2, width - 1);
            for (int g = 0; g < u.cohorts; g++) {
                for (int h = 0; h < u.cohorts; h++) {
                    double both = (g == c && h == c ? products.get(width - 2, width - 2) : 0)
                            - (g == c ? weights * shares[h] : 0)
                            - (h == c ? weights * shares[g] : 0)
                            + products.get(width - 1, width - 1) * shares[g] * shares[h];
                    sum.add(k + g, k + h, both);
                }
            }
        }
        return sum.scaled(1.0 / u.n / u.n);
    }

    private void addShares(Matrix sum, int cell, int k, int cohort, double weighted, double plain) {
        for (int g = 0; g < u.cohorts; g++) {
            double v = (g == cohort ? weighted : 0) - plain * shares[g];
            sum.add(cell, k + g, v);
            sum.add(k + g, cell, v);
        }
    }
}
