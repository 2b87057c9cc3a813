package org.writwatch.estimates.stops;

/** What a threshold model says of a cell at one draw of its parameters. */
interface ThresholdPosterior {
    /** Chance of guilt at which officers search, 0 to 1. */
    double threshold(double[] draw, int cell);

    /** Chance that a stop ends in a search. */
    double searchRate(double[] draw, int cell);

    /** Chance that a search finds something. */
    double hitRate(double[] draw, int cell);
}
