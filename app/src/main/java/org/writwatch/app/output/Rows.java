package org.writwatch.app.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows under a header, printed as a table for people, as CSV (RFC 4180, line feeds) or as JSON (a list of objects).
 *
 * @param header column names, as INTERFACES fixes them
 * @param rows as many cells as the header has; an empty cell is an absent value
 */
public record Rows(List<String> header, List<List<String>> rows) {
    public Rows {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException("a row of " + row.size() + " under " + header.size() + " columns");
            }
        }
    }

    /** How rows are printed. */
    public enum Format {
        TABLE,
        CSV,
        JSON
    }

    /** The rows in one format, each line ended by a line feed. */
    public String text(Format format) {
        return switch (format) {
            case TABLE -> table();
            case CSV -> csv();
            case JSON -> Json.text(objects());
        };
    }

    private List<Map<String, Object>> objects() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (List<String> row : rows) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                object.put(header.get(i), row.get(i));
            }
            all.add(object);
        }
        return all;
    }

    private String csv() {
        StringBuilder text = new StringBuilder();
        line(text, header);
        rows.forEach(row -> line(text, row));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        }
        text.append('\n');
    }

    /** Quoted where needed; a text that a spreadsheet would run as a formula is disarmed by an apostrophe. */
    private static String cell(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 && !isNumber(value);
        String safe = formula ? "'" + value : value;
        boolean quote =
                safe.indexOf(',') >= 0 || safe.indexOf('"') >= 0 || safe.indexOf('\n') >= 0 || safe.indexOf('\r') >= 0;
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean isNumber(String value) {
        return value.matches("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    }

    private String table() {
        int[] width = new int[header.size()];
        for (int i = 0; i < width.length; i++) {
            int column = i;
            width[i] = Math.max(
                    header.get(i).length(),
                    rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0));
        }
        StringBuilder text = new StringBuilder();
        padded(text, header, width);
        rows.forEach(row -> padded(text, row, width));
        return text.toString();
    }

    private static void padded(StringBuilder text, List<String> cells, int[] width) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < width.length; i++) {
            String cell = cells.get(i).replace('\n', ' ');
            line.append(i == 0 ? "" : "  ").append(cell).append(" ".repeat(Math.max(0, width[i] - cell.length())));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
