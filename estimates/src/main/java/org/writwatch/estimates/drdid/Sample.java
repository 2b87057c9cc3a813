package org.writwatch.estimates.drdid;

import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.linear.Matrix;

/**
 * Rows of a two-group comparison: treated flag, outcome (a change, or a level with its period), covariates row after row with
 * the constant among them, weights.
 */
public final class Sample {
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

    /** One row per unit and period; {@code post} marks the later period. */
    public static Sample levels(boolean[] treated, boolean[] post, double[] y, double[] x, int p, double[] weights) {
        return new Sample(treated, y, post, x, p, weights);
    }

    /** Largest chance of treatment given the covariates, by logit. Near 1 some rows have nobody to be compared with. */
    public double highestScore() {
        Score score = Score.logit(this);
        double highest = 0;
        for (int i = 0; i < n; i++) {
            highest = Math.max(highest, score.of(this, i));
        }
        return highest;
    }

    double dot(int i, double[] b) {
        return dot(x, i * p, b);
    }

    static double dot(double[] x, int offset, double[] b) {
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
        for (int a = 0; a < p; a++) {
            double ca = c * x[o + a];
            for (int b = 0; b <= a; b++) {
                out[a * p + b] += ca * x[o + b];
            }
        }
    }

    void addScaled(double[] v, int i, double c) {
        int o = i * p;
        for (int a = 0; a < p; a++) {
            v[a] += c * x[o + a];
        }
    }
}
