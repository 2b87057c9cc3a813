package org.writwatch.evidence.stops;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.writwatch.evidence.table.CsvFile;
import org.writwatch.evidence.table.PersonColumns;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;

/**
 * A comma-separated file of stops (RFC 4180, UTF-8, {@code .gz} inflated), read once, only the columns asked for, without a text per cell.
 *
 * <p>Refused at the door: columns of names or birth dates, a header of more than {@value #MOST_COLUMNS} columns, rows of another shape
 * than the header. One use, one thread.
 */
final class StopFile {
    /** More columns than any table of stops has; a header beyond this is no such table. */
    static final int MOST_COLUMNS = 2000;

    private static final int LONGEST_HEADER = 1 << 18;
    private static final int LONGEST_ROW = 1 << 22;

    private final String file;
    private byte[] buffer = new byte[1 << 20];
    private int from;
    private int to;
    private boolean ended;
    private final InputStream in;
    private long line = 1;
    private long rowLine = 1;

    private final Dialect dialect;

    private StopFile(String file, Dialect dialect, InputStream in) {
        this.file = file;
        this.dialect = dialect;
        this.in = dialect.text(in);
    }

    /**
     * Reads columns of a file.
     *
     * @param wanted headers
     * @return columns in the order asked for, and the line of every row when rows are not on successive lines
     * @throws BadInput it is no such table
     */
    static Read read(Path path, Dialect dialect, List<String> wanted) {
        Map<String, WordColumn> columns = new LinkedHashMap<>();
        wanted.forEach(w -> columns.put(w, new WordColumn(w)));
        return read(path, dialect, columns, new LinkedHashMap<>());
    }

    /** The same into given columns, and keys besides. */
    static Read read(Path path, Dialect dialect, Map<String, WordColumn> columns, Map<String, KeyColumn> keys) {
        String name = String.valueOf(path.getFileName());
        try (InputStream in = CsvFile.open(path)) {
            return new StopFile(name, dialect, in).all(columns, keys);
        } catch (CharacterCodingException e) {
            throw new IllegalStateException(e);
        } catch (ZipException | java.io.EOFException e) {
            throw whole(name, "bad.gzip-found", "bad.gzip-expected", "bad.gzip-remedy");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The headers of a file. */
    static List<String> header(Path path, Dialect dialect) {
        String name = String.valueOf(path.getFileName());
        try (InputStream in = CsvFile.open(path)) {
            return new StopFile(name, dialect, in).header();
        } catch (ZipException | java.io.EOFException e) {
            throw whole(name, "bad.gzip-found", "bad.gzip-expected", "bad.gzip-remedy");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was read. */
    record Read(List<String> header, Map<String, WordColumn> columns, int rows, Lines lines) {}

    /** Lines of rows: the first below the header onward, unless a cell holds a line break or a line is empty. */
    static final class Lines {
        private final int first;
        private int[] line = new int[0];
        private int size;
        private boolean regular = true;

        Lines(int first) {
            this.first = first;
        }

        void add(long at) {
            if (regular && at != size + first) {
                line = new int[Math.max(1 << 16, size * 2)];
                for (int i = 0; i < size; i++) {
                    line[i] = i + first;
                }
                regular = false;
            }
            if (!regular) {
                if (size == line.length) {
                    line = Arrays.copyOf(line, line.length * 2);
                }
                line[size] = (int) at;
            }
            size++;
        }

        int of(int row) {
            return regular ? row + first : line[row];
        }
    }

    private Read all(Map<String, WordColumn> columns, Map<String, KeyColumn> keys) throws IOException {
        List<String> header = header();
        for (int i = 0; i < header.size(); i++) {
            if (header.indexOf(header.get(i)) != i) {
                throw whole(file, "bad.twice-found", "bad.twice-expected", "bad.twice-remedy", header.get(i));
            }
        }
        PersonColumns.find(header, List.of()).ifPresent(c -> {
            throw whole(file, "bad.person-found", "stops.person-expected", "stops.person-remedy", c);
        });
        @Nullable StopColumn[] at = new StopColumn[header.size()];
        columns.forEach((name, column) -> at[place(header, name)] = column);
        keys.forEach((name, column) -> at[place(header, name)] = column);
        Lines lines = new Lines(dialect.header().isEmpty() ? 2 : 1);
        int rows = 0;
        while (more()) {
            if (skipEmptyLine()) {
                continue;
            }
            long first = line;
            rowLine = first;
            row(at, first);
            lines.add(first);
            rows++;
        }
        if (rows == 0) {
            throw whole(file, "bad.empty-found", "bad.empty-expected", "bad.empty-remedy");
        }
        return new Read(header, columns, rows, lines);
    }

    private int place(List<String> header, String wanted) {
        int i = header.indexOf(wanted);
        if (i >= 0) {
            return i;
        }
        if (header.size() == 1 && header.get(0).contains(";")) {
            throw whole(file, "bad.semicolon-found", "bad.semicolon-expected", "bad.semicolon-remedy");
        }
        throw new BadInput(
                file,
                say("bad.columns-found", String.join(", ", header.subList(0, Math.min(60, header.size())))),
                say("bad.column-expected", wanted),
                say("stops.column-remedy"));
    }

    private List<String> header() throws IOException {
        if (!dialect.header().isEmpty()) {
            return dialect.header();
        }
        if (!more()) {
            throw whole(file, "bad.empty-found", "bad.empty-expected", "bad.empty-remedy");
        }
        if (to - from >= 3 && buffer[from] == (byte) 0xEF && buffer[from + 1] == (byte) 0xBB) {
            from += 3;
        }
        List<String> cells = new ArrayList<>();
        int begun = from;
        boolean done = false;
        while (!done) {
            if (cells.size() >= MOST_COLUMNS || from - begun > LONGEST_HEADER) {
                throw whole(file, "stops.wide-found", "stops.wide-expected", "stops.wide-remedy", MOST_COLUMNS);
            }
            done = cell(LONGEST_HEADER);
            String text = new String(buffer, cellFrom, cellTo - cellFrom, StandardCharsets.UTF_8).strip();
            cells.add(text);
        }
        line++;
        return cells;
    }

    private void row(@Nullable StopColumn[] columns, long first) throws IOException {
        boolean done = false;
        int c = 0;
        while (!done) {
            done = cell(LONGEST_ROW);
            if (c >= columns.length) {
                if (dialect.extra()) {
                    continue;
                }
                throw shape(first);
            }
            StopColumn column = columns[c++];
            if (column != null) {
                try {
                    column.add(buffer, cellFrom, cellTo);
                } catch (CharacterCodingException e) {
                    throw new BadInput(
                            file + " row " + first,
                            say("bad.utf8-found"),
                            say("bad.utf8-expected"),
                            say("bad.utf8-remedy"));
                } catch (NumberFormatException e) {
                    throw new BadInput(
                            file + " row " + first,
                            say(
                                    "bad.cell-found",
                                    new String(
                                            buffer, cellFrom, Math.min(60, cellTo - cellFrom), StandardCharsets.UTF_8)),
                            say("stops.key-expected"),
                            say("bad.fix-remedy"));
                }
            }
        }
        line++;
        if (c != columns.length) {
            throw shape(first);
        }
    }

    private BadInput shape(long at) {
        return new BadInput(
                file + " row " + at, say("bad.shape-found"), say("bad.shape-expected"), say("bad.shape-remedy"));
    }

    private int cellFrom;
    private int cellTo;

    /** Finds the next cell; true when the row ends with it. Leaves the read position behind its separator. */
    private boolean cell(int longest) throws IOException {
        if (dialect.quoted() && (from < to || fill()) && buffer[from] == '"') {
            return quoted(longest);
        }
        int at = from;
        byte divider = (byte) dialect.delimiter();
        while (true) {
            while (at < to) {
                byte b = buffer[at];
                if (b == divider || b == '\n') {
                    cellFrom = from;
                    cellTo = b == '\n' && at > from && buffer[at - 1] == '\r' ? at - 1 : at;
                    from = at + 1;
                    return b == '\n';
                }
                at++;
            }
            int length = at - from;
            if (length > longest) {
                throw shape(rowLine);
            }
            if (!fill()) {
                cellFrom = from;
                cellTo = to > from && buffer[to - 1] == '\r' ? to - 1 : to;
                from = to;
                return true;
            }
            at = from + length;
        }
    }

    private boolean quoted(int longest) throws IOException {
        int read = 1;
        int written = 0;
        while (true) {
            if (from + read >= to && !fill()) {
                throw shape(rowLine);
            }
            byte b = buffer[from + read++];
            if (b == '"') {
                boolean again = (from + read < to || fill()) && buffer[from + read] == '"';
                if (!again) {
                    break;
                }
                read++;
            } else if (b == '\n') {
                line++;
            }
            if (written > longest) {
                throw shape(rowLine);
            }
            buffer[from + written++] = b;
        }
        cellFrom = from;
        cellTo = from + written;
        int start = from;
        if (start + read >= to) {
            boolean more = fill();
            cellFrom = from;
            cellTo = from + written;
            start = from;
            if (!more) {
                from = to;
                return true;
            }
        }
        if (buffer[start + read] == '\r' && (start + read + 1 < to || fill())) {
            cellFrom = from;
            cellTo = from + written;
            start = from;
            read++;
        }
        byte end = buffer[start + read];
        if (end != (byte) dialect.delimiter() && end != '\n') {
            throw shape(rowLine);
        }
        from = start + read + 1;
        return end == '\n';
    }

    private boolean more() throws IOException {
        return from < to || fill();
    }

    private boolean skipEmptyLine() throws IOException {
        if (buffer[from] == '\n') {
            from++;
            line++;
            return true;
        }
        if (buffer[from] == '\r' && (from + 1 < to || fill()) && buffer[from + 1] == '\n') {
            from += 2;
            line++;
            return true;
        }
        return false;
    }

    /** Keeps what is not read yet, at the front, and reads on; false at the end of the file. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        int kept = to - from;
        byte[] target = kept > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
        System.arraycopy(buffer, from, target, 0, kept);
        buffer = target;
        from = 0;
        to = kept;
        int n = in.read(buffer, to, buffer.length - to);
        if (n <= 0) {
            ended = true;
            return false;
        }
        to += n;
        return true;
    }

    static Phrase say(String key, Object... args) {
        return Phrase.of("evidence", key, args);
    }

    static BadInput whole(String file, String found, String expected, String remedy, Object... args) {
        return new BadInput(file, say(found, args), say(expected), say(remedy));
    }
}
