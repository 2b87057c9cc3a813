package org.writwatch.agreements.memo;

import org.writwatch.facts.Source;
import org.writwatch.facts.phrase.Phrase;

/**
 * One thing a memorandum makes somebody do, or lets them do, or a term that governs it.
 *
 * @param id what kind of duty, the same in every template: "training-before-authority", "complaint-notice"
 * @param who who owes or holds it
 * @param force how it binds
 * @param summary what, when and to whom, in plain words
 * @param clause clause number as printed: "IV.C", "XII", "Appendix B"
 * @param page page of the PDF, from 1
 * @param quote the words as read from the page, line breaks folded; check a recognised one against the page before filing
 * @param ocr whether the words were recognised from a picture of the page
 * @param source the memorandum, located at this page and clause
 */
public record Duty(
        String id,
        Party who,
        Force force,
        Phrase summary,
        String clause,
        int page,
        String quote,
        boolean ocr,
        Source source) {
    /** Who the duty falls on. */
    public enum Party {
        AGENCY,
        ICE,
        BOTH
    }

    /** Whether it binds. */
    public enum Force {
        /** "shall", "will", "must", "agrees to". */
        MUST,
        /** "should", "is expected to", "where practicable". */
        SHOULD,
        /** "may", "reserves the right to". */
        MAY,
        /** Nobody does anything under it: a term that says how the agreement works. */
        TERM
    }

    public Duty {
        if (page < 1 || quote.isBlank() || clause.isBlank()) {
            throw new IllegalArgumentException("a duty is quoted with its clause and page: " + id);
        }
    }
}
