package org.writwatch.agreements.memo;

import java.util.Optional;
import org.writwatch.facts.Source;
import org.writwatch.facts.phrase.Phrase;

/**
 * One thing a memorandum makes somebody do, or lets them do, or a term that governs it.
 *
 * @param id what kind of duty, the same in every template: "training-before-authority", "complaint-notice"
 * @param topic what it is about
 * @param who who owes or holds it
 * @param force how it binds
 * @param to to whom it is owed, where the form says so
 * @param when when it is due, where the form says so
 * @param summary what, when and to whom, in plain words
 * @param clause clause number as printed: "IV.C", "XII", "Appendix B"
 * @param page page of the PDF, from 1
 * @param quote the words as printed, line breaks folded. A word that was read wrong is put right from the form when what
 *     was read is no word of any form and differs by a letter or a space; check a recognised page before filing
 * @param ocr whether the words were recognised from a picture of the page
 * @param source the memorandum, located at this page and clause
 */
public record Duty(
        String id,
        Topic topic,
        Party who,
        Force force,
        Optional<To> to,
        Optional<Timing> when,
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

    /** To whom it is owed. */
    public enum To {
        ICE,
        AGENCY,
        /** Whichever party did not act. */
        OTHER_PARTY,
        /** Trained officers. */
        OFFICERS,
        PUBLIC,
        /** People in custody. */
        PEOPLE_HELD,
        COMPLAINANT,
        FEDERAL_REVIEWERS,
        JUSTICE_DEPARTMENT,
        COURT;

        /** In words: "ICE", "the public". */
        public Phrase phrase() {
            return Phrase.of("agreements", "memo.to." + name());
        }
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

    /** A duty of which only the words matter: filed under the topic of its kind, owed to nobody named, at no set time. */
    public Duty(
            String id,
            Party who,
            Force force,
            Phrase summary,
            String clause,
            int page,
            String quote,
            boolean ocr,
            Source source) {
        this(
                id,
                DutyTable.bundled().topic(id),
                who,
                force,
                Optional.empty(),
                Optional.empty(),
                summary,
                clause,
                page,
                quote,
                ocr,
                source);
    }
}
