package org.writwatch.agreements.roster;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.roster.XmlScanner.Malformed;

/**
 * Every text met while reading workbooks, once: lists repeat each other, and what was decoded and tidied once need not be
 * again. Holds at most {@link #MOST} texts and starts anew after that, so that hostile files cannot fill it. Not safe for
 * use by several threads.
 */
final class Texts {
    /** Texts kept; five hundred lists have forty thousand. */
    static final int MOST = 400_000;

    private Entry[] table = new Entry[1 << 10];
    private int size;
    private final @Nullable Cell[] numbers = new Cell[1 << 16];

    /** One text: its bytes, and the cells of letters, of a number and of an error that hold it. */
    private static final class Entry {
        final byte[] bytes;
        final int hash;
        final Cell text;

        @Nullable Cell number;

        @Nullable Cell error;

        Entry(byte[] bytes, int hash, Cell text) {
            this.bytes = bytes;
            this.hash = hash;
            this.text = text;
        }
    }

    /** The scanner's value as text. */
    String text(XmlScanner xml) throws Malformed {
        return entry(xml).text.text();
    }

    /** The scanner's value as a cell of letters. */
    Cell cell(XmlScanner xml) throws Malformed {
        return entry(xml).text;
    }

    /** The scanner's value as a cell that holds a number. */
    Cell number(XmlScanner xml) throws Malformed {
        Entry entry = entry(xml);
        Cell number = entry.number;
        if (number == null) {
            number = new Cell(entry.text.text(), Cell.Kind.NUMBER);
            entry.number = number;
        }
        return number;
    }

    /** A whole number from 0 to 65,535 as a cell that holds it: every day of two centuries. */
    Cell number(int value) {
        Cell number = numbers[value];
        if (number == null) {
            number = new Cell(Integer.toString(value), Cell.Kind.NUMBER);
            numbers[value] = number;
        }
        return number;
    }

    /** Whether {@link #number(int)} knows it. */
    static boolean isSmall(int value) {
        return value >= 0 && value < 1 << 16;
    }

    /** The scanner's value as a cell that holds an error. */
    Cell error(XmlScanner xml) throws Malformed {
        Entry entry = entry(xml);
        Cell error = entry.error;
        if (error == null) {
            error = new Cell(entry.text.text(), Cell.Kind.ERROR);
            entry.error = error;
        }
        return error;
    }

    private Entry entry(XmlScanner xml) throws Malformed {
        byte[] bytes = xml.valueBytes();
        int from = xml.valueStart();
        int to = xml.valueEnd();
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int mask = table.length - 1;
        int at = (hash ^ hash >>> 15) & mask;
        for (Entry entry = table[at]; entry != null; entry = table[at]) {
            if (entry.hash == hash && Arrays.equals(entry.bytes, 0, entry.bytes.length, bytes, from, to)) {
                return entry;
            }
            at = at + 1 & mask;
        }
        return add(Arrays.copyOfRange(bytes, from, to), hash);
    }

    private Entry add(byte[] bytes, int hash) throws Malformed {
        Entry added = new Entry(bytes, hash, new Cell(decoded(bytes), Cell.Kind.TEXT));
        if (size >= MOST) {
            table = new Entry[1 << 10];
            size = 0;
        }
        if (2 * ++size > table.length) {
            Entry[] old = table;
            table = new Entry[2 * old.length];
            for (Entry entry : old) {
                if (entry != null) {
                    place(entry);
                }
            }
        }
        place(added);
        return added;
    }

    private void place(Entry entry) {
        int mask = table.length - 1;
        int at = (entry.hash ^ entry.hash >>> 15) & mask;
        while (table[at] != null) {
            at = at + 1 & mask;
        }
        table[at] = entry;
    }

    private static String decoded(byte[] bytes) throws Malformed {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c >= '\ufffe') {
                    throw new Malformed("malformed");
                }
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new Malformed("malformed");
        }
    }
}
