package org.writwatch.agreements.roster;

/** What a list says of the agencies on it. */
public enum ListKind {
    /** They have agreed. */
    PARTICIPATING,
    /** They have asked to. */
    PENDING,
    /** It is no list of agencies. */
    UNKNOWN
}
