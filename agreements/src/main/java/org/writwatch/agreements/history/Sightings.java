package org.writwatch.agreements.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.writwatch.agreements.Model;
import org.writwatch.agreements.roster.ModelNames;
import org.writwatch.agreements.roster.Printed;
import org.writwatch.agreements.roster.PublishedList;
import org.writwatch.agreements.roster.StateNames;
import org.writwatch.facts.UsState;

/** Understands rows; what was printed once is understood once. Not safe for use by several threads. */
final class Sightings {
    private final IdentityHashMap<Printed, Optional<Meaning>> met = new IdentityHashMap<>(1 << 14);
    private final Map<Printed, Optional<Meaning>> meanings = new HashMap<>(1 << 14);
    private final Map<String, AgencyName> names = new HashMap<>();
    private final Corrections corrections;

    Sightings(Corrections corrections) {
        this.corrections = corrections;
    }

    /** The rows of a list that name a state and an agency, in order. */
    List<Sighting> of(PublishedList list) {
        LocalDate listed = list.date();
        List<Sighting> sightings = new ArrayList<>(list.rows().size());
        for (PublishedList.Row row : list.rows()) {
            Optional<Meaning> meaning = met.get(row.printed());
            if (meaning == null) {
                meaning = meanings.computeIfAbsent(row.printed(), this::understand);
                met.put(row.printed(), meaning);
            }
            if (meaning.isPresent()) {
                Meaning m = meaning.get();
                sightings.add(new Sighting(list, row.number(), m, m.signedOn(listed)));
            }
        }
        return sightings;
    }

    private Optional<Meaning> understand(Printed printed) {
        Optional<UsState> state = StateNames.find(printed.state());
        if (state.isEmpty() || printed.agency().isEmpty()) {
            return Optional.empty();
        }
        AgencyName name = names.computeIfAbsent(
                state.get().name() + ' ' + printed.agency(), k -> AgencyName.of(state.get(), printed.agency()));
        Optional<UsState> meant = corrections
                .find(Corrections.What.STATE, state.get(), name.key())
                .flatMap(d -> UsState.find(d.value()));
        return Optional.of(new Meaning(
                printed,
                meant.orElse(state.get()),
                name,
                ModelNames.find(printed.model()).orElse(Model.UNSTATED)));
    }
}
