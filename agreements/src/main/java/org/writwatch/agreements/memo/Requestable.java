package org.writwatch.agreements.memo;

import java.util.Optional;
import org.writwatch.facts.phrase.Phrase;

/**
 * Something a records request can ask for because a memorandum makes somebody keep, send or hold it.
 *
 * @param id the duty it follows from, or "memorandum" for the agreement itself
 * @param what the records, in words fit for a request
 * @param duty the duty with its clause, page and words; empty when the agency's memorandum is not held
 */
public record Requestable(String id, Phrase what, Optional<Duty> duty) {}
