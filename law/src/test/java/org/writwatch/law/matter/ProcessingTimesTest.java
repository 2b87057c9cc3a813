package org.writwatch.law.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.NotFound;
import org.writwatch.law.Law;
import org.writwatch.law.Screening;
import org.writwatch.law.calendar.Closures;
import org.writwatch.law.screen.Screen;

class ProcessingTimesTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 24);
    private static final String HEAD = "form,office,months,posted,source\n";
    private static final String TWO = HEAD
            + "I-485,National Benefits Center,14.5,2026-11-02,https://egov.uscis.gov/processing-times/\n"
            + "i485,Charlotte,22,2026-11-02,https://egov.uscis.gov/processing-times/\n"
            + "N-400,Charlotte,6,2026-11-02,https://egov.uscis.gov/processing-times/\n";

    @TempDir
    private Path folder;

    @Test
    void theRowOfTheOfficeIsReadAndSaidAndPartOfAMonthCountsAsOne() throws IOException {
        Matter matter = matter("i485", "respondent: {office: charlotte, sovereign: federal}\n", "");
        ProcessingTimes times = read("times.csv", TWO);
        assertEquals(22, times.in(matter).number("posted_months").orElseThrow());
        Matter other = matter("i485", "respondent: {office: National Benefits Center, sovereign: federal}\n", "");
        assertEquals(15, times.in(other).number("posted_months").orElseThrow());
        String said = Phrasebook.of(Lang.EN).say(times.said(other));
        assertTrue(said.contains("14.5 months") && said.contains("times.csv row 2"), said);
        Screening screening = Screen.of(Law.bundled()).run(other, Closures.NONE, Optional.of(times));
        Screening.Claim h = screening.claims().get(0);
        assertTrue(h.deadlines().stream()
                .anyMatch(d -> d.id().equals("posted") && d.date().equals(Optional.of(LocalDate.of(2026, 4, 6)))));
        assertTrue(h.more().notes().stream()
                .anyMatch(n -> Phrasebook.of(Lang.ES).say(n).contains("14.5 meses")));
    }

    @Test
    void jsonReadsAsTheSameRows() throws IOException {
        String json = "{\"processing_times\": [{\"form\": \"I-485\", \"office\": \"Charlotte\", \"months\": 14.5,"
                + " \"posted\": \"2026-11-02\", \"source\": \"page\"}]}";
        ProcessingTimes times = read("times.json", json);
        assertEquals(
                15, times.in(matter("i485", "", "")).number("posted_months").orElseThrow());
    }

    @Test
    void severalOfficesNoRowAndNoFormAreAskedForNeverGuessed() throws IOException {
        ProcessingTimes times = read("times.csv", TWO);
        NotFound which = assertThrows(NotFound.class, () -> times.in(matter("i485", "", "")));
        assertEquals(List.of("National Benefits Center", "Charlotte"), which.choices());
        assertThrows(NotFound.class, () -> times.in(matter("i130", "", "")));
        assertThrows(NotFound.class, () -> times.in(matter("unknown", "", "")));
        assertEquals(6, times.in(matter("n400", "", "")).number("posted_months").orElseThrow());
    }

    @Test
    void aMatterThatSaysAnotherTimeIsAContradiction() throws IOException {
        ProcessingTimes times = read("times.csv", TWO);
        BadInput refused = assertThrows(BadInput.class, () -> times.in(matter("n400", "", ", posted_months: 9")));
        assertTrue(refused.message(Lang.EN).contains("times.csv row 4"), refused.message(Lang.EN));
        assertEquals(
                6,
                times.in(matter("n400", "", ", posted_months: 6"))
                        .number("posted_months")
                        .orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-1,A,5,2026-11-02,page|X-1",
                "I-485,A,0,2026-11-02,page|months",
                "I-485,A,14.25,2026-11-02,page|14.25",
                "I-485,A,-3,2026-11-02,page|-3",
                "I-485,A,601,2026-11-02,page|601",
                "I-485,,5,2026-11-02,page|empty",
                "I-485,A,5,2026-11-25,page|2026",
                "I-485,A,5,02.11.2026,page|02.11.2026",
                "I-485,A,5,2026-11-02|cells",
            })
    void aWrongRowIsRefusedByItsNumber(String row, String named) {
        BadInput refused = assertThrows(
                BadInput.class, () -> read("times.csv", HEAD + "N-400,A,5,2026-11-02,page\n" + row + "\n"));
        for (Lang lang : Lang.values()) {
            assertTrue(refused.message(lang).contains("times.csv row 3"), refused.message(lang));
        }
        assertTrue(refused.message(Lang.EN).contains(named), refused.message(Lang.EN));
    }

    @Test
    void aFileThatIsNoneIsRefused() {
        assertThrows(BadInput.class, () -> read("times.csv", "a,b\n1,2\n"));
        assertThrows(BadInput.class, () -> read("times.csv", HEAD));
        assertThrows(BadInput.class, () -> read("times.json", "{"));
        assertThrows(BadInput.class, () -> read("times.json", "{\"processing_times\": [{\"form\": \"I-485\"}]}"));
        assertThrows(BadInput.class, () -> read("times.csv", TWO + "n400,CHARLOTTE,7,2026-11-02,page\n"));
    }

    private ProcessingTimes read(String name, String text) throws IOException {
        return ProcessingTimes.read(Files.writeString(folder.resolve(name), text), Law.bundled(), AS_OF);
    }

    private static Matter matter(String form, String respondent, String more) {
        return Matter.parse(
                "m",
                new StringReader("claim: H\njurisdiction: US\nas_of: 2026-11-24\n" + respondent
                        + "facts: {filed_date: 2025-01-06, uscis_form: " + form + more + "}\n"),
                Law.bundled());
    }
}
