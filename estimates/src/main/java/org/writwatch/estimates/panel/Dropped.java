package org.writwatch.estimates.panel;

/**
 * Rows a design left out.
 *
 * @param reason why
 * @param rows how many rows of the table
 * @param firstRow the first of them, counted from 0
 */
public record Dropped(Reason reason, int rows, int firstRow) {
    /** Why rows are left out. */
    public enum Reason {
        /** A needed number is missing or infinite. */
        NOT_FINITE,
        /** The unit is missing in some period of a design that needs every period. */
        UNIT_WITH_GAPS,
        /** The unit was treated from the first period on (or so early that no base period is left). */
        ALWAYS_TREATED,
        /** From this period on every unit is treated, so nothing is left to compare with. */
        NO_COMPARISON_LEFT,
        /** The only row of its fixed effect. */
        SINGLETON,
        /** All outcomes of its fixed effect are zero. */
        ALL_ZERO,
        /** Weight zero. */
        NO_WEIGHT
    }
}
