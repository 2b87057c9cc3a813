package org.writwatch.law;

import java.util.Locale;

/** The six words a claim can come out as. */
public enum Result {
    VIABLE_SUBJECT_TO_ATTORNEY_REVIEW,
    NOT_VIABLE,
    UNKNOWN_MISSING_FACTS,
    WRONG_REMEDY_USE_ALTERNATIVE,
    BARRED_TIME_OR_EXHAUSTION,
    MOOT;

    /** The word as it stands in the law files and in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
