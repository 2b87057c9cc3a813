package org.writwatch.evidence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A table of ten million rows is taken in and asked within 2 GB of memory for the whole process. Run by
 * {@code -Dwritwatch.rows=10000000}, as docs/evidence.md says; without it, a hundredth of that is taken in.
 */
class TenMillionRowsTest {
    @Test
    void memoryDoesNotGrowWithTheTable(@TempDir Path home) throws IOException {
        long rows = Long.getLong("writwatch.rows", 20_000);
        Path file = home.resolve("t.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("fips,month,n,kind,parts\n");
            for (long i = 0; i < rows; i++) {
                long county = i % 100;
                YearMonth month = YearMonth.of(2018, 1).plusMonths(i / 100 % 84);
                out.write(String.format("37%03d,%s,%d,k%d,%n", 2 * county + 1, month, i % 7, i / 8400));
            }
        }
        long start = System.nanoTime();
        TableStore store = new TableStore(home);
        Generation made = store.bring(TableStoreTest.descriptor("2024"), file);
        long taken = System.nanoTime();
        assertEquals(rows, made.cells());
        StoredTable table = store.open(made);
        double sum = table.sumByPlace("n").values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        long asked = System.nanoTime();
        double expected = 0;
        for (long i = 0; i < rows; i++) {
            expected += i % 7;
        }
        assertEquals(expected, sum);
        long peak = peak();
        System.out.printf(
                "%d rows: taken in within %.1f s, summed by place within %.2f s, peak memory of the process %d MB%n",
                rows, (taken - start) / 1e9, (asked - taken) / 1e9, peak / 1024);
        assertTrue(peak <= 2 * 1024 * 1024, peak + " kB");
    }

    /** Largest resident set so far, in kB; the system must say. */
    private static long peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        Assumptions.assumeTrue(Files.isReadable(status), "this system does not say how much memory was used");
        return Files.readAllLines(status).stream()
                .filter(l -> l.startsWith("VmHWM:"))
                .mapToLong(l -> Long.parseLong(l.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }
}
