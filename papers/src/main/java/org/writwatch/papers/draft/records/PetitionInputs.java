package org.writwatch.papers.draft.records;

import java.util.List;
import org.writwatch.law.Jurisdiction;
import org.writwatch.law.Screening;

/**
 * What the skeleton of a records action is made from.
 *
 * @param request what the request was, or will be, made from
 * @param claim the records claim as it was screened, with the authority against it
 * @param practice how the state's courts take such an action
 * @param history what happened
 * @param attached titles of the exhibits that a lawyer attached, in the order of their letters
 */
public record PetitionInputs(
        RequestInputs request,
        Screening.Claim claim,
        Jurisdiction practice,
        RequestHistory history,
        List<String> attached) {
    public PetitionInputs {
        attached = List.copyOf(attached);
    }

    /** Nothing is attached yet. */
    public PetitionInputs(RequestInputs request, Screening.Claim claim, Jurisdiction practice, RequestHistory history) {
        this(request, claim, practice, history, List.of());
    }
}
