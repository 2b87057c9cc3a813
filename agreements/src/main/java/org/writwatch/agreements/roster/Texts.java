package org.writwatch.agreements.roster;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.roster.XmlScanner.Malformed;

/**
 * Every text met while reading workbooks, once: lists repeat each other, and what was decoded and tidied once need not be
 * again. Not safe for use by several threads.
 */
final class Texts {
    private final ByteMap<Entry> met = new ByteMap<>();
    private final ByteMap<Cell> asWritten = new ByteMap<>();
    private final @Nullable Cell[] numbers = new Cell[1 << 16];

    /** One text: the cells of letters, of a number and of an error that hold it. */
    private static final class Entry {
        final Cell text;

        @Nullable Cell number;

        @Nullable Cell error;

        Entry(Cell text) {
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

    /** The cell of letters that these bytes of a part were read as before, whatever is escaped in them; else null. */
    @Nullable Cell asWritten(byte[] part, int from, int to) {
        return asWritten.find(part, from, to);
    }

    /** Remembers what bytes of a part are read as. */
    void remember(byte[] part, int from, int to, Cell text) {
        asWritten.add(Arrays.copyOfRange(part, from, to), text);
    }

    private Entry entry(XmlScanner xml) throws Malformed {
        Entry entry = met.find(xml.valueBytes(), xml.valueStart(), xml.valueEnd());
        if (entry == null) {
            byte[] bytes = Arrays.copyOfRange(xml.valueBytes(), xml.valueStart(), xml.valueEnd());
            entry = new Entry(new Cell(decoded(bytes), Cell.Kind.TEXT));
            met.add(bytes, entry);
        }
        return entry;
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
