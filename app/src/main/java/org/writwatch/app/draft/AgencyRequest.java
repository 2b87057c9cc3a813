package org.writwatch.app.draft;

import java.util.List;
import java.util.Optional;
import org.writwatch.agreements.Registry;
import org.writwatch.app.dossier.DossierContents;
import org.writwatch.evidence.Effect;
import org.writwatch.evidence.Finding;
import org.writwatch.facts.Agency;
import org.writwatch.facts.Place;
import org.writwatch.facts.UsState;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.law.Law;
import org.writwatch.law.matter.Matter;
import org.writwatch.papers.draft.records.RequestInputs;
import org.writwatch.papers.draft.suit.Filing;
import org.writwatch.papers.draft.suit.UnnamedAgency;

/**
 * What the register and the estimates hold of the agency that a matter names. Where the matter names none, or one that no
 * list of ICE names, the papers keep a gap for it.
 *
 * @param request what a request for its records is made from; empty for a federal matter
 * @param findings estimates for its county
 * @param found whether the agency was found in the register
 */
record AgencyRequest(Optional<RequestInputs> request, List<Finding> findings, boolean found) {
    static AgencyRequest of(Registry registry, Matter matter, Filing filing) {
        Optional<UsState> state = UsState.find(matter.jurisdiction());
        if (state.isEmpty()) {
            return new AgencyRequest(Optional.empty(), List.of(), false);
        }
        Optional<Agency> agency = matter.respondent()
                .agency()
                .flatMap(registry::find)
                .map(h -> h.agency())
                .filter(a -> a.state() == state.get());
        Optional<Place> place = agency.flatMap(Agency::county).flatMap(Gazetteer.bundled()::find);
        if (agency.isPresent() && place.isPresent()) {
            List<Finding> findings = Effect.bundled().forPlace(place.get());
            return new AgencyRequest(
                    Optional.of(DossierContents.request(registry, place.get(), matter.asOf(), agency.get(), findings)),
                    findings,
                    true);
        }
        return new AgencyRequest(
                Optional.of(UnnamedAgency.request(matter, filing, Law.bundled(), agency)),
                List.of(),
                agency.isPresent());
    }
}
