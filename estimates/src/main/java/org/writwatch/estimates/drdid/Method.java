package org.writwatch.estimates.drdid;

/** How treated and comparison units are made alike. */
public enum Method {
    /** Improved doubly robust: inverse probability tilting and weighted least squares (Sant'Anna and Zhao 2020, section 3). */
    IMPROVED,
    /** Doubly robust with logit and least squares (Sant'Anna and Zhao 2020, eq. 2.6 and its efficient form for sections). */
    DOUBLY_ROBUST,
    /** Outcome regression (Heckman, Ichimura and Todd 1997). */
    REGRESSION,
    /** Inverse probability weights that sum to one (Hajek form of Abadie 2005). */
    WEIGHTING,
    /** Inverse probability weights as they come (Abadie 2005). */
    RAW_WEIGHTING;

    boolean usesScore() {
        return this != REGRESSION;
    }

    boolean usesOutcome() {
        return this != WEIGHTING && this != RAW_WEIGHTING;
    }
}
