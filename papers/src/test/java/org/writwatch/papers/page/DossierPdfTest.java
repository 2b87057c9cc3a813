package org.writwatch.papers.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.w3c.dom.Element;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.papers.pdf.Conformance;

/** The printed dossier: valid, whole, the same words as the page, pictures as lines and not as dots. */
class DossierPdfTest {
    @Test
    void isValidInBothLanguages() throws Exception {
        for (DossierContent content : List.of(Dossiers.mecklenburg(), Dossiers.clay(), Dossiers.hostile())) {
            byte[] pdf = DossierPages.pdf(content, Lang.ES);
            assertEquals(List.of(), Conformance.failures(pdf, PDFAFlavour.PDFA_2_A));
            assertEquals(List.of(), Conformance.failures(pdf, PDFAFlavour.PDFUA_1));
        }
    }

    @Test
    void carriesEveryWordOfThePage() throws Exception {
        byte[] pdf = DossierPages.pdf(Dossiers.clay(), Lang.EN);
        assertArrayEquals(pdf, DossierPages.pdf(Dossiers.clay(), Lang.EN));
        try (PDDocument read = Loader.loadPDF(pdf)) {
            String printed = new PDFTextStripper().getText(read).replaceAll("\\s+", "");
            assertFalse(printed.contains("#"), "a letter is missing from the fonts");
            Markup page = new Markup(DossierPages.html(Dossiers.clay(), Lang.EN));
            for (String tag : List.of("h2", "h3", "h4", "dt", "dd", "td", "summary", "cite", "code")) {
                page.all(tag).stream().filter(DossierPdfTest::isPrinted).forEach(e -> {
                    String words = Markup.words(e).replaceAll("\\s+", "");
                    assertTrue(printed.contains(words), () -> "not printed: " + Markup.words(e));
                });
            }
        }
    }

    /** Print names the kinds of a duty without a fold to open, and the fold over the words of the field is open. */
    private static boolean isPrinted(Element e) {
        return !Markup.inside(e, "svg") && !Markup.words(e).matches("What \\d+ words of the field mean");
    }

    @Test
    void whatIsTooLongForPaperIsNamedByItsFile() throws Exception {
        assertTrue(printed(Dossiers.mecklenburg()).contains("The whole table is data/custody-mecklnc.csv."));
        String clay = printed(Dossiers.clay());
        assertTrue(clay.contains("The words of each clause are in agreement.json."));
        assertTrue(clay.contains("(clause VII, page 4)"));
        assertFalse(clay.contains("Before participating LEA personnel receive authorization"));
    }

    private static String printed(DossierContent content) throws Exception {
        try (PDDocument read = Loader.loadPDF(DossierPages.pdf(content, Lang.EN))) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }

    @Test
    void picturesAreDrawnNotPainted() throws Exception {
        try (PDDocument read = Loader.loadPDF(DossierPages.pdf(Dossiers.mecklenburg(), Lang.EN))) {
            for (PDPage page : read.getPages()) {
                for (COSName name : page.getResources().getXObjectNames()) {
                    assertFalse(page.getResources().isImageXObject(name), "a bitmap: " + name);
                }
            }
            String text = new PDFTextStripper().getText(read);
            assertTrue(text.contains("not reported: no row in the file"));
            assertTrue(text.contains("\u22123.49 people per day"));
        }
    }
}
