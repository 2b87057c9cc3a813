package org.writwatch.papers.draft.exhibit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.papers.draft.suit.Filing;
import org.writwatch.papers.pdf.Conformance;
import org.writwatch.papers.pdf.PdfMeta;
import org.writwatch.papers.pdf.PdfWriter;

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
        assertEquals(7, log.size(), log::toString);
        assertTrue(log.get(6).contains("not PDF/A") && log.get(6).contains("A and F"), log.get(6));
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

    private static List<String> said(ExhibitBook.Bound bound) {
        return bound.log().stream().map(Phrasebook.of(Lang.EN)::say).toList();
    }

    private static final List<String> LETTER = List.of(
            "The sheriff answered the request of August third by letter, and kept back",
            "the pages about training. He named no law for it. On the telephone his",
            "office said that the county attorney would look at the matter and write",
            "again before the end of the month. Nothing more has come since that day.",
            "We ask the board to put the agreement on the agenda of its next meeting,",
            "with the cost of the program, the number of people who were held longer",
            "than a judge had ordered, and the names of the offices that answer for it.",
            "Nobody here asks for the name of any person who was held, or for anything",
            "that would tell who they are. Figures by month will do. A copy of the",
            "letter is attached, and a copy of the envelope with the stamp of the post.",
            "Several neighbors would like to speak and will need someone to interpret.",
            "Please tell us by what day they have to write down their names, and where.",
            "If the board can not hear them in May, we would be glad of a day in June.",
            "Thank you for reading this, and for the care that you give to such things.");

    /** A scan that stands on its head or its side is turned in the book; one that stands upright, or says nothing, is not. */
    @Test
    void aScanOnItsHeadIsTurnedInTheBookAndNotInTheFile() throws Exception {
        for (int quarter = 0; quarter < 4; quarter++) {
            add("scan" + quarter + ".png", Pages.scan(LETTER, quarter, 0.4), Map.of());
        }
        add("blank.png", Pages.scan(List.of(), 0, 0), Map.of());
        add("caps.png", Pages.scan(List.of("SCHEDULE"), 2, 0), Map.of());
        byte[] before = files.get("scan2.png").clone();
        ExhibitBook.Bound bound = bind();
        try (PDDocument document = Loader.loadPDF(bound.pdf())) {
            List<Integer> turned = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                turned.add(document.getPage(2 * i + 1).getRotation());
            }
            assertEquals(List.of(0, 270, 180, 90, 0, 0), turned);
        }
        assertArrayEquals(before, files.get("scan2.png"));
        assertEquals(
                3,
                said(bound).stream()
                        .filter(l -> l.contains("turned in exhibits.pdf"))
                        .count(),
                () -> said(bound).toString());
    }

    @Test
    void wordsOnTheirHeadAreTurnedWhicheverWayTheFileSaysIt() throws Exception {
        add("rotated.pdf", Pages.of(2, 180, LETTER), Map.of());
        add("side.pdf", Pages.of(1, 90, LETTER), Map.of());
        add("upright.pdf", Pages.of(1, 0, LETTER), Map.of());
        ExhibitBook.Bound bound = bind();
        try (PDDocument document = Loader.loadPDF(bound.pdf())) {
            for (int page : List.of(1, 2, 4, 6)) {
                assertEquals(0, document.getPage(page).getRotation(), "page " + page);
            }
        }
        assertTrue(
                said(bound).stream().anyMatch(l -> l.startsWith("Exhibit A") && l.endsWith("1 and 2")),
                () -> said(bound).toString());
    }

    /** What a page would do by itself is not bound; what is marked on it is. */
    @Test
    void scriptsAndLinksStayBehind() throws Exception {
        add("sly.pdf", Pages.sly(), Map.of());
        byte[] pdf = bind().pdf();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDPage page = document.getPage(1);
            assertEquals(
                    List.of("Square"),
                    page.getAnnotations().stream().map(PDAnnotation::getSubtype).toList());
            assertFalse(page.getCOSObject().containsKey(COSName.AA));
            assertFalse(page.getAnnotations().get(0).getCOSObject().containsKey(COSName.A));
        }
    }

    /** A book of covers, pictures and files that call themselves PDF/A is PDF/A-2b, and says so only then. */
    @Test
    void aBookThatSaysItIsArchivalIs() throws Exception {
        byte[] own = PdfWriter.write(
                "<html><head><title>T</title></head><body><h1>Minutes</h1><p>The board met on August 3.</p></body></html>",
                new PdfMeta("Minutes", "Minutes of a board", Lang.EN, DAY, Optional.empty(), ""));
        add("minutes.pdf", own, Map.of("request_date", new Filing.Proof(1, "August 3")));
        add("scan.png", Pages.scan(LETTER, 2, 0), Map.of());
        exhibits.add(new Filing.Exhibit("absent.pdf", "Nothing", Map.of()));
        ExhibitBook.Bound bound = bind();
        assertTrue(
                said(bound)
                        .contains("exhibits.pdf is PDF/A-2b: every page in it is a cover, a picture, or comes from a"
                                + " file that calls itself PDF/A"),
                () -> said(bound).toString());
        assertEquals(List.of(), Conformance.failures(bound.pdf(), PDFAFlavour.PDFA_2_B));
        add("plain.pdf", Pages.of(1, 0, List.of("Letters of a font that is not in the file")), Map.of());
        ExhibitBook.Bound other = bind();
        assertTrue(
                said(other).stream().anyMatch(l -> l.contains("not PDF/A") && l.contains(": D.")),
                () -> said(other).toString());
        try (PDDocument document = Loader.loadPDF(other.pdf())) {
            String xmp = new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertFalse(xmp.contains("<pdfaid:part>"), xmp);
        }
    }

    /** Five hundred pages of words, and five hundred scans, in a virtual machine of their own that may not grow. */
    @ParameterizedTest
    @ValueSource(strings = {"words", "scans"})
    @EnabledIfSystemProperty(named = "writwatch.heavy", matches = "true")
    void fiveHundredPagesFitInHalfAGigabyte(String kind, @TempDir Path folder) throws Exception {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path told = folder.resolve("told");
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        path,
                        ExhibitCost.class.getName(),
                        kind)
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        assertEquals(0, run.waitFor(), () -> told.toString());
        String line = Files.readString(told);
        System.out.print(line);
        Matcher figures =
                Pattern.compile("([0-9.]+) CPU-s, ([0-9]+) MB at most").matcher(line);
        assertTrue(figures.find(), line);
        assertTrue(Integer.parseInt(figures.group(2)) <= 512, line);
        assertTrue(Double.parseDouble(figures.group(1)) <= (kind.equals("words") ? 10 : 60), line);
    }
}
