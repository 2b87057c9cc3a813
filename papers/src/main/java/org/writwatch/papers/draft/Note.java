package org.writwatch.papers.draft;

/**
 * What stands behind a statement, printed as a footnote where the statement is made.
 *
 * @param kind what sort of support it is
 * @param text the footnote, a full sentence or citation with its full stop
 */
public record Note(Kind kind, String text) {
    /** What sort of support a note gives. */
    public enum Kind {
        /** An exhibit of this filing, with the place inside it. */
        EXHIBIT,
        /** A published source, in full. */
        SOURCE,
        /** A statute, rule, case or instrument, with how it was checked. */
        LAW,
        /** The signer's own knowledge: to be sworn to, or struck. */
        SIGNER
    }

    public Note {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a note says something");
        }
    }
}
