package org.writwatch.agreements.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.writwatch.agreements.Model;
import org.writwatch.agreements.roster.MemoLink;
import org.writwatch.agreements.roster.ModelNames;
import org.writwatch.agreements.roster.Printed;
import org.writwatch.agreements.roster.PublishedList;
import org.writwatch.agreements.roster.SignedDate;
import org.writwatch.agreements.roster.StateNames;
import org.writwatch.facts.UsState;

/** Understands rows; what was printed once is understood once. Not safe for use by several threads. */
final class Sightings {
    /** What a row means on whatever list it stands, save that a date may be impossible on an early one. */
    private record Meaning(UsState state, AgencyName agency, Model model, Optional<MemoLink> memo) {}

    private final IdentityHashMap<Printed, Optional<Meaning>> meanings = new IdentityHashMap<>();
    private final Map<Printed, Printed> pool = new HashMap<>();
    private final Map<String, AgencyName> names = new HashMap<>();
    private final Corrections corrections;

    Sightings(Corrections corrections) {
        this.corrections = corrections;
    }

    /** The rows of a list that name a state and an agency, in order. */
    List<Sighting> of(PublishedList list) {
        List<Sighting> sightings = new ArrayList<>(list.rows().size());
        for (PublishedList.Row row : list.rows()) {
            Printed printed = pool.computeIfAbsent(row.printed(), p -> p);
            Optional<Meaning> meaning = meanings.computeIfAbsent(printed, this::understand);
            if (meaning.isPresent()) {
                Meaning m = meaning.get();
                sightings.add(new Sighting(
                        list,
                        row.number(),
                        printed,
                        m.state,
                        m.agency,
                        m.model,
                        signed(printed.signed(), list.date()),
                        m.memo));
            }
        }
        return sightings;
    }

    private static Optional<LocalDate> signed(String printed, LocalDate listed) {
        return printed.isEmpty()
                ? Optional.empty()
                : SignedDate.read(printed, listed).date();
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
                meant.orElse(state.get()),
                name,
                ModelNames.find(printed.model()).orElse(Model.UNSTATED),
                MemoLink.read(printed.memoLink())));
    }
}
