package org.writwatch.agreements.roster;

/**
 * A cell: {@code <c r="B7" s="3" t="s"><v>41</v></c>} or {@code <c r="B7" s="3"/>}. Two million of them are read for a
 * register, so that this is written out.
 */
final class PlainCell {
    private static final int MOST_DIGITS = 7;

    private int column;
    private int value;
    private boolean shared;

    /** Reads the cell that comes next and passes over it; false when what comes next is anything else. */
    boolean read(XmlScanner from) {
        byte[] xml = from.bytes();
        int end = from.length();
        int i = from.at();
        if (i < 0
                || i + 10 > end
                || xml[i] != '<'
                || xml[i + 1] != 'c'
                || xml[i + 2] != ' '
                || xml[i + 3] != 'r'
                || xml[i + 4] != '='
                || xml[i + 5] != '"') {
            return false;
        }
        i += 6;
        int letter = xml[i++] - 'A';
        if (letter < 0 || letter >= 26) {
            return false;
        }
        column = letter;
        letter = xml[i] - 'A';
        if (letter >= 0 && letter < 26) {
            column = (column + 1) * 26 + letter;
            i++;
        }
        i = digits(xml, i, end);
        if (i < 0 || i + 2 > end || xml[i++] != '"') {
            return false;
        }
        if (i + 4 <= end && xml[i] == ' ' && xml[i + 1] == 's' && xml[i + 2] == '=' && xml[i + 3] == '"') {
            i = digits(xml, i + 4, end);
            if (i < 0 || i + 2 > end || xml[i++] != '"') {
                return false;
            }
        }
        shared = i + 6 <= end
                && xml[i] == ' '
                && xml[i + 1] == 't'
                && xml[i + 2] == '='
                && xml[i + 3] == '"'
                && xml[i + 4] == 's'
                && xml[i + 5] == '"';
        i += shared ? 6 : 0;
        if (i + 2 <= end && xml[i] == '/' && xml[i + 1] == '>') {
            value = -1;
            from.moveTo(i + 2);
            return true;
        }
        if (i + 4 > end || xml[i] != '>' || xml[i + 1] != '<' || xml[i + 2] != 'v' || xml[i + 3] != '>') {
            return false;
        }
        i += 4;
        int first = i;
        i = digits(xml, i, end);
        if (i < 0
                || i + 8 > end
                || xml[i] != '<'
                || xml[i + 1] != '/'
                || xml[i + 2] != 'v'
                || xml[i + 3] != '>'
                || xml[i + 4] != '<'
                || xml[i + 5] != '/'
                || xml[i + 6] != 'c'
                || xml[i + 7] != '>') {
            return false;
        }
        int number = 0;
        for (int d = first; d < i; d++) {
            number = number * 10 + xml[d] - '0';
        }
        // A number keeps the digits it is written in; that of a shared text is a number alone.
        if (!shared && (xml[first] == '0' || !Texts.isSmall(number))) {
            return false;
        }
        value = number;
        from.moveTo(i + 8);
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

    /** The place after a whole number of at most seven digits; -1 when there is none. */
    private static int digits(byte[] xml, int from, int end) {
        int i = from;
        int most = Math.min(end, from + MOST_DIGITS);
        while (i < most && xml[i] >= '0' && xml[i] <= '9') {
            i++;
        }
        return i == from ? -1 : i;
    }
}
