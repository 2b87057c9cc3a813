package org.writwatch.estimates.synthetic;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.placebo.RankInference;

/**
 * Synthetic difference in differences, synthetic control, and plain difference in differences, for units that all start at one time.
 *
 * <p>Estimand: the average effect on the treated units over the periods from the start on. Assumption: the weighted comparison units would
 * have gone on moving as the treated ones. Weights, penalties and the rule that ends the iterations are those of the package synthdid
 * ({@code zeta = (treated units x later periods)^(1/4)} times the standard deviation of first differences of comparison units before the
 * start; weights of a quarter of the largest or less are set to zero and the rest refitted).
 *
 * <p>Errors: for one treated unit there is no analytic or jackknife error; every comparison unit is put in its place instead, all of them,
 * with no draw at random. Immutable; safe to share.
 */
public final class Synthetic {
    private static final int BEFORE_SPARSE = 100;

    /**
     * When the iterations for the weights end.
     *
     * @param smallest smallest fall of the root of the objective, as a share of the noise level
     * @param steps most steps
     */
    public record Precision(double smallest, int steps) {
        /** Those of the package synthdid. */
        public static final Precision USUAL = new Precision(1e-5, 10_000);
    }

    private final SyntheticDesign design;
    private final Precision precision;
    private final double[][] y;
    private final int controls;
    private final int before;
    private final double[] unitWeights;
    private final double[] periodWeights;
    private final double effect;

    private Synthetic(
            SyntheticDesign design,
            Precision precision,
            double[][] y,
            int controls,
            int before,
            double[] unitWeights,
            double[] periodWeights) {
        this.design = design;
        this.precision = precision;
        this.y = y;
        this.controls = controls;
        this.before = before;
        this.unitWeights = unitWeights;
        this.periodWeights = periodWeights;
        this.effect = contrast(IntStream.range(0, y.length).toArray(), unitWeights);
    }

    /**
     * Fits.
     *
     * @param y outcomes: a row per unit, comparison units first; a column per period; finite
     * @param controls how many comparison units; at least 2
     * @param before how many periods are before the start; at least 2
     * @throws NotEstimable fewer comparison units or periods
     */
    public static Synthetic fit(SyntheticDesign design, double[][] y, int controls, int before) {
        return fit(design, y, controls, before, Precision.USUAL);
    }

    /** The same with another end of the iterations. */
    public static Synthetic fit(SyntheticDesign design, double[][] y, int controls, int before, Precision precision) {
        if (controls < 2 || controls >= y.length) {
            throw new NotEstimable(
                    NotEstimable.Why.NO_CONTROLS,
                    controls + " comparison units of " + y.length + "; at least 2 are needed");
        }
        int periods = y[0].length;
        if (before < 2 || before >= periods) {
            throw new NotEstimable(
                    NotEstimable.Why.TOO_FEW_PERIODS,
                    before + " periods before the start of " + periods + "; 2 before and 1 after are the least");
        }
        double noise = noise(y, controls, before);
        double eta = Math.pow((double) (y.length - controls) * (periods - before), 0.25);
        double smallest = precision.smallest() * noise;
        double[] units = SimplexWeights.equal(controls);
        double[] times = SimplexWeights.equal(before);
        boolean did = design == SyntheticDesign.SYNTHETIC_DID;
        if (did) {
            double[][] columns = new double[before][controls];
            double[] target = new double[controls];
            for (int i = 0; i < controls; i++) {
                for (int t = 0; t < before; t++) {
                    columns[t][i] = y[i][t];
                }
                target[i] = mean(y[i], before, periods);
            }
            times = solve(new SimplexWeights(columns, target, true, 1e-6 * noise, smallest), before, precision);
        } else if (design == SyntheticDesign.SYNTHETIC_CONTROL) {
            times = new double[before];
        }
        if (design != SyntheticDesign.DIFFERENCE_IN_DIFFERENCES) {
            double[][] columns = new double[controls][];
            double[] target = new double[before];
            for (int i = 0; i < controls; i++) {
                columns[i] = Arrays.copyOf(y[i], before);
            }
            for (int i = controls; i < y.length; i++) {
                for (int t = 0; t < before; t++) {
                    target[t] += y[i][t] / (y.length - controls);
                }
            }
            double zeta = (did ? eta : 1e-6) * noise;
            units = solve(new SimplexWeights(columns, target, did, zeta, smallest), controls, precision);
        }
        return new Synthetic(design, precision, y, controls, before, units, times);
    }

    private static double[] solve(SimplexWeights problem, int n, Precision p) {
        double[] rough = problem.from(SimplexWeights.equal(n), BEFORE_SPARSE);
        return problem.from(SimplexWeights.sparse(rough), p.steps());
    }

    private static double noise(double[][] y, int controls, int before) {
        int n = controls * (before - 1);
        double mean = 0;
        for (int i = 0; i < controls; i++) {
            for (int t = 1; t < before; t++) {
                mean += (y[i][t] - y[i][t - 1]) / n;
            }
        }
        double s = 0;
        for (int i = 0; i < controls; i++) {
            for (int t = 1; t < before; t++) {
                double d = y[i][t] - y[i][t - 1] - mean;
                s += d * d;
            }
        }
        return Math.sqrt(s / (n - 1));
    }

    private static double mean(double[] v, int from, int to) {
        double s = 0;
        for (int t = from; t < to; t++) {
            s += v[t];
        }
        return s / (to - from);
    }

    /** After less weighted before, treated mean less weighted comparison units, over some of the units. */
    private double contrast(int[] members, double[] weights) {
        int treated = (int) IntStream.of(members).filter(i -> i >= controls).count();
        double sum = 0;
        for (int i : members) {
            double[] row = y[i];
            double change = mean(row, before, row.length);
            for (int t = 0; t < before; t++) {
                change -= periodWeights[t] * row[t];
            }
            sum += i < controls ? -weights[i] * change : change / treated;
        }
        return sum;
    }

    /** The average effect. */
    public double effect() {
        return effect;
    }

    /** Weight of each comparison unit, in the order given; they sum to one. */
    public double[] unitWeights() {
        return unitWeights.clone();
    }

    /** Weight of each earlier period; they sum to one, or are all zero for the synthetic control. */
    public double[] periodWeights() {
        return periodWeights.clone();
    }

    /** Treated mean less weighted comparison units, per period; with a constant taken out where the design allows one. */
    public double[] gaps() {
        int periods = y[0].length;
        double[] gap = new double[periods];
        for (int i = 0; i < y.length; i++) {
            double w = i < controls ? -unitWeights[i] : 1.0 / (y.length - controls);
            for (int t = 0; t < periods; t++) {
                gap[t] += w * y[i][t];
            }
        }
        double constant = 0;
        for (int t = 0; t < before; t++) {
            constant += periodWeights[t] * gap[t];
        }
        for (int t = 0; t < periods; t++) {
            gap[t] -= constant;
        }
        return gap;
    }

    /**
     * Each comparison unit in the place of one treated unit, the others as its comparison; the treated units left out.
     *
     * @throws NotEstimable fewer than 3 comparison units
     */
    public Synthetic[] placebos() {
        return IntStream.range(0, controls).parallel().mapToObj(this::placebo).toArray(Synthetic[]::new);
    }

    private Synthetic placebo(int j) {
        double[][] rows = new double[controls][];
        int at = 0;
        for (int i = 0; i < controls; i++) {
            if (i != j) {
                rows[at++] = y[i];
            }
        }
        rows[at] = y[j];
        return fit(design, rows, controls - 1, before, precision);
    }

    /**
     * Rank of the effect among the placebos, two-sided; for one treated unit.
     *
     * @param placebos from {@link #placebos()}
     */
    public RankInference rank(Synthetic[] placebos) {
        double[] effects =
                Arrays.stream(placebos).mapToDouble(Synthetic::effect).toArray();
        return RankInference.of(effect, effects, RankInference.Side.TWO_SIDED);
    }

    /** The same by the ratio of root mean squared gaps after and before, which keeps badly fitted units from looking extreme. */
    public RankInference errorRatioRank(Synthetic[] placebos) {
        double[][] gaps = Arrays.stream(placebos).map(Synthetic::gaps).toArray(double[][]::new);
        return RankInference.ofErrorRatios(gaps(), gaps, before);
    }

    /**
     * Standard error by leaving out one unit at a time with the weights kept (Arkhangelsky et al. 2021, algorithm 3).
     *
     * @throws NotEstimable one treated unit, or one comparison unit holds all the weight
     */
    public double jackknife() {
        int n = y.length;
        long weighted = Arrays.stream(unitWeights).filter(w -> w != 0).count();
        if (n - controls < 2 || weighted < 2) {
            throw new NotEstimable(
                    NotEstimable.Why.TOO_FEW_UNITS,
                    (n - controls) + " treated unit and " + weighted
                            + " comparison units with weight; the jackknife needs 2 of each");
        }
        double[] left = new double[n];
        for (int out = 0; out < n; out++) {
            int leave = out;
            double[] w = unitWeights.clone();
            if (out < controls) {
                double rest = 1 - w[out];
                w[out] = 0;
                for (int i = 0; i < controls; i++) {
                    w[i] /= rest;
                }
            }
            left[out] = contrast(IntStream.range(0, n).filter(i -> i != leave).toArray(), w);
        }
        double mean = Arrays.stream(left).average().orElse(0);
        double s = Arrays.stream(left).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt((n - 1.0) / n * s);
    }

    /**
     * Standard error by drawing units with replacement and fitting again (Arkhangelsky et al. 2021, algorithm 2); draws without a treated or
     * without two comparison units are drawn anew, and the standard deviation is that over all draws, as in the package synthdid.
     *
     * @param draws at least 2
     * @throws NotEstimable one treated unit: a draw would hold it several times or not at all
     */
    public double bootstrapError(int draws, long seed) {
        int n = y.length;
        if (n - controls < 2) {
            throw new NotEstimable(
                    NotEstimable.Why.TOO_FEW_UNITS, (n - controls) + " treated unit; the bootstrap needs 2 or more");
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] effects = new double[draws];
        for (int d = 0; d < draws; d++) {
            int[] members;
            long fromControls;
            do {
                members = random.ints(n, 0, n).sorted().toArray();
                fromControls = IntStream.of(members).filter(i -> i < controls).count();
            } while (fromControls < 2 || fromControls == n);
            double[][] rows = IntStream.of(members).mapToObj(i -> y[i]).toArray(double[][]::new);
            effects[d] = fit(design, rows, (int) fromControls, before, precision).effect;
        }
        return spread(effects);
    }

    /**
     * Standard error from placebos with as many treated units as there are, drawn from the comparison units (algorithm 4); for several
     * treated units, where not all choices can be tried.
     */
    public double placeboError(int draws, long seed) {
        int treated = y.length - controls;
        if (treated >= controls - 1) {
            throw new NotEstimable(
                    NotEstimable.Why.NO_CONTROLS,
                    controls + " comparison units for " + treated
                            + " treated; placebos need more than one beyond them");
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] effects = new double[draws];
        for (int d = 0; d < draws; d++) {
            int[] order = IntStream.range(0, controls).toArray();
            for (int i = controls - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swap = order[i];
                order[i] = order[j];
                order[j] = swap;
            }
            double[][] rows = new double[controls][];
            for (int i = 0; i < controls; i++) {
                rows[i] = y[order[i]];
            }
            effects[d] = fit(design, rows, controls - treated, before, precision).effect;
        }
        return spread(effects);
    }

    /** Population standard deviation of placebo effects: the standard error of one treated unit as synthdid's placebo method has it. */
    public static double spread(double[] effects) {
        double mean = Arrays.stream(effects).average().orElse(0);
        return Math.sqrt(Arrays.stream(effects)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0));
    }

    /**
     * Conformal p value of no effect in any period (Chernozhukov, Wuthrich and Zhu 2021): weights are fitted to all periods as if there were
     * no effect, and the mean absolute gap after the start is compared with that of every cyclic shift of the gaps. For one treated unit.
     * No p below one over the number of periods exists.
     *
     * @param effect constant effect that is taken out of the treated unit first: the null
     */
    public double conformal(double effect) {
        int periods = y[0].length;
        double[] treated = new double[periods];
        for (int i = controls; i < y.length; i++) {
            for (int t = 0; t < periods; t++) {
                treated[t] += (y[i][t] - (t >= before ? effect : 0)) / (y.length - controls);
            }
        }
        double[][] columns = Arrays.copyOf(y, controls);
        double noise = noise(y, controls, before);
        boolean constant = design != SyntheticDesign.SYNTHETIC_CONTROL;
        SimplexWeights problem =
                new SimplexWeights(columns, treated, constant, 1e-6 * noise, precision.smallest() * noise);
        double[] w = design == SyntheticDesign.DIFFERENCE_IN_DIFFERENCES
                ? SimplexWeights.equal(controls)
                : problem.from(SimplexWeights.equal(controls), precision.steps());
        double[] gap = treated.clone();
        for (int i = 0; i < controls; i++) {
            for (int t = 0; t < periods; t++) {
                gap[t] -= w[i] * y[i][t];
            }
        }
        if (constant) {
            double mean = Arrays.stream(gap).average().orElse(0);
            for (int t = 0; t < periods; t++) {
                gap[t] -= mean;
            }
        }
        int larger = 0;
        double own = statistic(gap, 0);
        for (int shift = 0; shift < periods; shift++) {
            if (statistic(gap, shift) >= own * (1 - 1e-12)) {
                larger++;
            }
        }
        return larger / (double) periods;
    }

    private double statistic(double[] gap, int shift) {
        double s = 0;
        for (int t = before; t < gap.length; t++) {
            s += Math.abs(gap[(t + shift) % gap.length]);
        }
        return s;
    }
}
