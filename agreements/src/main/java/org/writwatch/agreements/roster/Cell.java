package org.writwatch.agreements.roster;

/** One cell that has something in it. */
public final class Cell {
    /** What a workbook can store in a cell. */
    public enum Kind {
        /** Letters. */
        TEXT,
        /** A number; dates are numbers of days. */
        NUMBER,
        /** An error code. */
        ERROR
    }

    private final String text;
    private final Kind kind;
    private final String tidy;
    private final int hash;

    /**
     * @param text the characters as stored: a number in the sheet's own digits, an error as its code ("#N/A")
     * @param kind what the workbook says it is
     */
    public Cell(String text, Kind kind) {
        this.text = text;
        this.kind = kind;
        this.tidy = Printed.tidy(text);
        this.hash = text.hashCode();
    }

    /** The characters as stored. */
    public String text() {
        return text;
    }

    /** What the workbook says it is. */
    public Kind kind() {
        return kind;
    }

    /** The characters with spaces folded: see {@link Printed#tidy}. */
    String tidy() {
        return tidy;
    }

    /** Of its characters. */
    int hash() {
        return hash;
    }

    /** Whether it prints nothing but space. */
    public boolean isBlank() {
        return kind == Kind.TEXT && tidy.isEmpty();
    }
}
