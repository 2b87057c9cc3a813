package org.writwatch.estimates.grouptime;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.drdid.CrossSectionModel;
import org.writwatch.estimates.drdid.Method;
import org.writwatch.estimates.drdid.Sample;

/**
 * Effects from rows that need not be the same units in both periods (Callaway and Sant'Anna 2021, appendix B). With units that miss
 * periods, influences are summed by unit.
 */
final class RowEffects implements Influences {
    final double[] effects;
    final @Nullable String[] refusals;
    private final int n;
    private final int cohorts;
    private final int[] cohortOf;
    private final double[] weightOf;
    private final double[] shares;
    private final int cells;
    /** Per cell, influence by unit. */
    private final double[] @Nullable [] influence;

    /** Rows with the unit, period and cohort of each. */
    static final class Rows {
        final int[] unit;
        final int units;
        final int[] period;
        final int[] cohort;
        final int cohorts;

        Rows(int[] unit, int units, int[] period, int[] cohort, int cohorts) {
            this.unit = unit;
            this.units = units;
            this.period = period;
            this.cohort = cohort;
            this.cohorts = cohorts;
        }
    }

    RowEffects(Rows rows, double[] y, double[] w, double[][] x, Plan plan, Method method) {
        this.n = rows.units;
        this.cohorts = rows.cohorts;
        this.cells = plan.cells.size();
        this.effects = new double[cells];
        this.refusals = new @Nullable String[cells];
        this.influence = new double[cells][];
        this.cohortOf = new int[n];
        this.weightOf = new double[n];
        int[] count = new int[n];
        for (int r = 0; r < y.length; r++) {
            cohortOf[rows.unit[r]] = rows.cohort[r];
            weightOf[rows.unit[r]] += w[r];
            count[rows.unit[r]]++;
        }
        this.shares = new double[cohorts];
        for (int i = 0; i < n; i++) {
            weightOf[i] /= count[i];
            shares[cohortOf[i]] += weightOf[i] / n;
        }
        IntStream.range(0, cells).parallel().forEach(i -> fit(i, rows, y, w, x, plan.cells.get(i), method));
    }

    private void fit(int i, Rows rows, double[] y, double[] w, double[][] x, Plan.Comparison cell, Method method) {
        if (cell.reference()) {
            return;
        }
        int[] involved = IntStream.range(0, y.length)
                .filter(r -> (rows.period[r] == cell.time || rows.period[r] == cell.base)
                        && (rows.cohort[r] == cell.cohort || cell.controls[rows.cohort[r]]))
                .toArray();
        int m = involved.length;
        int p = x.length + 1;
        boolean[] d = new boolean[m];
        boolean[] post = new boolean[m];
        double[] yy = new double[m];
        double[] ww = new double[m];
        double[] xx = new double[m * p];
        for (int j = 0; j < m; j++) {
            int r = involved[j];
            d[j] = rows.cohort[r] == cell.cohort;
            post[j] = rows.period[r] == cell.time;
            yy[j] = y[r];
            ww[j] = w[r];
            xx[j * p] = 1;
            for (int q = 0; q < x.length; q++) {
                xx[j * p + 1 + q] = x[q][r];
            }
        }
        try {
            CrossSectionModel model = CrossSectionModel.fit(method, Sample.levels(d, post, yy, xx, p, ww));
            effects[i] = model.att();
            double[] byUnit = new double[n];
            for (int j = 0; j < m; j++) {
                byUnit[rows.unit[involved[j]]] += n / (double) m * model.influence()[j];
            }
            influence[i] = byUnit;
        } catch (NotEstimable e) {
            effects[i] = Double.NaN;
            refusals[i] = e.getMessage();
        }
    }

    double[] shares() {
        return shares;
    }

    @Override
    public int units() {
        return n;
    }

    @Override
    public int width() {
        return cells + cohorts;
    }

    @Override
    public void fill(int unit, double[] out) {
        for (int i = 0; i < cells; i++) {
            double[] byUnit = influence[i];
            if (byUnit != null) {
                out[i] = byUnit[unit];
            }
        }
        for (int g = 0; g < cohorts; g++) {
            out[cells + g] = (g == cohortOf[unit] ? weightOf[unit] : 0) - shares[g];
        }
    }
}
