package org.writwatch.app.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.app.ExitCode;

/** Ctrl-C in the middle: the process says 130 and leaves nothing half-written. */
class InterruptTest {
    @TempDir
    Path dir;

    @Test
    void leavesNothingBehind() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "no kill command here");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.writwatch.app.Main",
                        "dossier",
                        "37119",
                        "--out",
                        dir.resolve("result").toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("said.txt").toFile())
                .start();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!begun() && System.nanoTime() < until) {
            Thread.sleep(5);
        }
        assertTrue(begun(), "it never began to write: " + Files.readString(dir.resolve("said.txt")));
        new ProcessBuilder("/bin/kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it did not stop");
        assertEquals(ExitCode.INTERRUPTED, process.exitValue());
        Files.delete(dir.resolve("said.txt"));
        try (Stream<Path> left = Files.list(dir)) {
            assertEquals(0, left.count());
        }
    }

    private boolean begun() throws IOException {
        try (Stream<Path> inside = Files.list(dir)) {
            return inside.anyMatch(p -> p.getFileName().toString().startsWith(".result.partial"));
        }
    }
}
