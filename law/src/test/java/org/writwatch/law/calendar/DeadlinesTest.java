package org.writwatch.law.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.Law;
import org.writwatch.law.RecordsLaw.DayCount;
import org.writwatch.law.Screening.Deadline;

class DeadlinesTest {
    private final Law law = Law.bundled();

    @Test
    void northCarolinaHasWordsAndNoDate() {
        Deadline d = Deadlines.recordsResponse(law.records("NC"), LocalDate.of(2026, 11, 2));
        assertEquals(Optional.empty(), d.date());
        assertEquals(Optional.empty(), d.range());
        assertTrue(Phrasebook.of(Lang.EN).say(d.rule()).contains("as promptly as possible"));
        assertTrue(d.verified());
    }

    @Test
    void unverifiedNumberGivesNoDateAndTheFlag() {
        Deadline d = Deadlines.recordsResponse(law.records("GA"), LocalDate.of(2026, 11, 2));
        assertEquals(Optional.empty(), d.date());
        assertTrue(Phrasebook.of(Lang.EN).say(d.rule()).endsWith("[VERIFY]"));
    }

    @Test
    void foiaSkipsWeekendsAndHolidaysAndSaysWhich() {
        Deadline d = Deadlines.recordsResponse(law.records("US"), LocalDate.of(2026, 11, 2));
        assertEquals(LocalDate.of(2026, 12, 2), d.date().orElseThrow());
        assertEquals(Optional.empty(), d.range(), "federal holidays are the federal agency's own");
        String said = String.join(
                "\n", d.counted().stream().map(Phrasebook.of(Lang.EN)::say).toList());
        assertTrue(said.contains("November 11, 2026 is not counted: Veterans Day"), said);
        assertTrue(said.contains("November 26, 2026 is not counted: Thanksgiving"), said);
    }

    @Test
    void calendarDaysThatEndOnAWeekendAreARange() {
        Deadline d = Deadlines.recordsResponse(law.records("CA"), LocalDate.of(2026, 11, 4));
        assertEquals(LocalDate.of(2026, 11, 14), d.range().orElseThrow().earliest());
        assertEquals(LocalDate.of(2026, 11, 16), d.date().orElseThrow());
    }

    @Test
    void fourMonthsInNewYorkFromTheDenialOfTheAppeal() {
        Deadline d = Deadlines.recordsSuit(law.records("NY"), Optional.of(LocalDate.of(2026, 7, 20)));
        assertEquals(LocalDate.of(2026, 11, 20), d.date().orElseThrow());
    }

    @Test
    void elevenHolidaysAndTheTrickyObservances() {
        assertEquals(
                "new-year", FederalHolidays.find(LocalDate.of(2027, 12, 31)).orElseThrow());
        assertEquals(
                "christmas", FederalHolidays.find(LocalDate.of(2027, 12, 24)).orElseThrow());
        assertEquals(
                "juneteenth", FederalHolidays.find(LocalDate.of(2022, 6, 20)).orElseThrow());
        assertTrue(FederalHolidays.find(LocalDate.of(2020, 6, 19)).isEmpty());
        assertEquals(11, new HashSet<>(FederalHolidays.of(2026).values()).size());
    }

    /** Every start 1990-2060 against a walk by epoch day that shares nothing with the counter. */
    @Test
    void businessDaysEqualAnIndependentWalk() {
        for (long day = 7305; day < 33238; day++) {
            LocalDate start = LocalDate.ofEpochDay(day);
            for (int n : new int[] {1, 3, 5, 10, 20}) {
                long end = day;
                for (int left = n; left > 0; ) {
                    end++;
                    left -= Walk.working(end) ? 1 : 0;
                }
                assertEquals(
                        LocalDate.ofEpochDay(end),
                        DayCounter.count(start, new DayCount(n, DayCount.Kind.BUSINESS))
                                .date(),
                        () -> "from " + start);
            }
        }
    }

    /** A day-by-day oracle on plain arithmetic: weekday from the epoch day, holidays by month, day and count of Mondays. */
    private static final class Walk {
        private static final Set<Long> KNOWN = new HashSet<>();

        static {
            for (long day = 7305 - 40; day < 33238 + 60; day++) {
                if (holiday(day)) {
                    KNOWN.add(day);
                    int w = weekday(day);
                    if (fixed(day) && w == 5) {
                        KNOWN.add(day - 1);
                    } else if (fixed(day) && w == 6) {
                        KNOWN.add(day + 1);
                    }
                }
            }
        }

        static boolean working(long day) {
            return weekday(day) < 5 && !KNOWN.contains(day);
        }

        /** 0 is Monday; January 1, 1970 was a Thursday. */
        private static int weekday(long day) {
            return (int) Math.floorMod(day + 3, 7L);
        }

        private static boolean fixed(long day) {
            int[] d = civil(day);
            int md = d[1] * 100 + d[2];
            return md == 101 || (md == 619 && d[0] >= 2021) || md == 704 || md == 1111 || md == 1225;
        }

        private static boolean holiday(long day) {
            int[] d = civil(day);
            int week = (d[2] - 1) / 7 + 1;
            boolean monday = weekday(day) == 0;
            boolean third = week == 3 && (d[1] == 1 || d[1] == 2);
            boolean other = (d[1] == 9 && week == 1) || (d[1] == 10 && week == 2) || (d[1] == 5 && d[2] > 24);
            boolean thanksgiving = weekday(day) == 3 && d[1] == 11 && week == 4;
            return fixed(day) || thanksgiving || (monday && (third || other));
        }

        /** Year, month, day of an epoch day (days-to-civil over 400-year eras). */
        private static int[] civil(long epochDay) {
            long z = epochDay + 719468;
            long era = Math.floorDiv(z, 146097L);
            long doe = z - era * 146097;
            long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
            long doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
            long mp = (5 * doy + 2) / 153;
            int month = (int) (mp < 10 ? mp + 3 : mp - 9);
            int year = (int) (yoe + era * 400 + (month <= 2 ? 1 : 0));
            return new int[] {year, month, (int) (doy - (153 * mp + 2) / 5 + 1)};
        }
    }
}
