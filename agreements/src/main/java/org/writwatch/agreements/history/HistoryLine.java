package org.writwatch.agreements.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.writwatch.agreements.Model;

/**
 * Everything the lists show of one agreement.
 *
 * @param id stable and content-derived: agency id, model and the signing date first printed that can be one; a date that
 *     is corrected later does not change it; an application that is not listed yet has {@link #applicationId}
 * @param agencyId the agency it names last
 * @param model its kind
 * @param signed the signing date last printed that can be one
 * @param hybrid whether the table prints one agreement of two kinds, of which this is one
 * @param listed its runs on lists of agreements, in order; empty for an application that was never listed
 * @param pending its runs on lists of applications, in order
 * @param ended the day it ended and the document that says so
 */
public record HistoryLine(
        String id,
        String agencyId,
        Model model,
        Optional<LocalDate> signed,
        boolean hybrid,
        List<Spell> listed,
        List<Spell> pending,
        Optional<End> ended) {
    public HistoryLine {
        listed = List.copyOf(listed);
        pending = List.copyOf(pending);
    }

    private static final String APPLICATION = "pending";

    /** The id an agreement had while it was an application: agency id and model, "pending" for the date it lacks. */
    public static String applicationId(String id) {
        return id.substring(0, id.lastIndexOf('/') + 1) + APPLICATION;
    }

    /** Whether it was applied for and has now, or had once, this id. */
    public boolean wasApplication(String asked) {
        return !pending.isEmpty() && applicationId(id).equals(asked);
    }

    /** A documented end: the day and the document. */
    public record End(LocalDate on, String document) {}
}
