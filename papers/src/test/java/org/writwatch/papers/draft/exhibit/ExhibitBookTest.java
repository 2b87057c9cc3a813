package org.writwatch.papers.draft.exhibit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.papers.draft.suit.Filing;

class ExhibitBookTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private final List<Filing.Exhibit> exhibits = new ArrayList<>();
    private final Map<String, byte[]> files = new HashMap<>();

    private void add(String file, byte[] bytes, Map<String, Filing.Proof> proves) {
        exhibits.add(new Filing.Exhibit(file, "The " + file, proves));
        files.put(file, bytes);
    }

    private ExhibitBook.Bound bind() {
        return ExhibitBook.bind(exhibits, files, List.of(), DAY);
    }

    private static String page(PDDocument document, int page) throws Exception {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document).replaceAll("\\s+", " ");
    }

    @Test
    void oneBadExhibitNeverStopsTheRest() throws Exception {
        add(
                "good.pdf",
                Pages.of(2, 0, List.of("The request of August 3")),
                Map.of("request_date", new Filing.Proof(2, "August 3")));
        add("locked.pdf", Pages.locked("secret"), Map.of());
        add("broken.pdf", "no pdf at all".getBytes(StandardCharsets.UTF_8), Map.of());
        exhibits.add(new Filing.Exhibit("absent.pdf", "Nothing", Map.of()));
        add("secret.pdf", Pages.of(1, 0, List.of("SSN 123-45-6789")), Map.of());
        add("last.pdf", Pages.of(1, 90, List.of("Turned")), Map.of());
        ExhibitBook.Bound bound = bind();
        List<String> log = bound.log().stream().map(Phrasebook.of(Lang.EN)::say).toList();
        try (PDDocument document = Loader.loadPDF(bound.pdf())) {
            assertEquals(6 + 2 + 1, document.getNumberOfPages());
            assertTrue(page(document, 4).contains("encrypted"), page(document, 4));
            assertTrue(page(document, 5).contains("can not be opened"));
            assertTrue(page(document, 6).contains("no such file"));
            assertTrue(page(document, 7).contains("Social Security number on page 1"), page(document, 7));
            assertTrue(page(document, 9).contains("Turned"));
            assertTrue(page(document, 9).contains("EX 000009"), page(document, 9));
            List<String> marks = new ArrayList<>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                marks.add(item.getTitle());
                item.children().forEach(c -> marks.add(c.getTitle()));
            }
            assertEquals(7, marks.size(), marks::toString);
            assertEquals("Proof on page 2", marks.get(1));
            String[] labels = document.getDocumentCatalog().getPageLabels().getLabelsByPageIndices();
            assertEquals(List.of("A-1", "A-2", "A-3", "B-1"), List.of(labels).subList(0, 4));
            String secret = new PDFTextStripper().getText(document);
            assertTrue(!secret.contains("123-45-6789"), "what must be blacked out is not bound");
        }
        assertEquals(6, log.size(), log::toString);
        assertArrayEquals(bound.pdf(), bind().pdf(), "the same exhibits, the same bytes");
    }

    @Test
    void aBookOfFiveThousandPagesIsLeftOut() throws Exception {
        add("long.pdf", Pages.of(5000, 0, List.of()), Map.of());
        add("short.pdf", Pages.of(1, 180, List.of("Upside down")), Map.of());
        try (PDDocument document = Loader.loadPDF(bind().pdf())) {
            assertEquals(3, document.getNumberOfPages());
            assertTrue(page(document, 1).contains("5,000 pages"), page(document, 1));
            assertTrue(page(document, 3).contains("Upside down"));
        }
    }

    @Test
    void fiveHundredPagesAreBoundInTenSecondsOfProcessor() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            lines.add("Line " + i + " of a page that holds as much as a page of a memorandum holds.");
        }
        for (int i = 0; i < 10; i++) {
            add(
                    "e" + i + ".pdf",
                    Pages.of(50, 0, lines),
                    Map.of("request_date", new Filing.Proof(7, "Line 4 of a page")));
        }
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        ExhibitBook.Bound bound = bind();
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
        System.out.printf("exhibits: 500 pages in %.1f CPU-s, %d KB%n", seconds, bound.pdf().length / 1024);
        assertTrue(seconds <= 10, () -> seconds + " s");
    }
}
