package org.writwatch.facts.bundle;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.writwatch.facts.Source;

/**
 * The data files one module carries in its jar, with the source of each.
 *
 * <p>Every file lies under {@code org/writwatch/MODULE/} and has a line in the {@code sources.csv} there, whose columns
 * are {@code file,publisher,title,licence,retrieved,original,original_sha256,command}. Nothing is read before it is
 * asked for. Safe for use by several threads.
 */
public final class Bundle {
    static final List<String> COLUMNS =
            List.of("file", "publisher", "title", "licence", "retrieved", "original", "original_sha256", "command");

    private final String module;
    private final Map<String, BundledFile> files;

    private Bundle(String module, Map<String, BundledFile> files) {
        this.module = module;
        this.files = files;
    }

    /**
     * The bundle of a module.
     *
     * @throws IllegalStateException when the module carries no {@code sources.csv} or a line of it is malformed
     */
    public static Bundle of(String module) {
        Map<String, BundledFile> files = new LinkedHashMap<>();
        try (Stream<Row> rows = rows(resource(module, "sources.csv"), "sources.csv")) {
            rows.forEach(r -> {
                BundledFile file = listed(module, r);
                if (files.put(file.file(), file) != null) {
                    throw new IllegalStateException(r.where() + ": '" + file.file() + "' is listed twice");
                }
            });
        }
        return new Bundle(module, files);
    }

    /** Every file, in the order of the list. */
    public List<BundledFile> list() {
        return List.copyOf(files.values());
    }

    /** The line of a file, by its path below the module's folder; a line "folder/*" is for every file in that folder. */
    public Optional<BundledFile> find(String file) {
        BundledFile own = files.get(file);
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        return Optional.ofNullable(own != null ? own : files.get(folder + "*"));
    }

    /**
     * The line of a file.
     *
     * @throws IllegalStateException when the file is not listed (a defect of ours)
     */
    public BundledFile get(String file) {
        return find(file)
                .orElseThrow(() ->
                        new IllegalStateException("'" + file + "' has no line in the sources.csv of module " + module));
    }

    /** The source to print for a file. */
    public Source source(String file) {
        return get(file).source();
    }

    /** The bytes of a listed file, unzipped when its name ends in ".gz". The caller closes the stream. */
    public InputStream open(String file) {
        get(file);
        InputStream raw = resource(module, file);
        try {
            return file.endsWith(".gz") ? new BufferedInputStream(new GZIPInputStream(raw, 65_536)) : raw;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** The rows of a listed CSV table (UTF-8, one header line), read as the stream is consumed. Close the stream. */
    public Stream<Row> rows(String file) {
        return rows(open(file), file);
    }

    /**
     * What is wrong with the lists of a module's resource folder, in sorted order; empty when all is well.
     *
     * <p>Each module's tests call this on their own folder and expect an empty list. Every file needs a line in the {@code sources.csv} of its own folder or of a folder above it, except
     * the lists themselves, {@code .properties} (our own words and settings) and {@code META-INF}. A line whose file is not there, a malformed line and a
     * licence that forbids reuse (GPL family, non-commercial, no-derivatives, unknown) are faults too.
     *
     * @param resourcesDir a module's {@code src/main/resources}; a folder that does not exist has no faults
     */
    public static List<String> unlisted(Path resourcesDir) throws IOException {
        return BundleCheck.unlisted(resourcesDir);
    }

    /** The rows of a CSV table (UTF-8, one header line) that is no bundled file: what import commands read. */
    public static Stream<Row> rows(InputStream in, String name) {
        // A decoder that reports malformed bytes, where a plain reader would put question marks in their place.
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
        CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text);
        Iterator<CsvRecord> records = new NamingDefects(reader.iterator(), name);
        if (!records.hasNext()) {
            throw new IllegalStateException(name + " has no header line");
        }
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (String column : records.next().getFields()) {
            columns.put(column, columns.size());
        }
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(records, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .map(r -> new Row(name, r.getStartingLineNumber(), columns, r.getFields()))
                .onClose(() -> {
                    try {
                        reader.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(name, e);
                    }
                });
    }

    /** Puts the table's name before what the CSV reader says of a malformed record. */
    private record NamingDefects(Iterator<CsvRecord> records, String name) implements Iterator<CsvRecord> {
        @Override
        public boolean hasNext() {
            try {
                return records.hasNext();
            } catch (CsvParseException | UncheckedIOException e) {
                Throwable why = e.getCause() == null ? e : e.getCause();
                throw new IllegalStateException(name + ": " + e.getMessage() + ": " + why.getMessage(), e);
            }
        }

        @Override
        public CsvRecord next() {
            return records.next();
        }
    }

    private static InputStream resource(String module, String file) {
        InputStream in = Bundle.class.getResourceAsStream("/org/writwatch/" + module + "/" + file);
        if (in == null) {
            throw new IllegalStateException("module " + module + " carries no file '" + file + "'");
        }
        return in;
    }

    static BundledFile listed(String module, Row row) {
        Optional<String> hash = row.find("original_sha256");
        hash.filter(h -> h.length() != 64 || !h.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0))
                .ifPresent(h -> {
                    throw new IllegalStateException(row.where() + ": a sha-256 is 64 lower-case hex digits: " + h);
                });
        for (String needed : List.of("file", "publisher", "title", "licence")) {
            if (row.text(needed).isBlank()) {
                throw new IllegalStateException(row.where() + ": '" + needed + "' is empty");
            }
        }
        return new BundledFile(
                module,
                row.text("file"),
                row.text("publisher"),
                row.text("title"),
                row.text("licence"),
                row.find("retrieved").map(d -> day(d, row)),
                row.text("original"),
                hash,
                row.text("command"));
    }

    private static LocalDate day(String text, Row row) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(
                    row.where() + ": 'retrieved' is a day, YYYY-MM-DD, or empty when unknown: '" + text + "'", e);
        }
    }
}
