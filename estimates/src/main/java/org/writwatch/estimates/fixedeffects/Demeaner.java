package org.writwatch.estimates.fixedeffects;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.NotEstimable;

/**
 * Takes several fixed effects out of a column at once, when there are too many levels for one system of equations: conjugate gradients
 * on a symmetric sweep of group means (Hernandez-Ramos, Escalante and Raydan 2011; Correia 2016).
 */
final class Demeaner {
    private static final double TOLERANCE = 1e-13;
    private static final int MOST_STEPS = 10_000;

    private final List<int[]> codes;
    private final double @Nullable [] weights;
    private final double[][] levelWeight;

    Demeaner(List<int[]> codes, int[] levels, double @Nullable [] weights) {
        this.codes = codes;
        this.weights = weights;
        this.levelWeight = new double[codes.size()][];
        for (int d = 0; d < levelWeight.length; d++) {
            double[] sum = new double[levels[d]];
            int[] code = codes.get(d);
            for (int r = 0; r < code.length; r++) {
                sum[code[r]] += weight(r);
            }
            levelWeight[d] = sum;
        }
    }

    /**
     * A column less its projection on all the effects.
     *
     * @throws NotEstimable the iterations did not settle
     */
    double[] residual(double[] y) {
        double[] z = y.clone();
        for (int d = 0; d < codes.size(); d++) {
            demean(z, d);
        }
        double[] r = minus(z, swept(z));
        double[] u = r.clone();
        double rr = dot(r, r);
        double goal = TOLERANCE * TOLERANCE * Math.max(dot(z, z), 1e-300);
        for (int step = 0; rr > goal; step++) {
            if (step == MOST_STEPS) {
                throw new NotEstimable(
                        NotEstimable.Why.NO_CONVERGENCE,
                        "the fixed effects did not settle in " + MOST_STEPS + " steps; fewer levels would be enough");
            }
            double[] v = minus(u, swept(u));
            double uv = dot(u, v);
            if (!(uv > 0)) {
                break;
            }
            double alpha = rr / uv;
            double next = 0;
            for (int i = 0; i < z.length; i++) {
                z[i] -= alpha * u[i];
                r[i] -= alpha * v[i];
                next += weight(i) * r[i] * r[i];
            }
            double beta = next / rr;
            rr = next;
            for (int i = 0; i < z.length; i++) {
                u[i] = r[i] + beta * u[i];
            }
        }
        return z;
    }

    private double weight(int r) {
        double[] w = weights;
        return w == null ? 1 : w[r];
    }

    private double[] swept(double[] v) {
        double[] out = v.clone();
        int dims = codes.size();
        for (int d = 0; d < dims; d++) {
            demean(out, d);
        }
        for (int d = dims - 2; d >= 0; d--) {
            demean(out, d);
        }
        return out;
    }

    private void demean(double[] v, int d) {
        int[] code = codes.get(d);
        double[] sum = new double[levelWeight[d].length];
        for (int r = 0; r < v.length; r++) {
            sum[code[r]] += weight(r) * v[r];
        }
        for (int k = 0; k < sum.length; k++) {
            sum[k] /= levelWeight[d][k];
        }
        for (int r = 0; r < v.length; r++) {
            v[r] -= sum[code[r]];
        }
    }

    private double dot(double[] a, double[] b) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += weight(i) * a[i] * b[i];
        }
        return s;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] out = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            out[i] = a[i] - b[i];
        }
        return out;
    }
}
