package org.writwatch.app.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.app.output.Manifest;

/** Real processes over a folder of lists: stopped without warning, and two at once. */
class SyncProcessTest {
    private static final int KILLS = 6;

    @TempDir
    private Path folder;

    @BeforeEach
    void threeNewLists() throws IOException {
        for (int day = 1; day <= 3; day++) {
            Path in = Files.createDirectories(folder.resolve("in"));
            byte[] list = SyncTest.workbook("Nowhere " + day + " Police Department", "2026-06-0" + day + "T12:00:00Z");
            Files.write(in.resolve("pendingAgencies060" + day + "2026.xlsx"), list);
            Path one = Files.createDirectories(folder.resolve("in" + day));
            Files.write(one.resolve("pendingAgencies060" + day + "2026.xlsx"), list);
        }
    }

    private Process sync(String home, String in) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.writwatch.app.Main",
                "--home",
                folder.resolve(home).toString(),
                "sync",
                "ice",
                "--from",
                folder.resolve(in).toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(home + "-" + in + ".log").toFile())
                .start();
    }

    private void finish(Process process, String log) throws Exception {
        assertTrue(process.waitFor(240, TimeUnit.SECONDS), "it hangs");
        assertEquals(0, process.exitValue(), () -> {
            try {
                return Files.readString(folder.resolve(log + ".log"));
            } catch (IOException e) {
                return e.toString();
            }
        });
    }

    /** What a reader reads, and the bytes that are kept. */
    private String kept(String home) throws IOException {
        Path store = folder.resolve(home).resolve("ice-287g");
        String current = Files.readAllLines(store.resolve("current")).get(0);
        return current + "\n" + Manifest.of(store.resolve(current)) + Manifest.of(store.resolve("originals"));
    }

    /** Killed at moments spread over the whole run, from a fixed seed, then run to its end: as if never killed. */
    @Test
    void killedAtAnyMomentAndRunAgainItEndsTheSame() throws Exception {
        long start = System.nanoTime();
        finish(sync("whole", "in"), "whole-in");
        long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Random random = new Random(287);
        List<Long> moments = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            long moment = whole * (2 * i + 1 + random.nextInt(2)) / (2L * KILLS);
            moments.add(moment);
            Process process = sync("killed", "in");
            process.waitFor(moment, TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            Path pointer = folder.resolve("killed/ice-287g/current");
            if (Files.exists(pointer)) {
                assertEquals(
                        Files.readString(folder.resolve("whole/ice-287g/current")),
                        Files.readString(pointer),
                        "what is there is whole, killed after " + moments + " ms");
            }
        }
        finish(sync("killed", "in"), "killed-in");
        assertEquals(kept("whole"), kept("killed"), "killed after " + moments + " ms of " + whole);
        try (Stream<Path> left = Files.walk(folder.resolve("killed"))) {
            assertEquals(
                    List.of(),
                    left.filter(p -> p.toString().endsWith(".partial")).toList(),
                    "nothing half made is left");
        }
    }

    /** Two at once, each with lists of its own: one waits, and nothing is lost. */
    @Test
    void twoAtOnceLeaveWhatOneAfterTheOtherLeaves() throws Exception {
        finish(sync("after", "in1"), "after-in1");
        finish(sync("after", "in2"), "after-in2");
        Process one = sync("together", "in1");
        Process other = sync("together", "in2");
        finish(one, "together-in1");
        finish(other, "together-in2");
        assertEquals(kept("after"), kept("together"));
    }
}
