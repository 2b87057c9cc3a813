package org.writwatch.agreements.memo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.writwatch.facts.UsState;

/**
 * The office under a signature, taken only when every word of it is one that offices are made of: a line that a scribble made
 * unreadable gives none.
 */
final class Office {
    private static final Set<String> HEADS = Set.of(
            "sheriff",
            "undersheriff",
            "director",
            "chief",
            "superintendent",
            "commissioner",
            "colonel",
            "lieutenant",
            "jailer",
            "administrator",
            "warden",
            "major",
            "captain",
            "secretary",
            "marshal",
            "constable");
    private static final Set<String> BESIDE = Set.of(
            "acting",
            "interim",
            "deputy",
            "assistant",
            "associate",
            "executive",
            "senior",
            "high",
            "police",
            "public",
            "safety",
            "enforcement",
            "state",
            "institutions",
            "corrections",
            "investigation");
    private static final Set<String> GLUE = Set.of("of", "and", "the", "for");

    private Office() {}

    /**
     * The words of an office with which a line begins, as printed; letters set apart are put together. A line that begins with
     * anything else gives none: what is unread there may be part of the office.
     */
    static Optional<String> find(String line) {
        List<String> run = new ArrayList<>();
        for (String word : line.split(" ", -1)) {
            if (!part(letters(word))) {
                break;
            }
            run.add(word);
        }
        while (!run.isEmpty() && GLUE.contains(letters(run.get(run.size() - 1)))) {
            run.remove(run.size() - 1);
        }
        boolean office = run.stream().anyMatch(w -> HEADS.contains(letters(w)));
        return office ? Optional.of(String.join(" ", run).replaceAll("[^A-Za-z]+$", "")) : together(letters(line));
    }

    /** Whether a word of offices stands in the line. */
    static boolean mentions(String line) {
        for (String word : line.split(" ", -1)) {
            if (HEADS.contains(letters(word)) || BESIDE.contains(letters(word))) {
                return true;
            }
        }
        return false;
    }

    /** "S h e ri ff": the letters of a line cut into an office's words, when that leaves nothing over. */
    private static Optional<String> together(String letters) {
        List<String> words = new ArrayList<>();
        int from = 0;
        while (from < letters.length()) {
            int to = letters.length();
            while (to > from && !part(letters.substring(from, to))) {
                to--;
            }
            if (to == from) {
                return Optional.empty();
            }
            words.add(letters.substring(from, to));
            from = to;
        }
        return words.stream().anyMatch(HEADS::contains)
                ? Optional.of(String.join(
                        " ",
                        words.stream()
                                .map(w -> GLUE.contains(w)
                                        ? w
                                        : w.substring(0, 1).toUpperCase(Locale.ROOT) + w.substring(1))
                                .toList()))
                : Optional.empty();
    }

    private static boolean part(String word) {
        return HEADS.contains(word)
                || BESIDE.contains(word)
                || GLUE.contains(word)
                || (word.length() > 2 && UsState.find(word).isPresent());
    }

    private static String letters(String word) {
        return word.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }
}
