package org.writwatch.evidence.table;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.writwatch.facts.Source;

/**
 * Reads the {@code sources.csv} that stands beside every bundled table: which published file it was made from, its
 * hash, its terms, and the command that made it.
 */
public final class SourceList {
    private static final List<String> COLUMNS =
            List.of("file", "publisher", "title", "licence", "retrieved", "original", "original_sha256", "command");

    private SourceList() {}

    /**
     * Reads the list.
     *
     * @return one source for each row, in order; its id is the file's name without endings, hyphens for underscores
     */
    public static List<Source> read(String name, InputStream in) {
        List<Source> out = new ArrayList<>();
        new CsvFile(name, ',').read(in, COLUMNS, row -> {
            String file = row.key("file");
            String retrieved = row.text("retrieved");
            String hash = row.text("original_sha256");
            out.add(new Source(
                    file.substring(0, file.indexOf('.')).replace('_', '-'),
                    row.key("publisher"),
                    row.key("title"),
                    row.key("licence"),
                    retrieved.length() == 10 ? Optional.of(LocalDate.parse(retrieved)) : Optional.empty(),
                    hash.isEmpty() ? Optional.empty() : Optional.of(hash),
                    "",
                    Optional.of(row.key("original"))));
        });
        return List.copyOf(out);
    }
}
