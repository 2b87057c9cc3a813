package org.writwatch.estimates.grouptime;

/** How rows relate to units. */
public enum Sampling {
    /** Every unit in every period; units with gaps are left out and reported. */
    BALANCED,
    /** Units may miss periods; rows are compared as cross-sections and errors are summed by unit. A panel that misses nothing is balanced. */
    UNBALANCED,
    /** Every row is another unit. */
    REPEATED_CROSS_SECTIONS
}
