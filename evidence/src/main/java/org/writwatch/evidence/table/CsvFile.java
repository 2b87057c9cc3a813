package org.writwatch.evidence.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A comma-separated file with a header row, read row by row in constant memory.
 *
 * <p>UTF-8 only (a byte order mark is skipped); names ending in {@code .gz} are inflated. Rows are numbered as a
 * spreadsheet shows them: the header is row 1. A table with a column of names or birth dates of people is refused. One
 * use, one thread.
 */
public final class CsvFile {
    /** A file larger than this after inflation is refused: no table of counts is. Characters. */
    static final long LARGEST = 4_000_000_000L;

    private final String name;
    private final char delimiter;
    private boolean namesOfPlaces;

    /**
     * @param name file name for messages; never an absolute path
     * @param delimiter what stands between two cells
     */
    public CsvFile(String name, char delimiter) {
        this.name = name;
        this.delimiter = delimiter;
    }

    /**
     * Takes a bare column {@code name} or {@code nombre} for that of places, also when it is not read: for tables of places whose other
     * columns say so. A column of people's names is refused all the same.
     */
    public CsvFile withNamesOfPlaces() {
        this.namesOfPlaces = true;
        return this;
    }

    /**
     * Reads a file on disk.
     *
     * @throws org.writwatch.facts.problem.BadInput when it is no such table; the rows before the fault were given out
     */
    public static void read(Path file, List<String> columns, Consumer<CsvRow> each) {
        read(file, ',', columns, each);
    }

    /** The same with another mark between cells. */
    public static void read(Path file, char delimiter, List<String> columns, Consumer<CsvRow> each) {
        String name = String.valueOf(file.getFileName());
        try (InputStream in = open(file)) {
            new CsvFile(name, delimiter).read(in, columns, each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A stream over a file, inflated when the name ends in {@code .gz}. */
    public static InputStream open(Path file) throws IOException {
        return open(file, String.valueOf(file.getFileName()));
    }

    /** The same for a file kept under another name than the one it came under. */
    public static InputStream open(Path file, String name) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        if (!name.endsWith(".gz")) {
            return raw;
        }
        try {
            return new GZIPInputStream(raw, 1 << 16);
        } catch (IOException e) {
            raw.close();
            throw Refusals.whole(name, "bad.gzip-found", "bad.gzip-expected", "bad.gzip-remedy");
        }
    }

    /**
     * Reads a stream to its end.
     *
     * @param in bytes of the table; not closed here
     * @param columns columns that must be there, in any order, among others
     * @param each called for every row below the header
     */
    public void read(InputStream in, List<String> columns, Consumer<CsvRow> each) {
        Reader text = new Bounded(new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        long row = 1;
        try {
            CsvReader<CsvRecord> csv = CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .detectBomHeader(false)
                    .skipEmptyLines(true)
                    .allowExtraFields(false)
                    .allowMissingFields(false)
                    .ofCsvRecord(text);
            Map<String, Integer> header = null;
            for (CsvRecord record : csv) {
                row = record.getStartingLineNumber();
                if (header == null) {
                    header = header(record, columns);
                } else {
                    each.accept(new CsvRow(name, row, header, record.getFields()));
                }
            }
            if (header == null) {
                throw Refusals.whole(name, "bad.empty-found", "bad.empty-expected", "bad.empty-remedy");
            }
        } catch (CsvParseException e) {
            throw parseFault(e, row);
        } catch (UncheckedIOException e) {
            throw decodeFault(e.getCause(), row);
        }
    }

    private Map<String, Integer> header(CsvRecord record, List<String> columns) {
        List<String> cells = record.getFields();
        Map<String, Integer> header = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).strip();
            cell = i == 0 && cell.startsWith("\ufeff") ? cell.substring(1) : cell;
            if (header.putIfAbsent(cell, i) != null) {
                throw Refusals.whole(name, "bad.twice-found", "bad.twice-expected", "bad.twice-remedy", cell);
            }
        }
        PersonColumns.find(header.keySet(), namesOfPlaces ? PersonColumns.BARE : columns)
                .ifPresent(c -> {
                    throw Refusals.personalColumn(name, c);
                });
        for (String column : columns) {
            if (!header.containsKey(column)) {
                if (header.size() == 1 && delimiter == ',' && cells.get(0).contains(";")) {
                    throw Refusals.whole(name, "bad.semicolon-found", "bad.semicolon-expected", "bad.semicolon-remedy");
                }
                throw Refusals.missingColumn(name, column, header.keySet());
            }
        }
        return header;
    }

    private RuntimeException parseFault(CsvParseException e, long row) {
        if (e.getCause() instanceof IOException io) {
            return decodeFault(io, row);
        }
        return Refusals.row(name, row + 1, "bad.shape-found", "bad.shape-expected", "bad.shape-remedy");
    }

    private RuntimeException decodeFault(@Nullable Throwable e, long row) {
        if (e instanceof CharacterCodingException) {
            return Refusals.row(name, row + 1, "bad.utf8-found", "bad.utf8-expected", "bad.utf8-remedy");
        }
        return Refusals.row(name, row + 1, "bad.gzip-found", "bad.gzip-expected", "bad.gzip-remedy");
    }

    /** Stops a file that swells without end. */
    private static final class Bounded extends java.io.FilterReader {
        private long left = LARGEST;

        Bounded(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            int got = super.read(buffer, from, length);
            left -= Math.max(got, 0);
            if (left < 0) {
                throw new IOException("larger than any table of counts");
            }
            return got;
        }
    }
}
