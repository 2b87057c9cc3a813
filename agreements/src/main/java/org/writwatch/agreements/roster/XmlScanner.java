package org.writwatch.agreements.roster;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks through the XML of a workbook's part (XML 1.0, fifth edition, in UTF-8) without making an object for what nobody
 * asks for: a list of two thousand rows has fifteen thousand cells, and a register is made from five hundred lists.
 *
 * <p>Elements are told apart by their local names. Tags must match, quotes must close, and what is asked for must be
 * free of forbidden characters. A document type, and with it every entity beyond the five of XML, is refused. Not safe
 * for use by several threads.
 */
final class XmlScanner {
    /** What {@link #next} came to. */
    enum Event {
        START,
        END,
        DONE
    }

    /** The XML is no such XML; {@code code} is a key under {@code workbook.found}. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;
        private final String code;

        Malformed(String code) {
            super(code, null, false, false);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    private static final int DEEPEST = 256;
    private static final int MOST_ATTRIBUTES = 64;
    private static final boolean[] NAME = nameBytes();
    private static final byte[] CDATA = bytes("<![CDATA[");

    private final byte[] xml;
    private final int end;
    private int at;
    private int depth;
    private boolean closing;
    private boolean rooted;
    private int nameStart;
    private int nameEnd;
    private int localStart;
    private final int[] open = new int[2 * DEEPEST];
    private int attributes;
    private final int[] spans = new int[4 * MOST_ATTRIBUTES];
    private long plain;
    private byte[] scratch = new byte[256];

    private byte[] valueBytes;
    private int valueStart;
    private int valueEnd;

    /** @param xml not copied; only its first {@code length} bytes count */
    XmlScanner(byte[] xml, int length) {
        this.xml = xml;
        this.end = length;
        this.valueBytes = xml;
        this.at = length >= 3 && xml[0] == (byte) 0xef && xml[1] == (byte) 0xbb && xml[2] == (byte) 0xbf ? 3 : 0;
    }

    static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    /** What is scanned, of which {@link #length} bytes count. */
    byte[] bytes() {
        return xml;
    }

    /** How many bytes count. */
    int length() {
        return end;
    }

    /** Where the tag just read ends. */
    int past() {
        return at;
    }

    /** Where the next tag or text starts; -1 within an element that closes itself. */
    int at() {
        return closing ? -1 : at;
    }

    /** Passes over whole elements that somebody else has read. */
    void moveTo(int past) {
        at = past;
        attributes = 0;
    }

    /** Enters an element whose start somebody else has read: its name is {@code bytes()[nameStart, nameEnd)}. */
    void enter(int from, int to, int past) throws Malformed {
        if (depth == DEEPEST) {
            throw malformed();
        }
        open[2 * depth] = from;
        open[2 * depth + 1] = to;
        depth++;
        moveTo(past);
    }

    /** Moves to the next start or end of an element; text between is passed over. */
    Event next() throws Malformed {
        if (closing) {
            closing = false;
            depth--;
            return Event.END;
        }
        while (true) {
            int i = at;
            if (depth > 0) {
                while (i < end && xml[i] != '<') {
                    i++;
                }
            } else {
                while (i < end && isSpace(xml[i])) {
                    i++;
                }
            }
            if (i >= end) {
                if (depth > 0 || !rooted) {
                    throw malformed();
                }
                at = i;
                return Event.DONE;
            }
            if (xml[i] != '<' || i + 1 >= end) {
                throw malformed();
            }
            byte c = xml[i + 1];
            if (c == '/') {
                return endTag(i + 2);
            } else if (c == '?') {
                at = after(i + 2, '?', '>');
            } else if (c == '!') {
                at = afterMark(i);
            } else {
                return startTag(i + 1);
            }
        }
    }

    /** How many elements are open; the one just started counts, the one just ended does not. */
    int depth() {
        return depth;
    }

    /** Whether the element's local name is this. */
    boolean is(byte[] name) {
        return isAt(localStart, nameEnd, name);
    }

    /** Finds an attribute without prefix by its name; its value is then the value. */
    boolean attribute(byte[] name) throws Malformed {
        for (int a = 0; a < attributes; a++) {
            if (isAt(spans[4 * a], spans[4 * a + 1], name)) {
                value(a);
                return true;
            }
        }
        return false;
    }

    /** Finds an attribute with any prefix by its local name. */
    boolean prefixed(byte[] name) throws Malformed {
        for (int a = 0; a < attributes; a++) {
            int colon = spans[4 * a + 1] - name.length - 1;
            if (colon > spans[4 * a] && xml[colon] == ':' && isAt(colon + 1, spans[4 * a + 1], name)) {
                value(a);
                return true;
            }
        }
        return false;
    }

    /** Moves to the end of the element just started, which may hold text alone; its text is then the value. */
    void text() throws Malformed {
        if (closing) {
            next();
            valueBytes = xml;
            valueStart = at;
            valueEnd = at;
            return;
        }
        int start = at;
        int i = start;
        while (i < end && xml[i] != '<' && xml[i] != '&' && xml[i] != '\r') {
            i++;
        }
        if (i + 1 < end && xml[i] == '<' && xml[i + 1] == '/') {
            endTag(i + 2);
            valueBytes = xml;
            valueStart = start;
            valueEnd = i;
        } else {
            longText(start);
        }
    }

    /** The value's bytes are {@code valueBytes()[valueStart(), valueEnd())}, valid until the next call. */
    byte[] valueBytes() {
        return valueBytes;
    }

    int valueStart() {
        return valueStart;
    }

    int valueEnd() {
        return valueEnd;
    }

    /** Whether the value is exactly this. */
    boolean valueIs(byte[] text) {
        return Arrays.equals(valueBytes, valueStart, valueEnd, text, 0, text.length);
    }

    /** The value as a number of at most nine digits, not negative. */
    int number() throws Malformed {
        int from = valueStart;
        int to = valueEnd;
        while (from < to && isSpace(valueBytes[from])) {
            from++;
        }
        while (to > from && isSpace(valueBytes[to - 1])) {
            to--;
        }
        if (from == to || to - from > 9) {
            throw malformed();
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = valueBytes[i] - '0';
            if (digit < 0 || digit > 9) {
                throw malformed();
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Passes over the element just started and all in it. */
    void skip() throws Malformed {
        for (int outside = depth - 1; depth > outside; ) {
            next();
        }
    }

    private Event startTag(int from) throws Malformed {
        if ((depth == 0 && rooted) || depth == DEEPEST) {
            throw malformed();
        }
        int i = name(from);
        attributes = 0;
        open[2 * depth] = nameStart;
        open[2 * depth + 1] = nameEnd;
        depth++;
        rooted = true;
        while (true) {
            int gap = i;
            while (i < end && isSpace(xml[i])) {
                i++;
            }
            if (i >= end) {
                throw malformed();
            }
            if (xml[i] == '>') {
                at = i + 1;
                return Event.START;
            }
            if (xml[i] == '/') {
                if (i + 1 >= end || xml[i + 1] != '>') {
                    throw malformed();
                }
                at = i + 2;
                closing = true;
                return Event.START;
            }
            if (i == gap || attributes == MOST_ATTRIBUTES) {
                throw malformed();
            }
            i = attribute(i);
        }
    }

    private int attribute(int from) throws Malformed {
        int i = from;
        while (i < end && isName(xml[i])) {
            i++;
        }
        int to = i;
        while (i < end && isSpace(xml[i])) {
            i++;
        }
        if (to == from || i >= end || xml[i] != '=') {
            throw malformed();
        }
        i++;
        while (i < end && isSpace(xml[i])) {
            i++;
        }
        if (i >= end || (xml[i] != '"' && xml[i] != '\'')) {
            throw malformed();
        }
        byte quote = xml[i++];
        int start = i;
        boolean isPlain = true;
        while (i < end && xml[i] != quote) {
            byte c = xml[i++];
            isPlain &= c > '&' || c < 0 || (c >= ' ' && c != '&');
            if (c == '<') {
                throw malformed();
            }
        }
        if (i >= end) {
            throw malformed();
        }
        plain = isPlain ? plain | 1L << attributes : plain & ~(1L << attributes);
        spans[4 * attributes] = from;
        spans[4 * attributes + 1] = to;
        spans[4 * attributes + 2] = start;
        spans[4 * attributes + 3] = i;
        attributes++;
        return i + 1;
    }

    private Event endTag(int from) throws Malformed {
        int i = name(from);
        if (depth == 0 || !closes(nameStart, nameEnd)) {
            throw malformed();
        }
        while (i < end && isSpace(xml[i])) {
            i++;
        }
        if (i >= end || xml[i] != '>') {
            throw malformed();
        }
        at = i + 1;
        depth--;
        attributes = 0;
        return Event.END;
    }

    private int name(int from) throws Malformed {
        int i = from;
        localStart = from;
        while (i < end && isName(xml[i])) {
            if (xml[i++] == ':') {
                localStart = i;
            }
        }
        if (i == from || localStart == i) {
            throw malformed();
        }
        nameStart = from;
        nameEnd = i;
        return i;
    }

    /** Text with anything in it but plain characters. */
    private void longText(int start) throws Malformed {
        int to = 0;
        int i = start;
        while (i < end) {
            byte c = xml[i];
            if (c == '&') {
                i = reference(i, to);
                to = valueEnd;
            } else if (c == '\r') {
                to = put(to, (byte) '\n');
                i += i + 1 < end && xml[i + 1] == '\n' ? 2 : 1;
            } else if (c != '<') {
                to = put(to, c);
                i++;
            } else if (i + 1 < end && xml[i + 1] == '/') {
                endTag(i + 2);
                valueBytes = scratch;
                valueStart = 0;
                valueEnd = to;
                return;
            } else if (i + 1 < end && xml[i + 1] == '?') {
                i = after(i + 2, '?', '>');
            } else if (i + 1 < end && xml[i + 1] == '!') {
                int past = afterMark(i);
                boolean data = xml[i + 2] == '[';
                for (int k = i + CDATA.length; data && k < past - 3; k++) {
                    to = put(to, xml[k]);
                }
                i = past;
            } else {
                throw malformed();
            }
        }
        throw malformed();
    }

    private void value(int attribute) throws Malformed {
        int from = spans[4 * attribute + 2];
        int to = spans[4 * attribute + 3];
        if ((plain & 1L << attribute) != 0) {
            valueBytes = xml;
            valueStart = from;
            valueEnd = to;
            return;
        }
        int filled = 0;
        for (int i = from; i < to; ) {
            if (xml[i] == '&') {
                i = reference(i, filled);
                filled = valueEnd;
            } else {
                filled = put(filled, isSpace(xml[i]) ? (byte) ' ' : xml[i]);
                i++;
            }
        }
        valueBytes = scratch;
        valueStart = 0;
        valueEnd = filled;
    }

    /** Writes what a reference stands for into the scratch at {@code to}; {@link #valueEnd} is then the place after. */
    private int reference(int amp, int to) throws Malformed {
        int i = amp + 1;
        while (i < end && xml[i] != ';' && i - amp <= 10) {
            i++;
        }
        if (i >= end || xml[i] != ';') {
            throw malformed();
        }
        String name = new String(xml, amp + 1, i - amp - 1, StandardCharsets.ISO_8859_1);
        String meant = switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> character(name);
        };
        valueEnd = to;
        for (byte b : bytes(meant)) {
            valueEnd = put(valueEnd, b);
        }
        return i + 1;
    }

    private static String character(String name) throws Malformed {
        if (!name.startsWith("#")) {
            throw new Malformed("entities");
        }
        try {
            boolean hex = name.startsWith("#x");
            int code = Integer.parseInt(name, hex ? 2 : 1, name.length(), hex ? 16 : 10);
            boolean can = Character.isValidCodePoint(code) && (code < 0xd800 || code > 0xdfff);
            if (!can) {
                throw malformed();
            }
            return Character.toString(code);
        } catch (NumberFormatException e) {
            throw malformed();
        }
    }

    /** The place after a comment or a run of character data; a document type is refused. */
    private int afterMark(int from) throws Malformed {
        if (from + 3 < end && xml[from + 2] == '-' && xml[from + 3] == '-') {
            int i = from + 4;
            while (i + 2 < end && !(xml[i] == '-' && xml[i + 1] == '-')) {
                i++;
            }
            if (i + 2 >= end || xml[i + 2] != '>') {
                throw malformed();
            }
            return i + 3;
        }
        if (depth > 0
                && from + CDATA.length <= end
                && Arrays.equals(xml, from, from + CDATA.length, CDATA, 0, CDATA.length)) {
            int i = from + CDATA.length;
            while (i + 2 < end && !(xml[i] == ']' && xml[i + 1] == ']' && xml[i + 2] == '>')) {
                i++;
            }
            if (i + 2 >= end) {
                throw malformed();
            }
            return i + 3;
        }
        throw new Malformed(depth == 0 ? "entities" : "malformed");
    }

    private int after(int from, char first, char second) throws Malformed {
        for (int i = from; i + 1 < end; i++) {
            if (xml[i] == first && xml[i + 1] == second) {
                return i + 2;
            }
        }
        throw malformed();
    }

    private boolean isAt(int from, int to, byte[] name) {
        if (to - from != name.length) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (xml[from + i] != name[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean closes(int from, int to) {
        int opened = open[2 * depth - 2];
        if (to - from != open[2 * depth - 1] - opened) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (xml[i] != xml[opened + i - from]) {
                return false;
            }
        }
        return true;
    }

    private int put(int to, byte b) {
        if (to == scratch.length) {
            scratch = Arrays.copyOf(scratch, 2 * to);
        }
        scratch[to] = b;
        return to + 1;
    }

    private static boolean isSpace(byte c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private static boolean isName(byte c) {
        return NAME[c & 0xff];
    }

    private static boolean[] nameBytes() {
        boolean[] can = new boolean[256];
        for (int c = 0; c < can.length; c++) {
            can[c] = c > 127 || Character.isLetterOrDigit(c) || ":_-.".indexOf(c) >= 0;
        }
        return can;
    }

    private static Malformed malformed() {
        return new Malformed("malformed");
    }
}
