package org.writwatch.law;

import java.util.LinkedHashMap;
import java.util.Map;

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

    /** The words of the law files, each with its meaning. */
    public static Map<String, Confidence> words() {
        Map<String, Confidence> words = new LinkedHashMap<>();
        for (Confidence c : values()) {
            words.put(c.key, c);
        }
        return words;
    }

    /** Whether a paper may print it without {@code [VERIFY]}. */
    public boolean verified() {
        return this == VERIFIED_IN_SOURCE;
    }
}
