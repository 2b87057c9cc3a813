package org.writwatch.estimates.drdid;

import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.NotEstimable;

/**
 * Two groups of units with their covariates, compared by several changes of the outcome: the chance of treatment is estimated once.
 * Immutable; safe to share.
 */
public final class Comparison {
    private final Method method;
    private final Sample sample;
    private final @Nullable Score score;

    private Comparison(Method method, Sample sample) {
        this.method = method;
        this.sample = sample;
        this.score = PanelModel.scoreFor(method, sample);
    }

    /**
     * Prepares.
     *
     * @param treated whether a unit is in the treated group
     * @param x covariates, row after row, {@code p} to a row, a constant among them
     * @param weights at least 0, any scale
     * @throws NotEstimable collinear covariates, or no overlap
     */
    public static Comparison of(Method method, boolean[] treated, double[] x, int p, double[] weights) {
        return new Comparison(method, Sample.changes(treated, new double[treated.length], x, p, weights));
    }

    /**
     * Fits one change.
     *
     * @throws NotEstimable a group without weight, or collinear covariates among comparison units
     */
    public PanelModel fit(double[] change) {
        return PanelModel.fit(method, sample.withChange(change), score);
    }

    /** Largest chance of treatment given the covariates; 0 when the method uses none. */
    public double highestChance() {
        return score == null ? 0 : score.highest();
    }
}
