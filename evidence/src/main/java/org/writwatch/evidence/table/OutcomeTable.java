package org.writwatch.evidence.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Period;
import org.writwatch.facts.Reading;
import org.writwatch.facts.UsState;

/**
 * Reads an outcome table by its descriptor.
 *
 * <p>A table that is not what the descriptor says (a column missing, names of people, not UTF-8, shorter than before) is
 * refused whole. A row that cannot be right (a day outside the release, a code of another state, a second row for the
 * same place and time, a number that is none) is kept out and listed in {@link Panel#rejects}; the rest stays.
 */
public final class OutcomeTable {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]+)?");
    private static final Pattern QUARTER = Pattern.compile("([0-9]{4})[- ]?Q([1-4])");
    private static final Pattern FISCAL_YEAR = Pattern.compile("(?:FY ?)?([0-9]{4})|FY ?([0-9]{2})");
    private static final Pattern ORI = Pattern.compile("[A-Z]{2}[A-Z0-9]{5}([A-Z0-9]{2})?");

    private final TableDescriptor table;
    private final String file;
    private final Map<String, TableDescriptor.Column> columns = new HashMap<>();
    private final Consumer<Observation> sink;
    private final List<Reject> rejects = new ArrayList<>();
    /** Keys of the rows so far; not kept when whoever takes the cells looks for repeats. */
    private final @Nullable Set<List<String>> seen;

    private final Map<String, Optional<UsState>> states = new HashMap<>();
    private long rows;
    private long leftOut;

    private OutcomeTable(
            TableDescriptor table, String file, Consumer<Observation> sink, @Nullable Set<List<String>> seen) {
        this.table = table;
        this.file = file;
        this.sink = sink;
        this.seen = seen;
        table.columns().forEach(c -> columns.put(c.name(), c));
    }

    /** Reads a file on disk; inflated when its name ends in {@code .gz}. */
    public static Panel read(TableDescriptor table, Path path) {
        try (InputStream in = CsvFile.open(path)) {
            return read(table, String.valueOf(path.getFileName()), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a stream.
     *
     * @param file name for messages
     */
    public static Panel read(TableDescriptor table, String file, InputStream in) {
        List<Observation> cells = new ArrayList<>();
        Read read = read(new OutcomeTable(table, file, cells::add, new HashSet<>()), in);
        return new Panel(table, cells, read.rejects(), read.rows(), read.leftOut());
    }

    /**
     * Reads a stream of any length in constant memory. A second row for the same place and time is not looked for: that
     * is for whoever takes the cells.
     *
     * @param sink given every cell, in the order of the rows
     */
    public static Read stream(TableDescriptor table, String file, InputStream in, Consumer<Observation> sink) {
        return read(new OutcomeTable(table, file, sink, null), in);
    }

    private static Read read(OutcomeTable reader, InputStream in) {
        new CsvFile(reader.file, reader.table.delimiter()).read(in, reader.needed(), reader::add);
        if (reader.rows < reader.table.rows()) {
            throw Refusals.whole(
                    reader.file,
                    "bad.fewer-found",
                    "bad.fewer-expected",
                    "bad.fewer-remedy",
                    reader.rows,
                    reader.table.rows());
        }
        return new Read(reader.rows, reader.leftOut, List.copyOf(reader.rejects));
    }

    /**
     * What a stream held.
     *
     * @param rows rows below the header
     * @param leftOut rows the descriptor says to leave out
     * @param rejects rows that cannot be right, the first {@value #MOST_REJECTS} of them
     */
    public record Read(long rows, long leftOut, List<Reject> rejects) {}

    /** More faults than this are no faults of rows but of the table: the rest is not listed. */
    private static final int MOST_REJECTS = 100_000;

    private List<String> needed() {
        Set<String> needed = new LinkedHashSet<>();
        table.columns().forEach(c -> needed.add(c.name()));
        return List.copyOf(needed);
    }

    private void add(CsvRow row) {
        rows++;
        for (TableDescriptor.LeaveOut rule : table.leaveOut()) {
            if (row.text(rule.field()).equals(rule.is())) {
                leftOut++;
                return;
            }
        }
        try {
            accept(row);
        } catch (Fault fault) {
            if (rejects.size() < MOST_REJECTS) {
                rejects.add(new Reject(file, row.number(), fault.column, fault.found, Refusals.say(fault.why)));
            }
        }
    }

    private void accept(CsvRow row) throws Fault {
        Optional<UsState> state = state(row);
        String place = code(row, table.place(), state);
        if (place.isEmpty()) {
            throw new Fault(table.place().field(), "", "bad.key-expected");
        }
        for (TableDescriptor.Code code : table.codes()) {
            code(row, code, state);
        }
        Period period = period(row);
        List<String> group = table.groups().stream().map(row::text).toList();
        String vintage = table.vintageColumn().map(row::text).orElse("");
        List<String> key = new ArrayList<>(group);
        key.add(place);
        key.add(period.from() + "/" + period.to());
        key.add(vintage);
        if (seen != null && !seen.add(key)) {
            throw new Fault(table.place().field(), place, "bad.repeat-expected");
        }
        List<Observation> read = new ArrayList<>();
        for (String value : table.values()) {
            read.add(new Observation(place, period, group, value, vintage, reading(row, value, period)));
        }
        read.forEach(sink);
    }

    private Optional<UsState> state(CsvRow row) throws Fault {
        if (table.state().isEmpty()) {
            return Optional.empty();
        }
        String column = table.state().get();
        String said = row.text(column);
        // The FBI printed "New_Hampshire" in its table of 2013.
        Optional<UsState> state = states.computeIfAbsent(said, s -> UsState.find(s.replace('_', ' ')));
        if (state.isEmpty() && !said.isEmpty()) {
            throw new Fault(column, said, "bad.state-expected");
        }
        return state;
    }

    private static String code(CsvRow row, TableDescriptor.Code code, Optional<UsState> state) throws Fault {
        String said = code.constant().isEmpty() ? row.text(code.field()) : code.constant();
        if (said.isEmpty()) {
            return said;
        }
        switch (code.kind()) {
            case "fips", "fips-number" -> {
                String five = code.kind().equals("fips") ? said : padded(said);
                Optional<Fips> fips = Fips.find(five);
                if (fips.isEmpty()) {
                    throw new Fault(code.field(), said, said.length() == 4 ? "bad.fips-zero" : "bad.fips-expected");
                }
                if (state.isPresent() && !five.startsWith(state.get().fips())) {
                    throw new Fault(code.field(), said, "bad.other-state");
                }
                return five;
            }
            case "ori" -> {
                if (!ORI.matcher(said).matches()) {
                    throw new Fault(code.field(), said, "bad.ori-expected");
                }
                if (state.isPresent() && !said.startsWith(oriLetters(state.get()))) {
                    throw new Fault(code.field(), said, "bad.other-state");
                }
                return said;
            }
            default -> {
                return said;
            }
        }
    }

    /** The FBI still writes Nebraska NB. */
    private static String oriLetters(UsState state) {
        return state == UsState.NE ? "NB" : state.name();
    }

    /** "1055.0", as a spreadsheet leaves it, is 01055. */
    private static String padded(String number) {
        String digits = number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
        return digits.length() == 4 ? "0" + digits : digits;
    }

    private Period period(CsvRow row) throws Fault {
        TableDescriptor.PeriodColumn column = table.period();
        if (column.kind().equals("fixed")) {
            return table.within();
        }
        String said = row.text(column.field());
        Period period;
        try {
            period = switch (column.kind()) {
                case "day" -> new Period(LocalDate.parse(said), LocalDate.parse(said));
                case "month" ->
                    month(YearMonth.parse(said.length() == 10 && said.endsWith("-01") ? said.substring(0, 7) : said));
                case "quarter" -> quarter(said);
                case "year" -> year(said);
                case "fiscal-year" -> fiscalYear(said);
                default -> throw new IllegalStateException("no period kind " + column.kind());
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw new Fault(column.field(), said, "bad." + column.kind() + "-expected");
        }
        if (period.from().isBefore(table.within().from())
                || period.from().isAfter(table.within().to())) {
            throw new Fault(column.field(), said, "bad.outside-expected");
        }
        return period;
    }

    private static Period month(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    private static Period year(String said) {
        if (said.length() != 4) {
            throw new NumberFormatException(said);
        }
        int year = Integer.parseInt(said);
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** "2019Q1", "2019-Q1": January to March 2019. */
    private static Period quarter(String said) {
        Matcher found = QUARTER.matcher(said);
        if (!found.matches()) {
            throw new NumberFormatException(said);
        }
        YearMonth first = YearMonth.of(Integer.parseInt(found.group(1)), 3 * Integer.parseInt(found.group(2)) - 2);
        return new Period(first.atDay(1), first.plusMonths(2).atEndOfMonth());
    }

    /** "FY10", "FY2010" or "2010": October 2009 to September 2010. */
    private static Period fiscalYear(String said) {
        Matcher found = FISCAL_YEAR.matcher(said);
        if (!found.matches()) {
            throw new NumberFormatException(said);
        }
        int year = found.group(1) == null ? 2000 + Integer.parseInt(found.group(2)) : Integer.parseInt(found.group(1));
        return new Period(LocalDate.of(year - 1, 10, 1), LocalDate.of(year, 9, 30));
    }

    private Reading reading(CsvRow row, String column, Period period) throws Fault {
        String said = row.text(column);
        if (said.isEmpty()) {
            return new Reading.NotReported();
        }
        double value = number(column, said);
        String parts = table.complete().map(c -> row.text(c.field())).orElse("");
        if (!parts.isEmpty()) {
            TableDescriptor.Complete complete = table.complete().orElseThrow();
            double covered = number(complete.field(), parts);
            if (covered == 0) {
                return new Reading.Withheld("a number printed for a period of which no part was reported");
            } else if (covered < complete.of()) {
                int days = Math.toIntExact(period.days());
                int daysCovered = (int) Math.max(1, Math.min(days - 1, Math.round(days * covered / complete.of())));
                return new Reading.Partial(value, daysCovered, days);
            }
        }
        long days = period.days();
        if (period.to().isAfter(table.within().to()) && days > 1) {
            int covered =
                    Math.toIntExact(new Period(period.from(), table.within().to()).days());
            return new Reading.Partial(value, covered, Math.toIntExact(days));
        }
        return value == 0 ? new Reading.Zero() : new Reading.Counted(value);
    }

    private double number(String column, String said) throws Fault {
        TableDescriptor.Column how = columns.get(column);
        String plain = said;
        if (how != null && !how.groupChar().isEmpty()) {
            plain = plain.replace(how.groupChar(), "");
        }
        if (how != null && !how.decimalChar().equals(".")) {
            plain = plain.contains(".") ? "" : plain.replace(how.decimalChar(), ".");
        }
        if (plain.length() > 40 || !NUMBER.matcher(plain).matches()) {
            throw new Fault(column, said, "bad.number-expected");
        }
        double value = Double.parseDouble(plain);
        if (!Double.isFinite(value)) {
            throw new Fault(column, said, "bad.number-expected");
        }
        return value;
    }

    /** A row that cannot be right. */
    private static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;
        private final String column;
        private final String found;
        private final String why;

        Fault(String column, String found, String why) {
            super(why, null, false, false);
            this.column = column;
            this.found = found;
            this.why = why;
        }
    }
}
