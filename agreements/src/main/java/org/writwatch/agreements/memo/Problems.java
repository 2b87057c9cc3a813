package org.writwatch.agreements.memo;

import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;

/** The refusals of this package, in the house shape. */
final class Problems {
    private Problems() {}

    /** Keys are those under {@code memo.problem.} in the phrase files; arguments go to what was found. */
    static BadInput bad(String where, String found, String expected, String remedy, Object... args) {
        return new BadInput(
                where,
                Phrase.of("agreements", "memo.problem." + found, args),
                Phrase.of("agreements", "memo.problem." + expected),
                Phrase.of("agreements", "memo.problem." + remedy));
    }

    static String page(String file, int page) {
        return file + " p. " + page;
    }
}
