package org.writwatch.agreements;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.stream.Stream;
import org.writwatch.facts.UsState;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.bundle.Row;

/**
 * Reads one state's rows of a bundled table whose first column is the state and whose cells hold no line breaks: the
 * other rows are passed over unread, which is what makes one county cheap.
 */
final class StateRows {
    private StateRows() {}

    static Stream<Row> of(RegisterFiles files, String file, UsState state) {
        byte[] table = files.bytes(file);
        byte first = (byte) state.name().charAt(0);
        byte second = (byte) state.name().charAt(1);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(64 << 10);
        int start = 0;
        for (int at = 0; at < table.length; at++) {
            if (table[at] == '\n') {
                boolean mine =
                        start == 0 || (table[start] == first && table[start + 1] == second && table[start + 2] == ',');
                if (mine) {
                    kept.write(table, start, at + 1 - start);
                }
                start = at + 1;
            }
        }
        return Bundle.rows(new ByteArrayInputStream(kept.toByteArray()), file + " (" + state + ")");
    }
}
