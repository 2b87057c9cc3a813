package org.writwatch.papers.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.writwatch.facts.phrase.Lang;

/** The bytes are held to the standards by veraPDF, to the promise of sameness by a second run in another locale. */
class PdfWriterTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 24);
    private static final PdfMeta DRAFT = PdfMeta.draft(
            "A \"quoted\" <title> & more", "What it is: año & niño", Lang.EN, AS_OF, "Mecklenburg \\ \"x\" $banner");

    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><title>t</title><style>.big{page-break-before:always}</style></head><body>
            <h1>Title of the paper</h1>
            <p>Words with <strong>weight</strong>, <em>lean</em> and <span lang="es">español: ¿dónde está?</span>.
            A sign: 3 \u2264 4 \u2192 5. <a href="https://example.org/a?b=c&amp;d=e">A link</a> and <a href="#two">inside</a>.</p>
            <svg role="img" viewBox="0 0 200 100" width="400" height="200">
            <title>A drawing</title><desc>It goes up.</desc>
            <g fill="#112233" font-size="10"><rect x="0" y="0" width="200" height="100" fill="#eef2f6" stroke="#000000" stroke-dasharray="2 2"/>
            <polyline points="0,100 50,60 100,40" stroke="#aa0000" stroke-width="2"/><circle cx="50" cy="60" r="3"/>
            <text x="100" y="50" text-anchor="middle" font-weight="bold">año 2018</text></g></svg>
            <h2 id="two">Part two</h2>
            <table><caption>Counts</caption><thead><tr><th scope="col">Year</th><th scope="col">People</th></tr></thead>
            <tbody><tr><th scope="row">2018</th><td>3.49</td></tr><tr><th scope="row">2019</th><td>not reported</td></tr></tbody></table>
            <ul><li>one</li><li>two <abbr title="memorandum of agreement">MOA</abbr></li></ul>
            <ol><li>first</li></ol><dl><dt>term</dt><dd>meaning</dd></dl>
            <h3>Deeper</h3><blockquote lang="es"><p>Cita.</p></blockquote>
            <h2 class="big">Part three</h2><p>End.</p></body></html>
            """;

    @Test
    void isPdfA2aAndPdfUa1AtOnce() throws Exception {
        byte[] pdf = PdfWriter.write(PAGE, DRAFT);
        assertEquals(List.of(), Conformance.failures(pdf, PDFAFlavour.PDFA_2_A));
        assertEquals(List.of(), Conformance.failures(pdf, PDFAFlavour.PDFUA_1));
    }

    @Test
    void saysTheSameInEveryLocaleAndAtEveryRun() {
        byte[] first = PdfWriter.write(PAGE, DRAFT);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertArrayEquals(first, PdfWriter.write(PAGE, DRAFT));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void printsNoticeAndPageNumberOnEachPage() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PdfWriter.write(PAGE, DRAFT))) {
            assertEquals(2, pdf.getNumberOfPages());
            for (int page = 1; page <= 2; page++) {
                PDFTextStripper one = new PDFTextStripper();
                one.setStartPage(page);
                one.setEndPage(page);
                String text = one.getText(pdf);
                assertTrue(text.contains(PdfMeta.DRAFT), text);
                assertTrue(text.contains("Page " + page + " of 2"), text);
                assertTrue(text.contains("Mecklenburg \\ \"x\" $banner"), text);
            }
        }
    }

    @Test
    void keepsEveryWordEvenInsideTheDrawing() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PdfWriter.write(PAGE, DRAFT))) {
            String text = new PDFTextStripper().getText(pdf);
            for (String words : List.of("3 \u2264 4 \u2192 5", "¿dónde está?", "año 2018", "not reported", "Cita.")) {
                assertTrue(text.contains(words), () -> words + " is missing from: " + text);
            }
        }
    }

    @Test
    void bookmarksFollowTheHeadings() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PdfWriter.write(PAGE, DRAFT))) {
            List<String> titles = new ArrayList<>();
            collect(pdf.getDocumentCatalog().getDocumentOutline().children(), "", titles);
            assertEquals(List.of("Title of the paper", "- Part two", "-- Deeper", "- Part three"), titles);
        }
    }

    @Test
    void namesItselfAndNothingOfTheMachine() throws IOException {
        byte[] bytes = PdfWriter.write(PAGE, new PdfMeta("Título", "d", Lang.ES, AS_OF, Optional.empty(), ""));
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            assertEquals("Título", pdf.getDocumentInformation().getTitle());
            assertEquals("es", pdf.getDocumentCatalog().getLanguage());
            assertEquals(
                    "2026-11-24T00:00:00Z",
                    pdf.getDocumentInformation().getCreationDate().toInstant().toString());
            assertFalse(new PDFTextStripper().getText(pdf).contains("DRAFT"));
            assertTrue(new PDFTextStripper().getText(pdf).contains("Página 1 de 2"));
        }
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        assertFalse(raw.contains(System.getProperty("user.name") + "/"));
        assertFalse(raw.contains(System.getProperty("user.dir")));
    }

    @Test
    void outsideThingsAreNeverFetched() {
        String page =
                "<html><head><title>t</title><style>@import url(file:///etc/hostname);</style></head><body><h1>x</h1>"
                        + "<p style=\"background:url(http://127.0.0.1:9/x.png)\">text<img src=\"file:///etc/hostname\" alt=\"a\"/></p></body></html>";
        assertTrue(PdfWriter.write(page, DRAFT).length > 1000);
    }

    @Test
    void hostileXmlIsRefused() {
        String bomb =
                "<!DOCTYPE html [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><html><head><title>t</title></head><body>&b;</body></html>";
        assertThrows(IllegalArgumentException.class, () -> PdfWriter.write(bomb, DRAFT));
        assertThrows(IllegalArgumentException.class, () -> PdfWriter.write("<html><body>", DRAFT));
        String shape = PAGE.replace("<circle", "<ellipse");
        assertThrows(IllegalArgumentException.class, () -> PdfWriter.write(shape, DRAFT));
    }

    @Test
    void colourProfileIsOneThatJavaCanRead() {
        java.awt.color.ICC_Profile profile = java.awt.color.ICC_Profile.getInstance(SrgbProfile.bytes());
        float[] white = new java.awt.color.ICC_ColorSpace(profile).toCIEXYZ(new float[] {1, 1, 1});
        assertEquals(0.9642f, white[0], 0.002f);
        assertEquals(1f, white[1], 0.002f);
        assertEquals(0.8249f, white[2], 0.002f);
        float[] grey = new java.awt.color.ICC_ColorSpace(profile).toCIEXYZ(new float[] {0.5f, 0.5f, 0.5f});
        assertEquals(0.214f, grey[1], 0.002f);
    }

    private static void collect(Iterable<PDOutlineItem> items, String depth, List<String> titles) {
        for (PDOutlineItem item : items) {
            titles.add((depth.isEmpty() ? "" : depth + " ") + item.getTitle());
            collect(item.children(), depth + "-", titles);
        }
    }
}
