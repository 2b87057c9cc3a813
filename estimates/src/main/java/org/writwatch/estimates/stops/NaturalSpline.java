package org.writwatch.estimates.stops;

import java.util.Arrays;
import org.writwatch.estimates.NotEstimable;

/**
 * Natural cubic spline of one variable: cubic between knots, linear beyond the outer two.
 *
 * <p>Together with a constant, {@code df} columns span the same curves as {@code ns(x, df)} of R's splines package with the same
 * knots; each column is the curve that is 1 at one knot and 0 at the others, which keeps the columns far from collinear. Knots are the
 * range and the {@code i/df} quantiles (type 7 of Hyndman and Fan 1996) of the rows, so counts of rows per value must be given:
 * quantiles of distinct values are other knots.
 */
public final class NaturalSpline {
    private final double[] knots;
    /** Second derivative at each knot, per column. */
    private final double[][] bend;

    private NaturalSpline(double[] knots) {
        this.knots = knots;
        int n = knots.length;
        this.bend = new double[n][n];
        for (int j = 0; j < n && n > 2; j++) {
            bend[j] = bend(j);
        }
    }

    /**
     * The spline for values that occur so often.
     *
     * @param values ascending, distinct
     * @param counts rows per value, 0 or more, not all 0
     * @param df columns, 1 or more; fewer come out when quantiles fall together
     * @throws NotEstimable fewer than two different values occur
     */
    public static NaturalSpline of(double[] values, long[] counts, int df) {
        if (df < 1 || values.length != counts.length) {
            throw new IllegalArgumentException(df + " columns for " + values.length + " values");
        }
        long[] upTo = new long[values.length];
        long all = 0;
        for (int i = 0; i < values.length; i++) {
            all += counts[i];
            upTo[i] = all;
        }
        if (all == 0) {
            throw new NotEstimable(NotEstimable.Why.TOO_FEW_UNITS, "no rows for a spline");
        }
        double[] knots = new double[df + 1];
        for (int i = 0; i <= df; i++) {
            knots[i] = quantile(values, upTo, all, (double) i / df);
        }
        knots = Arrays.stream(knots).distinct().toArray();
        if (knots.length < 2) {
            throw new NotEstimable(NotEstimable.Why.COLLINEAR, "one value of the spline's variable");
        }
        return new NaturalSpline(knots);
    }

    private static double quantile(double[] values, long[] upTo, long all, double p) {
        double h = (all - 1) * p;
        // R guards the floor of (n - 1) p against rounding in p by four units in the last place.
        long low = (long) Math.floor(h + 4 * Math.ulp(1.0));
        double share = h - low;
        if (Math.abs(share) < 1e-12 * Math.max(1, h)) {
            share = 0;
        }
        double a = ordered(values, upTo, low);
        return share == 0 ? a : a + share * (ordered(values, upTo, Math.min(low + 1, all - 1)) - a);
    }

    private static double ordered(double[] values, long[] upTo, long position) {
        int lo = 0;
        int hi = upTo.length - 1;
        while (lo < hi) {
            int mid = (lo + hi) >>> 1;
            if (upTo[mid] > position) {
                hi = mid;
            } else {
                lo = mid + 1;
            }
        }
        return values[lo];
    }

    /** Second derivatives of the curve through 1 at knot {@code j} and 0 elsewhere: the usual tridiagonal system. */
    private double[] bend(int j) {
        int n = knots.length;
        double[] diagonal = new double[n];
        double[] right = new double[n];
        for (int i = 1; i < n - 1; i++) {
            double before = knots[i] - knots[i - 1];
            double after = knots[i + 1] - knots[i];
            diagonal[i] = (before + after) / 3;
            right[i] = (one(i + 1, j) - one(i, j)) / after - (one(i, j) - one(i - 1, j)) / before;
            if (i > 1) {
                double f = before / 6 / diagonal[i - 1];
                diagonal[i] -= f * before / 6;
                right[i] -= f * right[i - 1];
            }
        }
        double[] m = new double[n];
        for (int i = n - 2; i > 0; i--) {
            m[i] = (right[i] - (knots[i + 1] - knots[i]) / 6 * m[i + 1]) / diagonal[i];
        }
        return m;
    }

    private static double one(int i, int j) {
        return i == j ? 1 : 0;
    }

    /** Columns; without the constant, which the model has. */
    public int columns() {
        return knots.length - 1;
    }

    /** The knots, ascending. */
    public double[] knots() {
        return knots.clone();
    }

    /** Value of column {@code c}, from 0, at {@code x}. */
    public double at(int c, double x) {
        int j = c + 1;
        int n = knots.length;
        int i = 0;
        while (i < n - 2 && x > knots[i + 1]) {
            i++;
        }
        double h = knots[i + 1] - knots[i];
        double a = bend[j][i];
        double b = bend[j][i + 1];
        double inside = Math.min(Math.max(x, knots[0]), knots[n - 1]);
        double u = (knots[i + 1] - inside) / h;
        double v = 1 - u;
        double y = u * one(i, j) + v * one(i + 1, j) + ((u * u * u - u) * a + (v * v * v - v) * b) * h * h / 6;
        double slope = (one(i + 1, j) - one(i, j)) / h + ((1 - 3 * u * u) * a + (3 * v * v - 1) * b) * h / 6;
        return y + slope * (x - inside);
    }
}
