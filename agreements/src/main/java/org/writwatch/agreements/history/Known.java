package org.writwatch.agreements.history;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.writwatch.facts.UsState;
import org.writwatch.facts.gazetteer.AgencyType;
import org.writwatch.facts.gazetteer.Gazetteer;

/** The names of places and agencies that exist, so that two of them are never taken for two spellings of one. */
final class Known {
    private final Gazetteer gazetteer;
    private final Map<UsState, Set<Set<String>>> counties = new HashMap<>();
    private final Map<UsState, Set<Set<String>>> cities = new HashMap<>();

    Known(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** Whether each of two near names is the name of a county (for sheriffs) or of a police agency of the state. */
    boolean both(Strand a, Strand b) {
        return a.state() == b.state()
                && !a.agency().core().equals(b.agency().core())
                && isKnown(a.state(), a.agency())
                && isKnown(b.state(), b.agency());
    }

    /** Whether it is a sheriff or jail of a county that its state does not have. */
    boolean isElsewhere(Strand strand) {
        return (strand.agency().body() == AgencyName.Body.SHERIFF
                        || strand.agency().body() == AgencyName.Body.JAIL)
                && !isKnown(strand.state(), strand.agency());
    }

    private boolean isKnown(UsState state, AgencyName name) {
        return switch (name.body()) {
            case SHERIFF, JAIL, BOARD ->
                counties.computeIfAbsent(state, this::countiesOf).contains(name.core());
            case POLICE, MARSHAL, CONSTABLE, OTHER, ATTORNEY ->
                cities.computeIfAbsent(state, this::agenciesOf).contains(name.core());
        };
    }

    private Set<Set<String>> countiesOf(UsState state) {
        Set<Set<String>> cores = new HashSet<>();
        gazetteer
                .listIn(state)
                .forEach(p -> cores.add(
                        AgencyName.of(state, p.name() + " Sheriff's Office").core()));
        return Collections.unmodifiableSet(cores);
    }

    private Set<Set<String>> agenciesOf(UsState state) {
        Set<Set<String>> cores = new HashSet<>();
        for (var agency : gazetteer.listAgencies(state)) {
            if (List.of(AgencyType.CITY, AgencyType.OTHER, AgencyType.UNIVERSITY)
                    .contains(agency.type())) {
                cores.add(AgencyName.of(state, agency.name() + " Police Department")
                        .core());
            }
        }
        return Collections.unmodifiableSet(cores);
    }
}
