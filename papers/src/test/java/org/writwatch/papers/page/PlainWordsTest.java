package org.writwatch.papers.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.writwatch.facts.phrase.Lang;

/**
 * The page's own sentences are plain: English at most grade 8 (Flesch and Kincaid 1975), Spanish at least 65 on the
 * Szigriszt-Pazos scale, and no word for people that the law misuses.
 */
class PlainWordsTest {
    private static Map<String, String> phrases(Lang lang) throws IOException {
        Properties read = new Properties();
        try (Reader in = new InputStreamReader(
                PlainWordsTest.class.getResourceAsStream("/org/writwatch/papers/phrases_" + lang.tag() + ".properties"),
                StandardCharsets.UTF_8)) {
            read.load(in);
        }
        Map<String, String> ours = new TreeMap<>();
        read.stringPropertyNames().stream()
                .filter(k -> k.startsWith("page.") || k.startsWith("chart."))
                .forEach(k -> ours.put(k, read.getProperty(k)));
        return ours;
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() throws IOException {
        Map<String, String> en = phrases(Lang.EN);
        Map<String, String> es = phrases(Lang.ES);
        assertEquals(en.keySet(), es.keySet());
        en.forEach((key, pattern) -> assertEquals(places(pattern), places(es.get(key)), key));
        en.forEach((key, pattern) -> assertEquals(
                pattern.endsWith("."), es.get(key).endsWith("."), key + ": a sentence in one language only"));
    }

    private static Set<String> places(String pattern) {
        Set<String> places = new TreeSet<>();
        Matcher m = Pattern.compile("\\{\\d").matcher(pattern);
        while (m.find()) {
            places.add(m.group());
        }
        return places;
    }

    @Test
    void englishIsAtMostGradeEight() throws IOException {
        Readability all = new Readability();
        List<String> hard = new ArrayList<>();
        for (String sentence : sentences(Lang.EN)) {
            Readability one = Readability.of(sentence, Lang.EN);
            all.add(one);
            if (one.words() > 4 && one.grade() > 12) {
                hard.add(String.format(Locale.ROOT, "%.1f %s", one.grade(), sentence));
            }
        }
        assertTrue(all.words() > 500, "something was measured");
        assertTrue(all.grade() <= 8, () -> "grade " + all.grade());
        assertEquals(List.of(), hard);
    }

    @Test
    void spanishIsAtLeastFairlyEasy() throws IOException {
        Readability all = new Readability();
        List<String> hard = new ArrayList<>();
        for (String sentence : sentences(Lang.ES)) {
            Readability one = Readability.of(sentence, Lang.ES);
            all.add(one);
            if (one.words() > 6 && one.szigriszt() < 40) {
                hard.add(String.format(Locale.ROOT, "%.1f %s", one.szigriszt(), sentence));
            }
        }
        assertTrue(all.words() > 500);
        assertTrue(all.szigriszt() >= 65, () -> "Szigriszt " + all.szigriszt());
        assertEquals(List.of(), hard);
    }

    @Test
    void peopleAreCalledPeople() throws IOException {
        for (Lang lang : Lang.values()) {
            phrases(lang)
                    .forEach((key, said) -> assertTrue(
                            !said.toLowerCase(Locale.ROOT)
                                    .matches(".*\\b(alien|aliens|illegals?|ilegales|you will win|odds)\\b.*"),
                            key));
        }
    }

    private static List<String> sentences(Lang lang) throws IOException {
        List<String> found = new ArrayList<>();
        for (var e : phrases(lang).entrySet()) {
            if (e.getKey().startsWith("page.")) {
                String said = e.getValue().replace("''", "'").replaceAll("\\{\\d[^}]*}", "Clay");
                for (String s : said.split("(?<=[.?!:])\\s+", -1)) {
                    if (s.matches("(?s).*[.?!]$")) {
                        found.add(s);
                    }
                }
            }
        }
        return found;
    }
}
