package org.writwatch.app.estimate;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.writwatch.evidence.table.CsvFile;
import org.writwatch.evidence.table.CsvRow;
import org.writwatch.evidence.table.PlainTable;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;

/**
 * The columns of a table that were asked for, in memory: numbers where every cell is one in digits (an empty cell, {@code NA}, {@code NaN},
 * {@code .} and {@code null} are missing; {@code Inf} is infinite), else texts by code. Cells are divided by commas, or by what the header has
 * instead: semicolons or tabs. A decimal comma is no number.
 */
public final class DataTable {
    private static final int LONGEST_HEADER = 1 << 16;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private final String file;
    private final Map<String, Column> columns;
    private final int rows;
    private final int[] lines;

    private DataTable(String file, Map<String, Column> columns, int rows, int[] lines) {
        this.file = file;
        this.columns = columns;
        this.rows = rows;
        this.lines = lines;
    }

    /**
     * Reads a CSV file.
     *
     * @param wanted columns to keep; each must be there
     * @throws BadInput no such table
     */
    static DataTable read(Path path, List<String> wanted) {
        String file = String.valueOf(path.getFileName());
        if (file.toLowerCase(Locale.ROOT).endsWith(".parquet")) {
            throw new BadInput(
                    file,
                    Phrase.of("app", "estimate.parquet.found"),
                    Phrase.of("app", "estimate.parquet.expected"),
                    Phrase.of("app", "estimate.parquet.remedy"));
        }
        PlainTable plain = PlainTable.read(path, wanted, DataTable::number).orElse(null);
        if (plain != null) {
            return of(file, plain, wanted);
        }
        Set<String> texts = new HashSet<>();
        while (true) {
            Reading reading = new Reading(wanted, texts);
            try {
                read(path, file, wanted, reading);
            } catch (NotANumber e) {
                texts.add(e.column);
                continue;
            }
            return new DataTable(file, reading.columns(), reading.rows, reading.lines.trimmed());
        }
    }

    /** Commas, or what the header has instead of them: semicolons or tabs. A bare column called name is that of places. */
    private static void read(Path path, String file, List<String> wanted, Reading reading) {
        try (InputStream in = new BufferedInputStream(CsvFile.open(path), LONGEST_HEADER)) {
            in.mark(LONGEST_HEADER);
            byte[] start = in.readNBytes(LONGEST_HEADER - 1);
            in.reset();
            new CsvFile(file, delimiter(new String(start, StandardCharsets.UTF_8)))
                    .withNamesOfPlaces()
                    .read(in, wanted, reading::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static char delimiter(String start) {
        String header = start.lines().findFirst().orElse("");
        for (char c : new char[] {',', ';', '\t'}) {
            if (header.indexOf(c) >= 0) {
                return c;
            }
        }
        return ',';
    }

    /** Whether a cell says that there is nothing. */
    static boolean missing(String cell) {
        return cell.isEmpty() || cell.equals("NA") || cell.equals("NaN") || cell.equals(".") || cell.equals("null");
    }

    /** The number of a cell written in digits, infinite for {@code Inf}; null when it is none. */
    static @Nullable Double parsed(String cell) {
        if (NUMBER.matcher(cell).matches()) {
            return Double.valueOf(cell);
        }
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> null;
        };
    }

    /** The number of a cell, NaN when it is missing; a text is no number. */
    private static double number(String cell) {
        if (missing(cell)) {
            return Double.NaN;
        }
        if (digits(cell)) {
            return Double.parseDouble(cell);
        }
        Double v = parsed(cell);
        if (v == null) {
            throw new NumberFormatException(cell);
        }
        return v;
    }

    /** Nothing but digits, signs, points and exponents: what {@link Double#parseDouble} then takes is a number in digits. */
    private static boolean digits(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return true;
    }

    private static DataTable of(String file, PlainTable plain, List<String> wanted) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (int c = 0; c < wanted.size(); c++) {
            columns.put(wanted.get(c), new Column(wanted.get(c), plain.numbers(c), plain.codes(c), plain.words(c)));
        }
        int[] lines = new int[plain.rows()];
        Arrays.setAll(lines, i -> i + 2);
        return of(file, columns, lines);
    }

    /**
     * A table of columns already read.
     *
     * @param file name for messages
     * @param lines line of the file per row; not copied
     */
    public static DataTable of(String file, Map<String, Column> columns, int[] lines) {
        return new DataTable(file, columns, lines.length, lines);
    }

    /** The rows at these positions, in that order, with some columns put in the place of those of the same name, or added. */
    DataTable at(int[] positions, Column... instead) {
        Map<String, Column> picked = new LinkedHashMap<>();
        columns.forEach((name, c) -> picked.put(name, c.at(positions)));
        for (Column c : instead) {
            picked.put(c.name, c);
        }
        int[] from = new int[positions.length];
        for (int i = 0; i < from.length; i++) {
            from[i] = lines[positions[i]];
        }
        return new DataTable(file, picked, from.length, from);
    }

    String file() {
        return file;
    }

    int rows() {
        return rows;
    }

    /** Line of the file a row stands on. */
    int line(int row) {
        return lines[row];
    }

    Column column(String name) {
        Column c = columns.get(name);
        if (c == null) {
            throw new IllegalArgumentException("column " + name + " was not read");
        }
        return c;
    }

    /** One column: numbers, or codes of texts. */
    public static final class Column {
        private final String name;
        private final double[] numbers;
        private final int[] codes;
        private final List<String> texts;

        /**
         * Numbers or texts, never both.
         *
         * @param numbers a number per row, NaN when missing; empty for texts
         * @param codes a position among the texts per row; empty for numbers
         */
        public Column(String name, double[] numbers, int[] codes, List<String> texts) {
            this.name = name;
            this.numbers = numbers;
            this.codes = codes;
            this.texts = texts;
        }

        String name() {
            return name;
        }

        /** A number per row, NaN when missing; empty for texts. Not a copy. */
        double[] numbers() {
            return numbers;
        }

        /** A position in {@link #texts()} per row; empty for numbers. Not a copy. */
        int[] codes() {
            return codes;
        }

        List<String> texts() {
            return texts;
        }

        boolean isText() {
            return codes.length > 0;
        }

        private Column at(int[] positions) {
            double[] v = new double[isText() ? 0 : positions.length];
            int[] c = new int[isText() ? positions.length : 0];
            for (int i = 0; i < positions.length; i++) {
                if (isText()) {
                    c[i] = codes[positions[i]];
                } else {
                    v[i] = numbers[positions[i]];
                }
            }
            return new Column(name, v, c, texts);
        }

        /** The cell as text; empty when missing. */
        String text(int row) {
            if (isText()) {
                return texts.get(codes[row]);
            }
            double v = numbers[row];
            return Double.isNaN(v) ? "" : Numbers.plain(v);
        }
    }

    /** Thrown once per column of texts, to read the file again with that column as text. */
    private static final class NotANumber extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String column;

        NotANumber(String column) {
            super(column, null, false, false);
            this.column = column;
        }
    }

    private static final class Reading {
        private final List<String> wanted;
        private final DoubleList[] numbers;
        private final IntList[] codes;
        private final List<Map<String, Integer>> dictionaries = new ArrayList<>();
        private final boolean[] text;
        private final IntList lines = new IntList();
        private int rows;

        Reading(List<String> wanted, Set<String> texts) {
            this.wanted = wanted;
            this.numbers = new DoubleList[wanted.size()];
            this.codes = new IntList[wanted.size()];
            this.text = new boolean[wanted.size()];
            for (int c = 0; c < text.length; c++) {
                text[c] = texts.contains(wanted.get(c));
                numbers[c] = new DoubleList();
                codes[c] = new IntList();
                dictionaries.add(new HashMap<>());
            }
        }

        void take(CsvRow row) {
            for (int c = 0; c < text.length; c++) {
                String cell = row.text(wanted.get(c)).strip();
                if (text[c]) {
                    Map<String, Integer> d = dictionaries.get(c);
                    codes[c].add(d.computeIfAbsent(cell, k -> d.size()));
                } else {
                    numbers[c].add(number(cell, wanted.get(c)));
                }
            }
            lines.add((int) row.number());
            rows++;
        }

        private static double number(String cell, String column) {
            try {
                return DataTable.number(cell);
            } catch (NumberFormatException e) {
                throw new NotANumber(column);
            }
        }

        Map<String, Column> columns() {
            Map<String, Column> all = new LinkedHashMap<>();
            for (int c = 0; c < text.length; c++) {
                String[] words = new String[dictionaries.get(c).size()];
                dictionaries.get(c).forEach((word, code) -> words[code] = word);
                all.put(
                        wanted.get(c),
                        new Column(wanted.get(c), numbers[c].trimmed(), codes[c].trimmed(), Arrays.asList(words)));
                numbers[c] = new DoubleList();
            }
            return all;
        }
    }

    /** Grows by blocks, so that a long column is never held twice while it is read. */
    private static final class DoubleList {
        private static final int BLOCK = 1 << 16;
        private final List<double[]> blocks = new ArrayList<>();
        private int size;

        void add(double v) {
            if (size % BLOCK == 0) {
                blocks.add(new double[BLOCK]);
            }
            blocks.get(size / BLOCK)[size % BLOCK] = v;
            size++;
        }

        double[] trimmed() {
            double[] all = new double[size];
            for (int b = 0; b < blocks.size(); b++) {
                System.arraycopy(blocks.get(b), 0, all, b * BLOCK, Math.min(BLOCK, size - b * BLOCK));
            }
            return all;
        }
    }

    /** The same for whole numbers. */
    private static final class IntList {
        private static final int BLOCK = 1 << 16;
        private final List<int[]> blocks = new ArrayList<>();
        private int size;

        void add(int v) {
            if (size % BLOCK == 0) {
                blocks.add(new int[BLOCK]);
            }
            blocks.get(size / BLOCK)[size % BLOCK] = v;
            size++;
        }

        int[] trimmed() {
            int[] all = new int[size];
            for (int b = 0; b < blocks.size(); b++) {
                System.arraycopy(blocks.get(b), 0, all, b * BLOCK, Math.min(BLOCK, size - b * BLOCK));
            }
            return all;
        }
    }
}
