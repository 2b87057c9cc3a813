package org.writwatch.estimates;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The big real inputs beside the checkout; a test that needs them is skipped, with a line that says so, when absent. */
public final class Shared {
    private Shared() {}

    public static Path path(String relative) {
        String root = System.getProperty("writwatch.shared", "");
        Path file = Path.of(root, relative);
        boolean there = !root.isEmpty() && Files.exists(file);
        if (!there) {
            System.out.println("skipped: shared/" + relative + " is not here");
        }
        assumeTrue(there, "shared/" + relative + " is not here");
        return file;
    }
}
