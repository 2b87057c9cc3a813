package org.writwatch.agreements.memo;

import org.writwatch.facts.phrase.Phrase;

/**
 * One place where a memorandum does not say what its form says, or a blank of the form.
 *
 * @param kind how it departs
 * @param clause clause number of the form
 * @param page page of the file, from 1
 * @param form the form's words that are not there; empty when nothing is missing
 * @param read the memorandum's words that the form does not have; empty when nothing was put in
 * @param sure false where it may be nothing but a misreading: see the page
 */
public record Departure(Kind kind, String clause, int page, String form, String read, boolean sure) {
    /** How a memorandum departs from its form. */
    public enum Kind {
        ADDED,
        STRUCK,
        /** Struck, and other words in their place. */
        CHANGED,
        /** A blank, as the form wants it; no departure, listed because what was put in matters. */
        FILLED;

        /** Its name, for a heading. */
        public Phrase phrase() {
            return Phrase.of("agreements", "memo.departure." + name());
        }
    }

    public Departure {
        if (clause.isBlank() || page < 1) {
            throw new IllegalArgumentException("a departure has a clause and a page: '" + clause + "' p. " + page);
        }
    }
}
