package org.writwatch.estimates.timeseries;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;
import org.writwatch.estimates.Interval;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.linear.LeastSquares;

/**
 * Segmented regression of one interrupted series: {@code y_t = a + b t + c [t >= k] + d (t - k) [t >= k] + u_t}, t in
 * periods from 0 (Wagner, Soumerai, Zhang and Ross-Degnan 2002), with Newey-West errors (Newey and West 1987, Bartlett
 * weights, scaled by n / (n - terms)).
 *
 * <p>It describes how the series moved. Whatever else changed at position k is in the numbers too; there is no comparison.
 */
public final class InterruptedSeries {
    private final int interruption;
    private final int lag;
    private final List<Term> terms;
    private final double[] fitted;
    private final double[] without;
    private final Term meanDifference;

    private InterruptedSeries(
            int interruption, int lag, List<Term> terms, double[] fitted, double[] without, Term meanDifference) {
        this.interruption = interruption;
        this.lag = lag;
        this.terms = List.copyOf(terms);
        this.fitted = fitted;
        this.without = without;
        this.meanDifference = meanDifference;
    }

    /** Position k of the first period after. */
    public int interruption() {
        return interruption;
    }

    /** Longest lag with weight in the Newey-West errors. */
    public int lag() {
        return lag;
    }

    /** In order: {@code intercept}, {@code trend}, {@code level_change}, {@code trend_change}. */
    public List<Term> terms() {
        return terms;
    }

    /** Fitted value per period. */
    public double[] fitted() {
        return fitted.clone();
    }

    /** What the earlier line says per period; equals {@link #fitted()} before k. */
    public double[] withoutInterruption() {
        return without.clone();
    }

    /** Mean over the periods after of fitted minus what the earlier line says. */
    public Term meanDifference() {
        return meanDifference;
    }

    /**
     * One estimated number.
     *
     * @param name of the term
     * @param estimate in units of the series (per period for trends)
     * @param standardError Newey-West
     * @param degreesOfFreedom of the t distribution used for the interval
     */
    public record Term(String name, double estimate, double standardError, int degreesOfFreedom) {
        /** Interval by the t distribution. */
        public Interval interval(double confidence) {
            double t = new TDistribution(degreesOfFreedom).inverseCumulativeProbability(0.5 + confidence / 2);
            return new Interval(estimate - t * standardError, estimate + t * standardError, confidence);
        }
    }

    /** Fits with the lag {@code floor(4 (n/100)^(2/9))} (Newey and West 1994). */
    public static InterruptedSeries fit(double[] y, int interruption) {
        return fit(y, interruption, (int) Math.floor(4 * Math.pow(y.length / 100.0, 2.0 / 9)));
    }

    /**
     * Fits.
     *
     * @param y the series, equally spaced, finite
     * @param interruption first position after; at least 3 periods on each side
     * @param lag longest lag with weight; 0 gives errors that allow for unequal variance only
     * @throws NotEstimable fewer than 3 periods on a side
     * @throws IllegalArgumentException a reading that is not finite (with its position), or a negative lag
     */
    public static InterruptedSeries fit(double[] y, int interruption, int lag) {
        int n = y.length;
        if (interruption < 3 || n - interruption < 3) {
            throw new NotEstimable(
                    NotEstimable.Why.TOO_FEW_PERIODS,
                    "a line on each side needs 3 periods before and 3 after; there are " + Math.max(0, interruption)
                            + " and " + Math.max(0, n - interruption));
        }
        if (lag < 0 || lag >= n) {
            throw new IllegalArgumentException("lag " + lag + " of " + n + " periods");
        }
        double[][] x = new double[n][];
        for (int t = 0; t < n; t++) {
            if (!Double.isFinite(y[t])) {
                throw new IllegalArgumentException("reading " + t + " is " + y[t]);
            }
            boolean after = t >= interruption;
            x[t] = new double[] {1, t, after ? 1 : 0, after ? t - interruption : 0};
        }
        LeastSquares ls = LeastSquares.fit(x, y);
        double[][] v = NeweyWest.covariance(x, ls, lag);
        String[] names = {"intercept", "trend", "level_change", "trend_change"};
        double[] b = ls.coefficients();
        List<Term> terms = new ArrayList<>();
        for (int j = 0; j < 4; j++) {
            terms.add(new Term(names[j], b[j], Math.sqrt(v[j][j]), n - 4));
        }
        double[] fitted = new double[n];
        double[] without = new double[n];
        for (int t = 0; t < n; t++) {
            without[t] = b[0] + b[1] * t;
            fitted[t] = y[t] - ls.residuals()[t];
        }
        double half = (n - interruption - 1) / 2.0;
        double mean = b[2] + half * b[3];
        double variance = v[2][2] + 2 * half * v[2][3] + half * half * v[3][3];
        return new InterruptedSeries(
                interruption,
                lag,
                terms,
                fitted,
                without,
                new Term("mean_difference", mean, Math.sqrt(Math.max(0, variance)), n - 4));
    }
}
