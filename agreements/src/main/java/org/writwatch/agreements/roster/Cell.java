package org.writwatch.agreements.roster;

/**
 * One cell that has something in it.
 *
 * @param text the characters as stored: a number in the sheet's own digits, an error as its code ("#N/A")
 * @param kind what the workbook says it is
 */
public record Cell(String text, Kind kind) {
    /** What a workbook can store in a cell. */
    public enum Kind {
        /** Letters. */
        TEXT,
        /** A number; dates are numbers of days. */
        NUMBER,
        /** An error code. */
        ERROR
    }

    /** Whether it prints nothing but space. */
    public boolean isBlank() {
        return kind == Kind.TEXT && Printed.tidy(text).isEmpty();
    }
}
