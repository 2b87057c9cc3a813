package org.writwatch.law.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.law.Law;
import org.writwatch.law.matter.Matter.Sovereign;
import org.writwatch.law.matter.Matter.Value;

class MatterTest {
    private static final String HEAD = "claim: D\njurisdiction: NC\nas_of: 2026-11-24\n";
    private final Law law = Law.bundled();

    @Test
    void readsThePublishedExample() {
        Matter m = parse("""
                claim: D
                jurisdiction: NC
                respondent: {agency: mecklenburg-county-sheriffs-office-nc, office: sheriff, sovereign: local}
                as_of: 2026-11-24
                facts: {request_in_writing: true, request_date: 2026-08-03, denied: unknown}
                """);
        assertEquals(List.of("D"), m.claims());
        assertEquals(Sovereign.LOCAL, m.respondent().sovereign().orElseThrow());
        assertEquals(LocalDate.of(2026, 8, 3), m.day("request_date").orElseThrow());
        assertEquals(new Value.Truth(true), m.find("request_in_writing").orElseThrow());
        assertTrue(m.find("denied").isEmpty());
        assertEquals(law.claims(), parse(HEAD.replace("claim: D", "claim: all")).claims());
        assertEquals(
                List.of("A", "D"),
                parse(HEAD.replace("claim: D", "claim: [D, A]")).claims());
    }

    @Test
    void textInAnotherEncodingIsBadInput(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("matter.yaml");
        Files.write(file, (HEAD + "facts: {other_agency: Peña}\n").getBytes(StandardCharsets.ISO_8859_1));
        String said = assertThrows(BadInput.class, () -> Matter.read(file, law, null, null))
                .getMessage();
        assertTrue(said.contains("matter.yaml") && said.contains("UTF-8"), said);
    }

    @Test
    void badInputNamesLineAndNearest() {
        refused(HEAD + "facts: {request_in_writting: true}\n", "line 4", "request_in_writing");
        refused(HEAD + "fact: {}\n", "line 4", "facts");
        refused(HEAD + "facts:\n  request_date: 2026-11-25\n", "line 5", "not come yet");
        refused(HEAD + "facts: {agreement_in_force: true, agreement_ended: true}\n", "agreement_ended");
        refused(HEAD + "facts: {request_date: 2026-08-03, denial_date: 2026-08-01}\n", "before request_date");
        refused(HEAD + "facts: {denied: maybe}\n", "true, false, unknown");
        refused(HEAD + "facts: {request_date: 2026-02-30}\n", "2026-02-30");
        refused(HEAD + "facts: {vehicle: mandmus}\n", "mandamus");
        refused(HEAD.replace("NC", "NX"), "line 2", "the nearest are", "NC");
        refused(HEAD.replace("claim: D", "claim: Z"), "line 1", "A, B, C, D, E, F, G, H and I");
        refused(HEAD + "version: 99\n", "newer");
        refused(HEAD + "respondent: {sovereign: local, agencies: x}\n", "agency");
        refused("claim: D\njurisdiction: NC\n", "as_of");
    }

    @Test
    void aFactWithoutWhatItNeedsIsRefused() {
        refused(HEAD + "facts: {denied: true, answered: false}\n", "denied", "answered");
        refused(HEAD + "facts: {denial_date: 2026-08-03, denied: false}\n", "denial_date", "denied");
        refused(HEAD + "facts: {exemption_applies: true, exemption_cited: false}\n", "exemption_cited");
        refused(HEAD + "facts: {held_now: true, officer_local: true, moved_to_ice: true}\n", "moved_to_ice");
        parse(HEAD + "facts: {held_now: false, officer_local: true, moved_to_ice: true}\n");
        parse(HEAD + "facts: {denial_date: 2026-08-03, denied: unknown}\n");
    }

    @Test
    void aMatterOfTheFederalCourtsIsAgainstAFederalRespondentUnlessItSaysOtherwise() {
        Matter federal = parse(HEAD.replace("NC", "US"));
        assertEquals(Matter.Sovereign.FEDERAL, federal.respondent().sovereign().orElseThrow());
        Matter local = parse(HEAD.replace("NC", "US") + "respondent: {sovereign: local}\n");
        assertEquals(Matter.Sovereign.LOCAL, local.respondent().sovereign().orElseThrow());
        assertTrue(parse(HEAD).respondent().sovereign().isEmpty());
    }

    @Test
    void everyFactIsAskedInBothLanguages() {
        for (FactTable.Entry fact : law.facts().list()) {
            for (Lang lang : Lang.values()) {
                assertFalse(Phrasebook.of(lang).say(fact.meaning()).isBlank());
                assertTrue(Phrasebook.of(lang).say(fact.question()).contains("?"), fact.id());
            }
        }
    }

    private void refused(String text, String... said) {
        BadInput e = assertThrows(BadInput.class, () -> parse(text), text);
        for (String words : said) {
            assertTrue(e.getMessage().contains(words), e.getMessage());
        }
    }

    private Matter parse(String text) {
        return Matter.parse("matter.yaml", new StringReader(text), law);
    }
}
