package org.writwatch.estimates;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.linear.Cholesky;
import org.writwatch.estimates.linear.Matrix;

/**
 * Estimates of several quantities together with their covariance, whatever design made them. Intervals, simultaneous bands and
 * tests are chosen here, after fitting.
 *
 * <p>An estimate that is fixed by the design (a base period) has no variance: its standard error is NaN. Immutable as long as
 * callers leave the matrix alone; safe to share.
 */
public final class JointEstimates {
    /** Normal intervals. */
    public static final double NORMAL = Double.POSITIVE_INFINITY;

    /** A standard error below this is no error at all, as in the package did. */
    private static final double NO_VARIANCE = Math.sqrt(Math.ulp(1.0)) * 10;

    private static final double INTERQUARTILE = 2 * 0.6744897501960817;

    private final List<Term> terms;
    private final double[] values;
    private final Matrix covariance;
    private final double degreesOfFreedom;
    private final @Nullable Matrix draws;

    /**
     * Puts estimates together.
     *
     * @param terms what each is of
     * @param values one per term; NaN when it could not be computed
     * @param covariance square, one row per term
     * @param degreesOfFreedom of the t distribution of intervals; {@link #NORMAL} for a normal one
     */
    public JointEstimates(List<Term> terms, double[] values, Matrix covariance, double degreesOfFreedom) {
        this(terms, values, covariance, degreesOfFreedom, null);
    }

    private JointEstimates(
            List<Term> terms, double[] values, Matrix covariance, double degreesOfFreedom, @Nullable Matrix draws) {
        if (values.length != terms.size() || covariance.rows() != terms.size()) {
            throw new IllegalArgumentException(
                    terms.size() + " terms, " + values.length + " values, " + covariance.rows() + " rows");
        }
        this.terms = List.copyOf(terms);
        this.values = values.clone();
        this.covariance = covariance;
        this.degreesOfFreedom = degreesOfFreedom;
        this.draws = draws;
    }

    /**
     * The same estimates with bootstrap draws of their errors, one row per draw. Standard errors and simultaneous bands are then
     * those of the draws: the interquartile range over that of a standard normal, and the quantile of the largest studentised
     * error (Callaway and Sant'Anna 2021, algorithm 1).
     */
    public JointEstimates withDraws(Matrix errors) {
        if (errors.columns() != size()) {
            throw new IllegalArgumentException(errors.columns() + " columns of draws for " + size() + " estimates");
        }
        return new JointEstimates(terms, values, covariance, degreesOfFreedom, errors);
    }

    public List<Term> terms() {
        return terms;
    }

    public int size() {
        return terms.size();
    }

    public double value(int i) {
        return values[i];
    }

    /** All values, copied. */
    public double[] values() {
        return values.clone();
    }

    /** Standard error; NaN when the estimate has no variance. */
    public double standardError(int i) {
        double se = Math.sqrt(covariance.get(i, i));
        if (!(se > NO_VARIANCE)) {
            return Double.NaN;
        }
        return draws == null ? se : ofDraws(draws, i);
    }

    public Matrix covariance() {
        return covariance;
    }

    public double degreesOfFreedom() {
        return degreesOfFreedom;
    }

    /**
     * Position of a term.
     *
     * @throws IllegalArgumentException not among the terms
     */
    public int indexOf(Term term) {
        int i = terms.indexOf(term);
        if (i < 0) {
            throw new IllegalArgumentException("no " + term + " among " + terms);
        }
        return i;
    }

    /** Interval for one estimate by itself; both ends NaN cannot be: an estimate without variance has its value as both. */
    public Interval interval(int i, double confidence) {
        return around(i, pointwiseCritical(confidence), confidence);
    }

    /** The multiple of a standard error that makes an interval for one estimate by itself. */
    public double pointwiseCritical(double confidence) {
        double p = 0.5 + confidence / 2;
        return Double.isInfinite(degreesOfFreedom)
                ? new NormalDistribution().inverseCumulativeProbability(p)
                : new TDistribution(degreesOfFreedom).inverseCumulativeProbability(p);
    }

    private static double ofDraws(Matrix draws, int i) {
        double[] column = IntStream.range(0, draws.rows())
                .mapToDouble(b -> draws.get(b, i))
                .sorted()
                .toArray();
        return (quantile(column, 0.75) - quantile(column, 0.25)) / INTERQUARTILE;
    }

    /** Order statistic at {@code ceil(p n)}. */
    private static double quantile(double[] sorted, double p) {
        return sorted[Math.max(0, (int) Math.ceil(p * sorted.length - 1e-9) - 1)];
    }

    /**
     * The multiple of the standard errors that covers all estimates at once (sup-t band; Montiel Olea and Plagborg-Moller
     * 2019). Given the data, a multiplier bootstrap with Gaussian multipliers is exactly normal with this covariance, so it is
     * simulated in as many dimensions as there are estimates, not units (Callaway and Sant'Anna 2021, section 4).
     *
     * @param seed of the simulation, used when there are no bootstrap draws; the same seed gives the same bits on any machine
     */
    public double simultaneousCritical(double confidence, long seed) {
        int[] varying = IntStream.range(0, size())
                .filter(i -> !Double.isNaN(standardError(i)))
                .toArray();
        double pointwise = pointwiseCritical(confidence);
        if (varying.length == 0) {
            return pointwise;
        }
        Matrix errors = draws;
        if (errors != null) {
            double[] scale =
                    IntStream.of(varying).mapToDouble(this::standardError).toArray();
            double[] largest = IntStream.range(0, errors.rows())
                    .mapToDouble(b -> IntStream.range(0, varying.length)
                            .mapToDouble(j -> Math.abs(errors.get(b, varying[j])) / scale[j])
                            .max()
                            .orElse(0))
                    .sorted()
                    .toArray();
            return quantile(largest, confidence);
        }
        return Math.max(pointwise, SupT.critical(covariance.part(varying), confidence, seed));
    }

    /** One end to the other of the estimate plus and minus a multiple of its standard error. */
    public Interval around(int i, double critical, double confidence) {
        double se = standardError(i);
        double reach = Double.isNaN(se) ? 0 : critical * se;
        return new Interval(values[i] - reach, values[i] + reach, confidence);
    }

    /** Two-sided p value of one estimate against zero; NaN without variance. */
    public double p(int i) {
        double t = Math.abs(values[i] / standardError(i));
        if (Double.isNaN(t)) {
            return Double.NaN;
        }
        return Double.isInfinite(degreesOfFreedom)
                ? 2 * new NormalDistribution().cumulativeProbability(-t)
                : 2 * new TDistribution(degreesOfFreedom).cumulativeProbability(-t);
    }

    /**
     * Joint test that the estimates at these positions are all zero: {@code b' V^-1 b} against chi-squared.
     *
     * @throws NotEstimable their covariance is singular
     */
    public Wald wald(int[] positions) {
        double[] b = new double[positions.length];
        for (int i = 0; i < b.length; i++) {
            b[i] = values[positions[i]];
        }
        if (b.length == 0) {
            throw new NotEstimable(NotEstimable.Why.TOO_FEW_PERIODS, "no estimates to test");
        }
        double[] solved = Cholesky.of(covariance.part(positions)).solve(b);
        double w = 0;
        for (int i = 0; i < b.length; i++) {
            w += b[i] * solved[i];
        }
        return new Wald(w, b.length, 1 - new ChiSquaredDistribution(b.length).cumulativeProbability(w));
    }

    /** Linear combinations: row i of {@code weights} makes term i. */
    public JointEstimates combined(List<Term> newTerms, Matrix weights) {
        return new JointEstimates(
                newTerms,
                weights.times(values),
                weights.sandwich(covariance),
                degreesOfFreedom,
                draws == null ? null : draws.times(weights.transposed()));
    }

    /** The estimates at these positions, in that order. */
    public JointEstimates at(int[] positions) {
        return new JointEstimates(
                IntStream.of(positions).mapToObj(terms::get).toList(),
                IntStream.of(positions).mapToDouble(i -> values[i]).toArray(),
                covariance.part(positions),
                degreesOfFreedom,
                draws == null ? null : draws.columns(positions));
    }

    /**
     * A joint test.
     *
     * @param statistic chi-squared under the null
     * @param degreesOfFreedom number of restrictions
     * @param p upper tail probability
     */
    public record Wald(double statistic, int degreesOfFreedom, double p) {}
}
