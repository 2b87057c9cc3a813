package org.writwatch.estimates.grouptime;

/** Who stands for what would have happened. */
public enum Controls {
    /** Units that are never treated in the table. */
    NEVER_TREATED,
    /** Units not treated by the later of the two periods compared (plus anticipation), the never-treated among them. */
    NOT_YET_TREATED
}
