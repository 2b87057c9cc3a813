package org.writwatch.evidence.stops;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.writwatch.facts.problem.BadInput;

/**
 * A table of stops by column, one row a stop (or a count of stops), each column as codes of its words.
 *
 * <p>A cell that cannot be right (25:10, a thirteenth month, 24:00) leaves its row in the table without that cell and is listed in
 * {@link #faults()}. When more than one row in twenty is so, the table is refused: what is left would be a selection.
 */
public final class StopTable {
    /** Columns with a part of their own; any other column is known by its header. */
    public static final Set<String> ROLES = Set.of(
            "date",
            "time",
            "race",
            "location",
            "searched",
            "hit",
            "officer",
            "purpose",
            "stops",
            "latitude",
            "longitude",
            "state",
            "county",
            "agency",
            "zone",
            "month");

    /** No day. */
    public static final int NO_DAY = Integer.MIN_VALUE;

    private static final int ONE_IN = 20;

    private final String file;
    private final StopFile.Read read;
    private final Map<String, String> columns;
    private final Map<String, Map<String, String>> recode;
    private final List<LaidOut.Link> links;
    private final List<CellFault> faults = new ArrayList<>();
    private final int[] dayOfCode;
    private final short[] minuteOfCode;
    private String dayForm = "";

    private StopTable(
            String file,
            StopFile.Read read,
            Map<String, String> columns,
            Map<String, Map<String, String>> recode,
            List<LaidOut.Link> links) {
        this.links = List.copyOf(links);
        this.file = file;
        this.read = read;
        this.columns = columns;
        this.recode = recode;
        this.dayOfCode = columns.containsKey("date") ? days() : new int[0];
        this.minuteOfCode = columns.containsKey("time") ? minutes() : new short[0];
        if (columns.containsKey("race")) {
            groups();
        }
        for (CellFault f : faults) {
            if (f.kind() != CellFault.Kind.GROUP && faultyRows(f.column()) * ONE_IN > read.rows()) {
                throw f.problem(file, dayForm);
            }
        }
    }

    private long faultyRows(String column) {
        return faults.stream()
                .filter(f -> f.column().equals(column) && f.kind() != CellFault.Kind.GROUP)
                .mapToLong(CellFault::rows)
                .sum();
    }

    /**
     * Reads a file.
     *
     * @param columns part to header; parts are {@link #ROLES}
     * @param others headers to keep besides
     * @param recode per part, words of the file to words of the analysis
     * @throws BadInput no such table, or too many cells that cannot be right
     */
    public static StopTable read(
            Path path, Map<String, String> columns, List<String> others, Map<String, Map<String, String>> recode) {
        Set<String> wanted = new LinkedHashSet<>(columns.values());
        wanted.addAll(others);
        return new StopTable(
                String.valueOf(path.getFileName()),
                StopFile.read(path, Dialect.CSV, List.copyOf(wanted)),
                new LinkedHashMap<>(columns),
                recode,
                List.of());
    }

    /**
     * Reads records in a published layout.
     *
     * @param path the file, or the folder of a layout of linked files
     * @param columns parts to headers besides those the layout gives; a header may be of the layout or of the file
     */
    public static StopTable read(
            Path path,
            StopLayout layout,
            Map<String, String> columns,
            List<String> others,
            Map<String, Map<String, String>> recode) {
        Set<String> wanted = new LinkedHashSet<>(columns.values());
        wanted.addAll(others);
        LaidOut.Result made = LaidOut.read(path, layout, List.copyOf(wanted));
        Map<String, String> parts = new LinkedHashMap<>();
        made.read().columns().keySet().stream().filter(ROLES::contains).forEach(r -> parts.put(r, r));
        columns.forEach((role, header) -> {
            if (made.read().columns().containsKey(header)) {
                parts.put(role, header);
            }
        });
        return new StopTable(String.valueOf(path.getFileName()), made.read(), parts, recode, made.links());
    }

    /** How the linked tables of a layout fit the stops: {@code person: 5000 rows, 12 of no stop}; empty for a single file. */
    public List<String> links() {
        return links.stream()
                .map(l -> l.part() + ": " + l.rows() + " rows, " + l.unmatched() + " of no stop")
                .toList();
    }

    /**
     * The headers of a file, without reading on.
     *
     * @throws BadInput it is no such table
     */
    public static List<String> peek(Path path) {
        return StopFile.header(path, Dialect.CSV);
    }

    /** The columns a layout gives and the headers of its stops. */
    public static List<String> peek(Path path, StopLayout layout) {
        return LaidOut.header(path, layout);
    }

    /** The files a table in a layout is read from. */
    public static List<Path> files(Path path, StopLayout layout) {
        return LaidOut.files(path, layout);
    }

    /** Name of the file, for messages. */
    public String file() {
        return file;
    }

    /** Rows of the file below its header. */
    public int rows() {
        return read.rows();
    }

    /** Line of the file a row stands on. */
    public int line(int row) {
        return read.lines().of(row);
    }

    /** Headers of the file, those not read too. */
    public List<String> header() {
        return read.header();
    }

    /** Cells that cannot be right. */
    public List<CellFault> faults() {
        return java.util.Collections.unmodifiableList(faults);
    }

    /** The form the days are written in, as an example. */
    public String dayForm() {
        return dayForm;
    }

    /** Whether a part is played by a column. */
    public boolean has(String role) {
        return columns.containsKey(role);
    }

    /** The column of a header, or else of a part: for expressions over the table as it is written. */
    public WordColumn headed(String name) {
        WordColumn c = read.columns().get(name);
        return c == null ? column(name) : c;
    }

    /** The column of a part, or else of that header. */
    public WordColumn column(String name) {
        String header = columns.getOrDefault(name, name);
        WordColumn c = read.columns().get(header);
        if (c == null) {
            throw new IllegalArgumentException("column " + name + " was not read");
        }
        return c;
    }

    /** Days since 1970 of a row, or {@link #NO_DAY}. */
    public int day(int row) {
        return dayOfCode[column("date").code(row)];
    }

    /** Day per word of the date column. */
    int[] dayOfCode() {
        return dayOfCode;
    }

    /** Minute of the day of a row, or -1. */
    public int minute(int row) {
        return minuteOfCode[column("time").code(row)];
    }

    short[] minuteOfCode() {
        return minuteOfCode;
    }

    /** Words of a part after recoding, each once, and the place among them of every word of the column. */
    public static final class Labels {
        private final List<String> words;
        private final int[] ofCode;
        private final WordColumn column;

        /** Arrays are kept, not copied. */
        public Labels(List<String> words, int[] ofCode, WordColumn column) {
            this.words = words;
            this.ofCode = ofCode;
            this.column = column;
        }

        /** The words. */
        public List<String> words() {
            return words;
        }

        /** The of code. Not a copy. */
        public int[] ofCode() {
            return ofCode;
        }

        /** The column. */
        public WordColumn column() {
            return column;
        }

        /** Place of the word of a row. */
        public int of(int row) {
            return ofCode[column.code(row)];
        }
    }

    /** The labels of a part or a header; the missing word stays empty. */
    public Labels labels(String name) {
        WordColumn c = column(name);
        Map<String, String> to = recode.getOrDefault(name, Map.of());
        Map<String, Integer> place = new LinkedHashMap<>();
        int[] ofCode = new int[c.words().size()];
        for (int i = 0; i < ofCode.length; i++) {
            String word = to.getOrDefault(c.words().get(i), c.words().get(i));
            Integer known = place.putIfAbsent(word, place.size());
            ofCode[i] = known == null ? place.size() - 1 : known;
        }
        return new Labels(List.copyOf(place.keySet()), ofCode, c);
    }

    /** Rows per word of a column. */
    static long[] counts(WordColumn c) {
        long[] n = new long[c.words().size()];
        for (int i = 0; i < c.size(); i++) {
            n[c.code(i)]++;
        }
        return n;
    }

    private int[] days() {
        WordColumn c = column("date");
        long[] counts = counts(c);
        StopWords.DayForm best = StopWords.DayForm.YEAR_FIRST;
        long most = -1;
        for (StopWords.DayForm form : StopWords.DayForm.values()) {
            long n = 0;
            for (int w = 0; w < counts.length; w++) {
                n += form.fits(c.words().get(w)) ? counts[w] : 0;
            }
            if (n > most) {
                most = n;
                best = form;
            }
        }
        dayForm = best.example;
        int[] day = new int[counts.length];
        for (int w = 0; w < day.length; w++) {
            String word = c.words().get(w);
            OptionalInt d = best.day(word);
            day[w] = d.orElse(NO_DAY);
            if (d.isEmpty() && !word.isEmpty()) {
                boolean other =
                        Arrays.stream(StopWords.DayForm.values()).anyMatch(f -> f.fits(word)) && !best.fits(word);
                fault(other ? CellFault.Kind.DAY_FORM : CellFault.Kind.NO_DAY, c, w, counts[w]);
            }
        }
        return day;
    }

    private short[] minutes() {
        WordColumn c = column("time");
        long[] counts = counts(c);
        short[] minute = new short[counts.length];
        for (int w = 0; w < minute.length; w++) {
            String word = c.words().get(w);
            OptionalInt m = StopWords.minute(word);
            minute[w] = (short) m.orElse(-1);
            if (m.isEmpty() && !word.isEmpty()) {
                boolean midnight = word.startsWith("24:00") || word.equals("2400");
                fault(midnight ? CellFault.Kind.MIDNIGHT : CellFault.Kind.NO_TIME, c, w, counts[w]);
            }
        }
        return minute;
    }

    private void groups() {
        WordColumn c = column("race");
        Map<String, String> to = recode.getOrDefault("race", Map.of());
        long[] counts = counts(c);
        for (int w = 0; w < counts.length; w++) {
            String word = c.words().get(w);
            boolean known = word.isEmpty() || to.containsKey(word) || StopWords.knownGroup(word);
            if (!known) {
                fault(CellFault.Kind.GROUP, c, w, counts[w]);
            }
        }
    }

    private void fault(CellFault.Kind kind, WordColumn c, int code, long rows) {
        List<Integer> lines = new ArrayList<>();
        for (int i = 0; i < c.size() && lines.size() < Math.min(rows, CellFault.MOST_LINES); i++) {
            if (c.code(i) == code) {
                lines.add(line(i));
            }
        }
        faults.add(new CellFault(kind, c.name(), c.words().get(code), rows, lines));
    }

    /**
     * Counts of a column: yes is 1, no is 0, a whole number is itself, a missing cell counts nothing.
     *
     * @throws BadInput another word, with its row
     */
    public double[] counts(String role) {
        WordColumn c = column(role);
        Map<String, String> to = recode.getOrDefault(role, Map.of());
        double[] ofCode = new double[c.words().size()];
        for (int w = 0; w < ofCode.length; w++) {
            String asWritten = c.words().get(w);
            String word = to.getOrDefault(asWritten, asWritten).toLowerCase(Locale.ROOT);
            OptionalInt truth = StopWords.truth(word);
            if (word.isEmpty()) {
                ofCode[w] = Double.NaN;
            } else if (truth.isPresent()) {
                ofCode[w] = truth.getAsInt();
            } else if (word.length() <= 10 && word.chars().allMatch(ch -> ch >= '0' && ch <= '9')) {
                ofCode[w] = Long.parseLong(word);
            } else {
                int code = w;
                int row = 0;
                while (c.code(row) != code) {
                    row++;
                }
                throw new CellFault(CellFault.Kind.NO_TRUTH, c.name(), c.words().get(w), 1, List.of(line(row)))
                        .problem(file, dayForm);
            }
        }
        double[] all = new double[rows()];
        for (int i = 0; i < all.length; i++) {
            all[i] = ofCode[c.code(i)];
        }
        return all;
    }

    /**
     * Numbers of a column; missing cells are NaN.
     *
     * @throws BadInput a word that is no number, with its row
     */
    public double[] numbers(String name) {
        WordColumn c = column(name);
        double[] ofCode = new double[c.words().size()];
        for (int w = 0; w < ofCode.length; w++) {
            String word = c.words().get(w);
            try {
                ofCode[w] = word.isEmpty() ? Double.NaN : Double.parseDouble(word);
            } catch (NumberFormatException e) {
                int code = w;
                int row = 0;
                while (c.code(row) != code) {
                    row++;
                }
                throw new BadInput(
                        file + " row " + line(row) + ", " + c.name(),
                        StopFile.say("bad.cell-found", word),
                        StopFile.say("bad.number-expected"),
                        StopFile.say("bad.number-remedy"));
            }
        }
        double[] all = new double[rows()];
        for (int i = 0; i < all.length; i++) {
            all[i] = ofCode[c.code(i)];
        }
        return all;
    }
}
