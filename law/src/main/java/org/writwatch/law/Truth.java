package org.writwatch.law;

/** Three values. Learning a fact can turn {@code UNKNOWN} into another, never {@code MET} into {@code NOT_MET}. */
public enum Truth {
    MET,
    NOT_MET,
    UNKNOWN
}
