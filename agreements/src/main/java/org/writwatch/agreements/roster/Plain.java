package org.writwatch.agreements.roster;

import java.util.Arrays;

/**
 * What is written in one of the few shapes that nearly every element of its kind has, read in one pass. Whatever is written
 * otherwise is left untouched to {@link XmlScanner}, which would read these shapes to the same end, only slower. Not safe
 * for use by several threads.
 */
abstract class Plain {
    private static final int MOST_DIGITS = 7;
    private static final int LONG = 16;

    /** What is read, up to {@code end}, from {@code at}. */
    byte[] xml = new byte[0];

    int end;
    int at;

    /** Goes to where the scanner stands; false within an element that closes itself. */
    final boolean start(XmlScanner from) {
        xml = from.bytes();
        end = from.length();
        at = from.at();
        return at >= 0;
    }

    /** Lets the scanner pass over what was read. */
    final void pass(XmlScanner scanner) {
        scanner.moveTo(at);
    }

    /** Passes over these bytes when they come next. */
    final boolean past(byte[] word) {
        int to = at + word.length;
        if (to > end) {
            return false;
        }
        if (word.length >= LONG) {
            if (!Arrays.equals(xml, at, to, word, 0, word.length)) {
                return false;
            }
        } else {
            for (int i = 0; i < word.length; i++) {
                if (xml[at + i] != word[i]) {
                    return false;
                }
            }
        }
        at = to;
        return true;
    }

    /** Passes over one byte when it comes next. */
    final boolean past(char c) {
        if (at < end && xml[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    /** Passes over a whole number of at most seven digits; -1 when there is none. */
    final int digits() {
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

    /** Passes over the letters of a column, "B", at most two: the column, from 0; -1 when there are none. */
    final int letters() {
        int column = 0;
        int letters = at;
        while (at < end && at - letters < 2 && xml[at] >= 'A' && xml[at] <= 'Z') {
            column = column * 26 + xml[at++] - 'A' + 1;
        }
        return column - 1;
    }

    /** The place of the next byte that is this one, from {@code at}; -1 when there is none before the end or a tag. */
    final int find(char c) {
        for (int i = at; i < end && xml[i] != '<'; i++) {
            if (xml[i] == c) {
                return i;
            }
        }
        return -1;
    }
}
