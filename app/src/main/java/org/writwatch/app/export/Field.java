package org.writwatch.app.export;

import java.util.List;

/**
 * One column of an exported table.
 *
 * @param name as the first line of the CSV has it
 * @param kind what its cells hold
 * @param values the only values there are; empty when any may be
 */
record Field(String name, Kind kind, List<String> values) {
    /** What a cell holds; an empty cell is an absent value in each. */
    enum Kind {
        /** Any text. */
        STRING,
        /** A day, year-month-day. */
        DATE,
        /** A whole number. */
        INTEGER;

        /** The word of Table Schema for it. */
        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    Field {
        values = List.copyOf(values);
    }

    static Field text(String name) {
        return new Field(name, Kind.STRING, List.of());
    }

    static Field day(String name) {
        return new Field(name, Kind.DATE, List.of());
    }

    static Field number(String name) {
        return new Field(name, Kind.INTEGER, List.of());
    }

    static Field oneOf(String name, List<String> values) {
        return new Field(name, Kind.STRING, values);
    }
}
