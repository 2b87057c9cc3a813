package org.writwatch.app.stops;

/** Quantiles of the standard normal, for intervals. */
final class Normal {
    private Normal() {}

    /** How many standard errors an interval of a coverage reaches to each side. */
    static double twoSided(double coverage) {
        return org.writwatch.estimates.stops.Rates.quantile(0.5 + coverage / 2);
    }
}
