package org.writwatch.estimates.stops;

/** Log of a posterior density up to a constant, on an unbounded space, with its gradient. Implementations keep no state between calls. */
interface LogDensity {
    /** Parameters. */
    int dimension();

    /**
     * The log density.
     *
     * @param at point; not written to
     * @param gradient filled in
     * @return negative infinity where the density is zero
     */
    double at(double[] at, double[] gradient);

    /** A point to start a chain near. */
    double[] start();
}
