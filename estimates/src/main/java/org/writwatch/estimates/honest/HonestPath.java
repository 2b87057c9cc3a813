package org.writwatch.estimates.honest;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.writwatch.estimates.Interval;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.linear.Matrix;

/**
 * The coefficients of an event study and their covariance, and what can still be said of them when trends were not parallel (Rambachan and
 * Roth 2023).
 *
 * <p>Two ways to say how far from parallel: changes of the difference in trends after the start at most {@code Mbar} times the largest change
 * seen before it ({@linkplain #relativeMagnitude relative magnitudes}), or slopes of it that change by at most M from one period to the
 * next ({@linkplain #smoothness smoothness}). The coefficients must be on one base period (a universal base): with a varying base the ones
 * before the start are changes already. Immutable; safe to share.
 */
public final class HonestPath {
    private static final int GRID = 1000;
    private static final int DRAWS = 1000;
    private static final double REACH = 20;

    private final double[] beta;
    private final Matrix sigma;
    private final int pre;
    private final double[] weights;
    private final double sd;

    /** How an interval is made. */
    public enum Method {
        /** Shortest interval of fixed length; for smoothness only. */
        FIXED_LENGTH,
        /** Conditional test after a first stage with a tenth of the size at least favourable values (C-LF). */
        HYBRID,
        /** Conditional test alone. */
        CONDITIONAL
    }

    private HonestPath(double[] beta, Matrix sigma, int pre, double[] weights) {
        this.beta = beta.clone();
        this.sigma = sigma;
        this.pre = pre;
        this.weights = weights.clone();
        double v = 0;
        int post = weights.length;
        for (int i = 0; i < post; i++) {
            for (int j = 0; j < post; j++) {
                v += weights[i] * weights[j] * sigma.get(pre + i, pre + j);
            }
        }
        this.sd = Math.sqrt(v);
    }

    /**
     * Takes an event study.
     *
     * @param beta coefficients before the start and then after, by time, without the reference period, which lies between them
     * @param sigma their covariance
     * @param pre how many are before; at least 1
     * @throws NotEstimable no coefficient before or none after the start
     * @throws IllegalArgumentException shapes that do not fit, a number that is not finite, a variance that is not above zero
     */
    public static HonestPath of(double[] beta, Matrix sigma, int pre) {
        int n = beta.length;
        if (sigma.rows() != n || sigma.columns() != n) {
            throw new IllegalArgumentException(n + " coefficients and a covariance of " + sigma.rows() + " rows");
        }
        if (pre < 1 || pre >= n) {
            throw new NotEstimable(
                    NotEstimable.Why.TOO_FEW_PERIODS,
                    pre + " coefficients before the start and " + (n - pre) + " after; one of each is the least");
        }
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(beta[i])) {
                throw new IllegalArgumentException("coefficient " + (i + 1) + " is " + beta[i]);
            }
            for (int j = 0; j < n; j++) {
                double v = sigma.get(i, j);
                if (!Double.isFinite(v) || (i == j && !(v > 0))) {
                    throw new IllegalArgumentException(
                            "covariance of coefficients " + (i + 1) + " and " + (j + 1) + " is " + v);
                }
                if (Math.abs(v - sigma.get(j, i)) > 1e-6 * Math.sqrt(sigma.get(i, i) * sigma.get(j, j))) {
                    throw new IllegalArgumentException(
                            "covariance of coefficients " + (i + 1) + " and " + (j + 1) + " is not symmetric");
                }
            }
        }
        double[] first = new double[n - pre];
        first[0] = 1;
        return new HonestPath(beta, sigma, pre, first);
    }

    /**
     * Takes the averages by event time of a design with a universal base; terms without variance, among them the base, are left out.
     *
     * @param byEventTime terms of kind {@link Term.Kind#EVENT_TIME}; others are left out
     */
    public static HonestPath of(JointEstimates byEventTime) {
        int[] order = IntStream.range(0, byEventTime.size())
                .filter(i -> byEventTime.terms().get(i).kind() == Term.Kind.EVENT_TIME
                        && !Double.isNaN(byEventTime.standardError(i))
                        && Double.isFinite(byEventTime.value(i)))
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(
                        i -> byEventTime.terms().get(i).first()))
                .mapToInt(Integer::intValue)
                .toArray();
        JointEstimates e = byEventTime.at(order);
        int before = (int) e.terms().stream().filter(t -> t.first() < 0).count();
        return of(e.values(), e.covariance(), before);
    }

    /** The same coefficients, asked for their first period after the start. */
    public HonestPath forFirst() {
        double[] w = new double[weights.length];
        w[0] = 1;
        return new HonestPath(beta, sigma, pre, w);
    }

    /** The same coefficients, asked for the plain average of all periods after the start. */
    public HonestPath forAverage() {
        double[] w = new double[weights.length];
        Arrays.fill(w, 1.0 / w.length);
        return new HonestPath(beta, sigma, pre, w);
    }

    /** The same coefficients, asked for a combination of the periods after the start; weights finite, not all zero. */
    public HonestPath forWeights(double[] w) {
        if (w.length != weights.length || Arrays.stream(w).allMatch(v -> v == 0)) {
            throw new IllegalArgumentException(
                    w.length + " weights for " + weights.length + " periods after the start");
        }
        return new HonestPath(beta, sigma, pre, w);
    }

    /** How many coefficients are before the start. */
    public int before() {
        return pre;
    }

    /** How many are after it. */
    public int after() {
        return weights.length;
    }

    /** The combination asked for. */
    public double estimate() {
        double s = 0;
        for (int i = 0; i < weights.length; i++) {
            s += weights[i] * beta[pre + i];
        }
        return s;
    }

    /** Interval when trends are parallel. */
    public Interval original(double confidence) {
        double z = new NormalDistribution().inverseCumulativeProbability(0.5 + confidence / 2);
        return new Interval(estimate() - z * sd, estimate() + z * sd, confidence);
    }

    /**
     * Interval when changes after the start are at most {@code mbar} times the largest change before it.
     *
     * @param method hybrid or conditional
     * @return all values on a grid of 1,000 points within 20 standard errors of zero that some set of the union keeps: its ends. An end on
     *     the edge of the grid ({@link #reach}) says only that the interval goes at least so far
     * @throws NotEstimable every value of the grid is rejected
     */
    public Interval relativeMagnitude(double mbar, Method method, double confidence) {
        requireBound(mbar);
        if (method == Method.FIXED_LENGTH) {
            throw new IllegalArgumentException("an interval of fixed length is for smoothness only");
        }
        return ends(-REACH * sd, REACH * sd, magnitudes(mbar), method, confidence);
    }

    /** How far from zero intervals of relative magnitudes are searched: 20 standard errors. */
    public double reach() {
        return REACH * sd;
    }

    private Restriction[] magnitudes(double mbar) {
        return IntStream.range(0, 2 * pre)
                .mapToObj(k -> Restriction.relativeTo(pre, weights.length, mbar, k / 2, k % 2 == 0))
                .toArray(Restriction[]::new);
    }

    /**
     * Interval when the slope of the difference in trends changes by at most m from one period to the next.
     *
     * @param m at least 0, in units of the outcome per period squared
     */
    public Interval smoothness(double m, Method method, double confidence) {
        requireBound(m);
        if (method == Method.FIXED_LENGTH) {
            return new FixedLength(beta, sigma, pre, weights).interval(m, 1 - confidence);
        }
        double slopes = 0;
        int post = weights.length;
        for (int s = 1; s <= post; s++) {
            double sum = 0;
            for (int t = 1; t <= s; t++) {
                sum += t * weights[post - s + t - 1];
            }
            slopes += Math.abs(sum);
        }
        double reach = m * slopes + REACH * sd;
        return ends(-reach, reach, new Restriction[] {Restriction.smooth(pre, post, m)}, method, confidence);
    }

    /**
     * The largest bound at which the interval still leaves out zero, to a thousandth of {@code most}.
     *
     * @param relative relative magnitudes; else smoothness with intervals of fixed length
     * @param most where the search ends
     * @return 0 when zero is inside even with bound 0; {@code most} when zero is outside throughout
     */
    public double breakdown(boolean relative, double most, double confidence) {
        double low = 0;
        double high = most;
        if (keepsZero(relative, 0, confidence)) {
            return 0;
        }
        if (!keepsZero(relative, most, confidence)) {
            return most;
        }
        while (high - low > most / 1000) {
            double mid = (low + high) / 2;
            if (keepsZero(relative, mid, confidence)) {
                high = mid;
            } else {
                low = mid;
            }
        }
        return low;
    }

    private boolean keepsZero(boolean relative, double bound, double confidence) {
        if (!relative) {
            return smoothness(bound, Method.FIXED_LENGTH, confidence).contains(0);
        }
        return IntStream.range(0, 2 * pre)
                .parallel()
                .anyMatch(k -> !new Problem(magnitudes(bound)[k], Method.HYBRID, confidence).rejects(0));
    }

    private static void requireBound(double m) {
        if (!(m >= 0) || Double.isInfinite(m)) {
            throw new IllegalArgumentException("a bound of " + m + "; 0 or more is expected");
        }
    }

    private Interval ends(double low, double high, Restriction[] union, Method method, double confidence) {
        int[][] found = IntStream.range(0, union.length)
                .parallel()
                .mapToObj(k -> new Problem(union[k], method, confidence).ends(low, high))
                .toArray(int[][]::new);
        int first = Arrays.stream(found).mapToInt(f -> f[0]).min().orElse(GRID);
        int last = Arrays.stream(found).mapToInt(f -> f[1]).max().orElse(-1);
        if (first > last) {
            throw new NotEstimable(
                    NotEstimable.Why.NO_CONVERGENCE,
                    "every value is rejected: the periods before the start contradict the bound");
        }
        return new Interval(point(low, high, first), point(low, high, last), confidence);
    }

    private static double point(double low, double high, int i) {
        return low + (high - low) * i / (GRID - 1);
    }

    /** The test for one set: a function of the value asked for. */
    private final class Problem {
        private final ConditionalTest test;
        private final double[] moments;
        private final double[] own;

        Problem(Restriction whole, Method method, double confidence) {
            int post = weights.length;
            Restriction r = post > 1 ? whole.aboutAfter(pre) : whole;
            int rows = r.a().length;
            int free = post - 1;
            while (weights[free] == 0) {
                free--;
            }
            double[][] x = new double[rows][post - 1];
            this.own = new double[rows];
            this.moments = new double[rows];
            for (int i = 0; i < rows; i++) {
                double[] a = r.a()[i];
                own[i] = a[pre + free] / weights[free];
                int at = 0;
                for (int k = 0; k < post; k++) {
                    if (k != free) {
                        x[i][at++] = a[pre + k] - own[i] * weights[k];
                    }
                }
                double s = -r.b()[i];
                for (int k = 0; k < a.length; k++) {
                    s += a[k] * beta[k];
                }
                moments[i] = s;
            }
            double[][] v = new double[rows][];
            Matrix variance = Matrix.of(r.a()).sandwich(sigma);
            for (int i = 0; i < rows; i++) {
                v[i] = variance.row(i);
            }
            double alpha = 1 - confidence;
            this.test = new ConditionalTest(x, v, alpha, method == Method.HYBRID ? alpha / 10 : 0, DRAWS, 0);
        }

        boolean rejects(double theta) {
            double[] y = new double[moments.length];
            for (int i = 0; i < y.length; i++) {
                y[i] = moments[i] - own[i] * theta;
            }
            return test.rejects(y);
        }

        /** First and last point of the grid that is kept; first after last when none is. */
        int[] ends(double low, double high) {
            int first = 0;
            while (first < GRID && rejects(point(low, high, first))) {
                first++;
            }
            int last = GRID - 1;
            while (last > first && rejects(point(low, high, last))) {
                last--;
            }
            return first == GRID ? new int[] {GRID, -1} : new int[] {first, last};
        }
    }
}
