package org.writwatch.estimates.drdid;

import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.linear.Matrix;

/**
 * Rows of a two-group comparison: treated flag, outcome (a change, or a level with its period), covariates row after row with
 * the constant among them, weights.
 */
public final class Sample {
    /** A constant and two covariates, the usual case, are written out: loops this short cost more than what they do. */
    private static final int THREE = 3;

    final int n;
    final int p;
    final boolean[] d;
    final double[] y;
    final boolean @Nullable [] post;
    final double[] x;
    final double[] w;

    private Sample(boolean[] d, double[] y, boolean @Nullable [] post, double[] x, int p, double[] w) {
        this.n = d.length;
        this.p = p;
        this.d = d;
        this.y = y;
        this.post = post;
        this.x = x;
        this.w = w;
        if (y.length != n || x.length != n * p || w.length != n || (post != null && post.length != n) || p < 1) {
            throw new IllegalArgumentException("columns of unequal length");
        }
    }

    /**
     * One row per unit.
     *
     * @param treated whether the unit is in the treated group
     * @param change outcome after minus before
     * @param x covariates, row after row, {@code p} to a row, a constant among them
     * @param p covariates to a row, at least 1
     * @param weights at least 0, any scale
     */
    public static Sample changes(boolean[] treated, double[] change, double[] x, int p, double[] weights) {
        return new Sample(treated, change, null, x, p, weights);
    }

    /** The same rows with other changes. */
    Sample withChange(double[] change) {
        return new Sample(d, change, null, x, p, w);
    }

    /** One row per unit and period; {@code post} marks the later period. */
    public static Sample levels(boolean[] treated, boolean[] post, double[] y, double[] x, int p, double[] weights) {
        return new Sample(treated, y, post, x, p, weights);
    }

    /** Largest chance of treatment given the covariates, by logit. Near 1 some rows have nobody to be compared with. */
    public double highestScore() {
        return Score.logit(this).highest();
    }

    double dot(int i, double[] b) {
        return dot(x, i * p, b);
    }

    static double dot(double[] x, int offset, double[] b) {
        if (b.length == THREE) {
            return x[offset] * b[0] + x[offset + 1] * b[1] + x[offset + 2] * b[2];
        }
        double s = 0;
        for (int j = 0; j < b.length; j++) {
            s += x[offset + j] * b[j];
        }
        return s;
    }

    /** Adds {@code c x x'} to the lower triangle. */
    void addOuter(Matrix m, int i, double c) {
        double[] out = m.data();
        int o = i * p;
        if (p == THREE) {
            double x0 = x[o];
            double x1 = x[o + 1];
            double x2 = x[o + 2];
            out[0] += c * x0 * x0;
            out[3] += c * x1 * x0;
            out[4] += c * x1 * x1;
            out[6] += c * x2 * x0;
            out[7] += c * x2 * x1;
            out[8] += c * x2 * x2;
            return;
        }
        for (int a = 0; a < p; a++) {
            double ca = c * x[o + a];
            for (int b = 0; b <= a; b++) {
                out[a * p + b] += ca * x[o + b];
            }
        }
    }

    void addScaled(double[] v, int i, double c) {
        int o = i * p;
        if (p == THREE) {
            v[0] += c * x[o];
            v[1] += c * x[o + 1];
            v[2] += c * x[o + 2];
            return;
        }
        for (int a = 0; a < p; a++) {
            v[a] += c * x[o + a];
        }
    }
}
