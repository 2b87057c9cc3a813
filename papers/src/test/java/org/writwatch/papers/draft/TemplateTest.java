package org.writwatch.papers.draft;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.papers.draft.docx.DocxFile;

/** Templates as people leave them: marks cut in pieces, misspelt, left open; values that try to be more than words. */
class TemplateTest {
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /** A page with our header and footer and this body. */
    static DocxFile template(String body) {
        DocxFile file = DocxWriter.template("records-request");
        file.put(
                "word/document.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"" + W
                        + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>"
                        + body + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId5\"/>"
                        + "<w:footerReference w:type=\"default\" r:id=\"rId6\"/></w:sectPr></w:body></w:document>");
        return file;
    }

    static String p(String... runs) {
        StringBuilder xml = new StringBuilder("<w:p>");
        for (String run : runs) {
            xml.append("<w:r><w:t xml:space=\"preserve\">").append(run).append("</w:t></w:r>");
        }
        return xml.append("</w:p>").toString();
    }

    static Draft draft(Fields.Builder fields) {
        return new Draft(
                "records-request",
                "Title",
                "What it is",
                LocalDate.of(2026, 11, 24),
                List.of("NOTICE"),
                fields.words("draft_notice", "NOTICE").words("footer", "foot").build());
    }

    private static String fill(Fields.Builder fields, String... paragraphs) {
        return Docx.body(DocxWriter.write(draft(fields), template(String.join("", paragraphs))))
                .stripTrailing();
    }

    private static BadInput fault(Fields.Builder fields, String... paragraphs) {
        return assertThrows(BadInput.class, () -> fill(fields, paragraphs));
    }

    @Test
    void joinsAMarkThatTheWordProcessorCutInPieces() {
        String cut = "<w:p><w:r><w:rPr><w:b/><w:smallCaps/></w:rPr><w:t>Dear {</w:t></w:r>"
                + "<w:proofErr w:type=\"spellStart\"/><w:r><w:t>{who</w:t></w:r><w:proofErr w:type=\"spellEnd\"/>"
                + "<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">}} and </w:t></w:r>"
                + "<w:r><w:t>{{w</w:t></w:r><w:r><w:t>ho}}!</w:t></w:r></w:p>";
        byte[] bytes = DocxWriter.write(draft(Fields.builder().words("who", "Ann")), template(cut));
        var runs = Docx.paragraphs(Docx.open(bytes)).get(0).getRuns();
        String words = runs.stream().map(r -> r.getText(0)).reduce("", String::concat);
        assertEquals("Dear Ann and Ann!", words);
        assertTrue(
                runs.get(1).isBold() && runs.get(1).isSmallCaps(),
                "the words take the type of the mark's first letter");
        assertTrue(runs.get(2).isItalic(), "what follows keeps its own");
    }

    @Test
    void printsConditionsAndLoopsAndNothingOfWhatIsOff() {
        Fields.Builder fields = Fields.builder()
                .when("yes", true)
                .when("no", false)
                .words("outer", "O")
                .rows(
                        "rows",
                        List.of(
                                Fields.builder()
                                        .words("item", "one")
                                        .when("last", false)
                                        .build(),
                                Fields.builder()
                                        .words("item", "two")
                                        .when("last", true)
                                        .build()))
                .rows("none", List.of());
        assertEquals(
                "A B\none of O\ntwo of O, the last\nend",
                fill(
                        fields,
                        p("A{{?yes}} B{{/yes}}{{?no}} C{{/no}}"),
                        p("{{?no}}"),
                        p("never"),
                        p("{{/no}}"),
                        p("{{?rows}}"),
                        p("{{item}} of {{outer}}{{?last}}, the last{{/last}}"),
                        p("{{/rows}}"),
                        p("{{?none}}"),
                        p("never {{anything}}"),
                        p("{{/none}}"),
                        p("end")));
    }

    @Test
    void showsHostileTextAsText() {
        String hostile =
                "<w:br/> & <script>alert(1)</script> =HYPERLINK(\"x\") {{who}} {{?yes}} ${jndi:x} \u0001\uFFFE\uD800 ]]>";
        String shown = "<w:br/> & <script>alert(1)</script> =HYPERLINK(\"x\") {{who}} {{?yes}} ${jndi:x}  ]]>";
        byte[] bytes = DocxWriter.write(
                draft(Fields.builder()
                        .words("who", hostile, new Note(Note.Kind.SOURCE, hostile))
                        .when("yes", true)),
                template(p("{{who}}")));
        assertEquals(shown + "[^]", Docx.body(bytes).strip());
        assertEquals(List.of(shown), Docx.notes(bytes));
    }

    @Test
    void marksGapsAndRightToLeftNames() {
        byte[] bytes = DocxWriter.write(
                draft(Fields.builder().words("who", "[YOUR NAME], محمد علي and Ñandú\nnext line")),
                template(p("{{who}}")));
        var runs = Docx.paragraphs(Docx.open(bytes)).get(0).getRuns();
        assertEquals("Gap", runs.get(0).getStyle());
        assertEquals("[YOUR NAME]", runs.get(0).text());
        var arabic =
                runs.stream().filter(r -> r.text().contains("محمد")).findFirst().orElseThrow();
        assertEquals(1, arabic.getCTR().getRPr().sizeOfRtlArray());
        assertEquals(
                "[YOUR NAME], محمد علي and Ñandú\nnext line", Docx.body(bytes).strip());
    }

    @Test
    void printsAPartyOfThreeHundredLetters() {
        String party = "María ".repeat(50).strip();
        assertEquals(party + " v. X", fill(Fields.builder().words("who", party), p("{{who}} v. X")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Dear {{agnecy}},           | the field {{agnecy}} that nothing fills (perhaps agency was meant)
            Dear {{zzzzzzzzzzzz}},     | the field {{zzzzzzzzzzzz}} that nothing fills
            Dear {{agency name}},      | the signs {{agency name}} that are no field
            Dear {{agency},            | the signs {{ that are no field
            Dear {{#agency}},          | the signs {{#agency}} that are no field
            Dear {{?yes}} you,         | the part {{?yes}} that is opened and never closed
            Dear {{/yes}} you,         | the end {{/yes}} of a part that was never opened
            Dear {{?agency}}x{{/agency}} | {{?agency}} used as the start of a part, but it holds words
            Dear {{yes}},              | {{yes}} used as words, but it starts a part
            Dear {{?yes}}{{?no}}x{{/yes}}{{/no}} | the end {{/yes}} where {{/no}} had to come first
            """)
    void tellsAFaultInTheWordsOfThePage(String words, String told) {
        Fields.Builder fields =
                Fields.builder().words("agency", "A").when("yes", true).when("no", false);
        String message = fault(fields, p("Above."), p(words)).getMessage();
        assertTrue(message.startsWith("records-request.docx: found"), message);
        assertTrue(message.contains(told), message);
        assertTrue(message.contains("near “Dear"), message);
    }

    @Test
    void tellsEveryFaultAtOnceAndInSpanishToo() {
        BadInput bad = fault(Fields.builder(), p("one {{a}}"), p("two {{b}}"));
        assertTrue(bad.getMessage().contains("2 faults"), bad.getMessage());
        String spanish = bad.message(Lang.ES);
        assertTrue(spanish.contains("2 errores en la plantilla") && spanish.contains("«two {{b}}»"), spanish);
    }

    @Test
    void aPartMustCloseInTheCellItWasOpenedIn() {
        String table =
                "<w:tbl><w:tr><w:tc>" + p("{{?yes}}") + "</w:tc><w:tc>" + p("{{/yes}}") + "</w:tc></w:tr></w:tbl>";
        String message = fault(Fields.builder().when("yes", true), table).getMessage();
        assertTrue(message.contains("2 faults"), message);
    }

    @Test
    void refusesATemplateThatLostItsNotice() {
        DocxFile bare = template(p("words"));
        bare.put("word/header1.xml", "<w:hdr xmlns:w=\"" + W + "\"><w:p/></w:hdr>");
        BadInput bad = assertThrows(BadInput.class, () -> DocxWriter.write(draft(Fields.builder()), bare));
        assertTrue(bad.getMessage().contains("lost the words “NOTICE”"), bad.getMessage());
        DocxFile headless = DocxWriter.template("records-request");
        headless.put(
                "word/document.xml",
                "<w:document xmlns:w=\"" + W + "\"><w:body>" + p("words") + "<w:sectPr/></w:body></w:document>");
        assertThrows(BadInput.class, () -> DocxWriter.write(draft(Fields.builder()), headless));
    }

    @Test
    void refusesAnAllegationWithoutASource() {
        String style =
                "<w:p><w:pPr><w:pStyle w:val=\"Allegation\"/></w:pPr><w:r><w:t>It is so.{{by}}</w:t></w:r></w:p>";
        Fields.Builder bare = Fields.builder().words("by", "");
        BadInput bad = assertThrows(BadInput.class, () -> DocxWriter.write(draft(bare), template(style)));
        assertTrue(bad.getMessage().contains("no source: “It is so.”"), bad.getMessage());
        Fields.Builder footed = Fields.builder().notes("by", List.of(new Note(Note.Kind.SIGNER, "Said.")));
        assertEquals(List.of("Said."), Docx.notes(DocxWriter.write(draft(footed), template(style))));
    }

    @Test
    void givesTheSameBytesInEveryLocaleAndNamesNobody() throws IOException {
        Fields.Builder fields = Fields.builder().words("who", "I", new Note(Note.Kind.SOURCE, "S."));
        Draft draft = draft(fields);
        byte[] first = DocxWriter.write(draft, template(p("{{who}}")));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertArrayEquals(first, DocxWriter.write(draft, template(p("{{who}}"))));
        } finally {
            Locale.setDefault(before);
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(first))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertEquals(1980, entry.getTimeLocal().getYear(), entry.getName());
                String part = entry.getName();
                String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                for (String trace :
                        List.of(System.getProperty("user.name") + "<", "Apache POI", "creator>", "poi-tl")) {
                    assertFalse(text.contains(trace), () -> part + " holds " + trace);
                }
            }
        }
    }

    @Test
    void refusesWhatIsNoHonestTemplate() throws IOException {
        refused("not a zip".getBytes(StandardCharsets.UTF_8), "no Word document");
        refused(new byte[DocxFile.MOST_BYTES + 1], "too large");
        refused(zip("word/document.xml", new byte[70_000_000]), "too large");
        refused(zip("word/vbaProject.bin", new byte[1]), "macros");
        DocxFile entity = template(p("x"));
        entity.put(
                "word/document.xml",
                "<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"" + W + "\"/>");
        BadInput bad = assertThrows(BadInput.class, () -> DocxWriter.write(draft(Fields.builder()), entity));
        assertTrue(bad.getMessage().contains("not well formed"), bad.getMessage());
    }

    private static void refused(byte[] bytes, String why) {
        BadInput bad = assertThrows(BadInput.class, () -> DocxFile.open("mine.docx", bytes));
        assertTrue(
                bad.getMessage().startsWith("mine.docx: found")
                        && bad.getMessage().contains(why),
                bad.getMessage());
    }

    private static byte[] zip(String extra, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : List.of("[Content_Types].xml", "word/document.xml")) {
                if (!name.equals(extra)) {
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write("<a/>".getBytes(StandardCharsets.UTF_8));
                }
            }
            zip.putNextEntry(new ZipEntry(extra));
            zip.write(content);
        }
        return out.toByteArray();
    }
}
