package org.writwatch.papers.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.writwatch.evidence.Figure;
import org.writwatch.evidence.Figure.Line;
import org.writwatch.evidence.Figure.Mark;
import org.writwatch.evidence.Figure.Point;
import org.writwatch.facts.Reading;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/**
 * A series of one place and of its comparison places over time.
 *
 * <p>The place is a thick line; a reported zero is a ring on the ground line; stretches without a report are a hatched
 * band; withheld stretches are hatched the other way; a reading of part of a period is a ring on a dotted piece of line.
 * Other series are thin dashed lines, in a panel of their own when one scale would flatten either. Marked dates are
 * numbered; the page lists their names under the picture.
 */
public final class SeriesChart {
    private static final double WIDTH = 360;
    private static final double LEFT = 46;
    private static final double RIGHT = 350;
    private static final double PANEL = 150;
    private static final double SMALL_PANEL = 90;
    private static final double MOST_DOTS = 40;
    private static final List<Ink> THIN = List.of(Ink.OTHER, Ink.OTHER_DOTS, Ink.OTHER_MIXED, Ink.OTHER_LONG);

    private SeriesChart() {}

    /**
     * Draws the figure.
     *
     * @throws IllegalArgumentException when no line has a point
     */
    public static String draw(Figure figure, Phrasebook book) {
        List<Line> mains = figure.lines().stream().filter(Line::main).toList();
        List<Line> others = figure.lines().stream().filter(l -> !l.main()).toList();
        Scale time = time(figure);
        double mainTop = top(mains);
        double otherTop = top(others);
        boolean apart = !mains.isEmpty() && !others.isEmpty() && (otherTop > 4 * mainTop || mainTop > 4 * otherTop);
        List<String> legend = legend(figure, mains, others, book);
        double height = 30 + PANEL + 26 + (apart ? 24 + SMALL_PANEL + 20 : 0) + 18 * legend.size() + 8;
        Svg svg = new Svg("chart-" + figure.id(), WIDTH, height, book.say(figure.title()), describe(figure, book));

        double ground = 30 + PANEL;
        svg.text(Ink.QUIET, LEFT - 40, 14, Svg.Anchor.START, book.say(figure.unit()));
        Panel first = new Panel(svg, book, time, 30, ground);
        first.frame(apart ? mainTop : Math.max(mainTop, otherTop));
        mains.forEach(first::bands);
        if (!apart) {
            thin(first, others);
        }
        mains.forEach(first::thick);
        first.marks(figure.marks(), 22);
        if (apart) {
            double second = ground + 26 + 24;
            svg.text(Ink.QUIET, LEFT - 40, second - 8, Svg.Anchor.START, book.say("papers", "chart.other-scale"));
            Panel below = new Panel(svg, book, time, second, second + SMALL_PANEL);
            below.frame(otherTop);
            thin(below, others);
            below.marks(figure.marks(), -1);
        }
        new Legend(svg, height - 18 * legend.size() - 4).draw(legend);
        return svg.end();
    }

    /** Few lines are told apart by their dashes; of many, all look the same and the table names them. */
    private static void thin(Panel panel, List<Line> others) {
        for (int i = 0; i < others.size(); i++) {
            panel.thin(others.get(i), THIN.get(others.size() <= THIN.size() ? i : 0));
        }
    }

    private static Scale time(Figure figure) {
        List<LocalDate> days = figure.lines().stream()
                .flatMap(l -> l.points().stream())
                .map(Point::from)
                .sorted()
                .toList();
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a chart needs a point: " + figure.id());
        }
        LocalDate last = days.get(days.size() - 1).plusDays(step(figure));
        return new Scale(days.get(0).toEpochDay(), last.toEpochDay(), LEFT, RIGHT);
    }

    /** Length of the last period in days: as long as the one before it. */
    private static long step(Figure figure) {
        return figure.lines().stream()
                .mapToLong(l -> Panel.lastStep(l.points()))
                .max()
                .orElse(1);
    }

    private static double top(List<Line> lines) {
        double top = lines.stream()
                .flatMap(l -> l.points().stream())
                .mapToDouble(p -> Panel.value(p.reading()))
                .filter(v -> !Double.isNaN(v))
                .max()
                .orElse(0);
        return top > 0 ? top : 1;
    }

    /** The picture in words: what is drawn, from when to when, and how many readings of each kind the place has. */
    private static String describe(Figure figure, Phrasebook book) {
        List<String> said = new ArrayList<>();
        for (Line line : figure.lines()) {
            if (line.main() && !line.points().isEmpty()) {
                List<Point> points = line.points();
                int[] kinds = new int[5];
                points.forEach(p -> kinds["vznpw".indexOf(ReadingWords.cssClass(p.reading()))]++);
                said.add(book.say(Phrase.of(
                        "papers",
                        "chart.describe",
                        line.name(),
                        points.get(0).from(),
                        points.get(points.size() - 1).from(),
                        kinds[0],
                        kinds[1],
                        kinds[2],
                        kinds[3],
                        kinds[4])));
            }
        }
        long others = figure.lines().stream().filter(l -> !l.main()).count();
        if (others > 0) {
            said.add(book.say(Phrase.of("papers", "chart.describe.others", (int) others)));
        }
        said.add(book.say("papers", "chart.describe.table"));
        return String.join(" ", said);
    }

    private static List<String> legend(Figure figure, List<Line> mains, List<Line> others, Phrasebook book) {
        List<String> rows = new ArrayList<>();
        mains.forEach(l -> rows.add("m" + book.say(l.name())));
        if (others.size() <= THIN.size()) {
            for (int i = 0; i < others.size(); i++) {
                rows.add(i + book.say(others.get(i).name()));
            }
        } else {
            rows.add("0" + book.say(Phrase.of("papers", "chart.legend.others", others.size())));
        }
        for (String kind : List.of("z", "n", "p", "w")) {
            boolean there = mains.stream()
                    .flatMap(l -> l.points().stream())
                    .anyMatch(p -> ReadingWords.cssClass(p.reading()).equals(kind));
            if (there) {
                rows.add(kind + book.say("papers", "chart.legend." + kind));
            }
        }
        if (!figure.marks().isEmpty()) {
            rows.add("k" + book.say("papers", "chart.legend.mark"));
        }
        return rows;
    }

    /** Samples of each way of drawing, with its words; the first letter of a row says which. */
    private record Legend(Svg svg, double top) {
        void draw(List<String> rows) {
            double y = top;
            for (String row : rows) {
                sample(row.charAt(0), y + 9);
                svg.text(Ink.TEXT, 36, y + 13, Svg.Anchor.START, row.substring(1));
                y += 18;
            }
        }

        private void sample(char kind, double y) {
            switch (kind) {
                case 'm' -> svg.line(Ink.MAIN, 6, y, 28, y);
                case '0', '1', '2', '3' -> svg.line(THIN.get(kind - '0'), 6, y, 28, y);
                case 'z' -> svg.circle(Ink.MAIN_RING, 17, y, 3.5);
                case 'p' -> {
                    svg.line(Ink.MAIN_PARTIAL, 6, y, 28, y);
                    svg.rect(Ink.MAIN_RING, 14, y - 3, 6, 6);
                }
                case 'k' -> Panel.number(svg, "1", 17, y);
                default -> Panel.band(svg, 6, y - 6, 22, 12, kind == 'w');
            }
        }
    }

    /** The names of the marked dates, in the order of their numbers. */
    public static List<Phrase> markNames(Figure figure) {
        return figure.marks().stream()
                .map(m -> Phrase.of("papers", "chart.mark", m.name(), m.on()))
                .toList();
    }

    static List<Mark> inside(List<Mark> marks, Scale time) {
        return marks.stream()
                .filter(m -> m.on().toEpochDay() >= time.low() && m.on().toEpochDay() <= time.high())
                .toList();
    }

    static boolean fewDots(Line line) {
        return line.points().size() <= MOST_DOTS;
    }

    static boolean isGap(Reading reading) {
        return reading instanceof Reading.NotReported || reading instanceof Reading.Withheld;
    }
}
