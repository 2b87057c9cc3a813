package org.writwatch.estimates.grouptime;

import org.writwatch.estimates.linear.Matrix;

/**
 * Effects without covariates from {@link Moments}: for group g, time t, base s and comparison cohorts C, the change of the group's
 * mean less the change of the pooled comparison mean. A unit's influence is linear in its outcomes, so the covariance of all cells
 * is a sum over cohorts of a small sandwich.
 */
final class MomentEffects implements Influences {
    final double[] effects;
    private final Units u;
    private final Plan plan;
    private final Moments m;
    private final double[] shares;
    /** Per cell, change of the comparison mean. */
    private final double[] comparisonChange;

    private final double[] comparisonWeight;

    MomentEffects(Units u, Plan plan) {
        this.u = u;
        this.plan = plan;
        this.m = Moments.of(u);
        this.shares = new double[u.cohorts];
        for (int c = 0; c < u.cohorts; c++) {
            shares[c] = m.weight[c] / u.n;
        }
        int k = plan.cells.size();
        this.effects = new double[k];
        this.comparisonChange = new double[k];
        this.comparisonWeight = new double[k];
        for (int i = 0; i < k; i++) {
            Plan.Comparison cell = plan.cells.get(i);
            double sum = 0;
            for (int c = 0; c < u.cohorts; c++) {
                if (cell.controls[c]) {
                    comparisonWeight[i] += m.weight[c];
                    sum += m.weight[c] * change(c, cell);
                }
            }
            comparisonChange[i] = sum / comparisonWeight[i];
            effects[i] = change(cell.cohort, cell) - comparisonChange[i];
        }
    }

    private double change(int cohort, Plan.Comparison cell) {
        return m.mean[cohort][cell.time] - m.mean[cohort][cell.base];
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
        double w = u.weight(unit);
        int k = plan.cells.size();
        for (int i = 0; i < k; i++) {
            Plan.Comparison cell = plan.cells.get(i);
            if (cell.reference()) {
                continue;
            }
            double change = u.y[row + cell.time] - u.y[row + cell.base];
            if (c == cell.cohort) {
                out[i] = u.n * w * (change - change(c, cell)) / m.weight[c];
            } else if (cell.controls[c]) {
                out[i] = -u.n * w * (change - comparisonChange[i]) / comparisonWeight[i];
            }
        }
        for (int g = 0; g < u.cohorts; g++) {
            out[k + g] = (g == c ? w : 0) - shares[g];
        }
    }

    @Override
    public Matrix covariance() {
        int k = plan.cells.size();
        int side = u.periods + 1;
        Matrix sum = new Matrix(width(), width());
        for (int c = 0; c < u.cohorts; c++) {
            // Cells this cohort has a part in, then its own share.
            int[] involved = new int[k + 1];
            int count = 0;
            for (int i = 0; i < k; i++) {
                Plan.Comparison cell = plan.cells.get(i);
                if (!cell.reference() && (cell.cohort == c || cell.controls[c])) {
                    involved[count++] = i;
                }
            }
            Matrix loads = new Matrix(count + 1, side);
            for (int j = 0; j < count; j++) {
                int i = involved[j];
                Plan.Comparison cell = plan.cells.get(i);
                boolean treated = cell.cohort == c;
                double scale = treated ? u.n / m.weight[c] : -u.n / comparisonWeight[i];
                loads.add(j, cell.time, scale);
                loads.add(j, cell.base, -scale);
                loads.set(j, u.periods, treated ? 0 : scale * (change(c, cell) - comparisonChange[i]));
            }
            involved[count] = k + c;
            loads.set(count, u.periods, 1);
            Matrix part = loads.sandwich(m.cross[c]);
            for (int a = 0; a <= count; a++) {
                for (int b = 0; b <= count; b++) {
                    sum.add(involved[a], involved[b], part.get(a, b));
                }
            }
        }
        for (int g = 0; g < u.cohorts; g++) {
            for (int h = 0; h < u.cohorts; h++) {
                sum.add(k + g, k + h, -u.n * shares[g] * shares[h]);
            }
        }
        return sum.scaled(1.0 / u.n / u.n);
    }
}
