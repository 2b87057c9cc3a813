package org.writwatch.facts.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PhraseFilesTest {
    @Test
    void thisModulesPhrasesAreWholeInEveryLanguage() {
        assertEquals(List.of(), PhraseFiles.faults("facts"));
    }

    @Test
    void aMissingFileIsAFault() {
        assertEquals(
                List.of(
                        "/org/writwatch/nowhere/phrases_en.properties: not there",
                        "/org/writwatch/nowhere/phrases_es.properties: not there"),
                PhraseFiles.faults("nowhere"));
    }

    private static List<String> faults(Map<String, String> english, Map<String, String> spanish) {
        Map<Lang, SortedMap<String, String>> files = new TreeMap<>();
        files.put(Lang.EN, new TreeMap<>(english));
        files.put(Lang.ES, new TreeMap<>(spanish));
        return PhraseFiles.faults(files);
    }

    @Test
    void everyKindOfFaultIsNamed() {
        assertEquals(List.of(), faults(Map.of("a", "{0} of {1}"), Map.of("a", "{1}: {0}")));
        assertEquals(List.of("a: not in es", "b: not in en"), faults(Map.of("a", "x"), Map.of("b", "x")));
        assertEquals(
                List.of("a: the languages have different places: [[0, 1], [0]]"),
                faults(Map.of("a", "{0} {1}"), Map.of("a", "{0}")));
        assertEquals(
                List.of(),
                faults(Map.of("a", "{0,choice,1#one {1}|1<{0} {1}}"), Map.of("a", "{0,choice,1#un {1}|1<{0} {1}}")));
        assertEquals(
                List.of("a: en: an apostrophe must be written twice: it's", "a: es: empty"),
                faults(Map.of("a", "it's"), Map.of("a", " ")));
        assertEquals(1, faults(Map.of("a", "{x}"), Map.of("a", "x")).size());
        assertEquals(2, faults(Map.of("a", "{0"), Map.of("a", "x")).size());
    }

    @Test
    void aKeyWrittenTwiceAndBytesThatAreNotUtf8AreFaults() throws IOException {
        List<String> faults = new ArrayList<>();
        byte[] twice = "a=1\nb=2\na=3\n".getBytes(StandardCharsets.UTF_8);
        PhraseFiles.read(new ByteArrayInputStream(twice), "f", faults);
        assertEquals(List.of("f: 'a' is there twice"), faults);
        byte[] latin1 = "a=a\u00f1o".getBytes(StandardCharsets.ISO_8859_1);
        assertThrows(
                MalformedInputException.class, () -> PhraseFiles.read(new ByteArrayInputStream(latin1), "f", faults));
    }
}
