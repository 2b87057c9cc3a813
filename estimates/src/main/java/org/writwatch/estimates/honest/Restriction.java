package org.writwatch.estimates.honest;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of differential trends {@code A d <= b}, over the coefficients of an event study without its reference period, where the trend
 * is zero (Rambachan and Roth 2023, section 2.4).
 */
final class Restriction {
    private final double[][] a;
    private final double[] b;

    private Restriction(double[][] a, double[] b) {
        this.a = a;
        this.b = b;
    }

    /** A row per moment; not a copy. */
    double[][] a() {
        return a;
    }

    /** A bound per moment; not a copy. */
    double[] b() {
        return b;
    }

    /**
     * Changes after the start at most {@code m} times one change before it, which is the largest of all and of one sign: the sets
     * whose union is the set of relative magnitudes.
     *
     * @param s the largest change leads from coefficient s to coefficient s + 1, the reference counted
     */
    static Restriction relativeTo(int pre, int post, double m, int s, boolean rising) {
        int n = pre + post;
        double[] largest = new double[n + 1];
        largest[s] = rising ? -1 : 1;
        largest[s + 1] = rising ? 1 : -1;
        List<double[]> rows = new ArrayList<>();
        for (int sign = 1; sign >= -1; sign -= 2) {
            for (int r = 0; r < n; r++) {
                double[] row = new double[n + 1];
                row[r] = -sign;
                row[r + 1] = sign;
                double size = 0;
                for (int k = 0; k <= n; k++) {
                    row[k] -= (r < pre ? 1 : m) * largest[k];
                    size += row[k] * row[k];
                }
                if (size > 1e-10) {
                    rows.add(withoutReference(row, pre));
                }
            }
        }
        return new Restriction(rows.toArray(double[][]::new), new double[rows.size()]);
    }

    /** Slopes that change by at most m from one period to the next. */
    static Restriction smooth(int pre, int post, double m) {
        int n = pre + post;
        List<double[]> rows = new ArrayList<>();
        for (int sign = 1; sign >= -1; sign -= 2) {
            for (int r = 0; r < n - 1; r++) {
                double[] row = new double[n + 1];
                row[r] = sign;
                row[r + 1] = -2.0 * sign;
                row[r + 2] = sign;
                rows.add(withoutReference(row, pre));
            }
        }
        double[] b = new double[rows.size()];
        java.util.Arrays.fill(b, m);
        return new Restriction(rows.toArray(double[][]::new), b);
    }

    private static double[] withoutReference(double[] row, int pre) {
        double[] out = new double[row.length - 1];
        System.arraycopy(row, 0, out, 0, pre);
        System.arraycopy(row, pre + 1, out, pre, row.length - 1 - pre);
        return out;
    }

    /** The moments that speak of a period after the start. */
    Restriction aboutAfter(int pre) {
        List<double[]> rows = new ArrayList<>();
        List<Double> bounds = new ArrayList<>();
        for (int i = 0; i < a.length; i++) {
            boolean speaks = false;
            for (int k = pre; k < a[i].length; k++) {
                speaks |= a[i][k] != 0;
            }
            if (speaks) {
                rows.add(a[i]);
                bounds.add(b[i]);
            }
        }
        return new Restriction(
                rows.toArray(double[][]::new),
                bounds.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
