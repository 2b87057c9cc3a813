package org.writwatch.agreements.roster;

/**
 * A hyperlink's relation: {@code <Relationship Id="rId41" Type="..." Target="https://..." TargetMode="External"/>}. Its
 * target is left as written.
 */
final class PlainRelation extends Plain {
    private static final byte[] OPEN = XmlScanner.bytes("<Relationship Id=\"rId");
    private static final byte[] TYPE = XmlScanner.bytes(
            "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"");
    private static final byte[] CLOSE = XmlScanner.bytes("\" TargetMode=\"External\"/>");

    private int id;
    private int from;
    private int to;

    /** Reads the relation that comes next, without passing over it; false when what comes next is anything else. */
    boolean read(XmlScanner scanner) {
        if (!start(scanner) || !past(OPEN) || (at < end && xml[at] == '0')) {
            return false;
        }
        id = digits();
        if (id < 0 || !past(TYPE)) {
            return false;
        }
        from = at;
        to = find('"');
        if (to < 0) {
            return false;
        }
        at = to;
        return past(CLOSE);
    }

    /** The number of its id, "rId41". */
    int id() {
        return id;
    }

    /** Where its target is written. */
    int from() {
        return from;
    }

    /** Where that ends. */
    int to() {
        return to;
    }
}
