package org.writwatch.agreements.memo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Replays the kept corpus of the fuzzer: seeds, and every input that once reached code the others did not. Each is read or
 * refused, in time.
 */
class ReaderCorpusTest {
    private static final Duration EACH = Duration.ofSeconds(30);

    private static List<Path> corpus() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(ReaderCorpusTest.class.getResource("fuzz"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void everyKeptInputIsReadOrRefusedInTime() throws IOException, URISyntaxException {
        int size = 0;
        for (Path file : corpus()) {
            byte[] input = Files.readAllBytes(file);
            size += input.length;
            String answer = assertTimeoutPreemptively(EACH, () -> ReaderFuzz.read(input), file.toString());
            assertTrue(!answer.isEmpty(), file.toString());
            if (file.getFileName().toString().startsWith("seed-form-")) {
                assertEquals("WSO-2020", answer, file.toString());
            } else if (file.getFileName().toString().startsWith("seed-bad-")) {
                assertEquals("refused", answer, file.toString());
            }
        }
        assertTrue(corpus().size() >= 20, "the corpus is there");
        assertTrue(size < 1_000_000, "and small: " + size + " bytes");
    }
}
