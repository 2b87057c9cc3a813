package org.writwatch.evidence.stops;

import java.util.List;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;

/**
 * Cells of one column that say the same impossible thing. The rows stay in the table without that cell.
 *
 * @param kind what is wrong with it
 * @param column header
 * @param word what stands there
 * @param rows how many rows say it, 1 or more
 * @param lines lines of the file, at most {@value #MOST_LINES} of them
 */
public record CellFault(Kind kind, String column, String word, long rows, List<Integer> lines) {
    static final int MOST_LINES = 20;

    /** Kinds of fault. */
    public enum Kind {
        /** A day in another form than the column's. */
        DAY_FORM("stops.day-form-expected"),
        /** No day of the calendar. */
        NO_DAY("stops.day-expected"),
        /** 24:00, which is the end of one day or the start of the next. */
        MIDNIGHT("stops.midnight-expected"),
        /** A time no clock shows. */
        NO_TIME("stops.time-expected"),
        /** A word for a group of drivers that no rule knows. */
        GROUP("stops.group-expected"),
        /** Neither yes nor no. */
        NO_TRUTH("stops.truth-expected"),
        /** Not a count. */
        NO_COUNT("bad.count-expected");

        final String expected;

        Kind(String expected) {
            this.expected = expected;
        }
    }

    public CellFault {
        lines = List.copyOf(lines);
        if (rows < 1 || lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new IllegalArgumentException(rows + " rows, " + lines.size() + " lines");
        }
    }

    /** The fault as a refusal that names file, row, what is there, what should be, and what to do. */
    public BadInput problem(String file, String form) {
        Phrase found = rows == 1 ? StopFile.say("bad.cell-found", word) : StopFile.say("stops.cells-found", word, rows);
        Phrase expected = kind == Kind.DAY_FORM ? StopFile.say(kind.expected, form) : StopFile.say(kind.expected);
        return new BadInput(
                file + " row " + lines.get(0) + ", " + column,
                found,
                expected,
                StopFile.say(kind == Kind.GROUP ? "stops.group-remedy" : "stops.cell-remedy"));
    }
}
