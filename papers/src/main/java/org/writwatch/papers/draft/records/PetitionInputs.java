package org.writwatch.papers.draft.records;

import org.writwatch.law.Jurisdiction;
import org.writwatch.law.Screening;

/**
 * What the skeleton of a records action is made from.
 *
 * @param request what the request was, or will be, made from
 * @param claim the records claim as it was screened, with the authority against it
 * @param practice how the state's courts take such an action
 * @param history what happened
 */
public record PetitionInputs(
        RequestInputs request, Screening.Claim claim, Jurisdiction practice, RequestHistory history) {}
