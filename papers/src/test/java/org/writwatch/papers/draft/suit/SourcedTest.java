package org.writwatch.papers.draft.suit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.law.matter.FactTable;
import org.writwatch.law.matter.Matter;
import org.writwatch.law.matter.Matter.Value;
import org.writwatch.papers.draft.Docx;
import org.writwatch.papers.draft.DocxWriter;
import org.writwatch.papers.draft.Draft;
import org.writwatch.papers.draft.docx.DocxFile;
import org.writwatch.papers.draft.docx.XmlText;
import org.writwatch.papers.draft.suit.Statements.Part;
import org.writwatch.papers.draft.suit.Statements.Statement;

/** That templates say every fact with what proves it, and that one which stops doing so is refused. */
class SourcedTest {
    /** All rounds and all memoranda in the heavy run, {@code -Dwritwatch.heavy=true}; some of each in every build. */
    private static final boolean HEAVY = Boolean.getBoolean("writwatch.heavy");

    private static final String BODY = "word/document.xml";
    private static final Pattern PARAGRAPH = Pattern.compile("<w:p>.*?</w:p>", Pattern.DOTALL);
    private static final String ALLEGED = "<w:pStyle w:val=\"Allegation\"/>";

    /** Matters that between them print every statement of every template. */
    private static final List<String> MATTERS = List.of(
            "A TX", "A CA", "A+ NC", "B NC", "C NC", "C+ OH", "D US", "D NC", "D+ NY", "E NY", "F MO", "F NY", "G CA",
            "G MN", "G NC", "G US", "H US", "H+ US", "I TX");

    private static Papers papers(String which) {
        String place = which.substring(which.indexOf(' ') + 1);
        String claim = which.substring(0, 1);
        if (which.charAt(1) == '+') {
            Matter strong = Matters.strong(claim, place);
            return Matters.papers(strong, Matters.attached(strong));
        }
        return Matters.papers(Matters.of(claim, place), Filing.empty());
    }

    private static Papers bare(String claim, String place) {
        Matter matter = Matters.of(claim, place);
        return Matters.papers(
                new Matter(matter.claims(), place, matter.respondent(), matter.asOf(), Map.of()), Filing.empty());
    }

    private static Map<String, List<Draft>> drafts() {
        Map<String, List<Draft>> drafts = new TreeMap<>();
        List<Papers> all =
                new ArrayList<>(MATTERS.stream().map(SourcedTest::papers).toList());
        for (String which : List.of("C NC", "F NC", "G NC", "H US", "D NC")) {
            all.add(bare(which.substring(0, 1), which.substring(2)));
        }
        for (Papers papers : all) {
            List<String> names = new ArrayList<>(papers.names());
            for (Plan.Pleading pleading : Plan.Pleading.values()) {
                if (!names.contains(pleading.paper())) {
                    names.add(pleading.paper());
                }
            }
            for (String name : names) {
                if (!name.equals("memorandum") && !name.equals("petition") && !name.equals("records-request")) {
                    Draft draft = papers.draft(name, List.of());
                    drafts.computeIfAbsent(draft.template(), k -> new ArrayList<>())
                            .add(draft);
                }
            }
        }
        return drafts;
    }

    private static final class Drafts {
        private static final Map<String, List<Draft>> ALL = drafts();
    }

    /** Each statement of fact of each template, with its sources taken off: refused wherever it is printed. */
    @Test
    void aStatementWithoutItsSourceIsRefusedInEveryTemplate() {
        int statements = 0;
        List<String> never = new ArrayList<>();
        for (Map.Entry<String, List<Draft>> entry : Drafts.ALL.entrySet()) {
            String whole = XmlText.written(
                    DocxWriter.template(entry.getKey()).find(BODY).orElseThrow());
            Matcher paragraph = PARAGRAPH.matcher(whole);
            while (paragraph.find()) {
                if (!paragraph.group().contains("w:val=\"Allegation\"")) {
                    continue;
                }
                statements++;
                String bare = "<w:p><w:pPr>" + ALLEGED + "</w:pPr><w:r><w:t>It is so.</w:t></w:r></w:p>";
                String changed = whole.substring(0, paragraph.start()) + bare + whole.substring(paragraph.end());
                boolean refused = false;
                for (Draft draft : entry.getValue()) {
                    DocxFile template = DocxWriter.template(entry.getKey());
                    template.put(BODY, changed);
                    try {
                        DocxWriter.write(draft, template);
                    } catch (BadInput told) {
                        assertTrue(told.getMessage().contains("no source: “It is so.”"), told.getMessage());
                        refused = true;
                        break;
                    }
                }
                if (!refused) {
                    never.add(entry.getKey() + ": " + paragraph.group().replaceAll("<[^>]*>", ""));
                }
            }
        }
        // The data hold no rule on certifications besides the statutes, so the loop over such rules prints nothing yet.
        assertEquals(List.of("certification-request: {{text}}"), never, "statements that no matter here prints");
        assertTrue(statements > 60, "statements of fact in the templates: " + statements);
    }

    @Test
    void aFieldThatNothingFillsIsRefusedInEveryTemplate() {
        Drafts.ALL.forEach((name, drafts) -> {
            DocxFile template = DocxWriter.template(name);
            String whole = XmlText.written(template.find(BODY).orElseThrow());
            template.put(
                    BODY,
                    whole.replaceFirst(
                            "<w:sectPr", "<w:p><w:r><w:t>Dear {{nothing_fills}}</w:t></w:r></w:p><w:sectPr"));
            BadInput told = assertThrows(BadInput.class, () -> DocxWriter.write(drafts.get(0), template), name);
            assertTrue(told.getMessage().contains("{{nothing_fills}}"), told.getMessage());
        });
    }

    /** All facts at once, each value in turn: a pleading or the notes say each, with the page of the exhibit that proves it. */
    @Test
    void everyFactStandsInAPaperWithThePageThatProvesIt() {
        int most = Matters.LAW.facts().list().stream()
                .mapToInt(e -> GatesTest.values(e).size())
                .max()
                .orElseThrow();
        Matter plain = Matters.of("F", "MO");
        for (int round = 0; round < (HEAVY ? most : 2); round++) {
            Map<String, Value> facts = new LinkedHashMap<>();
            for (FactTable.Entry entry : Matters.LAW.facts().list()) {
                List<Value> values = GatesTest.values(entry);
                facts.put(entry.id(), values.get(round % values.size()));
            }
            Matter matter = new Matter(plain.claims(), "MO", plain.respondent(), plain.asOf(), facts);
            Filing filing = Matters.attached(matter);
            Papers papers = Matters.papers(matter, filing);
            byte[] pleading = DocxWriter.write(
                    papers.draft(round % 2 == 0 ? "mandamus-petition" : "declaratory-complaint", List.of()));
            String said = Docx.all(pleading).replaceAll("\\s+", " ");
            String notes =
                    Docx.all(DocxWriter.write(papers.draft("notes", List.of()))).replaceAll("\\s+", " ");
            String footed = String.join("\n", Docx.notes(pleading));
            for (Statement statement :
                    SuitFields.statements(Matters.inputs(matter, filing)).list()) {
                boolean pleaded = statement.part() != Part.AGAINST && statement.part() != Part.PLAN;
                assertTrue(
                        (pleaded ? said : notes).contains(statement.text()),
                        statement.fact() + ": " + statement.text());
                if (pleaded) {
                    String page = statement.notes().get(0).text();
                    assertTrue(page.matches("Ex\\. [A-Z]+, page [0-9]+\\.?"), page);
                    assertTrue(footed.contains(page.replaceFirst("\\.$", "")), page);
                }
            }
        }
    }

    /** The pages of the table of authorities, counted again on the print without its margins. */
    @Test
    void theTableOfAuthoritiesNamesEveryPage() {
        for (String which : HEAVY ? List.of("A CA", "H US", "C+ OH", "D NC", "F NY") : List.of("D NC")) {
            Papers papers = papers(which);
            Made memo = papers.make("memorandum", List.of());
            List<String> pages = Prints.bodies(memo.pdf());
            List<List<String>> rows = Docx.tableRows(memo.docx(), "Authority");
            assertFalse(rows.isEmpty(), which);
            Map<String, String> wanted = LawFields.table(papers.inputs());
            int first = rows.size() > 0 ? Prints.pageAfterTables(pages) : 0;
            for (List<String> row : rows) {
                String words = bare(wanted.get(row.get(0)));
                TreeSet<Integer> on = new TreeSet<>();
                StringBuilder all = new StringBuilder();
                List<Integer> starts = new ArrayList<>();
                for (int p = first; p < pages.size(); p++) {
                    starts.add(all.length());
                    all.append(bare(p == first ? Prints.afterTables(pages.get(p)) : pages.get(p)));
                }
                for (int at = all.indexOf(words); at >= 0; at = all.indexOf(words, at + 1)) {
                    int p = 0;
                    while (p + 1 < starts.size() && starts.get(p + 1) <= at) {
                        p++;
                    }
                    on.add(first + p + 1);
                }
                assertEquals(
                        on.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                        row.get(1),
                        () -> which + " " + row.get(0));
            }
        }
    }

    private static String bare(String words) {
        return words.replaceAll("[\\s\\u00ad\\u2010\\u2011-]", "");
    }

    /** A letter that is itself a step before suit is not told to be unripe; what is filed is; none speaks of our letters. */
    @Test
    void lettersAreNotMarkedAsUnripeAndNoPaperNamesAClaimByItsLetter() {
        Papers papers = papers("G NC");
        assertFalse(papers.plan().ripe());
        for (String name : List.of("certification-request", "mandamus-petition")) {
            Made made = papers.make(name, List.of());
            String words = Prints.words(made.pdf());
            assertEquals(name.equals("mandamus-petition"), words.contains("NOT RIPE"), name);
            assertFalse(words.contains("Claim G"), name);
        }
    }
}
