package org.writwatch.agreements.roster;

/**
 * The two shapes in which nearly every cell of a sheet is written, {@code <c r="B7" s="3" t="s"><v>41</v></c>} and {@code
 * <c r="B7" s="3"/>}, read in one pass. Whatever is written otherwise is left untouched to {@link XmlScanner}, which
 * would read these two to the same end, only slower. Not safe for use by several threads.
 */
final class PlainCell {
    private static final byte[] OPEN = XmlScanner.bytes("<c r=\"");
    private static final byte[] STYLE = XmlScanner.bytes(" s=\"");
    private static final byte[] SHARED = XmlScanner.bytes(" t=\"s\"");
    private static final byte[] VALUE = XmlScanner.bytes("><v>");
    private static final byte[] CLOSE = XmlScanner.bytes("</v></c>");
    private static final byte[] EMPTY = XmlScanner.bytes("/>");
    private static final int MOST_DIGITS = 7;

    private byte[] xml = new byte[0];
    private int end;
    private int at;
    private int column;
    private int value;
    private boolean shared;

    /** Reads the cell that comes next and passes over it; false when what comes next is anything else. */
    boolean read(XmlScanner from) {
        xml = from.bytes();
        end = from.length();
        at = from.at();
        if (at < 0 || !past(OPEN) || !name()) {
            return false;
        }
        if (past(STYLE) && (number() < 0 || at == end || xml[at++] != '"')) {
            return false;
        }
        shared = past(SHARED);
        value = -1;
        if (past(VALUE)) {
            boolean zeros = at < end && xml[at] == '0';
            value = number();
            if (value < 0 || zeros || !(shared || Texts.isSmall(value)) || !past(CLOSE)) {
                return false;
            }
        } else if (!past(EMPTY)) {
            return false;
        }
        from.moveTo(at);
        return true;
    }

    /** The column, from 0. */
    int column() {
        return column;
    }

    /** The number in it; -1 when it is empty. */
    int value() {
        return value;
    }

    /** Whether the number is that of a shared text. */
    boolean isShared() {
        return shared;
    }

    /** "B7": its column, and the quote after it. */
    private boolean name() {
        column = 0;
        int letters = at;
        while (at < end && at - letters < 2 && xml[at] >= 'A' && xml[at] <= 'Z') {
            column = column * 26 + xml[at++] - 'A' + 1;
        }
        column--;
        return column >= 0 && number() >= 0 && at < end && xml[at++] == '"';
    }

    /** A whole number of at most seven digits; -1 when there is none. */
    private int number() {
        int first = at;
        int number = 0;
        while (at < end && at - first < MOST_DIGITS) {
            int digit = xml[at] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            number = number * 10 + digit;
            at++;
        }
        return at == first ? -1 : number;
    }

    private boolean past(byte[] word) {
        int to = at + word.length;
        if (to > end) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (xml[at + i] != word[i]) {
                return false;
            }
        }
        at = to;
        return true;
    }
}
