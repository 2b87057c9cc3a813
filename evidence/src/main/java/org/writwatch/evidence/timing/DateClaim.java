package org.writwatch.evidence.timing;

import java.time.LocalDate;
import org.writwatch.facts.Source;
import org.writwatch.facts.phrase.Phrase;

/**
 * One source's word on when an agreement began or ended.
 *
 * @param agreement the agreement's id
 * @param side whether it speaks of the beginning or the end
 * @param basis what kind of source it is
 * @param from the day, or the first day on which it can have been
 * @param to the day, or the last day on which it can have been; never before {@code from}
 * @param sentence the claim in words
 * @param source where it stands
 */
public record DateClaim(
        String agreement, Side side, Basis basis, LocalDate from, LocalDate to, Phrase sentence, Source source) {
    public DateClaim {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(agreement + ": " + from + " to " + to);
        }
    }

    /** Whether it names one day. */
    public boolean exact() {
        return from.equals(to);
    }

    /** Whether the two can both be true. */
    public boolean fits(DateClaim other) {
        return !other.to.isBefore(from) && !other.from.isAfter(to);
    }

    /** Beginning or end. */
    public enum Side {
        BEGAN,
        ENDED
    }

    /** Kinds of source, those that prove most first. */
    public enum Basis {
        /** A letter or order that ends it, or the memorandum that begins it. */
        DOCUMENT,
        /** The signing date that a published list prints. */
        PRINTED_DATE,
        /** First and last lists that name it. */
        LISTS,
        /** The custody series of the jail goes silent or changes level. */
        CUSTODY
    }
}
