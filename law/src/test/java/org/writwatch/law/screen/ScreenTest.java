package org.writwatch.law.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.Authority;
import org.writwatch.law.Law;
import org.writwatch.law.Result;
import org.writwatch.law.Screening;
import org.writwatch.law.Screening.Claim;
import org.writwatch.law.Screening.Deadline;
import org.writwatch.law.ScreeningJson;
import org.writwatch.law.Truth;
import org.writwatch.law.matter.Matter;
import org.writwatch.law.text.ScreeningText;

class ScreenTest {
    private static final Law LAW = Law.bundled();
    private static final Screen SCREEN = Screen.of(LAW);
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 24);

    /** A North Carolina request, refused, on file with everything it needs. */
    private static final String REFUSED =
            "records_public_body: true, request_in_writing: true, request_date: 2026-08-03,"
                    + " request_delivered: true, denied: true, denial_date: 2026-09-01, asks_only_safe_records: true,"
                    + " exemption_cited: false, produced_in_full: false";

    @Test
    void northCarolinaDossierWithNoRequestOnFileIsUnknownNeverViableAndListsWhatIsMissing() {
        Screening screening = SCREEN.forPlace("NC", AS_OF, Map.of());
        Claim d = claim(screening, "D");
        assertEquals(Result.UNKNOWN_MISSING_FACTS, d.result());
        Set<String> first = d.wouldDecide().get(0);
        assertTrue(
                first.containsAll(Set.of("request_in_writing", "request_date", "request_delivered", "denied")),
                d.wouldDecide().toString());
        assertEquals(List.of(), d.before(), "no step before suit");
        assertEquals("nc-mediation", d.after().get(0).id());
        assertTrue(d.deadlines().get(0).date().isEmpty(), "the law has no number");
        assertFalse(d.adverse().isEmpty());
        for (Claim claim : screening.claims()) {
            assertFalse(claim.result() == Result.VIABLE_SUBJECT_TO_ATTORNEY_REVIEW, claim.id());
        }
    }

    /**
     * 11 Del. C. § 8402B(b): older agreements had to be ended by August 13, 2025. That day ends the transition and not the
     * section: until it a suit comes too early whatever the matter says, after it the section binds.
     */
    @Test
    void delawareLetAnOlderAgreementGoOnUntilTheThirteenthOfAugustAndForbidsItAfter() {
        String facts = "statute_binds_agency: true, agreement_in_force: true, private_enforcement: true,"
                + " special_interest: true, demand_futile: true, time_limit_passed: false, other_adequate_remedy: false";
        assertEquals(Result.BARRED_TIME_OR_EXHAUSTION, on("2025-08-13", facts + ", transition_over: true"));
        assertEquals(Result.VIABLE_SUBJECT_TO_ATTORNEY_REVIEW, on("2025-08-14", facts + ", transition_over: true"));
        assertEquals(Result.UNKNOWN_MISSING_FACTS, on("2025-08-14", facts), "a notice may still be running");
        assertEquals(Result.BARRED_TIME_OR_EXHAUSTION, on("2025-08-13", facts));
        assertEquals(
                Result.BARRED_TIME_OR_EXHAUSTION, on("2025-07-13", facts + ", transition_over: true"), "too early");
    }

    /** A delay claim is federal wherever the person lives: its writ is that of the federal courts, its circuit comes first. */
    @Test
    void aDelayClaimIsFederalAndShowsItsCircuitBeforeAnythingElse() {
        Screening screening = screen("H", "NC", "uscis_form: i485, filed_date: 2025-01-06", "federal");
        Claim h = claim(screening, "H");
        assertTrue(h.writ().orElseThrow().court().printed().startsWith("U.S. district courts"));
        for (Lang lang : Lang.values()) {
            String text = ScreeningText.of(screening, lang);
            String result = Phrasebook.of(lang)
                    .say(Phrase.of("law", "result.name." + h.result().key()));
            assertTrue(text.indexOf("Gonzalez v. Cuccinelli") < text.indexOf(result), text);
            assertTrue(text.indexOf("4th Cir.") < text.indexOf("D.C. Cir."), text);
        }
    }

    @Test
    void whatAStatesOwnLawHasAgainstAClaimIsAlwaysPrinted() {
        int printed = 0;
        for (String code : Law.codes()) {
            for (Claim claim :
                    SCREEN.forPlace(code, LocalDate.of(2026, 11, 24), Map.of()).claims()) {
                Set<String> shown = Stream.concat(claim.adverse().stream(), claim.supporting().stream())
                        .map(Authority::id)
                        .collect(Collectors.toSet());
                for (Authority own : LAW.authorities()) {
                    if (own.where().contains(code)
                            && own.claimTypes().contains(claim.id())
                            && !own.cutsAgainst().isEmpty()) {
                        assertTrue(shown.contains(own.id()), code + " " + claim.id() + " " + own.id());
                        printed++;
                    }
                }
            }
        }
        assertTrue(printed > 20, printed + " authorities");
    }

    private static Result on(String day, String facts) {
        Matter matter = Matter.parse(
                "de",
                new StringReader("claim: E\njurisdiction: DE\nas_of: " + day
                        + "\nrespondent: {sovereign: local}\nfacts: {" + facts + "}\n"),
                LAW);
        return SCREEN.run(matter).claims().get(0).result();
    }

    @Test
    void sameRequestRefusedIsViableSubjectToAttorneyReview() {
        assertEquals(Result.VIABLE_SUBJECT_TO_ATTORNEY_REVIEW, result("D", "NC", REFUSED));
    }

    @Test
    void eachMissingOrWrongFactOfTheRefusedRequestTakesViabilityAway() {
        assertEquals(
                Result.UNKNOWN_MISSING_FACTS, result("D", "NC", REFUSED.replace("denied: true", "denied: unknown")));
        assertEquals(
                Result.UNKNOWN_MISSING_FACTS,
                result("D", "NC", REFUSED.replace("request_delivered: true", "request_delivered: unknown")));
        assertEquals(
                Result.NOT_VIABLE,
                result("D", "NC", REFUSED.replace("request_in_writing: true", "request_in_writing: false")));
        assertEquals(
                Result.MOOT, result("D", "NC", REFUSED.replace("produced_in_full: false", "produced_in_full: true")));
        assertEquals(
                Result.NOT_VIABLE,
                result("D", "NC", REFUSED.replace("asks_only_safe_records", "asks_about_detained_people")));
    }

    @Test
    void silenceIsALapseWhereVerifiedLawHasANumberAndNotWhereItHasNone() {
        String silent = "records_public_body: true, request_in_writing: true, request_date: 2026-11-02,"
                + " request_delivered: true, denied: false, answered: false, asks_only_safe_records: true,"
                + " exemption_cited: false, produced_in_full: false, requester_citizen_of_state: true";
        assertEquals(Result.UNKNOWN_MISSING_FACTS, result("D", "NC", silent), "as promptly as possible is no number");
        assertEquals(Result.BARRED_TIME_OR_EXHAUSTION, result("D", "VA", silent.replace("2026-11-02", "2026-11-20")));
        Claim va = claim(screen("D", "VA", silent, "local"), "D");
        assertEquals(
                Truth.MET,
                va.elements().stream()
                        .filter(e -> e.id().equals("D.denial_or_lapse"))
                        .findFirst()
                        .orElseThrow()
                        .truth());
        assertEquals(
                LocalDate.of(2026, 11, 10),
                va.deadlines().get(0).date().orElseThrow(),
                "Election Day is a legal holiday (Va. Code 2.2-3300)");
        assertEquals(Result.UNKNOWN_MISSING_FACTS, va.result(), "nobody has verified Virginia's appeal and suit time");
    }

    @Test
    void newYorkNeedsTheAppealFirstAndFourMonthsBarTheSuit() {
        String base = REFUSED.replace("denial_date: 2026-09-01", "denial_date: 2026-08-05")
                + ", requester_lives_in_state: true";
        assertEquals(Result.UNKNOWN_MISSING_FACTS, result("D", "NY", base));
        assertEquals(
                Result.VIABLE_SUBJECT_TO_ATTORNEY_REVIEW,
                result("D", "NY", base + ", appeal_date: 2026-08-10, appeal_denied_date: 2026-08-20"));
        String late = base.replace("2026-08-03", "2026-05-01").replace("2026-08-05", "2026-05-08");
        assertEquals(
                Result.BARRED_TIME_OR_EXHAUSTION,
                result("D", "NY", late + ", appeal_date: 2026-05-20, appeal_denied_date: 2026-06-01"));
        assertEquals(
                Result.BARRED_TIME_OR_EXHAUSTION,
                result("D", "NY", base + ", appeal_date: false, appeal_denied_date: false"));
    }

    @Test
    void ohioNeedsItsStepBeforeSuit() {
        String base = REFUSED + ", requester_lives_in_state: true";
        assertEquals(Result.UNKNOWN_MISSING_FACTS, result("D", "OH", base));
        assertEquals(Result.VIABLE_SUBJECT_TO_ATTORNEY_REVIEW, result("D", "OH", base + ", presuit_step_done: true"));
        assertEquals(Result.BARRED_TIME_OR_EXHAUSTION, result("D", "OH", base + ", presuit_step_done: false"));
    }

    @Test
    void unverifiedLawNeverMakesARecordsClaimViable() {
        String all = REFUSED
                + ", requester_citizen_of_state: true, requester_lives_in_state: true, presuit_step_done: true,"
                + " appeal_date: 2026-09-05, appeal_denied_date: 2026-10-01";
        Claim kentucky = claim(screen("D", "KY", all, "local"), "D");
        assertEquals(Result.UNKNOWN_MISSING_FACTS, kentucky.result());
        assertEquals(List.of(), kentucky.wouldDecide(), "no fact of the matter verifies a law");
        assertEquals(0, kentucky.more().wouldDecideCount());
        assertTrue(
                kentucky.more().lawToRead().stream().anyMatch(r -> r.id().equals("law.suit_time_open")),
                kentucky.more().lawToRead().toString());
        for (String code : Law.codes()) {
            Claim d = claim(screen("D", code, all, code.equals("US") ? "federal" : "local"), "D");
            boolean everyElementVerified = d.elements().stream().allMatch(Screening.Element::verified);
            assertTrue(d.result() != Result.VIABLE_SUBJECT_TO_ATTORNEY_REVIEW || everyElementVerified, code);
        }
    }

    @Test
    void unlawfulHoldIsNeverForMandamusAndDependsOnTheState() {
        String held = "release_due: true, held_past_release: true, held_only_for_ice: true, officer_local: true,"
                + " signed_287g: false, sues_for_person_held: true, time_limit_passed: false, held_now: true";
        assertEquals(Result.WRONG_REMEDY_USE_ALTERNATIVE, result("A", "MA", held));
        assertEquals(Result.VIABLE_SUBJECT_TO_ATTORNEY_REVIEW, result("A", "MA", held + ", vehicle: state_habeas"));
        assertEquals(
                Result.UNKNOWN_MISSING_FACTS,
                result("A", "MA", held.replace("signed_287g: false", "signed_287g: true") + ", vehicle: state_habeas"),
                "Lunn did not decide the effect of a 287(g) agreement");
        assertEquals(
                Result.WRONG_REMEDY_USE_ALTERNATIVE,
                result("A", "NC", held + ", vehicle: state_habeas, hold_beyond_state_limit: true"),
                "Chavez closes the state courts");
        assertEquals(
                Result.VIABLE_SUBJECT_TO_ATTORNEY_REVIEW,
                result("A", "NC", held + ", vehicle: federal_habeas, hold_beyond_state_limit: true"));
        assertEquals(
                Result.NOT_VIABLE,
                result("A", "NC", held + ", vehicle: federal_habeas, hold_beyond_state_limit: false"));
        assertEquals(
                Result.VIABLE_SUBJECT_TO_ATTORNEY_REVIEW,
                result(
                        "A",
                        "CO",
                        held.replace("signed_287g: false", "signed_287g: true")
                                + ", vehicle: state_habeas, officer_certified: true"),
                "Nash binds a 287(g) deputy too");
    }

    @Test
    void splitAuthorityIsShownAsContestedAndUnknown() {
        Claim ny = claim(
                screen(
                        "A",
                        "NY",
                        "release_due: true, held_past_release: true, held_only_for_ice: true, officer_local: true,"
                                + " signed_287g: false, vehicle: state_habeas, held_now: true",
                        "local"),
                "A");
        Screening.Element element = ny.elements().stream()
                .filter(e -> e.id().equals("A.no_state_authority"))
                .findFirst()
                .orElseThrow();
        assertEquals(Truth.UNKNOWN, element.truth());
        assertTrue(element.contested());
    }

    @Test
    void mandateStatesGetNoPaperToLeaveAndBanStatesMayBeEnforced() {
        String facts = "statute_binds_agency: true, agreement_in_force: true, transition_over: true,"
                + " private_enforcement: true, special_interest: true, demand_date: 2026-10-01, demand_refused: true,"
                + " time_limit_passed: false, agreement_ended: false, other_adequate_remedy: false";
        for (String mandate : List.of("TX", "FL", "TN", "GA")) {
            assertEquals(Result.NOT_VIABLE, result("E", mandate, facts), mandate);
        }
        for (String ban : List.of("DE", "WA", "CT")) {
            assertEquals(Result.VIABLE_SUBJECT_TO_ATTORNEY_REVIEW, result("E", ban, facts), ban);
        }
        assertEquals(Result.UNKNOWN_MISSING_FACTS, result("E", "MD", facts), "known from the press only");
        assertEquals(
                Result.MOOT,
                result(
                        "E",
                        "DE",
                        facts.replace("agreement_in_force: true", "agreement_in_force: false")
                                .replace("agreement_ended: false", "agreement_ended: true")));
    }

    @Test
    void custodyNowPutsTheEmergencyFirst() {
        Screening nc = screen("all", "NC", "held_now: true", "local");
        assertTrue(nc.emergency().isPresent());
        assertEquals(
                "emergency",
                ScreeningJson.of(nc, Lang.EN).keySet().stream()
                        .skip(2)
                        .findFirst()
                        .orElseThrow());
        assertTrue(
                String.valueOf(ScreeningJson.of(nc, Lang.ES).get("emergency")).contains("tribunal federal"));
        assertTrue(screen("D", "NC", "held_now: false", "local").emergency().isEmpty());
    }

    @Test
    void federalRespondentIsTheWrongCourtForAStateClaim() {
        assertEquals(
                Result.WRONG_REMEDY_USE_ALTERNATIVE,
                claim(screen("D", "NC", REFUSED, "federal"), "D").result());
        assertEquals(
                Result.UNKNOWN_MISSING_FACTS,
                claim(
                                SCREEN.run(parse(
                                        "claim: D\njurisdiction: NC\nas_of: 2026-11-24\nfacts: {" + REFUSED + "}\n")),
                                "D")
                        .result(),
                "nobody said whose officer it is");
    }

    @Test
    void learningOneMoreFactNeverTurnsMetIntoNotMetOrBack() {
        List<String> facts = Stream.of(REFUSED.split(", ")).map(String::strip).toList();
        for (int known = 0; known < 1 << facts.size(); known++) {
            List<Truth> before = truths(facts, known);
            for (int i = 0; i < facts.size(); i++) {
                if ((known >> i & 1) == 0) {
                    List<Truth> after = truths(facts, known | 1 << i);
                    for (int e = 0; e < before.size(); e++) {
                        assertTrue(before.get(e) == Truth.UNKNOWN || before.get(e) == after.get(e));
                    }
                }
            }
        }
    }

    @Test
    void jsonHasTheKeysScriptsRelyOnInBothLanguages() {
        for (Lang lang : Lang.values()) {
            for (String code : List.of("NC", "TX", "US", "KY", "PR")) {
                Map<String, ?> json = ScreeningJson.of(screen("all", code, REFUSED, "local"), lang);
                Map<?, ?> d = (Map<?, ?>) ((List<?>) json.get("claims")).get(3);
                for (String key : List.of(
                        "claim", "result", "gates", "elements", "would_decide", "remedies", "deadlines", "writ")) {
                    assertTrue(d.containsKey(key), key);
                }
                assertFalse(json.toString().contains("{0}"));
            }
        }
    }

    @Test
    void deadlineOfARequestIsCountedDayByDay() {
        Claim ca = claim(screen("D", "NY", "request_date: 2026-11-06", "local"), "D");
        Deadline response = ca.deadlines().get(0);
        assertEquals(LocalDate.of(2026, 11, 16), response.date().orElseThrow(), "Veterans Day may be kept");
        assertEquals(LocalDate.of(2026, 11, 13), response.range().orElseThrow().earliest());
    }

    private static List<Truth> truths(List<String> facts, int known) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < facts.size(); i++) {
            if ((known >> i & 1) == 1) {
                text.append(text.isEmpty() ? "" : ", ").append(facts.get(i));
            }
        }
        Claim d = claim(screen("D", "NC", text.toString(), "local"), "D");
        return Stream.concat(
                        d.gates().stream().map(Screening.Gate::truth),
                        d.elements().stream().map(Screening.Element::truth))
                .toList();
    }

    private static Result result(String claim, String code, String facts) {
        return claim(screen(claim, code, facts, "local"), claim).result();
    }

    private static Screening screen(String claim, String code, String facts, String sovereign) {
        return SCREEN.run(
                parse("claim: %s%njurisdiction: %s%nas_of: 2026-11-24%nrespondent: {sovereign: %s}%nfacts: {%s}%n"
                        .formatted(claim, code, sovereign, facts)));
    }

    private static Matter parse(String text) {
        return Matter.parse("matter.yaml", new StringReader(text), LAW);
    }

    private static Claim claim(Screening screening, String id) {
        return screening.claims().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
