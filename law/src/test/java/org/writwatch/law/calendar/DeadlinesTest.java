package org.writwatch.law.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        String said = said(d);
        assertTrue(said.contains("November 11, 2026 is not counted: Veterans Day"), said);
        assertTrue(said.contains("November 26, 2026 is not counted: Thanksgiving"), said);
    }

    /** Saturday, November 14, 2026: Cal. Code Civ. Proc. § 12a moves it; where no rule was read, it may stay. */
    @Test
    void calendarDaysThatEndOnAWeekendRollAsFarAsARuleWasRead() {
        Deadline d = Deadlines.recordsResponse(law.records("CA"), LocalDate.of(2026, 11, 4));
        assertEquals(Optional.empty(), d.range());
        assertEquals(LocalDate.of(2026, 11, 16), d.date().orElseThrow());
        DayCounter unread = CourtCalendar.of(law, "VT").rolled(LocalDate.of(2026, 11, 14));
        assertEquals(LocalDate.of(2026, 11, 14), unread.earliest());
        assertEquals(LocalDate.of(2026, 11, 16), unread.date());
        DayCounter ohio = CourtCalendar.of(law, "OH").rolled(LocalDate.of(2026, 11, 14));
        assertEquals(LocalDate.of(2026, 11, 14), ohio.earliest(), "Ohio R.C. 1.14 does not name Saturdays");
    }

    @Test
    void aHolidayOfTheNationOnlyMayBeAHolidayOfTheState() {
        DayCounter veterans = CourtCalendar.of(law, "NC").rolled(LocalDate.of(2026, 11, 11));
        assertEquals(LocalDate.of(2026, 11, 11), veterans.earliest());
        assertEquals(LocalDate.of(2026, 11, 12), veterans.date());
        DayCounter federal = CourtCalendar.of(law, "US").rolled(LocalDate.of(2026, 11, 11));
        assertEquals(LocalDate.of(2026, 11, 12), federal.earliest());
    }

    @Test
    void aClosureMovesTheDateAndIsNamed() {
        Closures closed = new Closures(Map.of(LocalDate.of(2026, 12, 2), "ice storm"));
        Deadline d = Deadlines.on(CourtCalendar.of(law, "US").with(closed))
                .response(law.records("US"), Optional.of(LocalDate.of(2026, 11, 2)));
        assertEquals(LocalDate.of(2026, 12, 3), d.date().orElseThrow());
        assertTrue(said(d).contains("December 2, 2026 is not counted: closed (ice storm)"), said(d));
        assertTrue(said(d).contains("Fed. R. Civ. P. 6(a)(1)"), said(d));
    }

    @Test
    void fourMonthsInNewYorkFromTheDenialOfTheAppeal() {
        Deadline d = Deadlines.on(CourtCalendar.of(law, "NY"))
                .suit(law.records("NY"), Optional.of(LocalDate.of(2026, 7, 20)));
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

    private static String said(Deadline deadline) {
        return String.join(
                "\n",
                deadline.counted().stream().map(Phrasebook.of(Lang.EN)::say).toList());
    }

    /**
     * Every start 1990-2060, every rule that has a source and a state without one, against a walk by epoch day that shares
     * nothing with the calendar. Columns: the state, whether its rule rolls Sundays, Saturdays, federal holidays, and the
     * length under which days between are left out.
     */
    @ParameterizedTest
    @CsvSource({
        "US,true,true,true,0",
        "NC,true,true,false,7",
        "NY,true,true,false,0",
        "CA,true,true,false,0",
        "OH,true,false,false,0",
        "FL,true,true,false,0",
        "VT,false,false,false,0"
    })
    void everyRuleEqualsAnIndependentWalk(String code, boolean sunday, boolean saturday, boolean holiday, int small) {
        CourtCalendar calendar = CourtCalendar.of(law, code);
        for (long day = 7305; day < 33238; day++) {
            LocalDate start = LocalDate.ofEpochDay(day);
            for (int n : new int[] {1, 5, 6, 7, 10, 30, 120}) {
                for (DayCount.Kind kind : DayCount.Kind.values()) {
                    boolean business = kind == DayCount.Kind.BUSINESS || n < small;
                    long latest = business ? Walk.business(day, n, true) : Walk.roll(day + n, true, true, true);
                    long earliest = business
                            ? Walk.business(day, n, code.equals("US"))
                            : Walk.roll(day + n, sunday, saturday, holiday);
                    DayCounter got = calendar.count(start, new DayCount(n, kind));
                    assertEquals(latest, got.date().toEpochDay(), () -> code + " from " + start);
                    assertEquals(earliest, got.earliest().toEpochDay(), () -> code + " from " + start);
                }
            }
        }
    }

    /** No rule on counting is used that was not read, and every one that is held is tested above. */
    @Test
    void theRulesTestedAreTheRulesHeld() {
        List<String> held =
                Law.codes().stream().filter(c -> law.counting(c).isPresent()).toList();
        assertEquals(List.of("US", "CA", "FL", "NC", "NY", "OH"), held);
    }

    /** A day-by-day oracle on plain arithmetic: weekday from the epoch day, holidays by month, day and count of Mondays. */
    private static final class Walk {
        private static final Set<Long> KNOWN = new HashSet<>();

        static {
            for (long day = 7305 - 40; day < 33238 + 200; day++) {
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

        static long business(long start, int days, boolean holidays) {
            long end = start;
            for (int left = days; left > 0; ) {
                end++;
                boolean off = weekday(end) > 4 || (holidays && KNOWN.contains(end));
                left -= off ? 0 : 1;
            }
            return end;
        }

        static long roll(long last, boolean sunday, boolean saturday, boolean holiday) {
            long end = last;
            while ((weekday(end) == 6 && sunday)
                    || (weekday(end) == 5 && saturday)
                    || (holiday && KNOWN.contains(end))) {
                end++;
            }
            return end;
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
