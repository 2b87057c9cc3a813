package org.writwatch.papers.draft.records;

import java.util.List;
import java.util.Optional;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.memo.Memorandum;
import org.writwatch.facts.Agency;
import org.writwatch.facts.Place;
import org.writwatch.facts.Source;

/**
 * The agency that is asked, and what the published record shows of it.
 *
 * @param agency whose records they are
 * @param place the county where it keeps them
 * @param office the office that heads it, "Sheriff"; empty when it is not known
 * @param sources where its name and place come from
 * @param agreements every agreement of it, of any model and status
 * @param searched the lists that were looked through, for when none was found
 * @param memoranda those of its memoranda that are held
 */
public record AgencyRecord(
        Agency agency,
        Place place,
        Optional<String> office,
        List<Source> sources,
        List<Agreement> agreements,
        List<Source> searched,
        List<Memorandum> memoranda) {
    public AgencyRecord {
        sources = List.copyOf(sources);
        agreements = List.copyOf(agreements);
        searched = List.copyOf(searched);
        memoranda = List.copyOf(memoranda);
        for (Agreement agreement : agreements) {
            if (!agreement.agency().id().equals(agency.id())) {
                throw new IllegalArgumentException(agreement.id() + " is not an agreement of " + agency.id());
            }
        }
    }
}
