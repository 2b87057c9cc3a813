package org.writwatch.estimates.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A small CSV file in memory; enough for the reference data, quotes included. */
public final class Table {
    private final List<String> header;
    private final List<List<String>> rows;

    private Table(List<String> header, List<List<String>> rows) {
        this.header = header;
        this.rows = rows;
    }

    public static Table read(Path file) {
        try {
            List<List<String>> rows = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                rows.add(split(line));
            }
            return new Table(rows.get(0), rows.subList(1, rows.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> split(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    public int size() {
        return rows.size();
    }

    public String text(int row, String column) {
        return rows.get(row).get(header.indexOf(column));
    }

    public double number(int row, String column) {
        String text = text(row, column);
        return text.isEmpty() || text.equals("NA") ? Double.NaN : Double.parseDouble(text);
    }

    public double[] numbers(String column) {
        return IntStream.range(0, size()).mapToDouble(i -> number(i, column)).toArray();
    }

    /** Labels as integers: numbers as they are, texts by alphabetical order. */
    public int[] labels(String column) {
        TreeSet<String> distinct = new TreeSet<>();
        for (int i = 0; i < size(); i++) {
            distinct.add(text(i, column));
        }
        boolean numeric = distinct.stream().allMatch(t -> t.matches("-?\\d+"));
        List<String> order = new ArrayList<>(distinct);
        return IntStream.range(0, size())
                .map(i -> numeric ? Integer.parseInt(text(i, column)) : order.indexOf(text(i, column)))
                .toArray();
    }

    public Table where(IntPredicate keep) {
        List<List<String>> kept = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            if (keep.test(i)) {
                kept.add(rows.get(i));
            }
        }
        return new Table(header, kept);
    }
}
