package org.writwatch.agreements;

import java.time.LocalDate;
import org.writwatch.facts.Source;

/** How an agreement stands at an as-of date. "No longer listed" is not "ended": ICE announces no departures. */
public sealed interface AgreementStatus {
    /** On the last list that was published; {@code lastListed} is that list's date. */
    record Active(LocalDate lastListed) implements AgreementStatus {}

    /** Ended, and a document says so. */
    record Ended(LocalDate on, Source document) implements AgreementStatus {}

    /**
     * Was listed and is so no more; nothing says why.
     *
     * @param lastListed date of the last list that had it
     * @param firstAbsent date of the first list after that without it
     */
    record NotSeen(LocalDate lastListed, LocalDate firstAbsent) implements AgreementStatus {
        public NotSeen {
            if (firstAbsent.isBefore(lastListed)) {
                throw new IllegalArgumentException("first absent " + firstAbsent + " before last listed " + lastListed);
            }
        }
    }

    /** On a list of pending applications and not yet on a list of agreements. */
    record Pending(LocalDate firstListed, LocalDate lastListed) implements AgreementStatus {}
}
