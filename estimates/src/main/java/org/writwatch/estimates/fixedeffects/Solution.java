package org.writwatch.estimates.fixedeffects;

import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.NotEstimable;

/** Coefficients of a design, with what standard errors need. Arrays are not copied. */
final class Solution {
    private static final int MOST_STEPS = 60;
    private static final double SETTLED = 1e-8;
    /** A log mean that still moves this much when the deviance has settled is on its way to minus infinity. */
    private static final double STILL_MOVING = 0.3;

    /** The design under the final weights. */
    final Partialled partialled;
    /** By column of the design. */
    final double[] beta;
    /** Of the (working) outcome; weight times residual is the score's scalar part. */
    final double[] residuals;
    /** Mean of the outcome per row. */
    final double[] fitted;

    private Solution(Partialled partialled, double[] beta, double[] residuals, double[] fitted) {
        this.partialled = partialled;
        this.beta = beta;
        this.residuals = residuals;
        this.fitted = fitted;
    }

    static Solution linear(Design design, double[] y, double @Nullable [] weights) {
        Partialled p = design.partialled(weights);
        double[] target = design.prepared(y, weights);
        double[] beta = p.coefficients(target);
        double[] u = p.residuals(target, beta);
        double[] fitted = new double[y.length];
        for (int r = 0; r < y.length; r++) {
            fitted[r] = y[r] - u[r];
        }
        return new Solution(p, beta, u, fitted);
    }

    /**
     * Iteratively reweighted least squares, from R's start and with fixest's stopping rule (relative change of the deviance below
     * {@value #SETTLED}, errors under the weights of the last step): the eighth digit of a standard error depends on both.
     *
     * @throws NotEstimable the deviance did not settle, or a fitted log mean runs off: some regressor separates the zeros
     */
    static Solution poisson(Design design, double[] y, double @Nullable [] weights, double @Nullable [] offset) {
        int n = y.length;
        double[] eta = new double[n];
        double[] mu = new double[n];
        for (int r = 0; r < n; r++) {
            mu[r] = y[r] + 0.1;
            eta[r] = Math.log(mu[r]);
        }
        double deviance = Double.POSITIVE_INFINITY;
        for (int step = 1; step <= MOST_STEPS; step++) {
            double[] w = new double[n];
            double[] z = new double[n];
            for (int r = 0; r < n; r++) {
                w[r] = mu[r] * (weights == null ? 1 : weights[r]);
                z[r] = eta[r] - (offset == null ? 0 : offset[r]) + (y[r] - mu[r]) / mu[r];
            }
            Partialled p = design.partialled(w);
            double[] target = design.prepared(z, w);
            double[] beta = p.coefficients(target);
            double[] u = p.residuals(target, beta);
            double now = 0;
            double moved = 0;
            for (int r = 0; r < n; r++) {
                double next = z[r] - u[r] + (offset == null ? 0 : offset[r]);
                moved = Math.max(moved, Math.abs(next - eta[r]));
                eta[r] = next;
                mu[r] = Math.exp(eta[r]);
                double part = y[r] > 0 ? y[r] * Math.log(y[r] / mu[r]) - (y[r] - mu[r]) : mu[r];
                now += 2 * (weights == null ? 1 : weights[r]) * part;
            }
            boolean settled = Math.abs(now - deviance) < SETTLED * (0.1 + Math.abs(now));
            if (!Double.isFinite(now) || (settled && moved > STILL_MOVING)) {
                throw new NotEstimable(
                        NotEstimable.Why.NO_CONVERGENCE,
                        "a fitted count runs to nothing: a regressor or fixed effect singles out rows without any count");
            }
            if (settled) {
                return new Solution(p, beta, u, mu);
            }
            deviance = now;
        }
        throw new NotEstimable(
                NotEstimable.Why.NO_CONVERGENCE, "the counts' deviance did not settle in " + MOST_STEPS + " steps");
    }
}
