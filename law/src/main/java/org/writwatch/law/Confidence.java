package org.writwatch.law;

/** How a statement of law was checked. Only the first counts as verified. */
public enum Confidence {
    /** The words were found in the source named. */
    VERIFIED_IN_SOURCE("verified-in-source"),
    /** Not checked. */
    FROM_KNOWLEDGE("from-knowledge-needs-verification"),
    /** Reported in the press; no codification found. */
    PRESS_ONLY("press-only");

    private final String key;

    Confidence(String key) {
        this.key = key;
    }

    /** The word used in the law files. */
    public String key() {
        return key;
    }

    /** Whether a paper may print it without {@code [VERIFY]}. */
    public boolean verified() {
        return this == VERIFIED_IN_SOURCE;
    }
}
