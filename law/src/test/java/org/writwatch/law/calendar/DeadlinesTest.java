package org.writwatch.law.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
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
        DayCounter unread = CourtCalendar.of(law, "OK").rolled(LocalDate.of(2026, 11, 14));
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

    /** Fed. R. Civ. P. 6(a)(5): before an event "next day" is found by going back. Thanksgiving 2026 is November 26. */
    @Test
    void aPeriodBeforeAnEventMovesBack() {
        CourtCalendar federal = CourtCalendar.of(law, "US");
        DayCounter before = federal.backward(LocalDate.of(2026, 12, 10), 14);
        assertEquals(LocalDate.of(2026, 11, 25), before.date());
        assertEquals(before.date(), before.earliest());
        DayCounter unread = CourtCalendar.of(law, "OK").backward(LocalDate.of(2026, 12, 12), 14);
        assertEquals(LocalDate.of(2026, 11, 27), unread.earliest());
        assertEquals(LocalDate.of(2026, 11, 28), unread.date());
    }

    /** 6(d): the days are added after the period would otherwise expire, itself moved on first (committee note of 2005). */
    @Test
    void daysAfterMailAreAddedToTheMovedEnd() {
        CourtCalendar federal = CourtCalendar.of(law, "US");
        DayCounter end = federal.count(LocalDate.of(2026, 11, 7), new DayCount(14, DayCount.Kind.CALENDAR));
        assertEquals(LocalDate.of(2026, 11, 23), end.date(), "November 21 is a Saturday");
        assertEquals(LocalDate.of(2026, 11, 27), federal.added(end, 3).date(), "the 26th is Thanksgiving");
    }

    /** 6(a)(2)(C) and 6(a)(3)(B): the same time on the next day that is neither off nor closed. */
    @Test
    void hoursRunThroughAndMoveToTheSameTime() {
        CourtCalendar federal = CourtCalendar.of(law, "US");
        LocalDateTime friday = LocalDateTime.of(2026, 11, 20, 15, 30);
        assertEquals(
                LocalDateTime.of(2026, 11, 23, 15, 30),
                federal.hours(friday, 24).end());
        assertEquals(
                LocalDateTime.of(2026, 11, 23, 15, 30),
                federal.hours(friday, 72).end());
        CourtCalendar closed = federal.with(new Closures(Map.of(LocalDate.of(2026, 11, 23), "ice storm")));
        assertEquals(
                LocalDateTime.of(2026, 11, 24, 15, 30), closed.hours(friday, 24).end());
        assertThrows(
                IllegalArgumentException.class,
                () -> CourtCalendar.of(law, "TX").hours(friday, 24));
    }

    /** Hours, days before an event and added days against the same walk, for every day 1990-2060. */
    @Test
    void everyFederalSpecialRuleEqualsAnIndependentWalk() {
        CourtCalendar federal = CourtCalendar.of(law, "US");
        for (long day = 7305; day < 33238; day++) {
            LocalDate start = LocalDate.ofEpochDay(day);
            long before = day - 14;
            while (Walk.roll("US", before, true, true, true, false) != before) {
                before--;
            }
            assertEquals(before, federal.backward(start, 14).date().toEpochDay(), start::toString);
            long mailed =
                    Walk.roll("US", Walk.roll("US", day + 21, true, true, true, false) + 3, true, true, true, false);
            DayCounter end = federal.count(start, new DayCount(21, DayCount.Kind.CALENDAR));
            assertEquals(mailed, federal.added(end, 3).date().toEpochDay(), start::toString);
            long hours = Walk.roll("US", day + 2, true, true, true, false);
            assertEquals(
                    hours,
                    federal.hours(start.atTime(9, 0), 48).end().toLocalDate().toEpochDay(),
                    start::toString);
        }
    }

    @Test
    void aHolidayOfTheStateIsCertainWhereItsListWasReadAndNamed() {
        DayCounter columbus = CourtCalendar.of(law, "OH").rolled(LocalDate.of(2026, 10, 12));
        assertEquals(LocalDate.of(2026, 10, 13), columbus.earliest());
        DayCounter sanJacinto = CourtCalendar.of(law, "TX").rolled(LocalDate.of(2026, 4, 21));
        assertEquals(LocalDate.of(2026, 4, 22), sanJacinto.earliest());
        assertEquals(
                "April 21, 2026 is not counted: San Jacinto Day (holiday of the state).",
                Phrasebook.of(Lang.EN).say(sanJacinto.counted().get(0)));
        DayCounter election = CourtCalendar.of(law, "NY").rolled(LocalDate.of(2026, 11, 3));
        assertEquals(LocalDate.of(2026, 11, 3), election.earliest(), "its date stands in a law that was not read");
        assertEquals(LocalDate.of(2026, 11, 4), election.date());
        DayCounter friday = CourtCalendar.of(law, "ID").rolled(LocalDate.of(2026, 7, 3));
        assertEquals(LocalDate.of(2026, 7, 6), friday.earliest(), "July 4, 2026 is a Saturday: Idaho Code 73-108");
        assertEquals(
                LocalDate.of(2022, 1, 3),
                CourtCalendar.of(law, "OR").rolled(LocalDate.of(2021, 12, 31)).earliest(),
                "January 1, 2022 was a Saturday");
        DayCounter lincoln = CourtCalendar.of(law, "NY").rolled(LocalDate.of(2023, 2, 13));
        assertEquals(LocalDate.of(2023, 2, 14), lincoln.earliest(), "February 12, 2023 was a Sunday");
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
        "TX,true,true,false,0",
        "CO,true,true,false,0",
        "VA,true,true,false,0",
        "PA,true,true,true,0",
        "NM,true,true,false,11",
        "AL,true,false,false,0",
        "AK,true,true,false,7",
        "AZ,true,true,false,11",
        "DC,true,true,false,0",
        "DE,true,true,false,11",
        "GA,true,true,false,7",
        "HI,true,false,false,0",
        "IA,true,false,false,0",
        "ID,true,true,false,0",
        "IL,true,true,false,0",
        "IN,true,true,false,7",
        "KS,true,true,false,0",
        "KY,true,true,false,7",
        "MA,true,true,false,7",
        "ME,true,true,false,7",
        "MI,true,true,false,0",
        "MN,true,true,false,0",
        "MO,true,true,false,7",
        "MT,true,true,false,0",
        "ND,true,true,false,0",
        "NE,true,true,false,0",
        "NV,true,true,false,0",
        "OR,true,true,false,0",
        "SC,true,true,true,7",
        "SD,true,false,false,0",
        "TN,true,true,false,0",
        "UT,true,true,false,0",
        "VT,true,true,false,0",
        "WA,true,true,false,0",
        "WI,true,false,false,11",
        "WV,true,true,false,0",
        "WY,true,true,false,0",
        "OK,false,false,false,0"
    })
    void everyRuleEqualsAnIndependentWalk(String code, boolean sunday, boolean saturday, boolean holiday, int small) {
        CourtCalendar calendar = CourtCalendar.of(law, code);
        for (long day = 7305; day < 33238; day++) {
            LocalDate start = LocalDate.ofEpochDay(day);
            for (int n : new int[] {1, 5, 6, 7, 10, 30, 120}) {
                for (DayCount.Kind kind : DayCount.Kind.values()) {
                    boolean business = kind == DayCount.Kind.BUSINESS || n < small;
                    long latest = business
                            ? Walk.business(code, day, n, true)
                            : Walk.roll(code, day + n, true, true, true, true);
                    long earliest = business
                            ? Walk.business(code, day, n, code.equals("US"))
                            : Walk.roll(code, day + n, sunday, saturday, holiday, false);
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
        String rules =
                "US AK AL AZ CA CO DC DE FL GA HI IA ID IL IN KS KY MA ME MI MN MO MT NC ND NE NM NV NY OH OR PA SC SD TN TX UT VA VT WA WI WV WY";
        assertEquals(List.of(rules.split(" ")), held);
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

        static long business(String code, long start, int days, boolean all) {
            long end = start;
            for (int left = days; left > 0; ) {
                end++;
                boolean off = weekday(end) > 4 || (all && (KNOWN.contains(end) || own(code, end, true)));
                left -= off ? 0 : 1;
            }
            return end;
        }

        static long roll(String code, long last, boolean sunday, boolean saturday, boolean holiday, boolean doubtful) {
            long end = last;
            while ((weekday(end) == 6 && sunday)
                    || (weekday(end) == 5 && saturday)
                    || (holiday && KNOWN.contains(end))
                    || own(code, end, doubtful)) {
                end++;
            }
            return end;
        }

        /**
         * Ohio R.C. 1.14, N.Y. Gen. Constr. Law 24, Tex. Gov't Code 662.003 and .021, C.R.C.P. 6(a)(2), N.M. Stat. 12-5-2,
         * Wyo. Stat. 8-4-101, Iowa Code 1C.1, Idaho Code 73-108, SDCL 1-5-1, Neb. Rev. Stat. 25-2221, ORS 187.010, day by day.
         */
        private static boolean own(String code, long day, boolean doubtful) {
            boolean kept = listed(code, day, doubtful);
            boolean friday = List.of("ID", "SD", "NE", "OR").contains(code);
            boolean moves = friday || List.of("OH", "NY", "NM", "WY", "IA").contains(code);
            return kept
                    || (moves && weekday(day) == 0 && listed(code, day - 1, doubtful))
                    || (friday && weekday(day) == 4 && listed(code, day + 1, doubtful));
        }

        private static boolean listed(String code, long day, boolean doubtful) {
            int[] d = civil(day);
            int md = d[1] * 100 + d[2];
            int week = (d[2] - 1) / 7 + 1;
            boolean monday = weekday(day) == 0;
            boolean third = monday && week == 3 && (d[1] == 1 || d[1] == 2);
            boolean spring = monday && d[1] == 5 && d[2] > 24;
            boolean labor = monday && d[1] == 9 && week == 1;
            boolean columbus = monday && d[1] == 10 && week == 2;
            boolean thanks = weekday(day) == 3 && d[1] == 11 && week == 4;
            boolean common = md == 101 || md == 704 || md == 1111 || md == 1225 || third || spring || labor || thanks;
            return switch (code) {
                case "OH" -> common || columbus || (md == 619 && d[0] >= 2025);
                case "NY" ->
                    common
                            || columbus
                            || md == 212
                            || (md == 619 && d[0] >= 2021)
                            || (doubtful && d[1] == 11 && weekday(day) == 1 && d[2] > 1 && d[2] < 9);
                case "TX" ->
                    common
                            || List.of(119, 302, 421, 619, 827).contains(md)
                            || (weekday(day) == 4 && d[1] == 11 && d[2] > 22 && d[2] < 30);
                case "CO" ->
                    common || (md == 619 && d[0] >= 2024) || (monday && d[1] == 10 && week == 1 && d[0] >= 2021);
                case "NM", "ID" -> common || columbus;
                case "WY" -> common;
                case "IA" -> common || md == 212;
                case "SD" -> common || columbus || (md == 619 && d[0] >= 2023);
                case "OR" -> common || (md == 619 && d[0] >= 2026);
                case "NE" ->
                    common
                            || columbus
                            || (weekday(day) == 4 && d[1] == 4 && d[2] > 23)
                            || (weekday(day) == 4 && d[1] == 11 && d[2] > 22 && d[2] < 30);
                default -> false;
            };
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
