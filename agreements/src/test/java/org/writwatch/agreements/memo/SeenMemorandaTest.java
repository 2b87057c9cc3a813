package org.writwatch.agreements.memo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What was read, against what people saw: for 21 memoranda the words each page begins with were written down from the
 * picture of the page ({@code seen-pages.csv}), and with them the page on which each duty of the form must stand
 * ({@code seen-duties.csv}).
 */
class SeenMemorandaTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("writwatch.shared", "../../shared"), "data", "ice-287g", "moa");

    /** Files whose pages are pictures without a text layer worth the name. */
    private static final List<String> SCANS = List.of(
            "JacksonCountySOMN_JEM_MOA_030625.pdf",
            "PortageCountySO_WSO_MOA_031225.pdf",
            "LoudounCountySO_WSO_MOA_032625.pdf",
            "PutnamCoTN_JEM_MOA_02.24.2025.pdf",
            "VirginiaStatePolice_TFM_MOA_02.28.25.pdf",
            "westMiamiPoliceDeptFL_TFM_MOA_03.20.25.pdf",
            "SweetwaterCounty_JEM_MOA_030725.pdf");

    /** Where a duty was seen. */
    private record Seen(String duty, String clause, int page) {}

    /** How much of what was seen was found. */
    private static final class Score {
        private int seen;
        private int found;
        private int wrongPage;

        void count(List<Seen> wanted, Memorandum memorandum, List<String> missed) {
            for (Seen s : wanted) {
                seen++;
                Optional<Duty> duty = memorandum.duties().stream()
                        .filter(d -> d.id().equals(s.duty()) && d.clause().equals(s.clause()))
                        .findFirst();
                found += duty.isPresent() ? 1 : 0;
                boolean elsewhere = duty.filter(d -> d.page() != s.page()).isPresent();
                wrongPage += elsewhere ? 1 : 0;
                if (duty.isEmpty() || elsewhere) {
                    missed.add(memorandum.file() + " " + s
                            + duty.map(d -> " found on " + d.page()).orElse(" not found"));
                }
            }
        }

        double share() {
            return (double) found / seen;
        }

        @Override
        public String toString() {
            return found + " of " + seen + " found, " + wrongPage + " on another page";
        }
    }

    @Test
    void dutiesOfTextFilesAreFoundOnThePageWhereTheyWereSeen() throws IOException {
        needOriginals();
        Score score = new Score();
        List<String> missed = new ArrayList<>();
        Map<String, List<Seen>> all = seen();
        all.keySet().removeAll(SCANS);
        assertTrue(all.size() >= 14, all.keySet().toString());
        for (Map.Entry<String, List<Seen>> file : all.entrySet()) {
            score.count(file.getValue(), read(file.getKey(), OcrUse.NEVER), missed);
        }
        System.out.println("text files: " + score);
        assertTrue(score.share() >= 0.95, score + " " + missed);
        assertTrue(score.wrongPage <= 0.01 * score.seen, score + " " + missed);
    }

    @Test
    void dutiesOfScansAreFoundByTheRecogniser() throws IOException {
        needOriginals();
        boolean machine = Boolean.getBoolean("writwatch.ocr");
        if (!machine || Ocr.find().isEmpty()) {
            System.out.println(
                    "skipped: scans are recognised only with -Dwritwatch.ocr=true and tesseract-ocr, poppler-utils installed");
        }
        assumeTrue(machine && Ocr.find().isPresent());
        Score score = new Score();
        List<String> missed = new ArrayList<>();
        Map<String, List<Seen>> all = seen();
        for (String scan : SCANS) {
            score.count(Objects.requireNonNull(all.get(scan)), read(scan, OcrUse.WHEN_NEEDED), missed);
        }
        System.out.println("scans: " + score);
        assertTrue(score.share() >= 0.85, score + " " + missed);
        assertTrue(score.wrongPage <= 0.02 * score.seen, score + " " + missed);
    }

    /** The facts that travel with the program were read from the same scans. */
    @Test
    void whatIsBundledStandsWhereItWasSeen() {
        Score score = new Score();
        List<String> missed = new ArrayList<>();
        seen().forEach((file, wanted) ->
                score.count(wanted, Memoranda.bundled().findByFile(file).orElseThrow(), missed));
        System.out.println("bundled: " + score);
        assertTrue(score.share() >= 0.95, score + " " + missed);
        assertTrue(score.wrongPage <= 0.01 * score.seen, score + " " + missed);
    }

    /** 865 headings of the 41 files with a text layer, as pdftotext prints them ({@code seen-clauses.csv}). */
    @Test
    void clausesStandOnThePageOnWhichAnotherReaderPrintsTheirHeading() {
        List<String> elsewhere = new ArrayList<>();
        List<NamedCsvRecord> headings = rows("seen-clauses.csv");
        for (NamedCsvRecord row : headings) {
            Memorandum m = Memoranda.bundled().findByFile(row.getField("file")).orElseThrow();
            Optional<Clause> clause = Memoranda.bundled().reading(m).clauses().stream()
                    .filter(c -> c.number().equals(row.getField("clause")))
                    .findFirst();
            if (clause.isEmpty() || clause.get().page() != Integer.parseInt(row.getField("page"))) {
                elsewhere.add(row.getFields() + " " + clause.map(Clause::page).orElse(0));
            }
        }
        assertEquals(865, headings.size());
        assertEquals(List.of(), elsewhere);
    }

    @Test
    void formAndRevisionAreThoseThatWereSeen() {
        for (NamedCsvRecord row : rows("seen-pages.csv")) {
            Memorandum m = Memoranda.bundled().findByFile(row.getField("file")).orElseThrow();
            assertEquals(row.getField("template"), m.template(), m.file());
            assertEquals(
                    row.getField("revision"), m.revision().map(String::valueOf).orElse(""), m.file());
            assertTrue(Integer.parseInt(row.getField("page")) <= m.pages(), m.file());
        }
    }

    private static void needOriginals() {
        if (!Files.isDirectory(FOLDER)) {
            System.out.println("skipped: no folder of memoranda beside the project");
        }
        assumeTrue(Files.isDirectory(FOLDER));
    }

    private static Memorandum read(String file, OcrUse use) throws IOException {
        String kept = System.getProperty("writwatch.ocr.pages", "");
        Optional<Ocr> ocr = kept.isEmpty() ? Ocr.find() : Optional.of(Ocr.keptIn(Path.of(kept)));
        byte[] bytes = Files.readAllBytes(FOLDER.resolve(file));
        return MemorandumReader.with(use, use == OcrUse.NEVER ? Optional.empty() : ocr)
                .open(file, bytes)
                .memorandum();
    }

    private static Map<String, List<Seen>> seen() {
        return rows("seen-duties.csv").stream()
                .collect(Collectors.groupingBy(
                        r -> r.getField("file"),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                r -> new Seen(
                                        r.getField("duty"), r.getField("clause"), Integer.parseInt(r.getField("page"))),
                                Collectors.toList())));
    }

    private static List<NamedCsvRecord> rows(String table) {
        try (InputStream in = Objects.requireNonNull(SeenMemorandaTest.class.getResourceAsStream(table));
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().ofNamedCsvRecord(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
