package org.writwatch.papers.draft.records;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.writwatch.law.Authority;
import org.writwatch.law.RecordsLaw;
import org.writwatch.law.Screening.Deadline;

/**
 * What a records request is made from.
 *
 * @param asOf the day it speaks for
 * @param record the agency and what is known of it
 * @param asked the records asked for beyond those that every request asks for, in order
 * @param law the records law that binds the agency
 * @param overlay the federal rule that keeps back what identifies a person held, when held in the data
 * @param deadlines when the law asks the agency to answer, counted from the day of receipt each names; empty when the
 *     law has no number
 * @param requester name of the person who asks; a gap when empty
 */
public record RequestInputs(
        LocalDate asOf,
        AgencyRecord record,
        List<Asked> asked,
        RecordsLaw law,
        Optional<Authority> overlay,
        List<Deadline> deadlines,
        Optional<String> requester) {
    public RequestInputs {
        asked = List.copyOf(asked);
        deadlines = List.copyOf(deadlines);
    }
}
