package org.writwatch.app.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One table as it leaves.
 *
 * @param name the name of its files, lower-case letters
 * @param fields its columns
 * @param rows as many cells as there are columns; an empty cell is an absent value
 * @param key the columns that name a row; empty when none do
 * @param link the column {@code agency_id} or {@code agreement_id} and the table of that key; empty when there is none
 */
record ExportTable(
        String name, List<Field> fields, List<List<String>> rows, List<String> key, Map<String, String> link) {
    ExportTable {
        fields = List.copyOf(fields);
        rows = List.copyOf(rows);
        key = List.copyOf(key);
        link = Map.copyOf(link);
        for (List<String> row : rows) {
            if (row.size() != fields.size()) {
                throw new IllegalArgumentException(
                        name + ": a row of " + row.size() + " under " + fields.size() + " columns");
            }
        }
    }

    List<String> header() {
        return fields.stream().map(Field::name).toList();
    }

    /** The cell as what it is: a text, a whole number or, for an absent value, null. */
    @Nullable Object value(List<String> row, int column) {
        String text = row.get(column);
        if (text.isEmpty()) {
            return null;
        }
        return fields.get(column).kind() == Field.Kind.INTEGER ? (Object) Long.valueOf(text) : text;
    }

    /** Each row by column. */
    List<Map<String, @Nullable Object>> records() {
        List<Map<String, @Nullable Object>> records = new ArrayList<>();
        for (List<String> row : rows) {
            Map<String, @Nullable Object> record = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                record.put(fields.get(i).name(), value(row, i));
            }
            records.add(record);
        }
        return records;
    }
}
