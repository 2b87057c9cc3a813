package org.writwatch.papers.draft.records;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.writwatch.papers.draft.Docx;
import org.writwatch.papers.draft.DocxWriter;
import org.writwatch.papers.draft.Draft;
import org.writwatch.papers.draft.DraftPdf;

/** The PDF is the word-processor file, printed: the same words, held to the standards, opened by another program. */
class PrintedTest {
    private static Map<String, Draft> drafts() {
        Map<String, Draft> drafts = new TreeMap<>();
        drafts.put("request-held", RecordsRequest.of(Samples.clay()));
        drafts.put("request-dated", RecordsRequest.of(Samples.princeWilliam()));
        drafts.put("petition-not-ripe", Petition.of(Samples.unripe(Samples.mecklenburg())));
        drafts.put("petition-ripe", Petition.of(Samples.with(Samples.unripe(Samples.clay()), Samples.done(Map.of()))));
        return drafts;
    }

    @Test
    void isPdfA2aAndPdfUa1AtOnce() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (Map.Entry<String, Draft> draft : drafts().entrySet()) {
            byte[] pdf = DraftPdf.write(draft.getValue());
            for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
                try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                        var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                    List<String> failed = validator.validate(parser).getTestAssertions().stream()
                            .map(a -> a.getRuleId().getClause() + " " + a.getMessage())
                            .toList();
                    assertEquals(List.of(), failed, draft.getKey());
                }
            }
        }
    }

    @Test
    void printsEveryWordOfTheFileAndNoOther() throws IOException {
        for (Map.Entry<String, Draft> draft : drafts().entrySet()) {
            byte[] docx = DocxWriter.write(draft.getValue());
            try (PDDocument pdf = Loader.loadPDF(DraftPdf.print(draft.getValue(), docx))) {
                assertEquals(
                        count(Docx.all(docx).replace("[^]", " ")),
                        count(withoutMargins(pdf, draft.getValue())),
                        draft.getKey());
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
        Draft draft = Petition.of(Samples.unripe(Samples.mecklenburg()));
        byte[] docx = DocxWriter.write(draft);
        byte[] pdf = DraftPdf.print(draft, docx);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertArrayEquals(docx, DocxWriter.write(Petition.of(Samples.unripe(Samples.mecklenburg()))));
            assertArrayEquals(pdf, DraftPdf.write(draft));
        } finally {
            Locale.setDefault(before);
        }
    }

    /** LibreOffice, where it is installed, opens the file and needs about as many pages as our own print. */
    @Test
    void opensInLibreOffice(@TempDir Path folder) throws Exception {
        boolean there = Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(p -> Files.isExecutable(Path.of(p, "soffice")));
        if (!there) {
            System.out.println("LibreOffice is not installed: drafts were not opened in it");
        }
        assumeTrue(there);
        for (Map.Entry<String, Draft> draft : drafts().entrySet()) {
            Path docx = folder.resolve(draft.getKey() + ".docx");
            Files.write(docx, DocxWriter.write(draft.getValue()));
            Process office = new ProcessBuilder(
                            "soffice",
                            "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                            "--headless",
                            "--convert-to",
                            "pdf",
                            "--outdir",
                            folder.toString(),
                            docx.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            assertTrue(office.waitFor(120, TimeUnit.SECONDS), "LibreOffice did not finish");
            assertEquals(0, office.exitValue(), () -> draft.getKey());
            try (PDDocument theirs = Loader.loadPDF(
                            folder.resolve(draft.getKey() + ".pdf").toFile());
                    PDDocument ours = Loader.loadPDF(DraftPdf.write(draft.getValue()))) {
                String text = new PDFTextStripper().getText(theirs);
                assertTrue(text.contains("DRAFT - ATTORNEY REVIEW REQUIRED"), text);
                int difference = Math.abs(theirs.getNumberOfPages() - ours.getNumberOfPages());
                assertTrue(
                        difference <= 1,
                        () -> draft.getKey() + ": LibreOffice needs " + theirs.getNumberOfPages() + " pages, our print "
                                + ours.getNumberOfPages());
            }
        }
    }
}
