package org.writwatch.agreements;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.bundle.Row;

/** Where the tables of one register lie. */
@FunctionalInterface
public interface RegisterFiles {
    /** The bytes of one table, by its file name. The caller closes the stream. */
    InputStream open(String table) throws IOException;

    /** Those that travel with the project. */
    static RegisterFiles bundled() {
        Bundle bundle = Bundle.of("agreements");
        return table -> bundle.open("registry/" + table);
    }

    /** Those in a folder. */
    static RegisterFiles in(Path folder) {
        return table -> Files.newInputStream(folder.resolve(table));
    }

    /** The rows of one table. Close the stream. */
    default Stream<Row> rows(String table) {
        try {
            return Bundle.rows(open(table), table);
        } catch (IOException e) {
            throw new UncheckedIOException(table, e);
        }
    }

    /** The bytes of one table. */
    default byte[] bytes(String table) {
        try (InputStream in = open(table)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(table, e);
        }
    }
}
