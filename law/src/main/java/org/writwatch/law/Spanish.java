package org.writwatch.law;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.bundle.Row;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.facts.phrase.Translated;

/**
 * What the law data say in English, said in Spanish: the table {@code data/spanish.csv}, one line a text. A text that has
 * changed in the data no longer has its line, so old Spanish never stands beside new English: it is then printed in English
 * and marked. Read once, when first asked for. Safe for use by several threads.
 */
public final class Spanish {
    private static final String FLAG = " [VERIFY]";

    private Spanish() {}

    private static final class Table {
        static final Map<String, String> WORDS = read();

        private static Map<String, String> read() {
            Map<String, String> words = new LinkedHashMap<>();
            try (Stream<Row> rows = Bundle.of("law").rows("data/spanish.csv")) {
                rows.forEach(r -> {
                    if (words.put(r.text("english"), r.text("spanish")) != null) {
                        throw new IllegalStateException(r.where() + ": the same English a second time");
                    }
                });
            }
            return Collections.unmodifiableMap(words);
        }
    }

    /** The Spanish of a text of the data, when there is one. */
    public static Optional<String> find(String english) {
        return Optional.ofNullable(Table.WORDS.get(english));
    }

    /** The texts joined by semicolons, in Spanish, when there is Spanish for each of them. */
    public static Optional<String> find(List<String> english) {
        List<String> said =
                english.stream().map(Spanish::find).flatMap(Optional::stream).toList();
        return said.size() == english.size() ? Optional.of(String.join("; ", said)) : Optional.empty();
    }

    /**
     * A name, a citation or where something was read, in the language asked for: as it stands where it has no Spanish. A flag
     * {@code [VERIFY]} after it stays.
     */
    public static String name(String english, Lang lang) {
        String bare = english.endsWith(FLAG) ? english.substring(0, english.length() - FLAG.length()) : english;
        return lang == Lang.EN
                ? english
                : find(bare).map(es -> es + english.substring(bare.length())).orElse(english);
    }

    /** The text in the language asked for; English that has no Spanish is marked as English. */
    public static String say(String english, Lang lang) {
        return lang == Lang.EN ? english : Phrasebook.of(lang).say(phrase(english));
    }

    /** The text as words to be said in the language of the reader; English that has no Spanish is marked as English. */
    public static Phrase phrase(String english) {
        return phrase(List.of(english), "");
    }

    /** The texts joined by semicolons as words to be said, with what stands after them in both languages. */
    public static Phrase phrase(List<String> english, String after) {
        String all = String.join("; ", english) + after;
        return find(english)
                .map(es -> Phrase.of("law", "datum", new Translated(all, es + after)))
                .orElseGet(() -> Phrase.of("law", "datum.english", all));
    }

    /** Every English text that has a line. */
    public static Set<String> texts() {
        return Table.WORDS.keySet();
    }
}
