package org.writwatch.agreements.roster;

/** A shared text: {@code <si><t>Autauga</t></si>}, spaces kept or not. Its text is left as written. */
final class PlainItem extends Plain {
    private static final byte[] OPEN = XmlScanner.bytes("<si><t");
    private static final byte[] SPACED = XmlScanner.bytes(" xml:space=\"preserve\">");
    private static final byte[] CLOSE = XmlScanner.bytes("</t></si>");

    private int from;
    private int to;

    /** Reads the text that comes next, without passing over it; false when what comes next is anything else. */
    boolean read(XmlScanner scanner) {
        if (!start(scanner) || !past(OPEN) || !(past('>') || past(SPACED))) {
            return false;
        }
        from = at;
        while (at < end && xml[at] != '<') {
            at++;
        }
        to = at;
        return past(CLOSE);
    }

    /** Where it is written. */
    int from() {
        return from;
    }

    /** Where that ends. */
    int to() {
        return to;
    }
}
