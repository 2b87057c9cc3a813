package org.writwatch.agreements.roster;

/** A hyperlink of a sheet: {@code <hyperlink ref="G7" r:id="rId41" xr:uid="{0-F}"/>}, the last attribute or not. */
final class PlainLink extends Plain {
    private static final byte[] OPEN = XmlScanner.bytes("<hyperlink ref=\"");
    private static final byte[] RELATION = XmlScanner.bytes("\" r:id=\"rId");
    private static final byte[] UID = XmlScanner.bytes(" xr:uid=\"");
    private static final byte[] CLOSE = XmlScanner.bytes("/>");

    private int column;
    private int row;
    private int relation;

    /** Reads the link that comes next, without passing over it; false when what comes next is anything else. */
    boolean read(XmlScanner from) {
        if (!start(from) || !past(OPEN)) {
            return false;
        }
        column = letters();
        row = digits();
        if (column < 0 || row < 0 || !past(RELATION) || (at < end && xml[at] == '0')) {
            return false;
        }
        relation = digits();
        if (relation < 0 || !past('"')) {
            return false;
        }
        if (past(UID)) {
            int close = find('"');
            if (close < 0) {
                return false;
            }
            at = close + 1;
        }
        if (!past(CLOSE)) {
            return false;
        }
        return true;
    }

    /** The column of the cell, from 0. */
    int column() {
        return column;
    }

    /** The row of the cell, from 1. */
    int row() {
        return row;
    }

    /** The number of its relation, "rId41". */
    int relation() {
        return relation;
    }
}
