package org.writwatch.evidence.stops;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * A column of a table as codes of its distinct words, a byte per row while there are few.
 *
 * <p>Words are trimmed; an empty cell, {@code NA}, {@code N/A}, {@code NULL}, {@code NaN} and {@code .} are one word, the missing one.
 * Filled by one thread, then read by any.
 */
public final class WordColumn implements StopColumn {
    private static final int BLOCK = 1 << 16;
    private static final Set<String> MISSING = Set.of("", "na", "n/a", "null", "nan", ".");

    private final String name;
    private final List<Object> blocks = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<byte[]> raw = new ArrayList<>();
    private int[] slots = new int[1 << 8];
    private int[] word = new int[16];
    private int size;
    private int lastEntry = -1;

    WordColumn(String name) {
        this.name = name;
    }

    /** A column made from others: a text per row, the empty one missing. */
    static WordColumn of(String name, int rows, IntFunction<String> text) {
        WordColumn c = new WordColumn(name);
        Map<String, Integer> codes = new HashMap<>();
        for (int r = 0; r < rows; r++) {
            String t = text.apply(r);
            Integer code = codes.get(t);
            if (code == null) {
                code = c.codeOf(t);
                codes.put(t, code);
            }
            c.append(code);
        }
        return c;
    }

    /** Header of the column. */
    public String name() {
        return name;
    }

    /** Rows. */
    public int size() {
        return size;
    }

    /** Distinct words, in the order they are met; the missing one is the empty text. */
    public List<String> words() {
        return java.util.Collections.unmodifiableList(words);
    }

    /** Position in {@link #words} of the word of a row. */
    public int code(int row) {
        Object block = blocks.get(row >> 16);
        int at = row & (BLOCK - 1);
        if (block instanceof byte[] b) {
            return b[at] & 0xff;
        }
        return block instanceof short[] s ? s[at] & 0xffff : ((int[]) block)[at];
    }

    /** The word of a row. */
    public String text(int row) {
        return words.get(code(row));
    }

    /** Codes of every row. */
    public int[] codes() {
        int[] all = new int[size];
        for (int i = 0; i < size; i++) {
            all[i] = code(i);
        }
        return all;
    }

    @Override
    public void add(byte[] bytes, int from, int to) throws CharacterCodingException {
        while (from < to && bytes[from] <= ' ' && bytes[from] >= 0) {
            from++;
        }
        while (from < to && bytes[to - 1] <= ' ' && bytes[to - 1] >= 0) {
            to--;
        }
        if (lastEntry < 0 || !Arrays.equals(raw.get(lastEntry), 0, raw.get(lastEntry).length, bytes, from, to)) {
            lastEntry = entry(bytes, from, to);
        }
        append(word[lastEntry]);
    }

    private int entry(byte[] bytes, int from, int to) throws CharacterCodingException {
        int h = 0;
        for (int i = from; i < to; i++) {
            h = h * 31 + bytes[i];
        }
        int mask = slots.length - 1;
        int at = (((h ^ (h >>> 15)) * 0x9E3779B9) >>> 8) & mask;
        while (slots[at] != 0) {
            byte[] known = raw.get(slots[at] - 1);
            if (Arrays.equals(known, 0, known.length, bytes, from, to)) {
                return slots[at] - 1;
            }
            at = (at + 1) & mask;
        }
        byte[] copy = Arrays.copyOfRange(bytes, from, to);
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(copy))
                .toString();
        raw.add(copy);
        slots[at] = raw.size();
        if (word.length < raw.size()) {
            word = Arrays.copyOf(word, word.length * 2);
        }
        word[raw.size() - 1] = codeOf(MISSING.contains(text.toLowerCase(Locale.ROOT)) ? "" : text);
        if (raw.size() * 2 > slots.length) {
            rehash();
        }
        return raw.size() - 1;
    }

    private int missingCode = -1;

    private int codeOf(String text) {
        if (text.isEmpty()) {
            if (missingCode < 0) {
                missingCode = words.size();
                words.add("");
            }
            return missingCode;
        }
        words.add(text);
        return words.size() - 1;
    }

    private void rehash() {
        slots = new int[slots.length * 4];
        int mask = slots.length - 1;
        for (int e = 0; e < raw.size(); e++) {
            int h = 0;
            for (byte b : raw.get(e)) {
                h = h * 31 + b;
            }
            int at = (((h ^ (h >>> 15)) * 0x9E3779B9) >>> 8) & mask;
            while (slots[at] != 0) {
                at = (at + 1) & mask;
            }
            slots[at] = e + 1;
        }
    }

    private void append(int code) {
        int at = size & (BLOCK - 1);
        if (at == 0) {
            blocks.add(
                    code < 256 && words.size() <= 256
                            ? new byte[BLOCK]
                            : code < 65536 ? new short[BLOCK] : new int[BLOCK]);
        }
        int last = blocks.size() - 1;
        Object block = blocks.get(last);
        if (block instanceof byte[] b) {
            if (code < 256) {
                b[at] = (byte) code;
            } else {
                int[] wide = new int[BLOCK];
                for (int i = 0; i < at; i++) {
                    wide[i] = b[i] & 0xff;
                }
                wide[at] = code;
                blocks.set(last, wide);
            }
        } else if (block instanceof short[] s) {
            if (code < 65536) {
                s[at] = (short) code;
            } else {
                int[] wide = new int[BLOCK];
                for (int i = 0; i < at; i++) {
                    wide[i] = s[i] & 0xffff;
                }
                wide[at] = code;
                blocks.set(last, wide);
            }
        } else {
            ((int[]) block)[at] = code;
        }
        size++;
    }
}
