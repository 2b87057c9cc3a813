package org.writwatch.law.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.Law;
import org.writwatch.law.Result;
import org.writwatch.law.Screening;
import org.writwatch.law.Screening.Deadline;
import org.writwatch.law.calendar.Closures;
import org.writwatch.law.matter.Matter;

class ClaimDeadlinesTest {
    private static final Law LAW = Law.bundled();

    @Test
    void newYorkHasFourMonthsFromTheRefusal() {
        Deadline writ = find(run("E", "NY", "2026-11-24", "refusal_date: 2026-07-20"), "writ");
        assertEquals(LocalDate.of(2026, 11, 20), writ.date().orElseThrow());
        assertTrue(writ.verified());
    }

    @Test
    void aStateWithoutAVerifiedPeriodHasWordsAndNoDate() {
        Deadline writ = find(run("E", "NC", "2026-11-24", "refusal_date: 2026-07-20"), "writ");
        assertEquals(Optional.empty(), writ.date());
        assertTrue(Phrasebook.of(Lang.EN).say(writ.rule()).endsWith("[VERIFY]"));
    }

    /** Forty-five days end on Saturday, November 14, 2026; no counting rule of New Jersey was read. */
    @Test
    void theDateOfOnesOwnActIsTheEarlierReading() {
        Deadline writ = find(run("E", "NJ", "2026-11-24", "refusal_date: 2026-09-30"), "writ");
        assertEquals(LocalDate.of(2026, 11, 14), writ.date().orElseThrow());
        assertEquals(LocalDate.of(2026, 11, 16), writ.range().orElseThrow().latest());
    }

    @Test
    void aNoticeOfClaimNobodyHasReadGetsNoDate() {
        List<Deadline> all = run("A", "NY", "2026-11-24", "release_due_date: 2026-07-20");
        assertEquals(
                List.of("habeas", "section-1983", "notice-ny"),
                all.stream().map(Deadline::id).toList());
        assertTrue(all.stream().allMatch(d -> d.date().isEmpty() && !d.verified()));
    }

    /** Fed. R. App. P. 4(a)(1)(B) and Fed. R. Civ. P. 6(a): the sixtieth day is a Saturday before a holiday Monday. */
    @Test
    void federalDatesAreCountedByRuleSix() {
        List<Deadline> all = run(
                "H",
                "US",
                "2027-02-01",
                "uscis_form: n400, interview_date: 2026-07-01, filed_date: 2026-01-05, suit_filed_date: 2026-11-02, "
                        + "us_attorney_served_date: 2026-11-09, judgment_date: 2026-11-18");
        assertEquals(LocalDate.of(2026, 10, 29), find(all, "form-clock").date().orElseThrow());
        assertEquals(LocalDate.of(2027, 2, 1), find(all, "serve").date().orElseThrow());
        assertEquals(LocalDate.of(2027, 1, 8), find(all, "answer").date().orElseThrow());
        assertEquals(
                LocalDate.of(2027, 1, 19), find(all, "appeal-judgment").date().orElseThrow());
    }

    @Test
    void missouriReportIsDueOnMarchFirstOfTheNextYear() {
        Deadline report = run("F", "MO", "2026-11-24", "report_year: 2025").get(0);
        assertTrue(report.id().startsWith("report-"), report.id());
        Deadline dated = report;
        assertEquals(LocalDate.of(2026, 3, 2), dated.date().orElseThrow());
        assertEquals(LocalDate.of(2026, 3, 1), dated.range().orElseThrow().earliest(), "a Sunday");
    }

    /** The end of four months, Saturday, August 15, 2026, runs to the Monday: N.Y. Gen. Constr. Law § 25-a. */
    @Test
    void aPeriodThatEndsOnASaturdayIsNotOverOnSunday() {
        String facts = "records_public_body: true, request_in_writing: true, request_date: 2026-02-02, "
                + "request_delivered: true, denied: true, denial_date: 2026-02-20, asks_only_safe_records: true, "
                + "exemption_cited: false, produced_in_full: false, requester_lives_in_state: true, "
                + "appeal_date: 2026-03-01, appeal_denied_date: 2026-04-15";
        assertEquals(
                Result.VIABLE_SUBJECT_TO_ATTORNEY_REVIEW,
                claim("D", "NY", "2026-08-16", facts).result());
        assertEquals(
                Result.VIABLE_SUBJECT_TO_ATTORNEY_REVIEW,
                claim("D", "NY", "2026-08-17", facts).result());
        assertEquals(
                Result.BARRED_TIME_OR_EXHAUSTION,
                claim("D", "NY", "2026-08-18", facts).result());
    }

    @Test
    void aClosureMovesTheDatesOfAScreen() {
        Matter matter = matter("E", "NY", "2026-11-24", "refusal_date: 2026-07-20");
        Closures closed = new Closures(Map.of(LocalDate.of(2026, 11, 20), "flood"));
        Deadline moved = find(Screen.of(LAW).run(matter, closed).claims().get(0).deadlines(), "writ");
        assertEquals(LocalDate.of(2026, 11, 23), moved.date().orElseThrow());
    }

    /** In all 53 jurisdictions a date has verified words behind it, and words nobody has read have none. */
    @Test
    void noDateWithoutVerifiedWords() {
        String facts =
                "request_date: 2026-08-03, denial_date: 2026-09-01, refusal_date: 2026-08-20, report_year: 2024, "
                        + "cert_request_date: 2026-05-04, release_due_date: 2026-08-01";
        int dated = 0;
        for (String code : Law.codes()) {
            for (Screening.Claim claim :
                    screen("all", code, "2026-11-24", facts).claims()) {
                for (Deadline d : claim.deadlines()) {
                    assertFalse(d.date().isPresent() && !d.verified(), () -> code + " " + d.id());
                    dated += d.date().isPresent() ? 1 : 0;
                }
            }
        }
        assertTrue(dated > 40, dated + " dates");
    }

    private static Deadline find(List<Deadline> all, String id) {
        return all.stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
    }

    private static List<Deadline> run(String claim, String code, String asOf, String facts) {
        return claim(claim, code, asOf, facts).deadlines();
    }

    private static Screening.Claim claim(String claim, String code, String asOf, String facts) {
        return screen(claim, code, asOf, facts).claims().get(0);
    }

    private static Screening screen(String claim, String code, String asOf, String facts) {
        return Screen.of(LAW).run(matter(claim, code, asOf, facts));
    }

    private static Matter matter(String claim, String code, String asOf, String facts) {
        return Matter.parse(
                "matter.yaml",
                new StringReader("claim: %s%njurisdiction: %s%nas_of: %s%nrespondent: {sovereign: local}%nfacts: {%s}%n"
                        .formatted(claim, code, asOf, facts)),
                LAW);
    }
}
