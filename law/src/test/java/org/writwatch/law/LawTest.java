package org.writwatch.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.facts.UsState;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.NotFound;
import org.writwatch.law.RecordsLaw.DayCount;
import org.writwatch.law.StateMandate.Position;
import org.writwatch.law.StateMandate.Stance;

class LawTest {
    private final Law law = Law.bundled();

    @Test
    void holdsFiftyThreeJurisdictionsEachWithWritAndRecordsLaw() {
        assertEquals(53, Law.codes().size());
        for (String code : Law.codes()) {
            assertEquals(code, law.jurisdiction(code).code());
            assertEquals(code, law.records(code).jurisdiction());
            assertFalse(law.jurisdiction(code).get("elements").values().isEmpty(), code);
        }
    }

    @Test
    void northCarolinaHasNoNumberAndMediationOnlyAfterFiling() {
        RecordsLaw nc = law.records(UsState.NC);
        assertEquals(Optional.empty(), nc.responseDays());
        assertTrue(nc.responseDeadline().printed().startsWith("as promptly as possible"));
        assertEquals(List.of(), nc.before());
        assertEquals("nc-mediation", nc.after().get(0).id());
        assertEquals(RecordsLaw.Appeal.Kind.NONE, nc.appeal().kind());
    }

    @Test
    void numberOfDaysIsCarriedOnlyWhereTheWordsWereVerified() {
        assertEquals(
                Optional.of(new DayCount(10, DayCount.Kind.CALENDAR)),
                law.records("CA").responseDays());
        assertEquals(
                Optional.of(new DayCount(5, DayCount.Kind.BUSINESS)),
                law.records("NY").responseDays());
        assertEquals(Optional.empty(), law.records("FL").responseDays());
        for (String code : Law.codes()) {
            RecordsLaw r = law.records(code);
            assertTrue(
                    r.responseDays().isEmpty()
                            || r.responseDeadline().confidence().verified(),
                    code);
        }
        assertEquals(Optional.empty(), law.records("GA").responseDays(), "three days, but nobody verified them");
    }

    @Test
    void unverifiedLawPrintsTheFlag() {
        assertTrue(law.records("CO").enforcement().printed().endsWith("[VERIFY]"));
        assertFalse(law.records("NC").enforcement().printed().contains("[VERIFY]"));
        assertEquals("Nash v. Mikesell, 2024 COA 68", law.authority("nash2").printed());
        assertTrue(law.authority("nassau").printed().endsWith("[VERIFY]"), "its caption is unknown");
        assertTrue(law.authority("chavez_sc").printed().endsWith("[VERIFY]"), "its reporter page is unchecked");
        assertTrue(law.authority("morales").printed().endsWith("[VERIFY]"));
    }

    @Test
    void northCarolinaMakesEveryJailHoldWhateverAnAgreementSays() {
        StateMandate nc = law.mandates(UsState.NC).get(0);
        assertEquals(Position.REQUIRES, nc.position());
        assertEquals(Stance.REQUIRED, nc.reading().holding());
        assertEquals(Stance.NOT_SAID, nc.reading().joining());
        String since = Phrasebook.of(Lang.EN).say(nc.since());
        assertTrue(since.contains("2024") && since.contains("October 1, 2025"), since);
        String desde = Phrasebook.of(Lang.ES).say(nc.since());
        assertTrue(desde.contains("2024") && desde.contains("1 de octubre de 2025"), desde);
    }

    @Test
    void everyPositionIsSaidInBothLanguagesAndRestsOnKnownAuthorities() {
        for (StateMandate m : law.mandates()) {
            for (Lang lang : Lang.values()) {
                assertFalse(Phrasebook.of(lang).say(m.duty()).isBlank());
                assertFalse(Phrasebook.of(lang).say(m.since()).isBlank());
            }
            m.authorities().forEach(law::authority);
            assertEquals(m.state(), Law.code(m.state()));
        }
    }

    @Test
    void mandamusHalfPageSaysUsuallyNoWithTheStatesOwnAuthorityFirst() {
        MandamusAnswer nc = law.mandamusHalfPage("NC");
        assertEquals("Usually no.", Phrasebook.of(Lang.EN).say(nc.answer()));
        assertEquals("chavez_sc", nc.against().get(0).id());
        assertTrue(nc.against().stream().anyMatch(a -> a.id().equals("nassau")));
        assertTrue(nc.supporting().stream().anyMatch(a -> a.id().equals("nash2")));
        for (String code : Law.codes()) {
            MandamusAnswer a = law.mandamusHalfPage(code);
            assertFalse(a.against().isEmpty());
            for (Lang lang : Lang.values()) {
                a.why().forEach(p -> assertFalse(Phrasebook.of(lang).say(p).isBlank()));
                a.works()
                        .forEach(r ->
                                assertFalse(Phrasebook.of(lang).say(r.why()).isBlank()));
            }
        }
    }

    @Test
    void stateThatDoesNotExistListsTheNearest() {
        NotFound e = assertThrows(NotFound.class, () -> law.jurisdiction("NX"));
        assertTrue(e.choices().contains("NC"), e.choices().toString());
        assertThrows(NotFound.class, () -> law.records("GU"));
        assertEquals("NC", Law.code("north carolina"));
    }

    @Test
    void unknownKeyIsRefusedWithFileLineAndNearestKey(@TempDir Path folder) throws IOException {
        String text = resource("records/NC.yaml").replaceFirst("(?m)^  confidence:", "  confidense:");
        Files.createDirectories(folder.resolve("records"));
        Files.writeString(folder.resolve("records/NC.yaml"), text);
        BadInput e = assertThrows(BadInput.class, () -> Law.from(folder).records("NC"));
        assertTrue(e.getMessage().startsWith("records/NC.yaml line"), e.getMessage());

        String extra = resource("records/NC.yaml").replaceFirst("(?m)^reading:", "feess: 1\nreading:");
        Files.writeString(folder.resolve("records/NC.yaml"), extra);
        BadInput unknown = assertThrows(BadInput.class, () -> Law.from(folder).records("NC"));
        int line = extra.substring(0, extra.indexOf("feess")).split("\n", -1).length;
        assertTrue(unknown.getMessage().contains("records/NC.yaml line " + line + ":"), unknown.getMessage());
        assertTrue(unknown.getMessage().contains("'feess'"), unknown.getMessage());
        assertTrue(unknown.getMessage().contains("nearest are: fees"), unknown.getMessage());
        assertTrue(unknown.message(Lang.ES).contains("clave desconocida"), unknown.message(Lang.ES));
    }

    @Test
    void numberReadFromUnverifiedWordsIsRefused(@TempDir Path folder) throws IOException {
        String text = resource("records/GA.yaml")
                .replaceFirst("(?m)^reading:", "reading:\n  response: {days: 3, kind: business}");
        Files.createDirectories(folder.resolve("records"));
        Files.writeString(folder.resolve("records/GA.yaml"), text);
        BadInput e = assertThrows(BadInput.class, () -> Law.from(folder).records("GA"));
        assertTrue(e.getMessage().contains("verified"), e.getMessage());
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = LawTest.class.getResourceAsStream("data/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
