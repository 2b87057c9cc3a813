package org.writwatch.estimates.stops;

import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;
import org.writwatch.estimates.NotEstimable;

/** Rates of searches and hits compared between groups: what Knowles, Persico and Todd (2001) call the outcome test, pooled and by stratum. */
public final class Rates {
    private Rates() {}

    /**
     * A number with its error.
     *
     * @param value the number
     * @param error standard error; NaN when there is none
     * @param p two-sided p-value of no difference; NaN when there is none
     */
    public record Measured(double value, double error, double p) {}

    /** Share of successes; the error is that of a binomial. */
    public static Measured rate(double successes, double trials) {
        if (!(trials > 0) || successes < 0 || successes > trials) {
            throw new NotEstimable(NotEstimable.Why.TOO_FEW_UNITS, successes + " of " + trials);
        }
        double p = successes / trials;
        return new Measured(p, Math.sqrt(p * (1 - p) / trials), Double.NaN);
    }

    /** First share less second; error from each share by itself, p-value from the pooled share. */
    public static Measured difference(double hits1, double n1, double hits0, double n0) {
        double a = rate(hits1, n1).value();
        double b = rate(hits0, n0).value();
        double pooled = (hits1 + hits0) / (n1 + n0);
        double z = (a - b) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n0));
        return new Measured(a - b, Math.sqrt(a * (1 - a) / n1 + b * (1 - b) / n0), twoSided(z));
    }

    /** First share over second; the error is that of the log of the ratio. */
    public static Measured ratio(double hits1, double n1, double hits0, double n0) {
        double a = rate(hits1, n1).value();
        double b = rate(hits0, n0).value();
        return new Measured(a / b, Math.sqrt((1 - a) / hits1 + (1 - b) / hits0), Double.NaN);
    }

    /** Pearson's chi-squared of successes and failures by group, without a continuity correction. Degrees of freedom: groups less one. */
    public static Measured chiSquared(double[] successes, double[] trials) {
        double s = 0;
        double n = 0;
        for (int i = 0; i < trials.length; i++) {
            s += successes[i];
            n += trials[i];
        }
        double chi = 0;
        for (int i = 0; i < trials.length; i++) {
            double yes = trials[i] * s / n;
            double no = trials[i] - yes;
            double off = successes[i] - yes;
            chi += off * off / yes + off * off / no;
        }
        return new Measured(chi, Double.NaN, chiSquaredTail(chi, trials.length - 1));
    }

    /**
     * Common odds ratio over strata (Mantel and Haenszel 1959), of the first group against the second.
     *
     * @param odds its value, with the p-value of the test
     * @param chi chi-squared on one degree of freedom, without a continuity correction
     * @param strata strata that have both groups
     */
    public record Common(double odds, double chi, double p, int strata) {}

    /** Common odds ratio from successes and trials of both groups by stratum; strata without one of them say nothing. */
    public static Common mantelHaenszel(double[] yes1, double[] n1, double[] yes0, double[] n0) {
        double top = 0;
        double bottom = 0;
        double off = 0;
        double variance = 0;
        int strata = 0;
        for (int i = 0; i < n1.length; i++) {
            double n = n1[i] + n0[i];
            if (!(n1[i] > 0) || !(n0[i] > 0)) {
                continue;
            }
            strata++;
            double m = yes1[i] + yes0[i];
            top += yes1[i] * (n0[i] - yes0[i]) / n;
            bottom += yes0[i] * (n1[i] - yes1[i]) / n;
            off += yes1[i] - n1[i] * m / n;
            variance += n > 1 ? n1[i] * n0[i] * m * (n - m) / (n * n * (n - 1)) : 0;
        }
        if (strata == 0 || !(variance > 0)) {
            throw new NotEstimable(NotEstimable.Why.NO_OVERLAP, "no stratum with both groups and both outcomes");
        }
        double chi = off * off / variance;
        return new Common(top / bottom, chi, chiSquaredTail(chi, 1), strata);
    }

    /** Quantile of the standard normal. */
    public static double quantile(double p) {
        return -Math.sqrt(2) * Erf.erfcInv(2 * p);
    }

    /** Two-sided p-value of a standard normal. */
    public static double twoSided(double z) {
        return Erf.erfc(Math.abs(z) / Math.sqrt(2));
    }

    /** Chance of a chi-squared at least this large. */
    public static double chiSquaredTail(double chi, int df) {
        if (!(chi > 0)) {
            return 1;
        }
        return df == 1
                ? Erf.erfc(Math.sqrt(chi / 2))
                : df == 2 ? Math.exp(-chi / 2) : Gamma.regularizedGammaQ(df / 2.0, chi / 2);
    }
}
