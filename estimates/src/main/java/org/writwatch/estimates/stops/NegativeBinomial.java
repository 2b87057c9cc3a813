package org.writwatch.estimates.stops;

import org.hipparchus.special.Gamma;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.NotEstimable;

/**
 * Counts whose variance is {@code mu + mu^2 / theta}: coefficients and theta by turns, each at its maximum given the other (Venables and
 * Ripley 2002, section 7.4).
 *
 * @param model coefficients given theta
 * @param theta shape, positive; large means nearly Poisson
 * @param thetaError its standard error from the observed information
 */
public record NegativeBinomial(CellModel model, double theta, double thetaError) {
    private static final int MOST_TURNS = 50;

    /**
     * Fits.
     *
     * @throws NotEstimable the turns do not settle, as when counts vary no more than a Poisson's
     */
    public static NegativeBinomial fit(double[][] x, int[] group, double[] counts, double @Nullable [] offset) {
        CellModel model = CellModel.poisson(x, group, counts, offset);
        double theta = theta(counts, model.fitted(), moments(counts, model.fitted(), model.parameters()));
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            model = CellModel.negativeBinomial(x, group, counts, offset, theta);
            double next = theta(counts, model.fitted(), theta);
            boolean settled = Math.abs(next - theta) < 1e-11 * theta;
            theta = next;
            if (settled) {
                return new NegativeBinomial(model, theta, Math.sqrt(1 / information(counts, model.fitted(), theta)));
            }
        }
        throw new NotEstimable(NotEstimable.Why.NO_CONVERGENCE, "theta after " + MOST_TURNS + " turns");
    }

    private static double moments(double[] y, double[] mu, int parameters) {
        double s = 0;
        for (int i = 0; i < y.length; i++) {
            double r = y[i] / mu[i] - 1;
            s += r * r;
        }
        return Math.max(1e-3, (y.length - parameters) / Math.max(s, 1e-9));
    }

    private static double theta(double[] y, double[] mu, double start) {
        double t = start;
        for (int i = 0; i < 100; i++) {
            double score = 0;
            for (int j = 0; j < y.length; j++) {
                score += Gamma.digamma(t + y[j])
                        - Gamma.digamma(t)
                        + Math.log(t)
                        + 1
                        - Math.log(t + mu[j])
                        - (y[j] + t) / (mu[j] + t);
            }
            double step = score / information(y, mu, t);
            double next = t + step;
            t = next > 0 ? next : t / 2;
            if (!(t < 1e9)) {
                throw new NotEstimable(NotEstimable.Why.NO_CONVERGENCE, "counts vary no more than a Poisson's");
            }
            if (Math.abs(step) < 1e-12 * t) {
                break;
            }
        }
        return t;
    }

    private static double information(double[] y, double[] mu, double t) {
        double s = 0;
        for (int j = 0; j < y.length; j++) {
            s += -Gamma.trigamma(t + y[j])
                    + Gamma.trigamma(t)
                    - 1 / t
                    + 2 / (mu[j] + t)
                    - (y[j] + t) / ((mu[j] + t) * (mu[j] + t));
        }
        return s;
    }
}
