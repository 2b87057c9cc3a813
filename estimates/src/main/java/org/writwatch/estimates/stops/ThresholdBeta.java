package org.writwatch.estimates.stops;

import org.hipparchus.special.Gamma;

/**
 * The threshold test of Simoiu, Corbett-Davies and Goel (2017): the chance of guilt an officer sees is Beta distributed with mean
 * {@code phi} and weight {@code lambda}, and a search follows when it passes the threshold.
 *
 * <p>{@code phi = logit^-1(phi_group + phi_place)}, {@code lambda = exp(lambda_group + lambda_place)}; threshold
 * {@code logit^-1(t_group + sigma_group * eps)}. Priors: {@code t ~ N(-2, 1)}, {@code sigma ~ N+(0, 0.25)}, {@code phi_group ~ N(-3.5, 0.25)},
 * {@code lambda_group ~ N(2, 0.5)}, {@code phi_place ~ N(0, 0.25)}, {@code lambda_place ~ N(0, 0.5)}, the pinned place at 0. They are tight: which place is
 * pinned moves every level by a hundredth or more.
 */
final class ThresholdBeta implements LogDensity, ThresholdPosterior {
    private static final double SIGMA = 0.25;
    private static final double STEP = 1e-5;

    private final ThresholdCells c;
    private final int logSigma;
    private final int phiGroup;
    private final int lambdaGroup;
    private final int eps;
    private final int phiPlace;
    private final int lambdaPlace;
    private final int n;

    ThresholdBeta(ThresholdCells cells) {
        this.c = cells;
        int r = cells.groups;
        this.logSigma = r;
        this.phiGroup = 2 * r;
        this.lambdaGroup = 3 * r;
        this.eps = 4 * r;
        this.phiPlace = eps + cells.cells();
        this.lambdaPlace = phiPlace + cells.places - 1;
        this.n = lambdaPlace + cells.places - 1;
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public double[] start() {
        double[] q = new double[n];
        for (int g = 0; g < c.groups; g++) {
            q[g] = 0.8;
            q[logSigma + g] = -2;
        }
        return q;
    }

    // All but log sigma are scaled to standard normal priors.

    private double logit(double[] q, int i) {
        int p = c.free(c.place[i]);
        return -3.5 + 0.25 * q[phiGroup + c.group[i]] + (p >= 0 ? 0.25 * q[phiPlace + p] : 0);
    }

    private double logLambda(double[] q, int i) {
        int p = c.free(c.place[i]);
        return 2 + 0.5 * q[lambdaGroup + c.group[i]] + (p >= 0 ? 0.5 * q[lambdaPlace + p] : 0);
    }

    private double logitThreshold(double[] q, int i) {
        int g = c.group[i];
        return -2 + q[g] + Math.exp(q[logSigma + g]) * q[eps + i];
    }

    @Override
    public double at(double[] q, double[] gradient) {
        double log = 0;
        for (int j = 0; j < n; j++) {
            if (j < logSigma || j >= phiGroup) {
                log -= q[j] * q[j] / 2;
                gradient[j] = -q[j];
            } else {
                double s = Math.exp(q[j]) / SIGMA;
                log += -s * s / 2 + q[j];
                gradient[j] = -s * s + 1;
            }
        }
        for (int i = 0; i < c.cells(); i++) {
            int g = c.group[i];
            int p = c.free(c.place[i]);
            double x = logitThreshold(q, i);
            double m = logit(q, i);
            double l = logLambda(q, i);
            double here = cell(i, x, m, l);
            if (!Double.isFinite(here)) {
                return Double.NEGATIVE_INFINITY;
            }
            log += here;
            double ofX = (cell(i, x + STEP, m, l) - cell(i, x - STEP, m, l)) / (2 * STEP);
            double ofM = (cell(i, x, m + STEP, l) - cell(i, x, m - STEP, l)) / (2 * STEP);
            double ofL = (cell(i, x, m, l + STEP) - cell(i, x, m, l - STEP)) / (2 * STEP);
            double sigma = Math.exp(q[logSigma + g]);
            gradient[g] += ofX;
            gradient[eps + i] += sigma * ofX;
            gradient[logSigma + g] += sigma * q[eps + i] * ofX;
            gradient[phiGroup + g] += 0.25 * ofM;
            gradient[lambdaGroup + g] += 0.5 * ofL;
            if (p >= 0) {
                gradient[phiPlace + p] += 0.25 * ofM;
                gradient[lambdaPlace + p] += 0.5 * ofL;
            }
        }
        return log;
    }

    private double cell(int i, double x, double m, double l) {
        double[] of = parts(x, m, l);
        return c.hits[i] * Math.log(of[0])
                + (c.searches[i] - c.hits[i]) * Math.log(of[1])
                + (c.stops[i] - c.searches[i]) * Math.log(of[2]);
    }

    /** Chances of a search that finds something, of one that finds nothing, and of no search. */
    private static double[] parts(double x, double m, double l) {
        double t = 1 / (1 + Math.exp(-x));
        double phi = 1 / (1 + Math.exp(-m));
        double lambda = Math.exp(l);
        double a = lambda * phi;
        double b = lambda - a;
        double logBeta = Gamma.logGamma(a) + Gamma.logGamma(b) - Gamma.logGamma(lambda);
        double front = Math.exp(a * Math.log(t) + b * Math.log1p(-t) - logBeta);
        double below;
        double above;
        if (t < (a + 1) / (lambda + 2)) {
            below = front * fraction(t, a, b) / a;
            above = 1 - below;
        } else {
            above = front * fraction(1 - t, b, a) / b;
            below = 1 - above;
        }
        double guilty = phi * (above + front / a);
        return new double[] {guilty, above - guilty, below};
    }

    /** Continued fraction of the incomplete beta function (Lentz's method; DLMF 8.17.22). */
    private static double fraction(double x, double a, double b) {
        double num = 1;
        double den = 1 - (a + b) * x / (a + 1);
        den = 1 / (Math.abs(den) < 1e-300 ? 1e-300 : den);
        double f = den;
        for (int k = 1; k < 300; k++) {
            double even = k * (b - k) * x / ((a + 2 * k - 1) * (a + 2 * k));
            den = 1 / (1 + even * den);
            num = 1 + even / num;
            f *= den * num;
            double odd = -(a + k) * (a + b + k) * x / ((a + 2 * k) * (a + 2 * k + 1));
            den = 1 / (1 + odd * den);
            num = 1 + odd / num;
            double change = den * num;
            f *= change;
            if (Math.abs(change - 1) < 1e-15) {
                break;
            }
        }
        return f;
    }

    @Override
    public double threshold(double[] q, int i) {
        return 1 / (1 + Math.exp(-logitThreshold(q, i)));
    }

    @Override
    public double searchRate(double[] q, int i) {
        return 1 - parts(logitThreshold(q, i), logit(q, i), logLambda(q, i))[2];
    }

    @Override
    public double hitRate(double[] q, int i) {
        double[] of = parts(logitThreshold(q, i), logit(q, i), logLambda(q, i));
        return of[0] / (of[0] + of[1]);
    }
}
