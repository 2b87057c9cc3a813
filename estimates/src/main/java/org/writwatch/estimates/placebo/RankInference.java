package org.writwatch.estimates.placebo;

import java.util.Arrays;
import java.util.Optional;
import org.writwatch.estimates.Interval;

/**
 * Rank of one treated unit among comparison units for which the same number was computed (Abadie, Diamond and Hainmueller
 * 2010, section 2.4; Conley and Taber 2011 for the interval).
 *
 * <p>The p value is {@code rank / (J + 1)}: exact when, without an effect, the treated unit would be exchangeable with the
 * J others. Ties count against the treated unit, so p errs upwards and does not depend on order. With J comparison units
 * no p below {@code 1 / (J + 1)} exists; with J below 19 nothing can be claimed at 5 %.
 *
 * @param statistic the treated unit's number
 * @param comparisons J, how many comparison units; at least 1
 * @param rank 1 = most extreme, J + 1 = least
 * @param p {@code rank / (J + 1)}
 * @param smallestP {@code 1 / (J + 1)}
 */
public record RankInference(double statistic, int comparisons, int rank, double p, double smallestP) {
    /** Which direction is extreme. */
    public enum Side {
        /** Far from zero. */
        TWO_SIDED,
        /** Low. */
        LOWER,
        /** High. */
        UPPER
    }

    public RankInference {
        if (comparisons < 1 || rank < 1 || rank > comparisons + 1) {
            throw new IllegalArgumentException("rank " + rank + " of " + (comparisons + 1));
        }
    }

    /**
     * Ranks one number among others.
     *
     * @param treated the treated unit's number
     * @param placebos the same number for J comparison units, any order; at least one, finite
     * @param side which direction is extreme
     * @throws IllegalArgumentException no comparison unit, or a number that is not finite (with its position)
     */
    public static RankInference of(double treated, double[] placebos, Side side) {
        requireFinite(treated, placebos);
        int atLeastAsExtreme = 0;
        for (double placebo : placebos) {
            if (extremity(placebo, side) >= extremity(treated, side)) {
                atLeastAsExtreme++;
            }
        }
        int n = placebos.length + 1;
        return new RankInference(treated, placebos.length, atLeastAsExtreme + 1, (atLeastAsExtreme + 1.0) / n, 1.0 / n);
    }

    /**
     * Effects the two-sided rank test does not reject: {@code treated - effect} is ranked among the placebos for every
     * constant effect. Symmetric about the treated unit's number.
     *
     * @param confidence nominal coverage, for instance 0.95
     * @return empty when J is too small to reject anything at that level: J + 1 below {@code 1 / (1 - confidence)}
     */
    public static Optional<Interval> interval(double treated, double[] placebos, double confidence) {
        requireFinite(treated, placebos);
        // 1e-9: 0.05 * 20 must count as 1 although 1 - 0.95 is a shade above 0.05 in binary, or below.
        int allowed = (int) Math.floor((1 - confidence) * (placebos.length + 1) + 1e-9);
        if (allowed < 1) {
            return Optional.empty();
        }
        double[] sizes = Arrays.stream(placebos).map(Math::abs).sorted().toArray();
        double reach = sizes[sizes.length - allowed];
        return Optional.of(new Interval(treated - reach, treated + reach, confidence));
    }

    /**
     * Ranks a treated unit by its ratio of prediction errors after and before (Abadie, Diamond and Hainmueller 2010), which
     * keeps badly fitted comparison units from looking extreme. High is extreme.
     *
     * @param treatedGaps actual minus counterfactual of the treated unit, all periods in order
     * @param placeboGaps the same for each comparison unit
     * @param before how many leading periods are before treatment; at least 1 and fewer than there are
     */
    public static RankInference ofErrorRatios(double[] treatedGaps, double[][] placeboGaps, int before) {
        double[] ratios = new double[placeboGaps.length];
        for (int j = 0; j < ratios.length; j++) {
            ratios[j] = errorRatio(placeboGaps[j], before);
        }
        return of(errorRatio(treatedGaps, before), ratios, Side.UPPER);
    }

    /**
     * Root mean squared gap after treatment over that before.
     *
     * @param gaps actual minus counterfactual, all periods in order
     * @param before how many leading periods are before treatment
     * @return at least 0; 0 over 0 counts as 1, anything else over 0 as {@link Double#MAX_VALUE}
     */
    public static double errorRatio(double[] gaps, int before) {
        if (before < 1 || before >= gaps.length) {
            throw new IllegalArgumentException(before + " periods before treatment of " + gaps.length);
        }
        double pre = rootMeanSquare(gaps, 0, before);
        double post = rootMeanSquare(gaps, before, gaps.length);
        if (pre == 0) {
            return post == 0 ? 1 : Double.MAX_VALUE;
        }
        return post / pre;
    }

    /** Whether a claim at this level is open to these data at all. */
    public boolean couldReach(double alpha) {
        return smallestP <= alpha + 1e-12;
    }

    private static double rootMeanSquare(double[] gaps, int from, int to) {
        double s = 0;
        for (int t = from; t < to; t++) {
            s += gaps[t] * gaps[t];
        }
        return Math.sqrt(s / (to - from));
    }

    private static double extremity(double value, Side side) {
        return switch (side) {
            case TWO_SIDED -> Math.abs(value);
            case LOWER -> -value;
            case UPPER -> value;
        };
    }

    private static void requireFinite(double treated, double[] placebos) {
        if (placebos.length == 0) {
            throw new IllegalArgumentException("no comparison units");
        }
        if (!Double.isFinite(treated)) {
            throw new IllegalArgumentException("the treated unit's number is " + treated);
        }
        for (int j = 0; j < placebos.length; j++) {
            if (!Double.isFinite(placebos[j])) {
                throw new IllegalArgumentException("comparison unit " + j + " has " + placebos[j]);
            }
        }
    }
}
