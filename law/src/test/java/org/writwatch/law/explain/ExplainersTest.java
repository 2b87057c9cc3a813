package org.writwatch.law.explain;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.problem.NotFound;
import org.writwatch.law.Law;
import org.writwatch.law.explain.Explainer.Sentence;
import org.writwatch.law.text.ExplainerText;

/**
 * The explainers read easily, one by one: English at most grade 8 (Flesch and Kincaid 1975), Spanish at least 65 on the
 * scale of Szigriszt-Pazos (1993, "fairly easy" on the INFLESZ scale).
 */
class ExplainersTest {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}’']+");
    private static final Pattern ENGLISH = Pattern.compile("[aeiouy]+");
    /** A strong vowel with the weak ones beside it, an accented weak one, or weak ones alone; two strong vowels part. */
    private static final Pattern SPANISH = Pattern.compile("[iuü]?[aeoáéó][iuy]?|[íú]|[iuüy]+");

    private final List<Explainer> all = Explainers.of(Law.bundled()).list();

    @Test
    void everyTopicIsThereAndEverySentenceRestsOnSomethingThatIsHeld() {
        assertEquals(14, all.size());
        for (Explainer explainer : all) {
            assertTrue(explainer.sentences().size() >= 8, explainer.id());
            assertTrue(explainer.sentences().stream().anyMatch(Sentence::verified), explainer.id());
            for (Sentence sentence : explainer.sentences()) {
                assertFalse(sentence.rests().isEmpty());
                for (Lang lang : Lang.values()) {
                    String said = sentence.said(lang);
                    assertEquals(sentence.verified(), !said.endsWith("[VERIFY]"), said);
                    assertTrue(sentence.words().getOrDefault(lang, "").endsWith("."), said);
                    String plain = said.toLowerCase(Locale.ROOT);
                    assertFalse(plain.matches(".*\\b(aliens?|illegals?|ilegales|indocumentad[oa]s?)\\b.*"), said);
                }
            }
        }
    }

    @Test
    void eightInTenSentencesRestOnSomethingThatWasRead() {
        long sentences = all.stream().mapToLong(e -> e.sentences().size()).sum();
        long read = all.stream()
                .flatMap(e -> e.sentences().stream())
                .filter(Sentence::verified)
                .count();
        assertTrue(read * 10 >= sentences * 8, read + " of " + sentences);
    }

    @Test
    void eachReadsEasilyInBothLanguages() {
        List<Executable> checks = new ArrayList<>();
        for (Explainer e : all) {
            checks.add(() -> {
                double grade = 0.39 * perSentence(e, Lang.EN) + 11.8 * syllables(e, Lang.EN, ENGLISH) - 15.59;
                assertTrue(grade <= 8.0, e.id() + " grade " + grade);
            });
            checks.add(() -> {
                double ease = 206.835 - 62.3 * syllables(e, Lang.ES, SPANISH) - perSentence(e, Lang.ES);
                assertTrue(ease >= 65.0, e.id() + " Szigriszt " + ease);
            });
        }
        assertAll(checks);
    }

    /** Both languages carry the same numbers, so neither says more than the other. */
    @Test
    void bothLanguagesCarryTheSameNumbers() {
        for (Explainer e : all) {
            for (Sentence s : e.sentences()) {
                assertEquals(numbers(s, Lang.EN), numbers(s, Lang.ES), s.said(Lang.EN));
            }
        }
    }

    @Test
    void theTextNumbersItsSources() {
        Explainer one = Explainers.of(Law.bundled()).get("what-is-287g");
        String text = ExplainerText.of(one, Lang.ES);
        assertTrue(text.contains("Qué es 287(g)") && text.contains("(1)"), text);
        assertTrue(text.contains("1. 8 U.S.C. § 1357(g)"), text);
        assertThrows(NotFound.class, () -> Explainers.of(Law.bundled()).get("nothing"));
    }

    private static List<String> numbers(Sentence sentence, Lang lang) {
        List<String> found = new ArrayList<>();
        Matcher m = Pattern.compile("[0-9]+").matcher(sentence.words().getOrDefault(lang, ""));
        while (m.find()) {
            found.add(m.group());
        }
        found.sort(String::compareTo);
        return found;
    }

    private static List<String> words(Explainer e, Lang lang) {
        List<String> found = new ArrayList<>();
        for (Sentence s : e.sentences()) {
            Matcher m = WORD.matcher(s.words().getOrDefault(lang, "").toLowerCase(Locale.ROOT));
            while (m.find()) {
                found.add(m.group());
            }
        }
        return found;
    }

    private static double perSentence(Explainer e, Lang lang) {
        return (double) words(e, lang).size() / e.sentences().size();
    }

    private static double syllables(Explainer e, Lang lang, Pattern vowels) {
        List<String> words = words(e, lang);
        long n = 0;
        for (String word : words) {
            n += Math.max(1, vowels.matcher(word).results().count());
        }
        return (double) n / words.size();
    }
}
