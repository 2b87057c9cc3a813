package org.writwatch.evidence.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.writwatch.facts.problem.BadInput;

/**
 * Some columns of a plain comma-separated file, read in blocks by all processors.
 *
 * <p>Plain: bytes below 128, no quotation marks, no empty lines, every row as many cells as the header. Anything else is not read here
 * but left to {@link CsvFile}, which reads such files or says what is wrong with them; the two give the same columns. Row i stands
 * on line i + 2. Safe to share.
 */
public final class PlainTable {
    private static final int BLOCK = 1 << 21;
    private static final int LONGEST_ROW = 1 << 16;
    private static final int MOST_COLUMNS = 4096;

    private final int rows;
    private final double[][] numbers;
    private final int[][] codes;
    private final List<List<String>> words;

    private PlainTable(int rows, double[][] numbers, int[][] codes, List<List<String>> words) {
        this.rows = rows;
        this.numbers = numbers;
        this.codes = codes;
        this.words = words;
    }

    /**
     * Reads a file.
     *
     * @param wanted columns to keep
     * @param other number of a cell that is not written in digits; throws NumberFormatException when it is a text
     * @return empty when the file is not plain, has no such columns, or columns of people
     */
    public static Optional<PlainTable> read(Path file, List<String> wanted, ToDoubleFunction<String> other) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".gz")) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            byte[] start = bytes(channel, 0, (int) Math.min(size, LONGEST_ROW));
            int end = 0;
            while (end < start.length && start[end] != '\n') {
                if (start[end] < 0 || start[end] == '"') {
                    return Optional.empty();
                }
                end++;
            }
            if (end == start.length || end == 0) {
                return Optional.empty();
            }
            new CsvFile(name, ',')
                    .withNamesOfPlaces()
                    .read(new ByteArrayInputStream(start, 0, end + 1), wanted, row -> {});
            List<String> header = Arrays.stream(new String(start, 0, end, StandardCharsets.US_ASCII).split(",", -1))
                    .map(String::strip)
                    .toList();
            if (header.size() > MOST_COLUMNS) {
                return Optional.empty();
            }
            int[] slot = new int[header.size()];
            for (int i = 0; i < slot.length; i++) {
                slot[i] = wanted.indexOf(header.get(i));
            }
            return Optional.of(rows(channel, end + 1L, size, new PlainBlock.Shape(slot, wanted.size(), other)));
        } catch (NotPlain | BadInput e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlainTable rows(FileChannel channel, long from, long size, PlainBlock.Shape shape) {
        int columns = shape.columns();
        int blocks = (int) ((size - from + BLOCK - 1) / BLOCK);
        if (blocks == 0) {
            throw new NotPlain();
        }
        boolean[] text = new boolean[columns];
        PlainBlock[] read = new PlainBlock[blocks];
        // The first block shows most columns of texts; one that shows later has everything read again.
        for (boolean first = true; ; first = false) {
            boolean[] asText = text.clone();
            IntStream of = first ? IntStream.of(0) : IntStream.range(0, blocks).parallel();
            of.forEach(b -> read[b] = block(channel, from, size, b, shape, asText));
            boolean again = first;
            for (PlainBlock block : read) {
                for (int c = 0; block != null && c < columns; c++) {
                    again |= block.showsText(c) && !text[c];
                    text[c] |= block.showsText(c);
                }
            }
            if (!again) {
                return merged(read, text);
            }
        }
    }

    /** Rows that begin in a block; the last of them may end in the next. */
    private static PlainBlock block(
            FileChannel channel, long from, long size, int b, PlainBlock.Shape shape, boolean[] text) {
        long begin = from + (long) b * BLOCK;
        long end = Math.min(size, begin + BLOCK);
        try {
            byte[] bytes = bytes(channel, begin - 1, (int) Math.min(size - begin + 1, BLOCK + 1L + LONGEST_ROW));
            int first = 0;
            while (first < bytes.length && bytes[first] != '\n') {
                first++;
            }
            boolean last = begin - 1 + bytes.length == size;
            return new PlainBlock(bytes, first + 1, (int) (end - begin + 1), last, shape, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new NotPlain();
            }
        }
        return buffer.array();
    }

    private static PlainTable merged(PlainBlock[] blocks, boolean[] text) {
        long total = 0;
        for (PlainBlock b : blocks) {
            total += b.rows();
        }
        if (total == 0 || total > Integer.MAX_VALUE - 16) {
            throw new NotPlain();
        }
        int rows = (int) total;
        double[][] numbers = new double[text.length][0];
        int[][] codes = new int[text.length][0];
        List<List<String>> words = new ArrayList<>();
        for (int c = 0; c < text.length; c++) {
            Map<String, Integer> known = new LinkedHashMap<>();
            if (text[c]) {
                codes[c] = new int[rows];
            } else {
                numbers[c] = new double[rows];
            }
            int at = 0;
            for (PlainBlock b : blocks) {
                if (text[c]) {
                    b.takeCodes(c, known, codes[c], at);
                } else {
                    b.takeNumbers(c, numbers[c], at);
                }
                at += b.rows();
            }
            words.add(List.copyOf(known.keySet()));
        }
        return new PlainTable(rows, numbers, codes, words);
    }

    /** Rows below the header. */
    public int rows() {
        return rows;
    }

    /** Numbers of a wanted column by its position, NaN where missing; empty for texts. Not a copy. */
    public double[] numbers(int column) {
        return numbers[column];
    }

    /** Position in {@link #words} per row; empty for numbers. Not a copy. */
    public int[] codes(int column) {
        return codes[column];
    }

    /** Distinct texts of a column, in the order they are met; the missing cell is the empty text. */
    public List<String> words(int column) {
        return words.get(column);
    }

    /** The file is of another kind; no fault. */
    static final class NotPlain extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotPlain() {
            super(null, null, false, false);
        }
    }
}
