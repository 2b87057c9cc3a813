package org.writwatch.papers.draft.redact;

/**
 * Something that must be looked at before a document is filed. It never holds the thing itself.
 *
 * @param kind what it is
 * @param page page, from 1; 0 for words that stand on no page
 */
public record Hit(Kind kind, int page) {
    /** What is looked for. */
    public enum Kind {
        /** Words that a black box hides from the eye and not from a copy. */
        TEXT_UNDER_BOX,
        SOCIAL_SECURITY,
        A_NUMBER,
        BIRTH_DATE,
        MINOR,
        ACCOUNT
    }
}
