package org.writwatch.evidence.stops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.writwatch.evidence.table.CsvFile;

/** The stop records and reference results, which are not part of the project: tests over them run where they are on disk. */
public final class SharedStops {
    private SharedStops() {}

    /** A file below the folder of stops; skips the test, and says so, when it is not there. */
    public static Path file(String name) {
        Path file = Path.of(System.getProperty("writwatch.shared", "../shared"), "data", "stops", name);
        if (!Files.isRegularFile(file)) {
            System.out.println("skipped: the stop records are not on this machine (" + name + ")");
        }
        Assumptions.assumeTrue(Files.isRegularFile(file), "stop records");
        return file;
    }

    /** Rows of a reference table. */
    public static List<Map<String, String>> rows(String name) {
        List<Map<String, String>> all = new ArrayList<>();
        CsvFile.read(file(name), List.of(), row -> {
            Map<String, String> one = new LinkedHashMap<>();
            row.header().keySet().forEach(h -> one.put(h, row.text(h)));
            all.add(one);
        });
        return all;
    }

    /** A copy of a table with one line changed, for tests of bad input. */
    static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
