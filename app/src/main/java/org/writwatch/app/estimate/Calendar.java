package org.writwatch.app.estimate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;

/**
 * Periods as numbers: numbers stay as they are; {@code 2019-03} and dates that all fall on one day of the month become months counted from
 * year 0; other dates become days since 1970.
 */
enum Calendar {
    NUMBERS,
    MONTHS,
    DAYS;

    private static final int DAY_OF_MONTH_UNKNOWN = 1;

    /** How the cells of a column are to be read. */
    static Calendar of(DataTable.Column column) {
        if (!column.isText()) {
            return NUMBERS;
        }
        int day = -1;
        for (String text : column.texts()) {
            if (text.length() == 7) {
                continue;
            }
            int d = dayOfMonth(text);
            if (day >= 0 && d >= 0 && d != day) {
                return DAYS;
            }
            day = Math.max(day, d);
        }
        return MONTHS;
    }

    /** Day of the month of a date; -1 for what is none, which is refused when its number is asked for. */
    private static int dayOfMonth(String text) {
        try {
            return LocalDate.parse(text).getDayOfMonth();
        } catch (DateTimeParseException e) {
            return -1;
        }
    }

    /**
     * Number of a cell; NaN when it is missing.
     *
     * @throws BadInput naming file, line, column and what stands there
     */
    double number(DataTable table, DataTable.Column column, int row) {
        if (!column.isText()) {
            return column.numbers()[row];
        }
        String text = column.text(row);
        if (text.isEmpty() || text.equals("NA")) {
            return Double.NaN;
        }
        try {
            if (this == NUMBERS) {
                return text.equalsIgnoreCase("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
            }
            if (text.equals("0") || text.equalsIgnoreCase("inf")) {
                return Double.POSITIVE_INFINITY;
            }
            if (this == MONTHS) {
                YearMonth m = text.length() == 7 ? YearMonth.parse(text) : YearMonth.from(LocalDate.parse(text));
                return m.getYear() * 12.0 + m.getMonthValue() - 1;
            }
            return LocalDate.parse(text).toEpochDay();
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new BadInput(
                    table.file() + " line " + table.line(row),
                    Phrase.of("app", "estimate.cell.found", text, column.name()),
                    Phrase.of("app", "estimate.period.expected"),
                    Phrase.of("app", "estimate.cell.remedy"));
        }
    }

    /** A period for an answer. */
    Object said(double number) {
        return switch (this) {
            case NUMBERS -> java.util.Objects.requireNonNullElse(Numbers.of(number), "Inf");
            case MONTHS ->
                YearMonth.of(
                                (int) Math.floorDiv((long) number, 12L),
                                (int) Math.floorMod((long) number, 12L) + DAY_OF_MONTH_UNKNOWN)
                        .toString();
            case DAYS -> LocalDate.ofEpochDay((long) number).toString();
        };
    }
}
