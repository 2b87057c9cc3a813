package org.writwatch.law.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.Authority;
import org.writwatch.law.Confidence;
import org.writwatch.law.Datum;
import org.writwatch.law.Law;
import org.writwatch.law.Spanish;
import org.writwatch.law.text.Casebook;
import org.writwatch.law.text.JurisdictionPage;

/** Every text of the law data is said in Spanish too, with the same figures and flags, and no Spanish is left over. */
class SpanishTest {
    private static final Law LAW = Law.bundled();
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /** Where something was read, and a name: no statement of law, said in Spanish all the same. */
    private static final Set<String> NAMES = Set.of(
            "Federal courts",
            "general knowledge",
            "general knowledge; not found in stored material",
            "general legal knowledge; not found in stored material",
            "general legal knowledge; that sentence was not found in stored material",
            "not checked",
            "the authorities named",
            "the signed memoranda of 2025 that ICE published (see agreements/memo/memoranda.csv)");

    @Test
    void everyTextHasSpanishAndEverySpanishIsUsed() {
        Map<String, String> said = SaidTexts.of(LAW);
        assertTrue(said.size() > 1000, "only " + said.size() + " texts");
        List<String> without = said.entrySet().stream()
                .filter(e -> Spanish.find(e.getKey()).isEmpty())
                .map(e -> e.getValue() + ": " + e.getKey())
                .toList();
        assertEquals(List.of(), without, "add these to data/spanish.csv");
        Set<String> unused = new TreeSet<>(Spanish.texts());
        unused.removeAll(said.keySet());
        unused.removeAll(NAMES);
        assertEquals(Set.of(), unused, "nothing says these any more: take them out of data/spanish.csv");
    }

    /** Dates turn round and thousands keep their commas, so the figures are compared as a bag. */
    @Test
    void spanishHasTheFiguresAndTheFlagsOfTheEnglish() {
        for (String english : Spanish.texts()) {
            String spanish = Spanish.find(english).orElseThrow();
            assertEquals(numbers(english), numbers(spanish), english + "\n" + spanish);
            assertEquals(count(english, "[VERIFY"), count(spanish, "[VERIFY"), english + "\n" + spanish);
            assertEquals(count(english, "(K)"), count(spanish, "(K)"), english + "\n" + spanish);
        }
    }

    /** Words between double quotation marks are somebody's own and stay as they are. */
    @Test
    void quotationsStayInTheLanguageTheyWereWrittenIn() {
        Pattern quoted = Pattern.compile("\"([^\"]+)\"");
        for (String english : Spanish.texts()) {
            Matcher quotes = quoted.matcher(english);
            while (quotes.find() && quotes.group(1).split(" ").length > 3) {
                String words = quotes.group(1);
                assertTrue(Spanish.find(english).orElseThrow().contains(words), english);
            }
        }
    }

    @Test
    void textThatHasChangedIsPrintedInEnglishAndMarked() {
        Datum changed = new Datum(
                List.of("any person", "words nobody translated"),
                Optional.empty(),
                "a source",
                Confidence.FROM_KNOWLEDGE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertEquals(
                "any person; words nobody translated [VERIFY] (en inglés)",
                Phrasebook.of(Lang.ES).say(changed.said()));
        assertEquals(
                "any person; words nobody translated [VERIFY]",
                Phrasebook.of(Lang.EN).say(changed.said()));
    }

    @Test
    void noPageOfAJurisdictionAndNoCaseSaysThatItIsInEnglish() {
        for (String code : Law.codes()) {
            String page = JurisdictionPage.of(LAW, code, Lang.ES).text();
            assertFalse(page.contains("(en inglés)"), page);
            assertFalse(page.contains("not found in stored material"), page);
        }
        Casebook cases = Casebook.of(LAW, Optional.empty(), Optional.empty());
        assertFalse(cases.text(Lang.ES).contains("(en inglés)"));
        for (Authority a : LAW.authorities()) {
            assertFalse(String.join(" ", a.cutsAgainstIn(Lang.ES)).contains("(en inglés)"), a.id());
        }
    }

    private static List<String> numbers(String text) {
        List<String> all = new ArrayList<>();
        Matcher found = NUMBER.matcher(text);
        while (found.find()) {
            all.add(found.group());
        }
        all.sort(null);
        return all;
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
