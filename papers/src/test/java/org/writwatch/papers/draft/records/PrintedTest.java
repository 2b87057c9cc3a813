package org.writwatch.papers.draft.records;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.writwatch.papers.draft.Docx;
import org.writwatch.papers.draft.DocxWriter;
import org.writwatch.papers.draft.Draft;
import org.writwatch.papers.draft.DraftPdf;
import org.writwatch.papers.draft.LibreOffice;
import org.writwatch.papers.pdf.Conformance;

/** The PDF is the word-processor file, printed: the same words, held to the standards, opened by another program. */
class PrintedTest {
    private static final boolean HEAVY = Boolean.getBoolean("writwatch.heavy");

    private static final Map<String, Draft> DRAFTS = drafts();
    private static final Map<String, byte[]> DOCX = each(DocxWriter::write);
    private static final Map<String, byte[]> PDF = each(d -> DraftPdf.print(d, DOCX.get(name(d))));

    private static Map<String, Draft> drafts() {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        drafts.put("request-held", RecordsRequest.of(Samples.clay()));
        drafts.put("request-dated", RecordsRequest.of(Samples.princeWilliam()));
        drafts.put("petition-not-ripe", Petition.of(Samples.unripe(Samples.mecklenburg())));
        drafts.put("petition-ripe", Petition.of(Samples.with(Samples.unripe(Samples.clay()), Samples.done(Map.of()))));
        return drafts;
    }

    private static String name(Draft draft) {
        return DRAFTS.entrySet().stream()
                .filter(d -> d.getValue().equals(draft))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static Map<String, byte[]> each(Function<Draft, byte[]> make) {
        Map<String, byte[]> made = new LinkedHashMap<>();
        DRAFTS.forEach((name, draft) -> made.put(name, make.apply(draft)));
        return made;
    }

    /** The two longest in every build, all in the heavy run. */
    @Test
    void isPdfA2aAndPdfUa1AtOnce() throws Exception {
        for (String name : HEAVY ? DRAFTS.keySet() : Set.of("request-held", "petition-ripe")) {
            for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
                assertEquals(List.of(), Conformance.failures(PDF.get(name), flavour), name + " " + flavour);
            }
        }
    }

    @Test
    void printsEveryWordOfTheFileAndNoOther() throws IOException {
        for (String name : DRAFTS.keySet()) {
            try (PDDocument pdf = Loader.loadPDF(PDF.get(name))) {
                assertEquals(
                        count(Docx.all(DOCX.get(name)).replace("[^]", " ")),
                        count(withoutMargins(pdf, DRAFTS.get(name))),
                        name);
            }
        }
    }

    /** Letters by how often they stand, so that line ends, note numbers and list numbers make no difference. */
    private static Map<Integer, Long> count(String words) {
        Map<Integer, Long> counts = new TreeMap<>();
        words.codePoints().filter(Character::isLetter).forEach(c -> counts.merge(c, 1L, Long::sum));
        return counts;
    }

    private static String withoutMargins(PDDocument pdf, Draft draft) throws IOException {
        StringBuilder said = new StringBuilder();
        String notices = String.join(" \u00b7 ", draft.notices());
        String footer = draft.title() + " \u00b7 as of November 24, 2026";
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            String text = stripper.getText(pdf);
            assertTrue(text.contains(notices), () -> "no notice on a page of " + draft.title() + ": " + text);
            assertTrue(text.contains(footer), () -> "no footer on a page of " + draft.title() + ": " + text);
            said.append(text.replace(notices, "")
                    .replace(footer, "")
                    .replace("Page " + page + " of " + pdf.getNumberOfPages(), ""));
        }
        // The letters of the relief list are numbering, not words of the file.
        return said.toString().replaceAll("(?m)^\\(([a-h])\\)\\s", "");
    }

    @Test
    void givesTheSameBytesInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            Draft again = Petition.of(Samples.unripe(Samples.mecklenburg()));
            byte[] docx = DocxWriter.write(again);
            assertArrayEquals(DOCX.get("petition-not-ripe"), docx);
            assertArrayEquals(PDF.get("petition-not-ripe"), DraftPdf.print(again, docx));
        } finally {
            Locale.setDefault(before);
        }
    }

    /** LibreOffice, where it is installed, opens each file and needs about as many pages as our own print. */
    @Test
    void opensInLibreOffice(@TempDir Path folder) throws Exception {
        assumeTrue(LibreOffice.installed());
        for (String name : DRAFTS.keySet()) {
            Files.write(folder.resolve(name + ".docx"), DOCX.get(name));
        }
        LibreOffice.toPdf(folder);
        for (String name : DRAFTS.keySet()) {
            try (PDDocument theirs =
                            Loader.loadPDF(folder.resolve(name + ".pdf").toFile());
                    PDDocument ours = Loader.loadPDF(PDF.get(name))) {
                String text = new PDFTextStripper().getText(theirs);
                assertTrue(text.contains("DRAFT - ATTORNEY REVIEW REQUIRED"), text);
                int difference = Math.abs(theirs.getNumberOfPages() - ours.getNumberOfPages());
                assertTrue(
                        difference <= 1,
                        () -> name + ": LibreOffice needs " + theirs.getNumberOfPages() + " pages, our print "
                                + ours.getNumberOfPages());
            }
        }
    }
}
