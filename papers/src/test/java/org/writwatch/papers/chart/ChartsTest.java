package org.writwatch.papers.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.writwatch.evidence.Figure;
import org.writwatch.facts.Reading;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.papers.page.Contrast;
import org.writwatch.papers.page.Dossiers;

/** A zero, a hole, a part and a secret must never look alike, neither in the picture nor in its table. */
class ChartsTest {
    private static final Phrasebook EN = Phrasebook.of(Lang.EN);
    private static final Phrasebook ES = Phrasebook.of(Lang.ES);

    private static Figure figure(Reading... readings) {
        List<Figure.Point> points = new ArrayList<>();
        for (int i = 0; i < readings.length; i++) {
            points.add(new Figure.Point(LocalDate.of(2018, 1, 1).plusMonths(i), readings[i]));
        }
        return new Figure(
                "f",
                Phrase.verbatim("title"),
                Phrase.verbatim("people per day"),
                List.of(new Figure.Line(Phrase.verbatim("Here"), true, points)),
                List.of());
    }

    private static Reading counted(double value) {
        return new Reading.Counted(value);
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    @Test
    void eachKindOfReadingIsDrawnInItsOwnWay() {
        String plain = SeriesChart.draw(figure(counted(2), counted(3), counted(4), counted(3)), EN);
        String zero = SeriesChart.draw(figure(counted(2), new Reading.Zero(), counted(4), counted(3)), EN);
        String hole = SeriesChart.draw(figure(counted(2), new Reading.NotReported(), counted(4), counted(3)), EN);
        String secret = SeriesChart.draw(figure(counted(2), new Reading.Withheld("x"), counted(4), counted(3)), EN);
        String part = SeriesChart.draw(figure(counted(2), new Reading.Partial(3, 4, 30), counted(4), counted(3)), EN);
        assertEquals(
                5, List.of(plain, zero, hole, secret, part).stream().distinct().count());

        assertTrue(zero.contains("reported as zero") && zero.contains("<circle class=\"cmr\""));
        assertTrue(hole.contains("not reported") && hole.contains("class=\"ch\"") && hole.contains("class=\"cb\""));
        assertTrue(secret.contains("withheld"));
        assertTrue(count(secret, "class=\"ch\"") > count(hole, "class=\"ch\""), "withheld is hatched both ways");
        assertTrue(part.contains("reported for part of the period") && part.contains("stroke-dasharray=\"2 3\""));
        assertFalse(plain.contains("class=\"cb\"") || plain.contains("cmr"));
    }

    @Test
    void aHoleBreaksTheLineAndAZeroDoesNot() {
        String whole = SeriesChart.draw(figure(counted(2), new Reading.Zero(), counted(4)), EN);
        assertEquals(1, count(path(whole), "M"));
        String broken =
                SeriesChart.draw(figure(counted(2), counted(2), new Reading.NotReported(), counted(4), counted(4)), EN);
        assertEquals(2, count(path(broken), "M"));
    }

    @Test
    void aReadingBetweenTwoHolesIsStillSeen() {
        Reading[] many = new Reading[60];
        java.util.Arrays.fill(many, new Reading.NotReported());
        String nothing = SeriesChart.draw(figure(many), EN);
        many[30] = counted(3);
        String one = SeriesChart.draw(figure(many), EN);
        assertEquals(0, count(nothing, "<circle"));
        assertEquals(1, count(one, "<circle class=\"cmf\""));
    }

    /** The pieces of the thick line. */
    private static String path(String svg) {
        int at = svg.indexOf("<path class=\"cm\"");
        return svg.substring(svg.indexOf(" d=\"", at), svg.indexOf("/>", at));
    }

    @Test
    void theWordsUnderThePictureCountEveryKind() {
        String svg = SeriesChart.draw(
                Dossiers.mecklenburg().findings().get(0).figures().get(0), EN);
        assertTrue(
                svg.contains("Periods with a count: 21. Reported as zero: 1. Not reported: 7. Partly reported: 2."
                        + " Withheld: 5."),
                svg.substring(0, 800));
        assertTrue(svg.contains("Other series drawn: 6."));
        String spanish = SeriesChart.draw(
                Dossiers.mecklenburg().findings().get(0).figures().get(0), ES);
        assertTrue(spanish.contains("Sin informe: 7.") && spanish.contains("otras 6 series"));
    }

    @Test
    void theTableSaysWhatThePictureShows() {
        Figure figure = Dossiers.mecklenburg().findings().get(0).figures().get(0);
        SeriesTable table = SeriesTable.of(figure, 40);
        assertEquals(7, table.columns().size());
        assertEquals(36, table.rows().size(), "no two months say the same in every column");
        List<String> cells = table.rows().stream()
                .map(r -> EN.say(ReadingWords.say(r.readings().get(0).orElseThrow())))
                .toList();
        assertEquals("3.50", cells.get(0));
        assertEquals("0 (reported as none)", cells.get(5));
        assertEquals("1.10 (covers 6 of 31 days)", cells.get(23));
        assertEquals("not reported", cells.get(24));
        assertEquals("withheld", cells.get(35));
        assertEquals(5, SeriesTable.of(figure, 5).columns().size());
        SeriesTable alone = SeriesTable.of(figure, 1);
        assertEquals(24 + 2, alone.rows().size(), "seven months without report share a row, five withheld another");
        assertEquals(LocalDate.of(2019, 1, 1), alone.rows().get(24).from());
        assertEquals(LocalDate.of(2019, 7, 1), alone.rows().get(24).to());
    }

    @Test
    void aSmallPlaceBesideABigOneKeepsItsOwnScale() {
        Figure small = figure(counted(1), counted(2));
        List<Figure.Line> lines = new ArrayList<>(small.lines());
        lines.add(new Figure.Line(
                Phrase.verbatim("Big"),
                false,
                List.of(
                        new Figure.Point(LocalDate.of(2018, 1, 1), counted(900)),
                        new Figure.Point(LocalDate.of(2018, 2, 1), counted(950)))));
        String both = SeriesChart.draw(new Figure("f", small.title(), small.unit(), lines, List.of()), EN);
        assertTrue(both.contains("on a scale of their own"));
        assertFalse(SeriesChart.draw(small, EN).contains("scale of their own"));
    }

    @Test
    void aSeriesOfNothingIsRefused() {
        Figure empty = new Figure("f", Phrase.verbatim("t"), Phrase.verbatim("u"), List.of(), List.of());
        assertThrows(IllegalArgumentException.class, () -> SeriesChart.draw(empty, EN));
        String one = SeriesChart.draw(figure(new Reading.Zero()), EN);
        assertTrue(one.contains("reported as zero"), "a single zero is still a picture");
        assertTrue(SeriesChart.draw(figure(new Reading.NotReported()), EN).contains("not reported"));
    }

    @Test
    void everyMarkStaysInsideThePicture() {
        Random random = new Random(287);
        for (int round = 0; round < 60; round++) {
            Reading[] readings = new Reading[1 + random.nextInt(90)];
            for (int i = 0; i < readings.length; i++) {
                readings[i] = switch (random.nextInt(6)) {
                    case 0 -> new Reading.Zero();
                    case 1 -> new Reading.NotReported();
                    case 2 -> new Reading.Withheld("w");
                    case 3 -> new Reading.Partial(random.nextInt(50), 1, 30);
                    default -> counted(Math.exp(random.nextGaussian() * 4));
                };
            }
            inside(SeriesChart.draw(figure(readings), EN));
        }
        inside(TimelineChart.draw(
                Dossiers.clay().layers().get(0).policing().get(0).agreements(), Dossiers.AS_OF, ES));
    }

    private static void inside(String svg) {
        String[] box = svg.replaceFirst("(?s).*viewBox=\"([^\"]*)\".*", "$1").split(" ", -1);
        double width = Double.parseDouble(box[2]);
        double height = Double.parseDouble(box[3]);
        var numbers = java.util.regex.Pattern.compile(" (x|x1|x2|cx|y|y1|y2|cy)=\"(-?[0-9.]+)\"")
                .matcher(svg);
        int seen = 0;
        while (numbers.find()) {
            double at = Double.parseDouble(numbers.group(2));
            double most = numbers.group(1).contains("x") ? width : height;
            assertTrue(at >= 0 && at <= most, numbers.group() + " of " + most);
            seen++;
        }
        assertTrue(seen > 5);
    }

    @Test
    void ticksAreFewAndStandOnFirstDays() {
        for (int months : new int[] {1, 5, 11, 23, 50, 130, 400, 2000}) {
            LocalDate first = LocalDate.of(1987, 3, 2);
            List<LocalDate> ticks = Scale.ticks(first, first.plusMonths(months));
            assertTrue(ticks.size() <= 8, months + " months: " + ticks);
            ticks.forEach(t -> assertEquals(1, t.getDayOfMonth()));
        }
        assertEquals(0.2, Scale.step(1, 5), 1e-12);
        assertEquals(1, Scale.step(4.1, 5), 1e-12);
        assertEquals(1, Scale.decimals(0.2));
        assertEquals(0, Scale.decimals(20));
    }

    @Test
    void coloursHaveContrastOnPaper() {
        for (String words : List.of(Palette.INK, Palette.QUIET)) {
            assertTrue(Contrast.between(words, Palette.PAPER) >= 4.5, words);
            assertTrue(Contrast.between(words, Palette.BAND) >= 4.5, words);
        }
        for (String marks : List.of(Palette.MAIN, Palette.OTHER, Palette.MARK, Palette.AXIS)) {
            assertTrue(Contrast.between(marks, Palette.PAPER) >= 3, marks);
        }
        assertTrue(Contrast.between(Palette.MAIN, Palette.SOFT) >= 3);
        assertTrue(Contrast.between(Palette.PAPER, Palette.MARK) >= 4.5, "numbers on marks");
    }

    @Test
    void theTimelineTellsEndsApart() {
        String gone = TimelineChart.draw(
                Dossiers.mecklenburg().layers().get(0).policing().get(0).agreements(), Dossiers.AS_OF, EN);
        assertTrue(gone.contains("left the list on some day in this span"));
        assertFalse(gone.contains("ended, with a document") || gone.contains("still on the latest list"));
        String ended = TimelineChart.draw(
                Dossiers.clay().layers().get(2).policing().get(0).agreements(), Dossiers.AS_OF, EN);
        assertTrue(ended.contains("ended, with a document"));
        String applied = TimelineChart.draw(
                Dossiers.clay().layers().get(1).policing().get(0).agreements(), Dossiers.AS_OF, ES);
        assertTrue(applied.contains("solicitado, sin firma") && !applied.contains("en la lista de ICE"));
        assertThrows(IllegalArgumentException.class, () -> TimelineChart.draw(List.of(), Dossiers.AS_OF, EN));
    }
}
