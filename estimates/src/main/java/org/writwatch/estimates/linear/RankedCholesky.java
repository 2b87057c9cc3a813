package org.writwatch.estimates.linear;

import java.util.stream.IntStream;

/**
 * Cholesky factor of a symmetric positive semidefinite matrix that leaves out, in order, each column the columns before it explain.
 * Solutions are 0 at columns left out.
 */
public final class RankedCholesky {
    private final int n;
    private final int[] used;
    private final double[] scale;
    /** Row per used column, in their order. */
    private final double[][] lower;

    private RankedCholesky(int n, int[] used, double[] scale, double[][] lower) {
        this.n = n;
        this.used = used;
        this.scale = scale;
        this.lower = lower;
    }

    /**
     * Factors a matrix.
     *
     * @param a symmetric; only the lower triangle is read
     * @param whole per column, the size its own variation is measured by: a column is left out when what is left of its diagonal after
     *     the columns before it is at most {@code tolerance * whole}; a column with {@code whole} 0 is left out
     * @param tolerance share, in (0, 1)
     */
    public static RankedCholesky of(Matrix a, double[] whole, double tolerance) {
        int n = a.rows();
        double[] scale = new double[n];
        double[][] l = new double[n][];
        int[] used = new int[n];
        int rank = 0;
        for (int j = 0; j < n; j++) {
            double w = whole[j];
            if (!(w > 0)) {
                continue;
            }
            scale[j] = 1 / Math.sqrt(w);
            double[] row = new double[rank + 1];
            double left = a.get(j, j) / w;
            for (int i = 0; i < rank; i++) {
                double t = a.get(j, used[i]) * scale[j] * scale[used[i]];
                double[] other = l[i];
                for (int k = 0; k < i; k++) {
                    t -= row[k] * other[k];
                }
                row[i] = t / other[i];
                left -= row[i] * row[i];
            }
            if (left > tolerance) {
                row[rank] = Math.sqrt(left);
                l[rank] = row;
                used[rank++] = j;
            }
        }
        return new RankedCholesky(n, IntStream.of(used).limit(rank).toArray(), scale, l);
    }

    /** Columns that are used, ascending. */
    public int[] used() {
        return used.clone();
    }

    public int rank() {
        return used.length;
    }

    /** Solution x of {@code a x = b} over the used columns. */
    public double[] solve(double[] b) {
        int r = used.length;
        double[] z = new double[r];
        for (int i = 0; i < r; i++) {
            double s = b[used[i]] * scale[used[i]];
            double[] row = lower[i];
            for (int k = 0; k < i; k++) {
                s -= row[k] * z[k];
            }
            z[i] = s / row[i];
        }
        for (int i = r - 1; i >= 0; i--) {
            double v = z[i] / lower[i][i];
            z[i] = v;
            double[] row = lower[i];
            for (int k = 0; k < i; k++) {
                z[k] -= row[k] * v;
            }
        }
        double[] x = new double[n];
        for (int i = 0; i < r; i++) {
            x[used[i]] = z[i] * scale[used[i]];
        }
        return x;
    }

    /** Rows of the inverse at these columns (zero rows for columns left out). */
    public Matrix inverseRows(int[] columns) {
        Matrix out = new Matrix(columns.length, n);
        for (int i = 0; i < columns.length; i++) {
            double[] e = new double[n];
            e[columns[i]] = 1;
            double[] x = scale[columns[i]] == 0 ? new double[n] : solve(e);
            System.arraycopy(x, 0, out.data(), i * n, n);
        }
        return out;
    }
}
