package org.writwatch.estimates.power;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.linear.Eigen;
import org.writwatch.estimates.linear.Matrix;

/**
 * How likely a pre-test is to see a difference in trends, and how wrong estimates are when it does not (Roth 2022, American Economic Review:
 * Insights 4(3)).
 *
 * <p>The pre-test passes when no coefficient before the start is significant by itself. By simulation of normals with the covariance of the
 * coefficients; the same seed gives the same bits. Immutable; safe to share.
 */
public final class PretestPower {
    private static final int DRAWS = 20_000;

    private final double[] time;
    private final int pre;
    private final double[][] error;
    private final double[] sd;
    private final double critical;

    private PretestPower(double[] time, int pre, double[][] error, double[] sd, double critical) {
        this.time = time;
        this.pre = pre;
        this.error = error;
        this.sd = sd;
        this.critical = critical;
    }

    /**
     * Sets up.
     *
     * @param eventTime of each coefficient, ascending; the base is at {@code base}
     * @param covariance of the coefficients
     * @param pre how many are before the start; at least 1
     * @param base event time of the reference period, where a trend is zero
     */
    public static PretestPower of(
            double[] eventTime, Matrix covariance, int pre, double base, double alpha, long seed) {
        int n = eventTime.length;
        if (pre < 1 || pre > n) {
            throw new NotEstimable(NotEstimable.Why.TOO_FEW_PERIODS, pre + " coefficients before the start");
        }
        Eigen parts = Eigen.of(covariance);
        double[] values = parts.values();
        double[][] root = new double[n][n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                root[j][i] = Math.sqrt(Math.max(0, values[j])) * parts.vectors().get(i, j);
            }
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[][] error = new double[n <= 20 ? DRAWS : DRAWS / 4][n];
        for (double[] e : error) {
            for (double[] column : root) {
                double z = random.nextGaussian();
                for (int i = 0; i < n; i++) {
                    e[i] += z * column[i];
                }
            }
        }
        double[] sd = new double[n];
        Arrays.setAll(sd, i -> Math.sqrt(covariance.get(i, i)));
        return new PretestPower(
                Arrays.stream(eventTime).map(t -> t - base).toArray(),
                pre,
                error,
                sd,
                new NormalDistribution().inverseCumulativeProbability(1 - alpha / 2));
    }

    private boolean passes(double[] e, double slope) {
        for (int i = 0; i < pre; i++) {
            if (Math.abs(e[i] + slope * time[i]) > critical * sd[i]) {
                return false;
            }
        }
        return true;
    }

    /** Probability that the pre-test fails when the trends differ by this slope per period. */
    public double power(double slope) {
        int passed = 0;
        for (double[] e : error) {
            passed += passes(e, slope) ? 1 : 0;
        }
        return 1 - passed / (double) error.length;
    }

    /** The slope that fails the pre-test with this probability, by halving; above the size of the test. */
    public double slope(double power) {
        double low = 0;
        double high = sd[0];
        while (power(high) < power) {
            high *= 2;
        }
        for (int i = 0; i < 50; i++) {
            double mid = (low + high) / 2;
            if (power(mid) < power) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return high;
    }

    /** Mean of the coefficients when the trends differ by this slope, the effect is nothing, and the pre-test passes. */
    public double[] meanGivenPass(double slope) {
        double[] sum = new double[time.length];
        int passed = 0;
        for (double[] e : error) {
            if (passes(e, slope)) {
                passed++;
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += e[i] + slope * time[i];
                }
            }
        }
        int count = passed;
        return Arrays.stream(sum).map(s -> s / count).toArray();
    }
}
