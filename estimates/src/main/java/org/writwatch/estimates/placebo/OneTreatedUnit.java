package org.writwatch.estimates.placebo;

import java.util.Arrays;
import java.util.Optional;
import org.writwatch.estimates.Interval;
import org.writwatch.estimates.NotEstimable;

/**
 * Difference in differences for one treated unit against units never treated, with inference from those units only.
 *
 * <p>Estimand: the treated unit's mean after the start less its mean before, less the same change averaged over the comparison units.
 * Assumption: without treatment its change would have been drawn like theirs. Standard errors that count on many treated units say
 * nothing here and are not computed. Given instead: the rank of the change among comparison units, each put in the treated unit's place
 * and measured against the others (J + 1 changes, so no p below {@code 1 / (J + 1)}); the interval of Conley and Taber (2011) from the
 * quantiles of the comparison units' deviations; and the test of Ferman and Pinto (2019), which lets the variance of a deviation depend on
 * the size of the unit, {@code a + b / size}, and rescales deviations to the treated unit's size. Immutable; safe to share.
 */
public final class OneTreatedUnit {
    private final double effect;
    private final double[] deviations;
    private final double[] placebos;

    private OneTreatedUnit(double effect, double[] deviations, double[] placebos) {
        this.effect = effect;
        this.deviations = deviations;
        this.placebos = placebos;
    }

    /**
     * Compares.
     *
     * @param treated series of the treated unit, finite
     * @param donors series of the comparison units, over the same periods; at least 2
     * @param before how many leading periods are before the start; at least 1, fewer than there are
     * @throws NotEstimable fewer than 2 comparison units, or no period on one side
     */
    public static OneTreatedUnit of(double[] treated, double[][] donors, int before) {
        if (donors.length < 2) {
            throw new NotEstimable(
                    NotEstimable.Why.NO_CONTROLS,
                    donors.length + " comparison units; 2 give a number, 19 a test at 5 %");
        }
        if (before < 1 || before >= treated.length) {
            throw new NotEstimable(
                    NotEstimable.Why.TOO_FEW_PERIODS,
                    before + " periods before the start of " + treated.length + "; one is needed on each side");
        }
        double[] change =
                Arrays.stream(donors).mapToDouble(d -> change(d, before)).toArray();
        double mean = Arrays.stream(change).average().orElse(0);
        int j = change.length;
        double[] deviations = new double[j];
        double[] placebos = new double[j];
        for (int i = 0; i < j; i++) {
            deviations[i] = change[i] - mean;
            placebos[i] = deviations[i] * j / (j - 1);
        }
        return new OneTreatedUnit(change(treated, before) - mean, deviations, placebos);
    }

    private static double change(double[] y, int before) {
        double pre = 0;
        double post = 0;
        for (int t = 0; t < y.length; t++) {
            if (t < before) {
                pre += y[t];
            } else {
                post += y[t];
            }
        }
        double v = post / (y.length - before) - pre / before;
        if (!Double.isFinite(v)) {
            throw new IllegalArgumentException("a series holds a number that is not finite");
        }
        return v;
    }

    /** The treated unit's change less the mean change of the comparison units. */
    public double effect() {
        return effect;
    }

    /** Each comparison unit's change less the mean change of the others, in the order given. */
    public double[] placebos() {
        return placebos.clone();
    }

    /** Rank of the effect among the placebos, two-sided. */
    public RankInference rank() {
        return RankInference.of(effect, placebos, RankInference.Side.TWO_SIDED);
    }

    /**
     * The effect less the quantiles of the comparison units' deviations (order statistics).
     *
     * @return empty with fewer than 19 comparison units: their tails then say nothing at the usual levels
     */
    public Optional<Interval> conleyTaber(double confidence) {
        if (deviations.length < 19) {
            return Optional.empty();
        }
        double[] sorted = deviations.clone();
        Arrays.sort(sorted);
        double half = (1 - confidence) / 2;
        return Optional.of(
                new Interval(effect - quantile(sorted, 1 - half), effect - quantile(sorted, half), confidence));
    }

    private static double quantile(double[] sorted, double p) {
        return sorted[Math.max(0, (int) Math.ceil(p * sorted.length - 1e-9) - 1)];
    }

    /**
     * Share of comparison units whose deviation, rescaled to the treated unit's size, is at least as large as the effect.
     *
     * @param size of the treated unit (its population), above 0
     * @param sizes of the comparison units, in the order given
     * @return empty when the fitted variance is not above 0 for every unit
     */
    public Optional<Double> fermanPinto(double size, double[] sizes) {
        int n = deviations.length;
        double mx = 0;
        double my = 0;
        for (int i = 0; i < n; i++) {
            mx += 1 / sizes[i] / n;
            my += deviations[i] * deviations[i] / n;
        }
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < n; i++) {
            double x = 1 / sizes[i] - mx;
            sxx += x * x;
            sxy += x * (deviations[i] * deviations[i] - my);
        }
        double b = sxx == 0 ? 0 : sxy / sxx;
        double a = my - b * mx;
        double own = a + b / size;
        int larger = 0;
        for (int i = 0; i < n; i++) {
            double v = a + b / sizes[i];
            if (!(v > 0) || !(own > 0)) {
                return Optional.empty();
            }
            if (Math.abs(deviations[i] * Math.sqrt(own / v)) >= Math.abs(effect)) {
                larger++;
            }
        }
        return Optional.of(larger / (double) n);
    }
}
