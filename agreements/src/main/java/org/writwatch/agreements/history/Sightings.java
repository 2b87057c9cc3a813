package org.writwatch.agreements.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.Model;
import org.writwatch.agreements.roster.ModelNames;
import org.writwatch.agreements.roster.Printed;
import org.writwatch.agreements.roster.PublishedList;
import org.writwatch.agreements.roster.Rows;
import org.writwatch.agreements.roster.StateNames;
import org.writwatch.facts.UsState;

/** What each row of each list means; what was printed once is understood once. Not safe for use by several threads. */
final class Sightings {
    private final IdentityHashMap<PublishedList, @Nullable Meaning[]> read = new IdentityHashMap<>();
    private final IdentityHashMap<Printed, Optional<Meaning>> met = new IdentityHashMap<>(1 << 14);
    private final Map<Printed, Optional<Meaning>> understood = new HashMap<>(1 << 14);
    private final Map<String, AgencyName> names = new HashMap<>();
    private final List<Meaning> meanings = new ArrayList<>();
    private final Corrections corrections;

    Sightings(Collection<PublishedList> lists, Corrections corrections) {
        this.corrections = corrections;
        lists.forEach(l -> read.put(l, meanings(l.rows())));
    }

    /** The meanings of a list's rows, row for row; null for a row that does not name a state and an agency. */
    @Nullable Meaning[] of(PublishedList list) {
        Meaning[] rows = read.get(list);
        if (rows == null) {
            throw new IllegalStateException("a list of another history: " + list.file());
        }
        return rows;
    }

    /** Every meaning met, by its number. */
    List<Meaning> meanings() {
        return meanings;
    }

    private @Nullable Meaning[] meanings(Rows rows) {
        Meaning[] each = new Meaning[rows.size()];
        for (int i = 0; i < each.length; i++) {
            Printed printed = rows.printed(i);
            Optional<Meaning> meaning = met.get(printed);
            if (meaning == null) {
                meaning = understood.computeIfAbsent(printed, this::understand);
                met.put(printed, meaning);
            }
            each[i] = meaning.orElse(null);
        }
        return each;
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
        Meaning meaning = new Meaning(
                meanings.size(),
                printed,
                meant.orElse(state.get()),
                name,
                ModelNames.find(printed.model()).orElse(Model.UNSTATED));
        meanings.add(meaning);
        return Optional.of(meaning);
    }
}
