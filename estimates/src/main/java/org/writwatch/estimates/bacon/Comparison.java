package org.writwatch.estimates.bacon;

/**
 * One comparison of two groups inside the two-way coefficient.
 *
 * @param treated start of the group whose treatment changes
 * @param comparison start of the group it is compared with; positive infinity for never
 * @param kind sort of comparison
 * @param estimate difference in differences of the two groups
 * @param weight share of the coefficient, in [0, 1]; all sum to 1
 */
public record Comparison(double treated, double comparison, Kind kind, double estimate, double weight) {
    /** Sorts of comparison. */
    public enum Kind {
        /** With units never treated. */
        TREATED_VS_UNTREATED,
        /** With units not treated yet. */
        EARLIER_VS_LATER,
        /** With units treated already: wrong when their effect still changes. */
        LATER_VS_EARLIER,
        /** With units treated in the first period already: wrong when their effect still changes. */
        LATER_VS_ALWAYS
    }

    public Comparison {
        if (!(weight >= 0 && weight <= 1 + 1e-12)) {
            throw new IllegalArgumentException("weight " + weight);
        }
    }
}
