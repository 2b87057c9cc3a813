package org.writwatch.app.estimate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;

/**
 * Periods as numbers one apart. Numbers stay as they are, unless all of them can only be {@code yyyymm} or {@code yyyymmdd}: as they stand,
 * December and January would be 89 apart. Dates one to a year become years; {@code 2019Q3} quarters; {@code 2019-03}, and dates no two of
 * which fall in one month, months counted from year 0; other dates days since 1970.
 */
enum Calendar {
    NUMBERS,
    YEARS,
    QUARTERS,
    MONTHS,
    /** Months that the file writes {@code 201903}, and answers do too. */
    MONTH_NUMBERS,
    DAYS;

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})-(\\d{2})(?:-(\\d{2})(?:[T ]00:00(?::00(?:\\.0+)?)?Z?)?)?");

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})[ -]?[Qq]([1-4])");

    private static final double MONTH_NUMBER_LOW = 190001;
    private static final double MONTH_NUMBER_HIGH = 210012;

    /** How the cells of a column of periods are to be read. */
    static Calendar of(DataTable.Column column) {
        if (!column.isText()) {
            return ofNumbers(column.numbers());
        }
        List<String> texts =
                column.texts().stream().filter(t -> !DataTable.missing(t)).toList();
        if (!texts.isEmpty() && texts.stream().allMatch(t -> QUARTER.matcher(t).matches())) {
            return QUARTERS;
        }
        Set<LocalDate> dates = new HashSet<>();
        boolean months = false;
        for (String text : texts) {
            Matcher m = DATE.matcher(text);
            months |= m.matches() && m.group(3) == null;
            LocalDate day = day(text);
            if (day != null && m.matches() && m.group(3) != null) {
                dates.add(day);
            }
        }
        return months ? MONTHS : ofDates(dates);
    }

    private static Calendar ofDates(Set<LocalDate> dates) {
        long years = dates.stream().map(LocalDate::getYear).distinct().count();
        long sameDay = dates.stream()
                .map(d -> d.getMonthValue() * 31 + d.getDayOfMonth())
                .distinct()
                .count();
        if (sameDay == 1 && years > 1) {
            return YEARS;
        }
        return dates.stream().map(YearMonth::from).distinct().count() == dates.size() ? MONTHS : DAYS;
    }

    private static Calendar ofNumbers(double[] numbers) {
        if (numbers.length == 0) {
            return NUMBERS;
        }
        if (DoubleStream.of(numbers)
                .allMatch(v -> Double.isNaN(v)
                        || (v == Math.rint(v)
                                && MONTH_NUMBER_LOW <= v
                                && v <= MONTH_NUMBER_HIGH
                                && v % 100 >= 1
                                && v % 100 <= 12))) {
            return MONTH_NUMBERS;
        }
        Set<LocalDate> dates = new HashSet<>();
        Map<Double, Boolean> seen = new HashMap<>();
        for (double v : numbers) {
            if (!(v >= 19_000_101 && v <= 21_001_231 && v == Math.rint(v))) {
                return NUMBERS;
            }
            if (seen.putIfAbsent(v, true) == null) {
                LocalDate day = day(Long.toString((long) v));
                if (day == null) {
                    return NUMBERS;
                }
                dates.add(day);
            }
        }
        return ofDates(dates);
    }

    /**
     * Numbers of the cells of a column, not always a copy; NaN when missing, infinite for a 0, {@code inf} or {@code never} among dates.
     *
     * @param rows rows of the table
     * @param expected what is said to be expected when a cell is none of this
     * @throws BadInput naming file, line, column and what stands there
     */
    double[] numbers(DataTable table, DataTable.Column column, int[] rows, String expected) {
        if (this == NUMBERS && !column.isText() && rows.length == table.rows()) {
            return column.numbers();
        }
        double[] out = new double[rows.length];
        double[] ofText = column.isText() ? new double[column.texts().size()] : new double[0];
        boolean[] known = new boolean[ofText.length];
        Map<Double, Double> ofNumber = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            if (!column.isText()) {
                double v = column.numbers()[row];
                out[i] = this == NUMBERS || !Double.isFinite(v)
                        ? v
                        : ofNumber.computeIfAbsent(v, k -> number(table, column, row, Numbers.plain(k), expected));
                continue;
            }
            int code = column.codes()[row];
            if (!known[code]) {
                ofText[code] = number(table, column, row, column.texts().get(code), expected);
                known[code] = true;
            }
            out[i] = ofText[code];
        }
        return out;
    }

    private double number(DataTable table, DataTable.Column column, int row, String text, String expected) {
        if (DataTable.missing(text)) {
            return Double.NaN;
        }
        if (text.equals("0") || text.equalsIgnoreCase("inf") || text.equalsIgnoreCase("never")) {
            return this == NUMBERS && text.equals("0") ? 0 : Double.POSITIVE_INFINITY;
        }
        Double found = this == NUMBERS ? DataTable.parsed(text) : found(text);
        if (found == null) {
            throw new BadInput(
                    table.file() + " line " + table.line(row),
                    Phrase.of("app", "estimate.cell.found", text, column.name()),
                    Phrase.of("app", expected),
                    Phrase.of("app", "estimate.cell.remedy"));
        }
        return found;
    }

    private @Nullable Double found(String text) {
        Matcher q = QUARTER.matcher(text);
        if (q.matches()) {
            return this == QUARTERS
                    ? (Double) (Integer.parseInt(q.group(1)) * 4.0 + Integer.parseInt(q.group(2)) - 1)
                    : null;
        }
        if (this == YEARS && text.matches("\\d{4}")) {
            return Double.valueOf(text);
        }
        LocalDate day = day(text);
        if (day == null) {
            return null;
        }
        return switch (this) {
            case YEARS -> (double) day.getYear();
            case QUARTERS -> (double) (day.getYear() * 4 + (day.getMonthValue() - 1) / 3);
            case MONTHS, MONTH_NUMBERS -> day.getYear() * 12.0 + day.getMonthValue() - 1;
            case DAYS -> whole(text) ? (Double) (double) day.toEpochDay() : null;
            case NUMBERS -> null;
        };
    }

    /** Whether the text names a day, not a month alone. */
    private static boolean whole(String text) {
        return text.length() >= 8;
    }

    /** The day of a date, the first of a month that stands alone; null for what is neither. */
    private static @Nullable LocalDate day(String text) {
        Matcher m = DATE.matcher(text);
        try {
            if (m.matches()) {
                return LocalDate.of(
                        Integer.parseInt(m.group(1)),
                        Integer.parseInt(m.group(2)),
                        Integer.parseInt(Objects.requireNonNullElse(m.group(3), "1")));
            }
            if (text.matches("\\d{6}|\\d{8}")) {
                return LocalDate.of(
                        Integer.parseInt(text.substring(0, 4)),
                        Integer.parseInt(text.substring(4, 6)),
                        text.length() == 8 ? Integer.parseInt(text.substring(6)) : 1);
            }
        } catch (DateTimeException e) {
            return null;
        }
        return null;
    }

    /** A period for an answer. */
    Object said(double number) {
        if (!Double.isFinite(number)) {
            return "Inf";
        }
        int year = (int) Math.floorDiv((long) number, this == QUARTERS ? 4L : 12L);
        int part = (int) Math.floorMod((long) number, this == QUARTERS ? 4L : 12L) + 1;
        return switch (this) {
            case NUMBERS, YEARS -> Objects.requireNonNullElse(Numbers.of(number), "Inf");
            case QUARTERS -> year + "Q" + part;
            case MONTHS -> YearMonth.of(year, part).toString();
            case MONTH_NUMBERS -> (long) year * 100 + part;
            case DAYS -> LocalDate.ofEpochDay((long) number).toString();
        };
    }
}
