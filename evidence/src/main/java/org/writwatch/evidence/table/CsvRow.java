package org.writwatch.evidence.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.writwatch.facts.Fips;

/**
 * One row of a {@link CsvFile}. Each getter reads one cell as one kind of thing and throws
 * {@link org.writwatch.facts.problem.BadInput} with file, row and column when it is not that.
 *
 * @param file name of the file
 * @param number row as a spreadsheet counts, the header being 1
 * @param header column name to index
 * @param cells the cells as text
 */
public record CsvRow(String file, long number, Map<String, Integer> header, List<String> cells) {
    /** The cell as text, without blanks at its ends; empty when it is empty. */
    public String text(String column) {
        Integer at = header.get(column);
        if (at == null) {
            throw Refusals.missingColumn(file, column, header.keySet());
        }
        return cells.get(at).strip();
    }

    /** Text that may not be empty. */
    public String key(String column) {
        String cell = text(column);
        if (cell.isEmpty()) {
            throw Refusals.cell(file, number, column, cell, "bad.key-expected", "bad.fix-remedy");
        }
        return cell;
    }

    /** A whole number of at least zero. */
    public int count(String column) {
        String cell = text(column);
        if (!cell.isEmpty() && cell.length() <= 9 && cell.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Integer.parseInt(cell);
        }
        throw Refusals.cell(file, number, column, cell, "bad.count-expected", "bad.number-remedy");
    }

    /** A decimal number with a point, finite. */
    public double number(String column) {
        String cell = text(column);
        if (cell.length() <= 40 && cell.matches("[+-]?[0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]+)?")) {
            double value = Double.parseDouble(cell);
            if (Double.isFinite(value)) {
                return value;
            }
        }
        throw Refusals.cell(file, number, column, cell, "bad.number-expected", "bad.number-remedy");
    }

    /** A day written 2018-12-05. */
    public LocalDate day(String column) {
        String cell = text(column);
        try {
            if (cell.length() == 10 && cell.charAt(4) == '-' && cell.charAt(7) == '-') {
                return LocalDate.of(digits(cell, 0, 4), digits(cell, 5, 7), digits(cell, 8, 10));
            }
        } catch (DateTimeException e) {
            // Falls through to the refusal: the digits are no day of the calendar.
        }
        throw Refusals.cell(file, number, column, cell, "bad.day-expected", "bad.date-remedy");
    }

    private static int digits(String cell, int from, int to) {
        int n = 0;
        for (int i = from; i < to; i++) {
            int digit = cell.charAt(i) - '0';
            n = digit < 0 || digit > 9 ? -10_000 : n * 10 + digit;
        }
        return n;
    }

    /** A month written 2018-12, or by its first day, 2018-12-01. */
    public YearMonth month(String column) {
        String cell = text(column);
        try {
            return YearMonth.parse(cell.length() == 10 && cell.endsWith("-01") ? cell.substring(0, 7) : cell);
        } catch (DateTimeParseException e) {
            throw Refusals.cell(file, number, column, cell, "bad.month-expected", "bad.date-remedy");
        }
    }

    /** A county code of five digits. */
    public Fips fips(String column) {
        String cell = text(column);
        return Fips.find(cell)
                .orElseThrow(() -> Refusals.cell(
                        file,
                        number,
                        column,
                        cell,
                        "bad.fips-expected",
                        cell.matches("[0-9]{4}") ? "bad.fips-zero-remedy" : "bad.fix-remedy"));
    }
}
