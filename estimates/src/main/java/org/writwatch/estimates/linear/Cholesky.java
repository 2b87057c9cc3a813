package org.writwatch.estimates.linear;

import org.writwatch.estimates.NotEstimable;

/**
 * Cholesky factor of a symmetric positive definite matrix, scaled to a unit diagonal first so that units of measurement do
 * not matter. A column that the others explain is a refusal that names it.
 */
public final class Cholesky {
    /** A column is collinear when less than this share of its scaled variance is its own. */
    public static final double TOLERANCE = 1e-10;

    private final int n;
    private final double[] scale;
    private final double[][] lower;

    private Cholesky(int n, double[] scale, double[][] lower) {
        this.n = n;
        this.scale = scale;
        this.lower = lower;
    }

    /**
     * Factors a matrix.
     *
     * @param a symmetric; only the lower triangle is read
     * @throws NotEstimable a column is zero or collinear with those before it
     */
    public static Cholesky of(Matrix a) {
        int n = a.rows();
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            double d = a.get(i, i);
            if (!(d > 0) || Double.isInfinite(d)) {
                throw new NotEstimable(NotEstimable.Why.COLLINEAR, "column " + i + " has no variation");
            }
            scale[i] = 1 / Math.sqrt(d);
        }
        double[][] l = new double[n][n];
        for (int j = 0; j < n; j++) {
            double s = 1;
            for (int k = 0; k < j; k++) {
                s -= l[j][k] * l[j][k];
            }
            if (!(s > TOLERANCE)) {
                throw new NotEstimable(
                        NotEstimable.Why.COLLINEAR, "column " + j + " is a combination of the columns before it");
            }
            l[j][j] = Math.sqrt(s);
            for (int i = j + 1; i < n; i++) {
                double t = a.get(i, j) * scale[i] * scale[j];
                for (int k = 0; k < j; k++) {
                    t -= l[i][k] * l[j][k];
                }
                l[i][j] = t / l[j][j];
            }
        }
        return new Cholesky(n, scale, l);
    }

    /** Solution x of {@code a x = b}. */
    public double[] solve(double[] b) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            double s = b[i] * scale[i];
            for (int k = 0; k < i; k++) {
                s -= lower[i][k] * x[k];
            }
            x[i] = s / lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double s = x[i];
            for (int k = i + 1; k < n; k++) {
                s -= lower[k][i] * x[k];
            }
            x[i] = s / lower[i][i];
        }
        for (int i = 0; i < n; i++) {
            x[i] *= scale[i];
        }
        return x;
    }

    /** Inverse of the matrix. */
    public Matrix inverse() {
        Matrix out = new Matrix(n, n);
        double[] e = new double[n];
        for (int j = 0; j < n; j++) {
            e[j] = 1;
            double[] x = solve(e);
            e[j] = 0;
            for (int i = 0; i < n; i++) {
                out.set(i, j, x[i]);
            }
        }
        return out;
    }
}
