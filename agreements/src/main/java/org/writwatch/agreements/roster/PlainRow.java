package org.writwatch.agreements.roster;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The start of a row, {@code <row r="7" spans="1:8" ht="33.75">}, whose attributes after the number are written as those of
 * one of the last rows.
 */
final class PlainRow extends Plain {
    private static final byte[] OPEN = XmlScanner.bytes("<row r=\"");
    private static final int KEPT = 4;

    /** What is written after the number, to the end of the tag, and what it says. */
    private static final class Rest {
        final byte[] bytes;
        final boolean hidden;
        final boolean empty;

        Rest(byte[] bytes, boolean hidden) {
            this.bytes = bytes;
            this.hidden = hidden;
            this.empty = bytes.length > 1 && bytes[bytes.length - 2] == '/';
        }
    }

    private final @Nullable Rest[] rests = new Rest[KEPT];
    private int oldest;
    private int number;
    private int name;
    private int after;
    private boolean hidden;
    private boolean empty;

    /** Reads the start that comes next, without passing over it; false when it is written otherwise. */
    boolean read(XmlScanner scanner) {
        after = -1;
        if (!start(scanner) || !past(OPEN)) {
            return false;
        }
        name = at - OPEN.length + 1;
        number = digits();
        if (number < 0 || !past('"')) {
            return false;
        }
        after = at;
        for (Rest rest : rests) {
            if (rest != null && past(rest.bytes)) {
                hidden = rest.hidden;
                empty = rest.empty;
                return true;
            }
        }
        return false;
    }

    /** Remembers how the row that was not read was written; the scanner has just passed over its start. */
    void remember(XmlScanner scanner, int past, boolean isHidden) {
        if (after >= 0) {
            byte[] bytes = Arrays.copyOfRange(scanner.bytes(), after, past);
            rests[oldest] = new Rest(bytes, isHidden);
            oldest = (oldest + 1) % KEPT;
        }
    }

    /** Lets the scanner enter the row, or pass over it when there is nothing in it. */
    void enter(XmlScanner scanner) throws XmlScanner.Malformed {
        if (empty) {
            pass(scanner);
        } else {
            scanner.enter(name, name + 3, at);
        }
    }

    /** Its number, from 1. */
    int number() {
        return number;
    }

    boolean isHidden() {
        return hidden;
    }

    boolean isEmpty() {
        return empty;
    }
}
