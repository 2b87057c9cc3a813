package org.writwatch.papers.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.writwatch.evidence.Figure;
import org.writwatch.evidence.Figure.Line;
import org.writwatch.evidence.Figure.Point;
import org.writwatch.facts.Reading;
import org.writwatch.facts.phrase.Phrase;

/**
 * The table that says what a {@link SeriesChart} draws: a row per period, a column per line. Neighbouring periods that
 * say the same in every column share a row.
 *
 * @param columns names of the lines, in the order drawn
 * @param rows periods and their readings, one per column; empty where a line has no such period at all
 */
public record SeriesTable(List<Phrase> columns, List<Row> rows) {
    public SeriesTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One period, or several that say the same.
     *
     * @param from first day of the first period
     * @param to first day of the last period; equal to {@code from} when there is one
     */
    public record Row(LocalDate from, LocalDate to, List<Optional<Reading>> readings) {
        public Row {
            readings = List.copyOf(readings);
        }
    }

    /** The table of a figure, with at most so many columns: the place's lines first. */
    public static SeriesTable of(Figure figure, int mostColumns) {
        return of(figure, mostColumns, d -> true);
    }

    /**
     * The part of the table around the figure's first mark: so many periods before it and so many from it on. Without a
     * mark, the last periods.
     */
    public static SeriesTable around(Figure figure, int mostColumns, int before, int after) {
        NavigableSet<LocalDate> periods = new TreeSet<>();
        figure.lines().forEach(l -> l.points().forEach(p -> periods.add(p.from())));
        List<LocalDate> all = List.copyOf(periods);
        int at = figure.marks().isEmpty()
                ? all.size()
                : periods.headSet(figure.marks().get(0).on(), true).size() - 1;
        int from = Math.max(0, Math.min(at - before, all.size() - before - after));
        List<LocalDate> shown = all.subList(from, Math.min(all.size(), from + before + after));
        return of(figure, mostColumns, shown::contains);
    }

    private static SeriesTable of(Figure figure, int mostColumns, Predicate<LocalDate> wanted) {
        List<Line> lines = new ArrayList<>();
        figure.lines().stream().filter(Line::main).forEach(lines::add);
        figure.lines().stream().filter(l -> !l.main()).forEach(lines::add);
        List<Line> shown = lines.subList(0, Math.min(mostColumns, lines.size()));
        Map<LocalDate, List<Optional<Reading>>> rows = new TreeMap<>();
        for (int column = 0; column < shown.size(); column++) {
            for (Point point : shown.get(column).points()) {
                if (wanted.test(point.from())) {
                    rows.computeIfAbsent(
                                    point.from(),
                                    d -> new ArrayList<>(Collections.nCopies(shown.size(), Optional.empty())))
                            .set(column, Optional.of(point.reading()));
                }
            }
        }
        List<Row> folded = new ArrayList<>();
        rows.forEach((from, readings) -> {
            int last = folded.size() - 1;
            if (last >= 0 && folded.get(last).readings().equals(readings)) {
                folded.set(last, new Row(folded.get(last).from(), from, readings));
            } else {
                folded.add(new Row(from, from, readings));
            }
        });
        return new SeriesTable(shown.stream().map(Line::name).toList(), folded);
    }
}
