package org.writwatch.papers.draft;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.writwatch.papers.draft.TemplateTest.draft;
import static org.writwatch.papers.draft.TemplateTest.p;
import static org.writwatch.papers.draft.TemplateTest.template;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.papers.draft.docx.DocxFile;
import org.writwatch.papers.draft.docx.TemplateVersion;

/** Faults of a template come back as comments in it; a template of a newer program is refused. */
class TemplateCommentsTest {
    private static Fields.Builder fields() {
        return Fields.builder().words("agency", "A").words("by", "").when("yes", true);
    }

    private static XWPFDocument commented(DocxFile template, Lang lang) {
        return Docx.open(DocxWriter.commented(draft(fields()), template, lang).orElseThrow());
    }

    private static List<String> told(XWPFDocument document) {
        return Arrays.stream(document.getComments())
                .map(XWPFComment::getText)
                .map(String::strip)
                .toList();
    }

    @Test
    void eachFaultStandsBesideItsOwnWords() {
        DocxFile template = template(p("Above.") + p("Dear {{agnecy}},") + p("So {{?yes}} it goes"));
        XWPFDocument document = commented(template, Lang.EN);
        List<String> told = told(document);
        assertEquals(2, told.size(), told::toString);
        assertTrue(told.get(0).contains("the field {{agnecy}} that nothing fills (perhaps agency was meant)"));
        assertTrue(told.get(1).contains("the part {{?yes}} that is opened and never closed"), told::toString);
        var paragraphs = Docx.paragraphs(document);
        assertEquals("Dear {{agnecy}},", paragraphs.get(1).getText().strip(), "the words stay as they were");
        assertEquals(0, paragraphs.get(0).getCTP().sizeOfCommentRangeStartArray());
        for (int i = 0; i < 2; i++) {
            var marked = paragraphs.get(i + 1).getCTP();
            assertEquals(1, marked.sizeOfCommentRangeStartArray());
            assertEquals(
                    document.getComments()[i].getId(),
                    marked.getCommentRangeStartArray(0).getId().toString());
        }
        assertTrue(told(commented(template, Lang.ES)).get(0).startsWith("Writwatch no pudo llenar"));
    }

    @Test
    void aFaultOfTheHeaderStandsBesideTheFirstWords() {
        DocxFile template = template(p("Above."));
        template.put(
                "word/header1.xml",
                "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + p("{{nobody}}")
                        + "</w:hdr>");
        XWPFDocument document = commented(template, Lang.EN);
        assertTrue(
                told(document).get(0).contains("{{nobody}}"),
                () -> told(document).toString());
        assertEquals(1, Docx.paragraphs(document).get(0).getCTP().sizeOfCommentRangeStartArray());
    }

    @Test
    void aStatementWithoutASourceIsMarkedInTheFilledPage() {
        DocxFile template = template(
                "<w:p><w:pPr><w:pStyle w:val=\"Allegation\"/></w:pPr><w:r><w:t>It is so.{{by}}" + "</w:t></w:r></w:p>");
        assertTrue(told(commented(template, Lang.EN)).get(0).contains("no source: \u201cIt is so.\u201d"));
    }

    @Test
    void commentsThatWereThereStayAndBytesDoNotChange() {
        DocxFile first = template(p("Dear {{agnecy}},"));
        byte[] once = DocxWriter.commented(draft(fields()), first, Lang.EN).orElseThrow();
        byte[] twice = DocxWriter.commented(draft(fields()), DocxFile.open("x.docx", once), Lang.EN)
                .orElseThrow();
        assertEquals(2, told(Docx.open(twice)).size());
        assertArrayEquals(
                once, DocxWriter.commented(draft(fields()), first, Lang.EN).orElseThrow());
    }

    @Test
    void aTemplateWithoutFaultGetsNone() {
        assertEquals(Optional.empty(), DocxWriter.commented(draft(fields()), template(p("Dear {{agency}},")), Lang.EN));
    }

    @ParameterizedTest
    @CsvSource({"2, a template of version 2", "x, a mark of the template"})
    void aTemplateOfANewerProgramIsRefused(String version, String why) {
        DocxFile template = template(p("Dear {{agency}},"));
        TemplateVersion.mark(template);
        DocxWriter.write(draft(fields()), template);
        template.put(
                "docProps/custom.xml",
                "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\""
                        + " xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">"
                        + "<property fmtid=\"{0}\" pid=\"2\" name=\"WritwatchTemplate\"><vt:lpwstr>" + version
                        + "</vt:lpwstr></property></Properties>");
        BadInput bad = assertThrows(BadInput.class, () -> DocxWriter.write(draft(fields()), template));
        assertTrue(bad.message(Lang.EN).contains(why), bad.message(Lang.EN));
        assertTrue(bad.message(Lang.ES).contains("versi\u00f3n"), bad.message(Lang.ES));
    }

    @Test
    void everyTemplateOfTheProgramIsMarkedAndLeavesNoPropertiesOfItsOwn() {
        for (String name : List.of("petition", "records-request", "memorandum", "notes", "demand-letter")) {
            assertTrue(DocxWriter.template(name).find("docProps/custom.xml").isPresent(), name);
        }
        DocxFile template = template(p("x"));
        template.put(
                "docProps/custom.xml",
                "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\""
                        + " xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">"
                        + "<property fmtid=\"{0}\" pid=\"2\" name=\"Author\"><vt:lpwstr>Jo</vt:lpwstr></property>"
                        + "</Properties>");
        byte[] made = DocxWriter.write(draft(fields()), template);
        assertEquals(
                0,
                Docx.open(made)
                        .getProperties()
                        .getCustomProperties()
                        .getUnderlyingProperties()
                        .sizeOfPropertyArray());
    }
}
