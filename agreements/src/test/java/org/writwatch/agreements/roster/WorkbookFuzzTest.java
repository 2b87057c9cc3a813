package org.writwatch.agreements.roster;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Replays what guided fuzzing found worth keeping, and bends it a little; the profile {@code fuzz} looks for more. */
class WorkbookFuzzTest {
    private static List<Path> corpus() throws Exception {
        Path folder = Path.of(WorkbookFuzzTest.class.getResource("fuzz").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void theKeptCorpusNeverCrashesNorHangsNorTouchesAnotherFile() throws Exception {
        List<Path> corpus = corpus();
        assertTrue(corpus.size() >= 40, corpus.size() + " kept");
        for (Path file : corpus) {
            byte[] data = Files.readAllBytes(file);
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> WorkbookFuzz.fuzzerTestOneInput(data), file.toString());
        }
    }

    /** Two thousand changes of one to four bytes, from a fixed seed. */
    @Test
    void neitherDoesItsNeighbourhood() throws Exception {
        List<Path> corpus = corpus();
        Random random = new Random(287);
        for (int i = 0; i < 2_000; i++) {
            Path file = corpus.get(random.nextInt(corpus.size()));
            byte[] data = Files.readAllBytes(file);
            for (int n = 1 + random.nextInt(4); n > 0 && data.length > 1; n--) {
                data[1 + random.nextInt(data.length - 1)] = (byte) random.nextInt(256);
            }
            try {
                WorkbookFuzz.fuzzerTestOneInput(data);
            } catch (RuntimeException | Error e) {
                throw new AssertionError(file + ", change " + i + " of seed 287", e);
            }
        }
    }
}
