package org.writwatch.estimates.fixedeffects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.panel.Dropped;

/**
 * A regression with fixed effects: {@code E[y] = x b + effects}, or {@code E[y] = exp(x b + effects + offset)}.
 *
 * <p>Left out and reported: rows with a missing number, without weight, or alone in a fixed effect; for counts, fixed effects whose
 * outcomes are all zero (they say nothing of b). A regressor that the fixed effects and the regressors before it explain is left out
 * and named. Without fixed effects there is a constant.
 *
 * <p>A builder; not for sharing between threads. Arrays are not copied and must not change before {@link #fit()} returns.
 */
public final class FixedEffectsModel {
    private final double[] y;
    private final List<int[]> effects = new ArrayList<>();
    private final List<Design.Column> parts = new ArrayList<>();
    private Family family = Family.LINEAR;
    private double @Nullable [] weights;
    private double @Nullable [] offset;
    private boolean keepSingletons;
    private int mostLevels = Design.MOST_LEVELS;

    private FixedEffectsModel(double[] y) {
        this.y = y;
    }

    /** Starts a linear model of this outcome. */
    public static FixedEffectsModel of(double[] outcome) {
        return new FixedEffectsModel(outcome);
    }

    public FixedEffectsModel family(Family f) {
        this.family = f;
        return this;
    }

    /** Adds a fixed effect by its label per row. */
    public FixedEffectsModel absorb(int[] labels) {
        requireLength(labels.length);
        effects.add(labels);
        return this;
    }

    /** Adds a regressor. */
    public FixedEffectsModel regressor(String name, double[] values) {
        requireLength(values.length);
        parts.add(new Design.Column(List.of(Term.coefficient(name)), null, values));
        return this;
    }

    /**
     * Adds the indicators of a category.
     *
     * @param terms what each category's coefficient is of
     * @param code position among the terms per row; -1 for none
     */
    public FixedEffectsModel indicators(List<Term> terms, int[] code) {
        requireLength(code.length);
        parts.add(new Design.Column(List.copyOf(terms), code, null));
        return this;
    }

    /** Weights, at least 0. */
    public FixedEffectsModel weights(double[] w) {
        requireLength(w.length);
        this.weights = w;
        return this;
    }

    /** A known part of the log mean, for instance the log of the population at risk; Poisson only. */
    public FixedEffectsModel offset(double[] logs) {
        requireLength(logs.length);
        this.offset = logs;
        return this;
    }

    /** Keeps rows that are alone in a fixed effect; they say nothing of the coefficients but count as rows. */
    public FixedEffectsModel keepSingletons() {
        this.keepSingletons = true;
        return this;
    }

    /** Solves all fixed effects as one system, however many levels there are, so that predictions can be had. */
    public FixedEffectsModel solveTogether() {
        return mostLevels(Integer.MAX_VALUE);
    }

    /** From how many levels on fixed effects are swept out instead of solved; the answer is the same. */
    FixedEffectsModel mostLevels(int levels) {
        this.mostLevels = levels;
        return this;
    }

    /**
     * Fits.
     *
     * @throws NotEstimable no row or no regressor is left, or the iterations did not settle
     * @throws IllegalArgumentException a negative weight, or a negative count, with its row
     */
    public FixedEffectsFit fit() {
        if (offset != null && family != Family.POISSON) {
            throw new IllegalArgumentException("an offset belongs to a Poisson model");
        }
        List<Dropped> dropped = new ArrayList<>();
        boolean[] keep = usable(dropped);
        Effects e = Effects.of(keep, effects, keepSingletons, family == Family.POISSON ? y : null, dropped);
        Design design = Design.of(e, parts.stream().map(p -> p.arranged(e)).toList(), mostLevels);
        double[] mine = e.arranged(y);
        double[] w = weights == null ? null : e.arranged(weights);
        Solution s = family == Family.LINEAR
                ? Solution.linear(design, mine, w)
                : Solution.poisson(design, mine, w, offset == null ? null : e.arranged(offset));
        List<int[]> labels = List.copyOf(effects);
        List<Design.Column> columns = List.copyOf(parts);
        return new FixedEffectsFit(
                family, design, e, s, dropped, () -> Predictions.of(e, design, s, labels, columns, y));
    }

    private boolean[] usable(List<Dropped> dropped) {
        boolean[] keep = new boolean[y.length];
        int[] count = new int[2];
        int[] first = new int[2];
        for (int r = 0; r < y.length; r++) {
            double sum = y[r] + (offset == null ? 0 : offset[r]);
            for (Design.Column p : parts) {
                sum += p.value == null ? 0 : p.value[r];
            }
            double w = weights == null ? 1 : weights[r];
            if (w < 0) {
                throw new IllegalArgumentException("row " + r + ": weight " + w);
            }
            if (!Double.isFinite(sum) || !Double.isFinite(w)) {
                first[0] = count[0]++ == 0 ? r : first[0];
            } else if (w == 0) {
                first[1] = count[1]++ == 0 ? r : first[1];
            } else {
                if (family == Family.POISSON && y[r] < 0) {
                    throw new IllegalArgumentException("row " + r + ": a Poisson model of " + y[r]);
                }
                keep[r] = true;
            }
        }
        if (count[0] > 0) {
            dropped.add(new Dropped(Dropped.Reason.NOT_FINITE, count[0], first[0]));
        }
        if (count[1] > 0) {
            dropped.add(new Dropped(Dropped.Reason.NO_WEIGHT, count[1], first[1]));
        }
        return keep;
    }

    private void requireLength(int n) {
        if (n != y.length) {
            throw new IllegalArgumentException(n + " rows; the outcome has " + y.length);
        }
    }

    /** An {@link #indicators} code per row from category labels: {@code -1} where the label is not among them. */
    static int[] positions(double[] labels, double[] among) {
        int[] out = new int[labels.length];
        for (int r = 0; r < out.length; r++) {
            out[r] = Math.max(-1, Arrays.binarySearch(among, labels[r]));
        }
        return out;
    }
}
