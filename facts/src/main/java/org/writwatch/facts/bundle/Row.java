package org.writwatch.facts.bundle;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a bundled table, read by column name.
 *
 * <p>Bundled tables are made and tested by us: a missing column or a malformed number is a defect, so the methods throw
 * {@link IllegalStateException} naming file, line and column.
 */
public final class Row {
    private final String file;
    private final long line;
    private final Map<String, Integer> columns;
    private final List<String> fields;

    Row(String file, long line, Map<String, Integer> columns, List<String> fields) {
        this.file = file;
        this.line = line;
        this.columns = columns;
        this.fields = fields;
        if (fields.size() != columns.size()) {
            throw new IllegalStateException(
                    where() + ": " + fields.size() + " fields under " + columns.size() + " columns");
        }
    }

    /** The line the row starts on, from 1 (the header). */
    public long line() {
        return line;
    }

    /** "agencies.csv line 12". */
    public String where() {
        return file + " line " + line;
    }

    /** The text of a column; empty text for an empty cell. */
    public String text(String column) {
        Integer at = columns.get(column);
        if (at == null) {
            throw new IllegalStateException(where() + ": no column '" + column + "' among " + columns.keySet());
        }
        return fields.get(at);
    }

    /** The text of a column, empty when the cell is. */
    public Optional<String> find(String column) {
        String text = text(column);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Whether the table has the column. */
    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /** A whole number. */
    public int integer(String column) {
        try {
            return Integer.parseInt(text(column));
        } catch (NumberFormatException e) {
            throw new IllegalStateException(
                    where() + ": '" + column + "' is no whole number: '" + text(column) + "'", e);
        }
    }

    /** A number with a decimal point. */
    public double number(String column) {
        try {
            return Double.parseDouble(text(column));
        } catch (NumberFormatException e) {
            throw new IllegalStateException(where() + ": '" + column + "' is no number: '" + text(column) + "'", e);
        }
    }
}
