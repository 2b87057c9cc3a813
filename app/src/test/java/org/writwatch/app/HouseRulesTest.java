package org.writwatch.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.phrase.PhraseFiles;

/** What every room owes: its words in every language, and a source and licence for every file it carries. */
class HouseRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"facts", "agreements", "evidence", "law", "papers", "app"})
    void everyPhraseIsSaidInEveryLanguage(String room) {
        assertEquals(List.of(), PhraseFiles.faults(room));
    }

    @ParameterizedTest
    @ValueSource(strings = {"facts", "estimates", "agreements", "evidence", "law", "papers", "app"})
    void everyBundledFileNamesItsLicence(String room) throws IOException {
        Path resources = Path.of("..", room, "src", "main", "resources");
        if (Files.isDirectory(resources)) {
            assertEquals(List.of(), Bundle.unlisted(resources));
        } else {
            assertTrue(room.equals("estimates"), "only the statistics carry no files");
        }
    }
}
