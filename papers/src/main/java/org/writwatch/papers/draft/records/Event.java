package org.writwatch.papers.draft.records;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that happened between the requester and the agency, as the signer tells it.
 *
 * @param on the day
 * @param how what happened, to go on after the day: "by e-mail to records@example.gov", "in these words: …"; may be empty
 * @param exhibit the document that shows it, in the words of an exhibit list; empty when it rests on the signer alone
 * @param place where in that document, "page 3"; empty for the whole of it
 */
public record Event(LocalDate on, String how, Optional<String> exhibit, Optional<String> place) {
    /** Something that the whole of a document shows. */
    public Event(LocalDate on, String how, Optional<String> exhibit) {
        this(on, how, exhibit, Optional.empty());
    }
}
