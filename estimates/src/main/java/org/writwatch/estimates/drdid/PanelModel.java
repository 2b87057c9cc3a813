package org.writwatch.estimates.drdid;

import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.NotEstimable;

/**
 * A fitted comparison of changes. Holds parameters only, so the influence of a unit is a function of that unit's own data and
 * millions of units need no matrix of influences.
 *
 * <p>Formulas: Sant'Anna and Zhao 2020, section 3 and appendix A, in the form with an estimated weight total: with treated
 * weights w D and comparison weights w (1 - D) odds, the effect is the difference of weighted means of the change less its
 * regression on covariates among comparison units.
 */
public final class PanelModel {
    private final Method method;
    private final double att;
    private final double[] beta;
    private final double[] gamma;
    /** Direction in which the regression's score moves the effect. */
    private final double[] viaBeta;
    /** Direction in which the logit's score moves the effect. */
    private final double[] viaGamma;

    private final double treatedMean;
    private final double comparisonMean;
    private final double treatedWeight;
    private final double comparisonWeight;

    private PanelModel(
            Method method,
            double att,
            double[] beta,
            double[] gamma,
            double[] viaBeta,
            double[] viaGamma,
            double treatedMean,
            double comparisonMean,
            double treatedWeight,
            double comparisonWeight) {
        this.method = method;
        this.att = att;
        this.beta = beta;
        this.gamma = gamma;
        this.viaBeta = viaBeta;
        this.viaGamma = viaGamma;
        this.treatedMean = treatedMean;
        this.comparisonMean = comparisonMean;
        this.treatedWeight = treatedWeight;
        this.comparisonWeight = comparisonWeight;
    }

    /**
     * Fits.
     *
     * @throws NotEstimable no treated or no comparison rows, collinear covariates, or no overlap
     */
    public static PanelModel fit(Method method, Sample s) {
        return fit(method, s, scoreFor(method, s));
    }

    static @Nullable Score scoreFor(Method method, Sample s) {
        if (!method.usesScore()) {
            return null;
        }
        return method == Method.IMPROVED ? Score.tilting(s) : Score.logit(s);
    }

    static PanelModel fit(Method method, Sample s, @Nullable Score score) {
        double[] zero = new double[s.p];
        double[] beta = zero;
        Regression regression = null;
        if (method.usesOutcome()) {
            regression = Regression.fit(
                    s,
                    i -> s.d[i]
                            ? 0
                            : s.w[i] * (method == Method.IMPROVED && score != null ? odds(score.chance[i]) : 1));
            beta = regression.beta;
        }
        double treatedWeight = 0;
        double treatedSum = 0;
        double comparisonWeight = 0;
        double comparisonSum = 0;
        double[] treatedX = new double[s.p];
        double[] comparisonX = new double[s.p];
        for (int i = 0; i < s.n; i++) {
            double w = s.w[i];
            double rest = s.y[i] - s.dot(i, beta);
            if (s.d[i]) {
                treatedWeight += w;
                treatedSum += w * rest;
                s.addScaled(treatedX, i, w);
            } else if (score != null) {
                double wc = w * trimmedOdds(score.chance[i]);
                comparisonWeight += wc;
                comparisonSum += wc * rest;
                s.addScaled(comparisonX, i, wc);
            }
        }
        if (!(treatedWeight > 0) || (score != null && !(comparisonWeight > 0))) {
            throw new NotEstimable(NotEstimable.Why.TOO_FEW_UNITS, "a group without weight");
        }
        boolean shared = method == Method.IMPROVED || method == Method.RAW_WEIGHTING;
        double base = shared ? treatedWeight : comparisonWeight;
        double treatedMean = treatedSum / treatedWeight;
        double comparisonMean = score == null ? 0 : comparisonSum / base;
        double[] viaBeta = zero;
        double[] viaGamma = zero;
        if (score != null && method != Method.IMPROVED) {
            double[] moment = new double[s.p];
            double centre = method == Method.RAW_WEIGHTING ? 0 : comparisonMean;
            for (int i = 0; i < s.n; i++) {
                if (!s.d[i]) {
                    double wc = s.w[i] * trimmedOdds(score.chance[i]);
                    s.addScaled(moment, i, -wc * (s.y[i] - s.dot(i, beta) - centre) / base);
                }
            }
            viaGamma = score.inverseHessian.times(moment);
        }
        if (regression != null && method != Method.IMPROVED) {
            double[] moment = new double[s.p];
            for (int j = 0; j < s.p; j++) {
                moment[j] = -treatedX[j] / treatedWeight + (score == null ? 0 : comparisonX[j] / comparisonWeight);
            }
            viaBeta = regression.inverseMoment.times(moment);
        }
        return new PanelModel(
                method,
                treatedMean - comparisonMean,
                beta,
                score == null ? zero : score.gamma,
                viaBeta,
                viaGamma,
                treatedMean,
                comparisonMean,
                treatedWeight / s.n,
                base / s.n);
    }

    /** The average effect on the treated. */
    public double att() {
        return att;
    }

    /**
     * Influence of one unit on the effect; influences average to zero, and their mean square over n is the variance.
     *
     * @param treated whether the unit is treated
     * @param change its change of outcome
     * @param x array that holds its covariates from {@code offset} on
     * @param w its weight, on the scale used for fitting
     */
    public double influence(boolean treated, double change, double[] x, int offset, double w) {
        return influence(treated, change, x, offset, w, chance(x, offset));
    }

    /** Chance of treatment of a unit with these covariates; 0 when the method uses none. */
    public double chance(double[] x, int offset) {
        return method.usesScore() ? Score.of(Sample.dot(x, offset, gamma)) : 0;
    }

    /**
     * The same where the chance of treatment is known.
     *
     * @param ps what {@link #chance} gives for these covariates
     */
    public double influence(boolean treated, double change, double[] x, int offset, double w, double ps) {
        double rest = change - Sample.dot(x, offset, beta);
        double out = 0;
        if (method.usesScore()) {
            out += w * ((treated ? 1 : 0) - ps) * Sample.dot(x, offset, viaGamma);
        }
        boolean shared = method == Method.IMPROVED || method == Method.RAW_WEIGHTING;
        if (treated) {
            return out + w * (rest - (shared ? att : treatedMean)) / treatedWeight;
        }
        out += w * rest * Sample.dot(x, offset, viaBeta);
        if (method.usesScore()) {
            out -= w * trimmedOdds(ps) * (rest - (shared ? 0 : comparisonMean)) / comparisonWeight;
        }
        return out;
    }

    private static double odds(double ps) {
        return ps / (1 - ps);
    }

    private static double trimmedOdds(double ps) {
        return ps < Score.TRIM ? odds(ps) : 0;
    }
}
