package org.writwatch.app.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writwatch.app.ExitCode;

/** Ctrl-C or a polite kill in the middle: the process says so and leaves nothing half-written. */
class InterruptTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource({"INT, " + ExitCode.INTERRUPTED, "TERM, 143"})
    void leavesNothingBehind(String signal, int status) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "no kill command here");
        Assumptions.assumeFalse(
                signal.equals("INT") && interruptIsIgnored(),
                "a parent in the background ignores Ctrl-C, and so do we");
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
        new ProcessBuilder("/bin/kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it did not stop");
        assertEquals(status, process.exitValue());
        Files.delete(dir.resolve("said.txt"));
        try (Stream<Path> left = Files.list(dir)) {
            assertEquals(0, left.count());
        }
    }

    /** Whether this process was started with SIGINT ignored, which a child inherits (Linux; elsewhere no). */
    private static boolean interruptIsIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(l -> l.startsWith("SigIgn:"))
                .anyMatch(l -> (Long.parseUnsignedLong(l.substring(7).strip(), 16) & 2) != 0);
    }

    private boolean begun() throws IOException {
        try (Stream<Path> inside = Files.list(dir)) {
            return inside.anyMatch(p -> p.getFileName().toString().startsWith(".result.partial"));
        }
    }
}
