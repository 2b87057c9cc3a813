package org.writwatch.papers.chart;

import java.time.LocalDate;
import java.util.List;
import org.writwatch.evidence.Figure.Line;
import org.writwatch.evidence.Figure.Mark;
import org.writwatch.evidence.Figure.Point;
import org.writwatch.facts.Reading;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/** One pair of axes and what is drawn on it. Not thread-safe. */
final class Panel {
    private final Svg svg;
    private final Phrasebook book;
    private final Scale time;
    private final double top;
    private final double ground;
    private Scale level = new Scale(0, 1, 0, 1);

    Panel(Svg svg, Phrasebook book, Scale time, double top, double ground) {
        this.svg = svg;
        this.book = book;
        this.time = time;
        this.top = top;
        this.ground = ground;
    }

    /** Grid, axes and their numbers for levels from zero to a little above {@code highest}. */
    void frame(double highest) {
        double step = Scale.step(highest, ground - top > 100 ? 5 : 3);
        double end = Math.ceil(highest / step - 1e-9) * step;
        level = new Scale(0, end, ground, top);
        for (int i = 0; i * step <= end * (1 + 1e-9); i++) {
            double y = level.at(i * step);
            svg.line(i == 0 ? Ink.AXIS : Ink.GRID, time.from(), y, time.to(), y);
            svg.text(
                    Ink.QUIET,
                    time.from() - 6,
                    y + 4,
                    Svg.Anchor.END,
                    book.say(new org.writwatch.facts.phrase.Figure(i * step, Scale.decimals(step))));
        }
        LocalDate first = LocalDate.ofEpochDay((long) time.low());
        LocalDate last = LocalDate.ofEpochDay((long) time.high());
        double free = time.from() - 20;
        for (LocalDate tick : Scale.ticks(first, last)) {
            double x = time.at(tick);
            svg.line(Ink.AXIS, x, ground, x, ground + 4);
            if (x >= free + 20 && x <= time.to() - 8) {
                svg.text(Ink.QUIET, x, ground + 17, Svg.Anchor.MIDDLE, name(tick));
                free = x + 24;
            }
        }
    }

    private String name(LocalDate tick) {
        String year = String.valueOf(tick.getYear());
        return tick.getMonthValue() == 1
                ? year
                : book.say(Phrase.of("papers", "chart.tick." + tick.getMonthValue(), year));
    }

    /** The stretches in which the place has no reading, hatched. */
    void bands(Line line) {
        List<Point> points = line.points();
        int i = 0;
        while (i < points.size()) {
            Reading reading = points.get(i).reading();
            int next = i + 1;
            if (SeriesChart.isGap(reading)) {
                while (next < points.size()
                        && ReadingWords.cssClass(points.get(next).reading()).equals(ReadingWords.cssClass(reading))) {
                    next++;
                }
                double from = time.at(points.get(i).from());
                double to = time.at(end(points, next));
                boolean withheld = reading instanceof Reading.Withheld;
                band(svg, from, top, to - from, ground - top, withheld);
                if (to - from > 92) {
                    svg.rect(Ink.PAPER, (from + to) / 2 - 40, (top + ground) / 2 - 13, 80, 18);
                    svg.text(
                            Ink.STRONG,
                            (from + to) / 2,
                            (top + ground) / 2,
                            Svg.Anchor.MIDDLE,
                            book.say("papers", withheld ? "chart.band.withheld" : "chart.band.not-reported"));
                }
            }
            i = next;
        }
    }

    static void band(Svg svg, double x, double y, double width, double height, boolean withheld) {
        svg.rect(Ink.BAND, x, y, width, height);
        svg.hatch(Ink.HATCH, x, y, width, height, withheld ? 5 : 9, withheld);
        if (withheld) {
            svg.hatch(Ink.HATCH, x, y, width, height, 5, false);
        }
    }

    void thin(Line line, Ink ink) {
        String pieces = pieces(line.points(), false);
        String part = pieces(line.points(), true);
        if (!pieces.isEmpty() || !part.isEmpty()) {
            svg.path(ink, pieces + part);
        }
        for (int i = 0; i < line.points().size(); i++) {
            if (alone(line.points(), i)) {
                dot(Ink.OTHER_DOT, line.points().get(i), 1.4);
            }
        }
    }

    void thick(Line line) {
        String whole = pieces(line.points(), false);
        if (!whole.isEmpty()) {
            svg.path(Ink.MAIN, whole);
        }
        String part = pieces(line.points(), true);
        if (!part.isEmpty()) {
            svg.path(Ink.MAIN_PARTIAL, part);
        }
        boolean dots = SeriesChart.fewDots(line);
        for (int i = 0; i < line.points().size(); i++) {
            Point point = line.points().get(i);
            double value = value(point.reading());
            if (!Double.isNaN(value)) {
                double x = time.at(point.from());
                double y = level.at(value);
                if (point.reading() instanceof Reading.Zero) {
                    svg.circle(Ink.MAIN_RING, x, y, 3);
                } else if (point.reading() instanceof Reading.Partial) {
                    svg.rect(Ink.MAIN_RING, x - 3, y - 3, 6, 6);
                } else if (dots || alone(line.points(), i)) {
                    dot(Ink.MAIN_DOT, point, 2.2);
                }
            }
        }
    }

    private void dot(Ink ink, Point point, double radius) {
        svg.circle(ink, time.at(point.from()), level.at(value(point.reading())), radius);
    }

    /** A reading between two holes has no line to stand on. */
    private static boolean alone(List<Point> points, int i) {
        boolean before = i > 0 && !Double.isNaN(value(points.get(i - 1).reading()));
        boolean after =
                i + 1 < points.size() && !Double.isNaN(value(points.get(i + 1).reading()));
        return !Double.isNaN(value(points.get(i).reading())) && !before && !after;
    }

    /** The line between neighbouring readings; a piece that touches a partial reading belongs to the dotted line. */
    private String pieces(List<Point> points, boolean partial) {
        StringBuilder pieces = new StringBuilder();
        boolean open = false;
        for (int i = 0; i + 1 < points.size(); i++) {
            double from = value(points.get(i).reading());
            double to = value(points.get(i + 1).reading());
            boolean touches = points.get(i).reading() instanceof Reading.Partial
                    || points.get(i + 1).reading() instanceof Reading.Partial;
            if (Double.isNaN(from) || Double.isNaN(to) || touches != partial) {
                open = false;
                continue;
            }
            if (!open) {
                at(pieces, 'M', points.get(i), from);
            }
            at(pieces, 'L', points.get(i + 1), to);
            open = true;
        }
        return pieces.toString();
    }

    private void at(StringBuilder pieces, char how, Point point, double value) {
        pieces.append(how).append(Svg.number(time.at(point.from()))).append(' ').append(Svg.number(level.at(value)));
    }

    /** A line at each marked date, numbered at {@code labelAt}; a negative place leaves the number out. */
    void marks(List<Mark> marks, double labelAt) {
        int number = 0;
        double last = -100;
        double shift = 0;
        for (Mark mark : marks) {
            number++;
            if (SeriesChart.inside(List.of(mark), time).isEmpty()) {
                continue;
            }
            double x = time.at(mark.on());
            svg.line(Ink.MARK, x, top, x, ground);
            if (labelAt >= 0) {
                shift = x - last < 15 ? shift + 15 : 0;
                number(svg, String.valueOf(number), Math.min(x + shift, time.to()), labelAt);
                last = x;
            }
        }
    }

    static void number(Svg svg, String number, double x, double y) {
        svg.circle(Ink.MARK_DOT, x, y, 7);
        svg.text(Ink.MARK_TEXT, x, y + 3.5, Svg.Anchor.MIDDLE, number);
    }

    /** The level a reading is drawn at, not a number when there is none. */
    static double value(Reading reading) {
        if (reading instanceof Reading.Counted counted) {
            return counted.value();
        } else if (reading instanceof Reading.Partial partial) {
            return partial.value();
        }
        return reading instanceof Reading.Zero ? 0 : Double.NaN;
    }

    private static LocalDate end(List<Point> points, int next) {
        return next < points.size()
                ? points.get(next).from()
                : points.get(points.size() - 1).from().plusDays(lastStep(points));
    }

    static long lastStep(List<Point> points) {
        int n = points.size();
        return n < 2
                ? 1
                : Math.max(
                        1,
                        points.get(n - 1).from().toEpochDay()
                                - points.get(n - 2).from().toEpochDay());
    }
}
