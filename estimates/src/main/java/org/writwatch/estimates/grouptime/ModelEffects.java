package org.writwatch.estimates.grouptime;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.drdid.Method;
import org.writwatch.estimates.drdid.PanelModel;
import org.writwatch.estimates.drdid.Sample;

/**
 * Effects with covariates on a balanced panel: each cell is a two-group comparison of changes given the covariates of the earlier of
 * its two periods (Callaway and Sant'Anna 2021, eq. 2.4). Holds one small model per cell; influences are worked out again from the
 * data when asked for.
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

    ModelEffects(Units u, Plan plan, Method method) {
        this.u = u;
        this.plan = plan;
        this.shares = u.shares();
        int k = plan.cells.size();
        this.effects = new double[k];
        this.refusals = new @Nullable String[k];
        this.models = new @Nullable PanelModel[k];
        this.scale = new double[k];
        IntStream.range(0, k).parallel().forEach(i -> fit(i, method));
    }

    private void fit(int i, Method method) {
        Plan.Comparison cell = plan.cells.get(i);
        if (cell.reference()) {
            return;
        }
        int[] involved = IntStream.range(0, u.n)
                .filter(unit -> u.cohort[unit] == cell.cohort || cell.controls[u.cohort[unit]])
                .toArray();
        int n = involved.length;
        int p = u.x.length + 1;
        boolean[] d = new boolean[n];
        double[] change = new double[n];
        double[] x = new double[n * p];
        double[] w = new double[n];
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        for (int j = 0; j < n; j++) {
            int unit = involved[j];
            int row = unit * u.periods;
            d[j] = u.cohort[unit] == cell.cohort;
            change[j] = u.y[row + cell.time] - u.y[row + cell.base];
            w[j] = u.weight(unit, cell.earlier());
            covariates(unit, cell, x, j * p);
        }
        try {
            PanelModel model = PanelModel.fit(method, Sample.changes(d, change, x, p, w));
            if (method != Method.REGRESSION
                    && Sample.changes(d, change, x, p, ones).highestScore() >= OVERLAP) {
                throw new NotEstimable(
                        NotEstimable.Why.NO_OVERLAP, "some treated units have covariates no comparison unit has");
            }
            models[i] = model;
            effects[i] = model.att();
            scale[i] = u.n / (double) n;
        } catch (NotEstimable e) {
            effects[i] = Double.NaN;
            refusals[i] = e.getMessage();
        }
    }

    private void covariates(int unit, Plan.Comparison cell, double[] x, int offset) {
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
        int row = unit * u.periods;
        int k = plan.cells.size();
        double[] x = new double[u.x.length + 1];
        for (int i = 0; i < k; i++) {
            Plan.Comparison cell = plan.cells.get(i);
            PanelModel model = models[i];
            if (model == null || (c != cell.cohort && !cell.controls[c])) {
                continue;
            }
            covariates(unit, cell, x, 0);
            out[i] = scale[i]
                    * model.influence(
                            c == cell.cohort,
                            u.y[row + cell.time] - u.y[row + cell.base],
                            x,
                            0,
                            u.weight(unit, cell.earlier()));
        }
        for (int g = 0; g < u.cohorts; g++) {
            out[k + g] = (g == c ? u.weight(unit) : 0) - shares[g];
        }
    }
}
