package org.writwatch.estimates.linear;

import java.util.Arrays;

/**
 * Least squares by Householder reflections, without pivoting unless a column is collinear with those to its left: that
 * column is left out and reported, as regression software does.
 *
 * <p>Accessors return the arrays themselves; callers do not write to them.
 */
public final class LeastSquares {
    private static final double COLLINEAR = 1e-9;

    private final double[] coefficients;
    private final double[] residuals;
    private final int[] used;
    private final double[][] inverseGram;

    private LeastSquares(double[] coefficients, double[] residuals, int[] used, double[][] inverseGram) {
        this.coefficients = coefficients;
        this.residuals = residuals;
        this.used = used;
        this.inverseGram = inverseGram;
    }

    /**
     * Regresses {@code y} on the columns of {@code x}.
     *
     * @param x rows by columns, all rows of one length
     * @param y one value per row
     */
    public static LeastSquares fit(double[][] x, double[] y) {
        int n = x.length;
        int k = n == 0 ? 0 : x[0].length;
        double[][] columns = new double[k][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                columns[j][i] = x[i][j];
            }
        }
        double[] rest = y.clone();
        double[][] upper = new double[k][];
        int[] used = new int[k];
        int rank = 0;
        for (int j = 0; j < k; j++) {
            double[] c = columns[j];
            double whole = norm(c, 0);
            if (rank >= n || norm(c, rank) <= COLLINEAR * whole || whole == 0) {
                continue;
            }
            double[] v = Arrays.copyOfRange(c, rank, n);
            double alpha = v[0] > 0 ? -norm(c, rank) : norm(c, rank);
            v[0] -= alpha;
            double vv = 0;
            for (double e : v) {
                vv += e * e;
            }
            upper[rank] = Arrays.copyOf(c, rank + 1);
            upper[rank][rank] = alpha;
            for (int m = j + 1; m < k; m++) {
                reflect(v, vv, columns[m], rank);
            }
            reflect(v, vv, rest, rank);
            used[rank++] = j;
        }
        used = Arrays.copyOf(used, rank);
        return solve(x, y, rest, upper, used, k);
    }

    /** Coefficients by column of the design; 0 for a column left out. */
    public double[] coefficients() {
        return coefficients;
    }

    /** Actual minus fitted. */
    public double[] residuals() {
        return residuals;
    }

    /** Positions of the columns used, ascending. */
    public int[] used() {
        return used;
    }

    /** {@code (X'X)^-1} of the used columns, in the order of {@link #used()}. */
    public double[][] inverseGram() {
        return inverseGram;
    }

    private static LeastSquares solve(double[][] x, double[] y, double[] rest, double[][] upper, int[] used, int k) {
        int r = used.length;
        // inverse of the upper triangle, whose column c is upper[c]
        double[][] inverse = new double[r][r];
        for (int c = 0; c < r; c++) {
            inverse[c][c] = 1 / upper[c][c];
            for (int i = c - 1; i >= 0; i--) {
                double s = 0;
                for (int m = i + 1; m <= c; m++) {
                    s += upper[m][i] * inverse[m][c];
                }
                inverse[i][c] = -s / upper[i][i];
            }
        }
        double[] beta = new double[k];
        double[][] gram = new double[r][r];
        for (int i = 0; i < r; i++) {
            for (int c = i; c < r; c++) {
                beta[used[i]] += inverse[i][c] * rest[c];
            }
            for (int j = 0; j < r; j++) {
                for (int c = Math.max(i, j); c < r; c++) {
                    gram[i][j] += inverse[i][c] * inverse[j][c];
                }
            }
        }
        double[] residuals = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            double fitted = 0;
            for (int j : used) {
                fitted += x[i][j] * beta[j];
            }
            residuals[i] = y[i] - fitted;
        }
        return new LeastSquares(beta, residuals, used, gram);
    }

    private static void reflect(double[] v, double vv, double[] c, int from) {
        double s = 0;
        for (int i = 0; i < v.length; i++) {
            s += v[i] * c[from + i];
        }
        s *= 2 / vv;
        for (int i = 0; i < v.length; i++) {
            c[from + i] -= s * v[i];
        }
    }

    private static double norm(double[] c, int from) {
        double s = 0;
        for (int i = from; i < c.length; i++) {
            s += c[i] * c[i];
        }
        return Math.sqrt(s);
    }
}
