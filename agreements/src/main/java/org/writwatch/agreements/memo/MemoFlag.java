package org.writwatch.agreements.memo;

import java.util.Optional;
import org.writwatch.facts.phrase.Phrase;

/**
 * Something that a person should look at before this document is used as the agreement of an agency.
 *
 * @param kind what is odd
 * @param words what was found, in a sentence
 * @param page where, from 1; empty when it is about the whole file
 */
public record MemoFlag(Kind kind, Phrase words, Optional<Integer> page) {
    /** What can be odd about a document. */
    public enum Kind {
        /** The lists link one PDF under several agencies, or the document names two. */
        TWO_AGENCIES,
        /** The document names an agency the list does not mean. */
        OTHER_AGENCY,
        /** The document is of a model the list does not have for the agency. */
        OTHER_MODEL,
        /** The file's name has another state than the list. */
        STATE_IN_NAME,
        /** The file's name has another date than the list. */
        DATE_IN_NAME,
        MISSING_APPENDIX,
        /** Neither a date nor a mark stands where a party signs. */
        UNSIGNED,
        /** The revision printed on it is none the library of forms knows. */
        UNKNOWN_REVISION,
        /** The PDF carries a script; it was not run. */
        SCRIPT,
        /** The PDF carries another file; it was not opened. */
        ATTACHMENT
    }

    static MemoFlag of(Kind kind, Object... args) {
        return new MemoFlag(kind, Phrase.of("agreements", "memo.flag." + kind.name(), args), Optional.empty());
    }

    static MemoFlag onPage(Kind kind, int page, String key, Object... args) {
        return new MemoFlag(kind, Phrase.of("agreements", "memo.flag." + key, args), Optional.of(page));
    }
}
