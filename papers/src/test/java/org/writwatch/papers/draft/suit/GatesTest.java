package org.writwatch.papers.draft.suit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.law.Law;
import org.writwatch.law.matter.FactTable;
import org.writwatch.law.matter.Matter;
import org.writwatch.law.matter.Matter.Value;
import org.writwatch.law.screen.Screen;
import org.writwatch.papers.draft.Docx;
import org.writwatch.papers.draft.suit.Statements.Statement;

/** What keeps a paper in the office, and that each fact of the matter is said. */
class GatesTest {
    private static final String SIGNED = """
            attorney: {name: A. Lawyer, state: MN, bar_number: "12345", attested: 2026-11-24}
            petitioner: Maria Núñez
            """;

    private static Filing filing(String text) {
        return FilingReader.read("filing.yaml", new StringReader(text), Matters.LAW);
    }

    @Test
    void theNoticeStandsUntilNameStateNumberAndAttestationAreThere() {
        Matter matter = Matters.of("G", "MN");
        assertEquals(
                4, Matters.papers(matter, Filing.empty()).gates().unsigned().size());
        for (String part :
                List.of("name: A. Lawyer, ", "state: MN, ", "bar_number: \"12345\", ", ", attested: 2026-11-24")) {
            Papers papers = Matters.papers(matter, filing(SIGNED.replace(part, "")));
            assertEquals(1, papers.gates().unsigned().size(), part);
            String header = Docx.open(
                            papers.make("certification-request", List.of()).docx())
                    .getHeaderList()
                    .get(0)
                    .getText();
            assertTrue(header.contains("DRAFT - ATTORNEY REVIEW REQUIRED"), header);
        }
        Papers open = Matters.papers(matter, filing(SIGNED));
        assertTrue(open.gates().open(), () -> open.gates().toString());
        byte[] made = open.make("certification-request", List.of()).docx();
        assertFalse(Docx.open(made).getHeaderList().get(0).getText().contains("DRAFT"));
        assertTrue(Docx.body(made).contains("Maria Núñez"));
    }

    @Test
    void anOldWithdrawnOrContradictedAuthorityKeepsPapersIn() {
        Matter matter = Matters.of("H", "US");
        assertEquals(List.of(), Matters.papers(matter, Filing.empty()).gates().blocked());
        Papers later = Matters.papers(Matters.asOf(matter, LocalDate.of(2027, 11, 25)), Filing.empty());
        assertTrue(later.gates().blocked().size() > 5, "twelve months after the data were gone through");
        Papers withdrawn = Matters.papers(
                matter, filing(SIGNED + "checked: [{authority: trac, on: 2026-11-20, status: withdrawn}]\n"));
        assertEquals(1, withdrawn.gates().blocked().size());
        assertFalse(withdrawn.gates().open());
        Matter state = Matters.asOf(Matters.of("E", "DE"), LocalDate.of(2027, 2, 23));
        assertTrue(
                Matters.papers(state, Filing.empty()).gates().blocked().size() >= 1,
                "a state's position is looked at every ninety days");
        assertEquals(
                List.of(),
                Matters.papers(Matters.asOf(state, LocalDate.of(2027, 2, 22)), Filing.empty())
                        .gates()
                        .blocked());
    }

    @Test
    void anAuthorityGrowsOldByItself(@TempDir Path folder) throws IOException {
        Path data = Path.of("../law/src/main/resources/org/writwatch/law/data");
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.toList()) {
                Path to = folder.resolve(data.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        Path authorities = folder.resolve("authorities.yaml");
        String text = Files.readString(authorities);
        Matter matter = Matters.of("H", "US");
        for (Map.Entry<String, Integer> day :
                Map.of("2025-11-24", 0, "2025-11-23", 1).entrySet()) {
            Files.writeString(
                    authorities, text.replace("- id: trac\n", "- id: trac\n  checked: '" + day.getKey() + "'\n"));
            Law law = Law.from(folder);
            List<Phrase> blocked = Papers.of(Matters.inputs(matter, Filing.empty(), law, Screen.of(law)))
                    .gates()
                    .blocked();
            assertEquals(day.getValue(), blocked.size(), day + " " + blocked);
        }
    }

    @Test
    void noPaperMakesAnAgencyLeaveWhatItsStateRequires() {
        for (String state : List.of("TX", "TN", "FL", "GA")) {
            Papers papers = Matters.papers(Matters.of("E", state), Filing.empty());
            assertEquals(Optional.empty(), papers.plan().pleading(), state);
            assertFalse(papers.names().contains("demand-letter"), state);
        }
    }

    @Test
    void whatIsNotRipeSaysSoOnEachPage() {
        Matter matter = Matters.with(Matters.of("D", "NC"), "request_date", new Value.Truth(false));
        Papers papers = Matters.papers(matter, Filing.empty());
        assertFalse(papers.plan().ripe());
        String header = Docx.open(papers.make("records-appeal", List.of()).docx())
                .getHeaderList()
                .get(0)
                .getText();
        assertTrue(header.contains("NOT RIPE - NO REQUEST OR REFUSAL ON FILE"), header);
    }

    /** Every fact, in every value it can take, is said in a sentence of its own, which changes when the value does. */
    @Test
    void everyFactIsSaidAndChangesWithItsValue() {
        for (FactTable.Entry entry : Matters.LAW.facts().list()) {
            List<String> said = new ArrayList<>();
            for (Value value : values(entry)) {
                Matter matter = Matters.with(Matters.of("D", "NC"), entry.id(), value);
                Statement statement = SuitFields.statements(Matters.inputs(matter, Filing.empty())).list().stream()
                        .filter(s -> s.fact().equals(entry.id()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(entry.id() + " is not said"));
                assertFalse(statement.text().contains("$"), statement.text());
                assertFalse(statement.notes().isEmpty(), entry.id());
                said.add(statement.text());
            }
            assertEquals(said.size(), said.stream().distinct().count(), () -> entry.id() + ": " + said);
        }
    }

    /** Every fact's footnote is that of the exhibit that proves it, and the signer's own word where none does. */
    @Test
    void everyFactTakesItsFootnoteFromWhatProvesIt() {
        for (FactTable.Entry entry : Matters.LAW.facts().list()) {
            Matter matter = Matters.with(
                    Matters.of("D", "NC"), entry.id(), values(entry).get(0));
            String exhibit = "exhibits: [{file: x.pdf, title: Proof, proves: [{fact: " + entry.id() + ", page: %d}]}]";
            List<String> notes = new ArrayList<>();
            for (String text : List.of("{}", exhibit.formatted(3), exhibit.formatted(4))) {
                notes.add(SuitFields.statements(Matters.inputs(matter, filing(text))).list().stream()
                        .filter(s -> s.fact().equals(entry.id()))
                        .findFirst()
                        .orElseThrow()
                        .notes()
                        .toString());
            }
            assertEquals(3, notes.stream().distinct().count(), () -> entry.id() + ": " + notes);
            assertTrue(notes.get(1).contains("Ex. A, page 3"), () -> entry.id() + ": " + notes);
        }
    }

    /** What only shuts the way to a federal court is no law that governs a local officer in a state's. */
    @Test
    void theFederalWritIsNotPleadedInAStateCourt() {
        Papers papers = Matters.papers(Matters.of("F", "TX"), Filing.empty());
        byte[] petition = papers.make("mandamus-petition", List.of()).docx();
        String said = Docx.all(petition);
        assertFalse(said.contains("agency of the United States to perform"), said);
        assertTrue(said.contains("2B.0055"), said);
    }

    static List<Value> values(FactTable.Entry entry) {
        return switch (entry.kind()) {
            case YES_NO -> List.of(new Value.Truth(true), new Value.Truth(false));
            case DATE ->
                List.of(
                        new Value.On(LocalDate.of(2026, 3, 2)),
                        new Value.On(LocalDate.of(2026, 3, 3)),
                        new Value.Truth(true),
                        new Value.Truth(false));
            case NUMBER -> List.of(new Value.Count(12), new Value.Count(13));
            case CHOICE ->
                entry.choices().stream().map(c -> (Value) new Value.Choice(c)).toList();
        };
    }

    @Test
    void anExhibitStandsUnderTheFactItProves() {
        String text = SIGNED
                + "exhibits: [{file: letter.pdf, title: Letter, proves: [{fact: cert_request_date, page: 3}]}]\n";
        Matter matter = Matters.of("G", "MN");
        List<String> notes = Docx.notes(Matters.papers(matter, filing(text))
                .make("certification-request", List.of())
                .docx());
        List<String> without = Docx.notes(Matters.papers(matter, filing(SIGNED))
                .make("certification-request", List.of())
                .docx());
        assertTrue(notes.stream().anyMatch(n -> n.contains("Ex. A, page 3")), notes::toString);
        assertNotEquals(notes, without);
    }

    @Test
    void nothingIsSaidOfListsThatNobodyLookedThrough() {
        Papers sheet = Matters.papers(Matters.of("E", "DE"), Filing.empty());
        String said = Docx.body(sheet.make("one-pager", List.of()).docx());
        assertTrue(said.contains("was not looked up"), said);
        Papers records = Matters.papers(Matters.of("D", "NC"), Filing.empty());
        for (String name : List.of("records-request", "petition")) {
            assertFalse(Docx.body(records.make(name, List.of()).docx()).contains("was found on the lists"), name);
            assertFalse(Docx.body(records.make(name, List.of()).docx()).contains("I found no"), name);
        }
    }

    @Test
    void namesAreWordsAndNothingElse() {
        String hostile =
                "=HYPERLINK(\"http://x\")<script>&lt;{{agency}} [[x]] \u0141\u00f3d\u017a \u03a9 " + "N".repeat(300);
        String text = SIGNED.replace("Maria Núñez", "'" + hostile + "'");
        Made made = Matters.papers(Matters.of("G", "MN"), filing(text)).make("certification-request", List.of());
        assertTrue(Docx.body(made.docx()).contains(hostile.substring(0, 60)), Docx.body(made.docx()));
        assertTrue(made.pdf().length > 1000);
    }

    /** The print must hold every letter of a name: one that its fonts lack is refused, named, with its line. */
    @Test
    void aLetterThatPrintLacksIsRefusedByName() {
        Map<String, String> lacking = Map.of(
                "\u0645\u0631\u064a\u0645", "\u0645 (U+0645)",
                "\u05d3\u05e0\u05d4", "\u05d3 (U+05D3)",
                "\u674e\u660e", "\u674e (U+674E)");
        lacking.forEach((name, told) -> {
            BadInput refused = assertThrows(BadInput.class, () -> filing("petitioner: " + name), name);
            assertTrue(refused.message(Lang.EN).contains("filing.yaml line 1"), refused.message(Lang.EN));
            assertTrue(refused.message(Lang.EN).contains(told), refused.message(Lang.EN));
            assertTrue(refused.message(Lang.ES).contains(told), refused.message(Lang.ES));
        });
        String accents = "Nu\u0301n\u0303ez Zo\u0308e \u0141ukasz Nguy\u1ec5n \u0110\u00ecnh";
        Made made = Matters.papers(Matters.of("G", "MN"), filing("petitioner: " + accents))
                .make("certification-request", List.of());
        String whole = "N\u00fa\u00f1ez Z\u00f6e \u0141ukasz Nguy\u1ec5n \u0110\u00ecnh";
        assertTrue(Docx.body(made.docx()).contains(whole), Docx.body(made.docx()));
        assertTrue(Prints.words(made.pdf()).contains(whole), Prints.words(made.pdf()));
    }

    /** The drafts go through the same guard as the exhibits; the papers that stay in the office do not. */
    @Test
    void whatNoFiledPaperMayHoldIsFoundInTheDrafts() {
        Matter matter = Matters.of("G", "MN");
        Papers clean = Matters.papers(matter, filing(SIGNED));
        clean.make(List.of()).forEach(m -> assertEquals(List.of(), clean.redact(m), m.name()));
        Papers told = Matters.papers(matter, filing(SIGNED.replace("Maria Núñez", "Maria Núñez, A 123-456-789")));
        List<String> found = told.make(List.of()).stream()
                .filter(m -> !told.redact(m).isEmpty())
                .map(Made::name)
                .toList();
        assertTrue(found.contains("certification-request"), found::toString);
        assertFalse(found.contains("client-risk") || found.contains("notes"), found::toString);
    }

    @Test
    void aWrongManifestIsRefusedWithItsLine() {
        Stream.of(
                        "attorny: {}",
                        "attorney: {state: ZZ}",
                        "version: 2",
                        "exhibits: [{file: ../x.pdf}]",
                        "exhibits: [{file: x.pdf, proves: [{fact: request_dat}]}]",
                        "exhibits: [{file: x.pdf, proves: [{fact: request_date, page: 0}]}]",
                        "checked: [{authority: lun, on: 2026-11-24}]",
                        "checked: [{authority: lunn}]",
                        "petitioner: " + "N".repeat(2001))
                .forEach(bad -> {
                    BadInput refused = assertThrows(BadInput.class, () -> filing(bad), bad);
                    assertTrue(refused.message(Lang.EN).contains("filing.yaml line 1"), refused.message(Lang.EN));
                    assertFalse(refused.message(Lang.ES).isBlank());
                });
    }
}
