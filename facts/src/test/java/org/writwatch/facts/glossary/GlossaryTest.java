package org.writwatch.facts.glossary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.writwatch.facts.Slug;
import org.writwatch.facts.phrase.Lang;

class GlossaryTest {
    private static final Path PAGE = Path.of("../docs/glossary.md");

    private final Glossary glossary = Glossary.bundled();

    /** To write the page anew: mvn -pl facts test -Dtest=GlossaryTest -Dwritwatch.write=docs */
    @Test
    void thePageIsRenderedFromTheTable() throws IOException {
        if ("docs".equals(System.getProperty("writwatch.write"))) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, glossary.page());
        }
        assertTrue(
                Files.exists(PAGE) && Files.readString(PAGE).equals(glossary.page()),
                "docs/glossary.md is not what glossary.csv says; run"
                        + " mvn -pl facts test -Dtest=GlossaryTest -Dwritwatch.write=docs");
    }

    @Test
    void everyTermIsWholeInBothLanguages() {
        for (Lang lang : Lang.values()) {
            Set<String> names = new HashSet<>();
            for (Term term : glossary.list()) {
                assertEquals(Slug.of(term.key()), term.key());
                assertTrue(names.add(term.name(lang).toLowerCase(Locale.ROOT)), term.name(lang) + " is there twice");
                assertTrue(term.definition(lang).matches("(?s)\\S.*[.]"), term.key() + " " + lang);
                assertFalse(term.source().isBlank(), term.key());
            }
        }
        assertFalse(glossary.list().stream().anyMatch(t -> t.definitionEn().equals(t.definitionEs())));
    }

    @Test
    void theWordsTheProjectLeansOnAreThere() {
        for (String key : List.of(
                "287g",
                "memorandum-of-agreement",
                "jail-enforcement-model",
                "task-force-model",
                "warrant-service-officer",
                "detainer",
                "administrative-warrant",
                "respondent",
                "relator",
                "petitioner",
                "mandamus",
                "writ",
                "ministerial-duty",
                "habeas-corpus",
                "declaratory-judgment",
                "injunction",
                "records-request",
                "exhaustion",
                "att",
                "event-time",
                "placebo",
                "donor-pool",
                "interval",
                "change-point",
                "custody",
                "ice",
                "ero",
                "bed-contract",
                "no-longer-listed",
                "coverage",
                "vintage",
                "withheld",
                "partial",
                "not-reported",
                "zero")) {
            assertTrue(glossary.find(key).isPresent(), key);
        }
        assertEquals("orden de retenci\u00f3n", glossary.get("detainer").name(Lang.ES));
        assertTrue(glossary.get("detainer").definition(Lang.EN).contains("48 hours"));
        assertTrue(glossary.get("detainer").definition(Lang.ES).contains("48 horas"));
        assertThrows(IllegalArgumentException.class, () -> glossary.get("hold-request"));
    }

    @Test
    void peopleAreCalledPeople() {
        String page = glossary.page().toLowerCase(Locale.ROOT);
        for (String word : List.of("alien", "illegals", "ilegales", "indocumentad", "undocumented")) {
            assertFalse(page.contains(word), word);
        }
    }

    @Test
    void definitionsReadEasilyInBothLanguages() {
        StringBuilder english = new StringBuilder();
        StringBuilder spanish = new StringBuilder();
        for (Term term : glossary.list()) {
            english.append(term.definitionEn()).append(' ');
            spanish.append(term.definitionEs()).append(' ');
            // Longer sentences are where readers get lost.
            for (String sentence : (term.definitionEn() + " " + term.definitionEs()).split("(?<=[.:;]) ", -1)) {
                assertTrue(sentence.split(" ", -1).length <= 34, sentence);
            }
        }
        double grade = 0.39 * wordsPerSentence(english) + 11.8 * syllablesPerWord(english, "[aeiouy]+") - 15.59;
        assertTrue(grade <= 8.0, "Flesch-Kincaid grade " + grade);
        // Szigriszt-Pazos (1993): 206.835 - 62.3 syllables per word - words per sentence; 65 and more is easy.
        double ease = 206.835 - 62.3 * syllablesPerWord(spanish, SPANISH_SYLLABLE) - wordsPerSentence(spanish);
        assertTrue(ease >= 65.0, "Szigriszt " + ease);
    }

    // A strong vowel with the weak ones beside it, an accented weak one, or weak ones alone; two strong vowels part.
    private static final String SPANISH_SYLLABLE =
            "[iu\u00fc]?[aeo\u00e1\u00e9\u00f3][iuy]?|[\u00ed\u00fa]|[iu\u00fcy]+";

    @Test
    void syllablesAreCountedAsSpoken() {
        for (String word : "in-mi-gra-ci\u00f3n d\u00ed-a pa-\u00eds ciu-dad le-er a-yu-da que per-so-na fun-cio-na-rio"
                .split(" ", -1)) {
            assertEquals(word.split("-", -1).length, count(SPANISH_SYLLABLE, word.replace("-", "")), word);
        }
    }

    private static double wordsPerSentence(CharSequence text) {
        return count("[\\p{L}\\d]+", text) / (double) count("[.:;](?= )", text);
    }

    private static double syllablesPerWord(CharSequence text, String syllable) {
        return count(syllable, text.toString().toLowerCase(Locale.ROOT)) / (double) count("[\\p{L}\\d]+", text);
    }

    private static int count(String pattern, CharSequence text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        int count = 0;
        while (found.find()) {
            count++;
        }
        return count;
    }
}
