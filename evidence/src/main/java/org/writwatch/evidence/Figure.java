package org.writwatch.evidence;

import java.time.LocalDate;
import java.util.List;
import org.writwatch.facts.Reading;
import org.writwatch.facts.phrase.Phrase;

/**
 * The series behind an answer, ready to be drawn and written as a table; papers draw it and compute nothing.
 *
 * @param id file-name safe and unique in one dossier: "custody-mecklnc"
 * @param title what is shown
 * @param unit unit of every value
 * @param lines the place first, comparisons after it
 * @param marks dates drawn as vertical lines
 */
public record Figure(String id, Phrase title, Phrase unit, List<Line> lines, List<Mark> marks) {
    public Figure {
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
    }

    /** One line of a chart; {@code main} for the place itself. */
    public record Line(Phrase name, boolean main, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /** One reading: the first day of its period, and what the table says there. */
    public record Point(LocalDate from, Reading reading) {}

    /** A date worth a vertical line, and its name. */
    public record Mark(LocalDate on, Phrase name) {}
}
