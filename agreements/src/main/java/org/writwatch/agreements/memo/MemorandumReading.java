package org.writwatch.agreements.memo;

import java.util.List;
import java.util.Optional;

/**
 * All that was read in one memorandum; {@link Memorandum} is the part that travels.
 *
 * @param memorandum model, form, dates and duties
 * @param recognition which form it is on and how sure that is
 * @param party the agency as printed in the opening words, when it could be read
 * @param clauses as numbered in print, in order; a clause that was not found is not there
 */
public record MemorandumReading(
        Memorandum memorandum, Recognition recognition, Optional<String> party, List<Clause> clauses) {
    public MemorandumReading {
        clauses = List.copyOf(clauses);
    }
}
