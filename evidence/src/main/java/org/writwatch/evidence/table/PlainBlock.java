package org.writwatch.evidence.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Some rows of a {@link PlainTable}: numbers by column, or codes of texts. Filled by its constructor; one reader. */
final class PlainBlock {
    /** Bytes that end a cell, or that no plain table has. */
    private static final boolean[] STOP = new boolean[256];

    static {
        Arrays.fill(STOP, 128, 256, true);
        STOP[','] = true;
        STOP['\n'] = true;
        STOP['\r'] = true;
        STOP['"'] = true;
    }

    /** What is asked of a file. */
    static final class Shape {
        private final int[] slot;
        private final int columns;
        private final ToDoubleFunction<String> other;

        /**
         * Puts it together.
         *
         * @param slot per column of the file its wanted column, or -1
         * @param columns number of wanted columns
         * @param other number of a cell that is not written in digits
         */
        Shape(int[] slot, int columns, ToDoubleFunction<String> other) {
            this.slot = slot;
            this.columns = columns;
            this.other = other;
        }

        int columns() {
            return columns;
        }
    }

    private final Shape shape;
    private final boolean[] text;
    private final boolean[] shown;
    private double[][] numbers;
    private int[][] codes;
    private final List<Map<String, Integer>> words = new ArrayList<>();
    private int rows;

    /**
     * Reads rows.
     *
     * @param from where the first row begins
     * @param until rows beginning at or behind this belong to the next block
     * @param last whether the file may end without a line break
     * @param text per wanted column whether it is one of texts
     */
    PlainBlock(byte[] bytes, int from, int until, boolean last, Shape shape, boolean[] text) {
        this.shape = shape;
        this.text = text;
        this.shown = text.clone();
        this.numbers = new double[text.length][];
        this.codes = new int[text.length][];
        for (int c = 0; c < text.length; c++) {
            words.add(new LinkedHashMap<>());
        }
        int guess = 16;
        room(guess);
        int at = from;
        while (at < until) {
            if (rows == guess) {
                guess = rows < 1024 ? rows * 16 : (int) (1.05 * rows * (until - from) / (at - from)) + 1024;
                room(guess);
            }
            at = row(bytes, at, last, shape.slot);
            rows++;
        }
        room(rows);
    }

    private void room(int size) {
        for (int c = 0; c < text.length; c++) {
            if (text[c]) {
                codes[c] = codes[c] == null ? new int[size] : Arrays.copyOf(codes[c], size);
            } else {
                numbers[c] = numbers[c] == null ? new double[size] : Arrays.copyOf(numbers[c], size);
            }
        }
    }

    private int row(byte[] bytes, int begin, boolean last, int[] slot) {
        int from = begin;
        for (int c = 0; c < slot.length; c++) {
            int at = from;
            while (at < bytes.length && !STOP[bytes[at] & 0xff]) {
                at++;
            }
            int to = at;
            boolean ends = c == slot.length - 1;
            if (at == bytes.length) {
                if (!ends || !last) {
                    throw new PlainTable.NotPlain();
                }
            } else if (bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n') {
                at++;
            }
            if (at < bytes.length && bytes[at] != (ends ? '\n' : ',')) {
                throw new PlainTable.NotPlain();
            }
            if (ends && slot.length == 1 && to == from) {
                throw new PlainTable.NotPlain();
            }
            if (slot[c] >= 0) {
                take(slot[c], bytes, from, to);
            }
            from = at + 1;
        }
        return from;
    }

    private void take(int column, byte[] bytes, int from, int to) {
        if (text[column]) {
            String word = new String(bytes, from, to - from, StandardCharsets.US_ASCII).strip();
            Map<String, Integer> known = words.get(column);
            Integer code = known.get(word);
            if (code == null) {
                code = known.size();
                known.put(word, code);
            }
            codes[column][rows] = code;
            return;
        }
        try {
            numbers[column][rows] = number(bytes, from, to);
        } catch (NumberFormatException e) {
            shown[column] = true;
        }
    }

    private double number(byte[] bytes, int from, int to) {
        if (from < to && bytes[from] > ' ' && bytes[to - 1] >= '0' && bytes[to - 1] <= '9') {
            return DecimalCell.parse(bytes, from, to);
        }
        return shape.other.applyAsDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII).strip());
    }

    int rows() {
        return rows;
    }

    /** Whether a column of numbers was found to hold a text. */
    boolean showsText(int column) {
        return shown[column];
    }

    /** Copies a column of numbers, and forgets it. */
    void takeNumbers(int column, double[] to, int at) {
        System.arraycopy(numbers[column], 0, to, at, rows);
        numbers[column] = new double[0];
    }

    /** Copies a column of texts under codes of the whole table, and forgets it. */
    void takeCodes(int column, Map<String, Integer> known, int[] to, int at) {
        int[] mine = new int[words.get(column).size()];
        words.get(column).forEach((word, code) -> {
            Integer there = known.get(word);
            if (there == null) {
                there = known.size();
                known.put(word, there);
            }
            mine[code] = there;
        });
        for (int i = 0; i < rows; i++) {
            to[at + i] = mine[codes[column][i]];
        }
        codes[column] = new int[0];
    }
}
