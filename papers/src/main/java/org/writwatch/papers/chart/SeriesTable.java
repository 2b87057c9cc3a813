package org.writwatch.papers.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.writwatch.evidence.Figure;
import org.writwatch.evidence.Figure.Line;
import org.writwatch.evidence.Figure.Point;
import org.writwatch.facts.Reading;
import org.writwatch.facts.phrase.Phrase;

/**
 * The table that says what a {@link SeriesChart} draws: a row per period, a column per line.
 *
 * @param columns names of the lines, in the order drawn
 * @param rows a first day and its readings, one per column; empty where a line has no such period at all
 */
public record SeriesTable(List<Phrase> columns, List<Row> rows) {
    public SeriesTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** One period. */
    public record Row(LocalDate from, List<Optional<Reading>> readings) {
        public Row {
            readings = List.copyOf(readings);
        }
    }

    /** The table of a figure, with at most so many columns: the place's lines first. */
    public static SeriesTable of(Figure figure, int mostColumns) {
        List<Line> lines = new ArrayList<>();
        figure.lines().stream().filter(Line::main).forEach(lines::add);
        figure.lines().stream().filter(l -> !l.main()).forEach(lines::add);
        List<Line> shown = lines.subList(0, Math.min(mostColumns, lines.size()));
        Map<LocalDate, List<Optional<Reading>>> rows = new TreeMap<>();
        for (int column = 0; column < shown.size(); column++) {
            for (Point point : shown.get(column).points()) {
                rows.computeIfAbsent(
                                point.from(), d -> new ArrayList<>(Collections.nCopies(shown.size(), Optional.empty())))
                        .set(column, Optional.of(point.reading()));
            }
        }
        return new SeriesTable(
                shown.stream().map(Line::name).toList(),
                rows.entrySet().stream()
                        .map(e -> new Row(e.getKey(), e.getValue()))
                        .toList());
    }
}
