package org.writwatch.agreements.memo;

import java.util.List;
import java.util.Optional;
import org.writwatch.facts.phrase.Phrase;

/**
 * Something a records request can ask for because a memorandum makes somebody keep, send or hold it.
 *
 * @param id what is asked for: "training", "holds", or "memorandum" for the agreement itself
 * @param what the records, in words fit for a request
 * @param duties those that make the records exist, each with its clause, page and words, the one that says it best first;
 *     empty when the agency's memorandum is not held
 */
public record Requestable(String id, Phrase what, List<Duty> duties) {
    public Requestable {
        duties = List.copyOf(duties);
    }

    /** The duty that says it best; empty when the agency's memorandum is not held. */
    public Optional<Duty> duty() {
        return duties.stream().findFirst();
    }
}
