package org.writwatch.law.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.RecordsLaw.DayCount;

/**
 * Counts days from a start, which itself does not count, and says why each day that was skipped was skipped.
 *
 * @param date the last day, after the roll over a weekend or holiday when the count is in calendar days
 * @param earliest the last day when no holiday is kept and nothing rolls
 * @param counted each skipped day and each roll, in order
 */
public record DayCounter(LocalDate date, LocalDate earliest, List<Phrase> counted) {
    public DayCounter {
        counted = List.copyOf(counted);
    }

    /** Counts. */
    public static DayCounter count(LocalDate start, DayCount count) {
        return count.kind() == DayCount.Kind.BUSINESS ? business(start, count.days()) : calendar(start, count.days());
    }

    private static DayCounter business(LocalDate start, int days) {
        List<Phrase> skipped = new ArrayList<>();
        LocalDate day = start;
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            if (off(day)) {
                skipped.add(skip(day));
            } else {
                counted++;
            }
        }
        LocalDate plain = start;
        for (int counted = 0; counted < days; ) {
            plain = plain.plusDays(1);
            counted += weekend(plain) ? 0 : 1;
        }
        return new DayCounter(day, plain, skipped);
    }

    private static DayCounter calendar(LocalDate start, int days) {
        LocalDate last = start.plusDays(days);
        return rolled(last);
    }

    /** A day that may fall on a weekend or holiday, with the next day that does not. */
    static DayCounter rolled(LocalDate last) {
        List<Phrase> skipped = new ArrayList<>();
        LocalDate day = last;
        while (off(day)) {
            skipped.add(skip(day));
            day = day.plusDays(1);
        }
        return new DayCounter(day, last, skipped);
    }

    private static Phrase skip(LocalDate day) {
        return FederalHolidays.find(day)
                .map(h -> Phrase.of("law", "count.skip-holiday", day, Phrase.of("law", "holiday." + h)))
                .orElseGet(() -> Phrase.of(
                        "law",
                        "count.skip-weekend",
                        day,
                        Phrase.of(
                                "law", day.getDayOfWeek() == DayOfWeek.SATURDAY ? "count.saturday" : "count.sunday")));
    }

    static boolean weekend(LocalDate day) {
        return day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
    }

    private static boolean off(LocalDate day) {
        return weekend(day) || FederalHolidays.find(day).isPresent();
    }
}
