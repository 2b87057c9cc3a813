package org.writwatch.estimates;

/** The arguments are well formed, but what was asked cannot be computed from them. Says why, and what would be enough. */
public final class NotEstimable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Kinds of refusal, for callers that have their own words for people. */
    public enum Why {
        /** Fewer periods than the design needs. */
        TOO_FEW_PERIODS,
        /** Fewer units, cohorts or clusters than the design needs. */
        TOO_FEW_UNITS,
        /** No comparison units at all. */
        NO_CONTROLS,
        /** Columns say the same thing, or one says nothing. */
        COLLINEAR,
        /** Treated and comparison units do not overlap in their covariates. */
        NO_OVERLAP,
        /** The iterations did not settle. */
        NO_CONVERGENCE,
        /** The design is not defined for this pattern of treatment. */
        TREATMENT_PATTERN
    }

    private final Why why;

    /**
     * A refusal.
     *
     * @param why its kind
     * @param message what was found and what would be enough, with the numbers
     */
    public NotEstimable(Why why, String message) {
        super(message);
        this.why = why;
    }

    /** The kind of refusal. */
    public Why why() {
        return why;
    }
}
