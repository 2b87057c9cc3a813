package org.writwatch.papers.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.AgreementStatus;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/**
 * When each agreement was signed, listed, and listed no more: one bar per agreement.
 *
 * <p>A full bar covers the days between the first and the last list that had it; an outlined one the days between the
 * signing date and the first list; a hatched one the days between the last list that had it and the first that did not,
 * in which it may have stopped being listed. An arrow head means "still listed on the last list"; a broken outline means
 * an application that was not signed.
 */
public final class TimelineChart {
    private static final double WIDTH = 360;
    private static final double LEFT = 10;
    private static final double RIGHT = 338;
    private static final double ROW = 40;
    private static final int LONGEST = 56;

    private TimelineChart() {}

    /**
     * Draws the agreements in the order given.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static String draw(List<Agreement> agreements, LocalDate asOf, Phrasebook book) {
        if (agreements.isEmpty()) {
            throw new IllegalArgumentException("a timeline needs an agreement");
        }
        LocalDate first = agreements.stream()
                .flatMap(a -> Stream.concat(a.signed().stream(), Stream.of(a.firstListed())))
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate last = agreements.stream()
                .map(TimelineChart::end)
                .max(LocalDate::compareTo)
                .orElseThrow();
        last = last.isBefore(asOf) ? asOf : last;
        Scale time = new Scale(first.toEpochDay(), Math.max(last.toEpochDay(), first.toEpochDay() + 30L), LEFT, RIGHT);
        List<String> legend = legend(agreements);
        double ground = 8 + ROW * agreements.size();
        Svg svg = new Svg(
                "chart-timeline",
                WIDTH,
                ground + 32 + 18 * legend.size(),
                book.say("papers", "chart.timeline.title"),
                describe(agreements, book));
        List<LocalDate> ticks = Scale.ticks(first, LocalDate.ofEpochDay((long) time.high()));
        for (LocalDate tick : ticks) {
            svg.line(Ink.GRID, time.at(tick), 4, time.at(tick), ground);
        }
        double y = 8;
        for (Agreement agreement : agreements) {
            String model = " \u00b7 "
                    + book.say("papers", "chart.model." + agreement.model().name());
            svg.named(Ink.TEXT, LEFT, y + 12, name(agreement, LONGEST - model.length()), model);
            bar(svg, time, agreement, y + 18);
            y += ROW;
        }
        svg.line(Ink.AXIS, LEFT, ground, RIGHT, ground);
        for (LocalDate tick : ticks) {
            double x = time.at(tick);
            svg.line(Ink.AXIS, x, ground, x, ground + 4);
            svg.text(
                    Ink.QUIET,
                    Math.max(x, LEFT + 14),
                    ground + 17,
                    Svg.Anchor.MIDDLE,
                    tick.getMonthValue() == 1
                            ? String.valueOf(tick.getYear())
                            : book.say(Phrase.of(
                                    "papers", "chart.tick." + tick.getMonthValue(), String.valueOf(tick.getYear()))));
        }
        legend(svg, legend, ground + 24, book);
        return svg.end();
    }

    private static void bar(Svg svg, Scale time, Agreement agreement, double y) {
        double from = time.at(agreement.firstListed());
        double to = Math.max(time.at(agreement.lastListed()), from + 2);
        if (agreement.status() instanceof AgreementStatus.Pending) {
            svg.rect(Ink.BAR_OPEN, from, y, Math.max(to - from, 6), 12);
            return;
        }
        agreement.signed().ifPresent(signed -> {
            if (signed.isBefore(agreement.firstListed())) {
                double start = time.at(signed);
                svg.rect(Ink.BAR_BEFORE, start, y, from - start, 12);
            }
        });
        svg.rect(Ink.BAR, from, y, to - from, 12);
        if (agreement.status() instanceof AgreementStatus.NotSeen gone) {
            double end = time.at(gone.firstAbsent());
            Panel.band(svg, to, y, Math.max(end - to, 6), 12, false);
        } else if (agreement.status() instanceof AgreementStatus.Ended ended) {
            double end = time.at(ended.on());
            svg.line(Ink.MARK, end, y - 3, end, y + 15);
        } else {
            svg.path(
                    Ink.BAR,
                    "M" + Svg.number(to) + " " + Svg.number(y - 3) + "L" + Svg.number(to + 10) + " " + Svg.number(y + 6)
                            + "L" + Svg.number(to) + " " + Svg.number(y + 15));
        }
    }

    private static LocalDate end(Agreement agreement) {
        if (agreement.status() instanceof AgreementStatus.NotSeen gone) {
            return gone.firstAbsent();
        } else if (agreement.status() instanceof AgreementStatus.Ended ended) {
            return ended.on();
        }
        return agreement.lastListed();
    }

    private static String name(Agreement agreement, int room) {
        String name = agreement.agency().name();
        int letters = name.codePointCount(0, name.length());
        return letters <= room ? name : name.substring(0, name.offsetByCodePoints(0, room - 1)) + "\u2026";
    }

    private static String describe(List<Agreement> agreements, Phrasebook book) {
        long listed = agreements.stream()
                .filter(a -> a.status() instanceof AgreementStatus.Active)
                .count();
        return book.say(Phrase.of("papers", "chart.timeline.describe", agreements.size(), (int) listed));
    }

    private static List<String> legend(List<Agreement> agreements) {
        List<String> kinds = new ArrayList<>();
        boolean known = agreements.stream().anyMatch(a -> !(a.status() instanceof AgreementStatus.Pending));
        if (known) {
            kinds.add("listed");
        }
        if (agreements.stream()
                .anyMatch(
                        a -> a.signed().filter(s -> s.isBefore(a.firstListed())).isPresent())) {
            kinds.add("signed");
        }
        if (agreements.stream().anyMatch(a -> a.status() instanceof AgreementStatus.Active)) {
            kinds.add("active");
        }
        if (agreements.stream().anyMatch(a -> a.status() instanceof AgreementStatus.NotSeen)) {
            kinds.add("gone");
        }
        if (agreements.stream().anyMatch(a -> a.status() instanceof AgreementStatus.Ended)) {
            kinds.add("ended");
        }
        if (agreements.stream().anyMatch(a -> a.status() instanceof AgreementStatus.Pending)) {
            kinds.add("pending");
        }
        return List.copyOf(kinds);
    }

    private static void legend(Svg svg, List<String> kinds, double top, Phrasebook book) {
        double y = top;
        for (String kind : kinds) {
            switch (kind) {
                case "listed" -> svg.rect(Ink.BAR, 10, y + 3, 20, 10);
                case "signed" -> svg.rect(Ink.BAR_BEFORE, 10, y + 3, 20, 10);
                case "active" ->
                    svg.path(
                            Ink.BAR,
                            "M16 " + Svg.number(y + 1) + "L26 " + Svg.number(y + 8) + "L16 " + Svg.number(y + 15));
                case "gone" -> Panel.band(svg, 10, y + 3, 20, 10, false);
                case "ended" -> svg.line(Ink.MARK, 20, y + 1, 20, y + 15);
                default -> svg.rect(Ink.BAR_OPEN, 10, y + 3, 20, 10);
            }
            svg.text(Ink.TEXT, 40, y + 12, Svg.Anchor.START, book.say("papers", "chart.timeline." + kind));
            y += 18;
        }
    }
}
