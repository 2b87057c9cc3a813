package org.writwatch.papers.draft.suit;

import java.util.List;
import java.util.Optional;
import org.writwatch.facts.Agency;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Place;
import org.writwatch.facts.Reach;
import org.writwatch.facts.UsState;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.NotFound;
import org.writwatch.law.Law;
import org.writwatch.law.RecordsLaw;
import org.writwatch.law.calendar.Deadlines;
import org.writwatch.law.matter.Matter;
import org.writwatch.papers.draft.records.AgencyRecord;
import org.writwatch.papers.draft.records.RequestInputs;

/** A request for records to an agency that nothing is known of: its name and place stay gaps, or are those of the manifest. */
public final class UnnamedAgency {
    private UnnamedAgency() {}

    /**
     * The request.
     *
     * @param known the agency, when it is known and only its county is not
     * @throws NotFound when the matter is federal: such a request has its own paper
     */
    public static RequestInputs request(Matter matter, Filing filing, Law law, Optional<Agency> known) {
        UsState state = UsState.find(matter.jurisdiction())
                .orElseThrow(
                        () -> new NotFound(Phrase.of("law", "jurisdiction.unknown", matter.jurisdiction()), List.of()));
        Agency agency = known.orElseGet(() -> new Agency(
                "agency-not-named",
                filing.agency().orElse("[NAME OF THE AGENCY]"),
                state,
                Reach.COUNTY,
                Optional.empty(),
                Optional.empty()));
        Place place = new Place(new Fips(state.fips() + "000"), filing.place().orElse("[COUNTY]"), state);
        RecordsLaw records = law.records(state);
        AgencyRecord record = new AgencyRecord(
                agency, place, matter.respondent().office(), List.of(), List.of(), List.of(), List.of());
        return new RequestInputs(
                matter.asOf(),
                record,
                List.of(),
                records,
                law.findAuthority("2366"),
                List.of(Deadlines.recordsResponse(records, matter.asOf())),
                Optional.empty());
    }
}
