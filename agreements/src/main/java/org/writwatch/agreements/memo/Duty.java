package org.writwatch.agreements.memo;

import org.writwatch.facts.Source;
import org.writwatch.facts.phrase.Phrase;

/**
 * One thing a memorandum makes somebody do, or lets them do.
 *
 * @param id what kind of duty, the same in every template: "training-before-authority", "complaint-notice"
 * @param who who owes or holds it
 * @param force must or may
 * @param summary what, when and to whom, in plain words
 * @param clause clause number as printed: "IV.C", "XII", "Appendix B"
 * @param page page of the PDF, from 1
 * @param quote the words as printed, line breaks folded
 * @param source the memorandum, located at this page and clause
 */
public record Duty(
        String id, Party who, Force force, Phrase summary, String clause, int page, String quote, Source source) {
    /** Who the duty falls on. */
    public enum Party {
        AGENCY,
        ICE,
        BOTH
    }

    /** Whether it binds. */
    public enum Force {
        MUST,
        MAY
    }

    public Duty {
        if (page < 1 || quote.isBlank() || clause.isBlank()) {
            throw new IllegalArgumentException("a duty is quoted with its clause and page: " + id);
        }
    }
}
