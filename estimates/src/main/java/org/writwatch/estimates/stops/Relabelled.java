package org.writwatch.estimates.stops;

/**
 * What a coefficient could be if some drivers recorded in the reference group belong to the minority: bounds in the manner of Manski
 * (Partial Identification of Probability Distributions, 2003), no assumption on who they are.
 *
 * @param share at most this share of the reference stops of every cell is of the minority, 0 to 1
 * @param lower smallest coefficient that some such relabelling gives
 * @param upper largest
 */
public record Relabelled(double share, double lower, double upper) {
    /**
     * Bounds of a difference of two rates, minority less reference, when up to a share of the reference trials moves over, all successes or
     * all failures.
     */
    public static Relabelled difference(double yes1, double n1, double yes0, double n0, double share) {
        double moved = share * n0;
        double successes = Math.min(moved, yes0);
        double failures = Math.min(moved, n0 - yes0);
        double upper = (yes1 + successes) / (n1 + successes) - (yes0 - successes) / (n0 - successes);
        double lower = yes1 / (n1 + failures) - yes0 / (n0 - failures);
        return new Relabelled(share, lower, upper);
    }

    /** Whether the sign of an estimate survives. */
    public boolean keepsSignOf(double estimate) {
        return estimate < 0 ? upper < 0 : lower > 0;
    }
}
