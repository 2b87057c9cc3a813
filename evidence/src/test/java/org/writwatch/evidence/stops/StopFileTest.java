package org.writwatch.evidence.stops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopFileTest {
    private static final int BLOCK = 1 << 20;

    @TempDir
    Path folder;

    /** Files are read in blocks of a mebibyte: a cell in quotation marks, its mark or its comma may begin anywhere about the edge of one. */
    @Test
    void aQuotedCellMayBeginAtTheEdgeOfABlock() throws IOException {
        String header = "group,place\n";
        String row = "white,\"I-40, NC\"\n";
        for (int shift = -12; shift <= 12; shift++) {
            StringBuilder s = new StringBuilder(header);
            while (s.length() + 2 * row.length() < BLOCK + shift) {
                s.append(row);
            }
            // One row of another length, so that the next begins just there.
            int missing = BLOCK + shift - s.length() - "white,\n".length();
            s.append("white,")
                    .append("x".repeat(missing))
                    .append('\n')
                    .append(row)
                    .append(row);
            Path file = Files.writeString(folder.resolve("stops.csv"), s);
            StopTable table = StopTable.read(file, Map.of("race", "group", "location", "place"), List.of(), Map.of());
            StopTable.Labels places = table.labels("location");
            int rows = table.rows();
            assertEquals("I-40, NC", places.words().get(places.of(rows - 1)), "shift " + shift);
            assertEquals("I-40, NC", places.words().get(places.of(rows - 2)), "shift " + shift);
            assertEquals((int) s.chars().filter(c -> c == '\n').count() - 1, rows);
        }
    }
}
