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
        DayCounter unread = CourtCalendar.of(law, "RI").rolled(LocalDate.of(2026, 11, 14));
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
        DayCounter unread = CourtCalendar.of(law, "RI").backward(LocalDate.of(2026, 12, 12), 14);
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
        "AR,true,true,false,14",
        "CT,true,true,false,0",
        "MS,true,true,false,7",
        "NH,true,true,false,0",
        "OK,true,true,false,11",
        "RI,false,false,false,0"
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
                "US AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY MA ME MI MN MO MS MT NC ND NE NH NM NV NY OH OK OR PA SC SD TN TX UT VA VT WA WI WV WY";
        assertEquals(List.of(rules.split(" ")), held);
    }
}
