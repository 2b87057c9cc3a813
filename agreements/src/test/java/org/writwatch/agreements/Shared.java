package org.writwatch.agreements;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The published lists, where they are at hand. */
public final class Shared {
    private Shared() {}

    /** The folder of ICE's lists; the test is left out, and says so, where it is not there. */
    public static Path lists() {
        Path folder = Path.of(System.getProperty("writwatch.shared", "../shared"), "data", "ice-287g");
        if (!Files.isDirectory(folder)) {
            System.out.println("left out: the published lists are not at hand (" + folder.getFileName() + ")");
        }
        Assumptions.assumeTrue(Files.isDirectory(folder), "the published lists are not at hand");
        return folder;
    }
}
