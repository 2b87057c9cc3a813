package org.writwatch.agreements.memo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.writwatch.facts.Slug;
import org.writwatch.facts.UsState;

/**
 * Makes the bundled table of memoranda out of a folder of PDFs: the maintainer's command, run once when memoranda are
 * added.
 *
 * <p>Run with the folder (holding {@code manifest.csv} with columns file, state, agency, sha256) and the folder to write:
 * {@code java -cp … org.writwatch.agreements.memo.MemorandaImport moa agreements/src/main/resources/org/writwatch/agreements/memo}.
 * A third argument names a folder of pages recognised before, which is used and added to. Needs tesseract-ocr and poppler-utils, and reads every page both ways, so a file takes a minute. The agency is the one
 * under whose row of ICE's list the file was linked; a file on no row has none. Only facts are written, no page picture. What
 * people saw on the signed page ({@link SeenSignatures}) takes the place of what was read there.
 */
public final class MemorandaImport {
    private MemorandaImport() {}

    /** See the class. */
    public static void main(String[] args) throws IOException {
        Ocr ocr = args.length > 2
                ? Ocr.keptIn(Path.of(args[2]))
                : Ocr.find().orElseThrow(() -> Problems.bad(args[0], "scan", "scan-readable", "scan-remedy"));
        run(Path.of(args[0]), Path.of(args[1]), ocr);
    }

    /** Reads every PDF the manifest names and writes {@code memoranda.csv} and {@code held/}. */
    static void run(Path folder, Path out, Ocr ocr) throws IOException {
        MemorandumReader reader = MemorandumReader.with(OcrUse.WHENEVER_BETTER, Optional.of(ocr));
        SeenSignatures seen = SeenSignatures.bundled();
        List<String[]> index = new ArrayList<>();
        Files.createDirectories(out.resolve("held"));
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve("manifest.csv"), StandardCharsets.UTF_8)) {
            for (NamedCsvRecord row : rows) {
                Path file = folder.resolve(row.getField("file"));
                if (Files.exists(file)) {
                    MemorandumReading reading = seen.over(reader.open(file));
                    index.add(line(row, reading));
                    writeDuties(out, reading.memorandum());
                    writeReading(out, reading);
                }
            }
        }
        index.sort(Comparator.comparing(l -> l[0]));
        try (CsvWriter csv = CsvWriter.builder().build(out.resolve("memoranda.csv"), StandardCharsets.UTF_8)) {
            csv.writeRecord("file", "sha256", "agency_id", "model", "template", "revision", "signed", "pages");
            index.forEach(csv::writeRecord);
        }
    }

    private static String[] line(NamedCsvRecord row, MemorandumReading reading) {
        Memorandum m = reading.memorandum();
        String sha = m.source().sha256().orElseThrow();
        if (!sha.equals(row.getField("sha256"))) {
            throw Problems.bad(m.file(), "damaged", "open-pdf", "damaged-remedy");
        }
        String agency = UsState.find(row.getField("state"))
                .map(s -> Slug.of(row.getField("agency") + " " + s))
                .orElse("");
        return new String[] {
            m.file(),
            sha,
            agency,
            m.model().name(),
            m.template(),
            m.revision().map(Object::toString).orElse(""),
            m.signed().map(Object::toString).orElse(""),
            String.valueOf(m.pages())
        };
    }

    /** What was read besides the duties, as {@link HeldReading} keeps it. */
    static void writeReading(Path out, MemorandumReading reading) throws IOException {
        String sha = reading.memorandum().source().sha256().orElseThrow();
        Path file = out.resolve("held").resolve(sha.substring(0, 16) + ".reading.csv");
        Files.writeString(file, HeldReading.write(reading), StandardCharsets.UTF_8);
    }

    static void writeDuties(Path out, Memorandum m) throws IOException {
        String name = m.source().sha256().orElseThrow().substring(0, 16) + ".csv";
        try (CsvWriter csv = CsvWriter.builder().build(out.resolve("held").resolve(name), StandardCharsets.UTF_8)) {
            csv.writeRecord("duty", "clause", "page", "ocr", "quote");
            for (Duty d : m.duties()) {
                csv.writeRecord(d.id(), d.clause(), String.valueOf(d.page()), d.ocr() ? "yes" : "no", d.quote());
            }
        }
    }
}
