package org.writwatch.facts.phrase;

import java.util.List;

/**
 * Something to be said, in no language yet: the module whose phrase file has it, the key there, and the arguments.
 *
 * <p>Arguments may be text (said as it stands), another phrase, {@link Translated} words, a {@link Figure}, an {@link Integer} or {@link Long}, a
 * {@link java.time.LocalDate}, a {@link java.time.YearMonth}, a {@link org.writwatch.facts.UsState} or a list of these
 * (joined as a sentence would). Anything else is a defect and is refused.
 *
 * @param module name of the module that owns the words
 * @param key key in its phrase files
 * @param args arguments for the numbered places {0}, {1}, …
 */
public record Phrase(String module, String key, List<Object> args) {
    public Phrase {
        args = List.copyOf(args);
        for (Object arg : args) {
            Phrasebook.requireSayable(arg);
        }
    }

    /** A phrase with its arguments in order. */
    public static Phrase of(String module, String key, Object... args) {
        return new Phrase(module, key, List.of(args));
    }

    /** Words that are the same in every language: a name, a citation, a quotation. */
    public static Phrase verbatim(String text) {
        return of("facts", "verbatim", text);
    }
}
