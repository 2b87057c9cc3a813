package org.writwatch.evidence;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The published inputs, which are not part of the project: tests over them run where they are on disk. */
public final class Shared {
    private Shared() {}

    /** The folder of outcome tables; skips the test, and says so, when it is not there. */
    public static Path outcomes() {
        Path folder = Path.of(System.getProperty("writwatch.shared", "../shared"), "data", "outcomes");
        if (!Files.isDirectory(folder)) {
            System.out.println("skipped: the published outcome tables are not on this machine");
        }
        Assumptions.assumeTrue(Files.isDirectory(folder), "published outcome tables");
        return folder;
    }
}
