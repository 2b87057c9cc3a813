package org.writwatch.agreements.roster;

import org.writwatch.facts.phrase.Phrase;

/**
 * A value of a list that was repaired or could not be used, and why; nothing is dropped without one.
 *
 * @param file the list
 * @param row the row in its sheet; 0 when it concerns the whole list
 * @param column the heading of the column, or empty
 * @param value what is printed
 * @param kind what was done: "repaired", "rejected" or "noted"
 * @param code the reason, a key under {@code remark}
 */
public record Remark(String file, int row, String column, String value, Kind kind, String code) {
    /** What was done with the value. */
    public enum Kind {
        /** Read as what it plainly means. */
        REPAIRED,
        /** Left out; the row is kept without it, or the whole row is left out when the code says so. */
        REJECTED,
        /** Kept as it is. */
        NOTED
    }

    /** The reason in words. */
    public Phrase reason() {
        return Phrase.of("agreements", "remark." + code, value);
    }
}
