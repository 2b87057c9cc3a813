package org.writwatch.papers.draft.records;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The small tables that drafts are worded from, as they come with the program. */
public final class DraftData {
    private DraftData() {}

    /** Reads a table of keys and values (UTF-8). */
    public static Properties read(String file) {
        try (InputStream in = DraftData.class.getResourceAsStream("/org/writwatch/papers/draft/" + file)) {
            if (in == null) {
                throw new IllegalStateException("missing from the program: " + file);
            }
            Properties read = new Properties();
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
