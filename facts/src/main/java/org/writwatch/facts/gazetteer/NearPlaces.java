package org.writwatch.facts.gazetteer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.writwatch.facts.Place;
import org.writwatch.facts.UsState;

/** What to offer a person whose words are no place: spelt alike, or the county a city of that name lies in. */
final class NearPlaces {
    private static final int MOST = 8;

    private final Gazetteer gazetteer;

    NearPlaces(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** At most eight, nearest first; places of the state that was said, if any, before all others. */
    List<Place> list(String text, List<PlaceWords> readings) {
        Set<String> names = new LinkedHashSet<>();
        Optional<UsState> state = Optional.empty();
        for (PlaceWords reading : readings) {
            names.add(reading.name());
            names.add(reading.bare());
            state = reading.state().isPresent() ? reading.state() : state;
        }
        if (state.isEmpty()) {
            state = stateOfMisspeltTail(text, names);
        }
        names.remove("");
        Set<Place> near = new LinkedHashSet<>();
        if (state.isPresent()) {
            near.addAll(countiesOfCity(names, state.get()));
        }
        near.addAll(alike(names, state));
        return near.stream().limit(MOST).toList();
    }

    /** "Mecklenburg County, Norht Carolina": the tail is nearly a state, so what stands before it is the name. */
    private static Optional<UsState> stateOfMisspeltTail(String text, Set<String> names) {
        List<String> words = Spelling.words(text);
        for (int tail = Math.min(4, words.size() - 1); tail >= 1; tail--) {
            int cut = words.size() - tail;
            Optional<UsState> state = PlaceWords.nearestState(String.join("", words.subList(cut, words.size())));
            if (state.isPresent()) {
                PlaceWords.readings(String.join(" ", words.subList(0, cut))).forEach(r -> names.add(r.bare()));
                return state;
            }
        }
        return Optional.empty();
    }

    private List<Place> countiesOfCity(Set<String> names, UsState state) {
        Set<Place> counties = new LinkedHashSet<>();
        for (FbiAgency agency : gazetteer.listAgencies(state)) {
            if (agency.type() == AgencyType.CITY && isNamed(agency, names)) {
                agency.counties().forEach(f -> gazetteer.find(f).ifPresent(counties::add));
            }
        }
        return List.copyOf(counties);
    }

    /** "Charlotte-Mecklenburg" answers to its whole name and to either half. */
    private static boolean isNamed(FbiAgency city, Set<String> names) {
        List<String> words = Spelling.words(city.name());
        boolean joined = city.name().indexOf('-') >= 0 || city.name().indexOf('/') >= 0;
        return names.contains(String.join("", words))
                || (joined && words.stream().anyMatch(names::contains));
    }

    private List<Place> alike(Set<String> names, Optional<UsState> state) {
        TreeMap<Integer, List<Place>> byRank = new TreeMap<>();
        for (Gazetteer.Entry entry : gazetteer.entries(Optional.empty())) {
            boolean here = state.isEmpty() || entry.place().state() == state.get();
            int distance =
                    names.stream().mapToInt(n -> distance(n, entry, here)).min().orElse(Integer.MAX_VALUE);
            // Elsewhere only the very name is worth offering.
            if (distance < Integer.MAX_VALUE && (here || distance == 0)) {
                byRank.computeIfAbsent((here ? 0 : 1000) + distance, d -> new ArrayList<>())
                        .add(entry.place());
            }
        }
        List<Place> ranked = new ArrayList<>();
        byRank.values().forEach(places -> {
            places.sort(Comparator.naturalOrder());
            ranked.addAll(places);
        });
        return ranked;
    }

    /** Slips between what was said and the name, with its kind or without; 4 when one is part of the other. */
    private static int distance(String said, Gazetteer.Entry entry, boolean orPart) {
        String name = entry.bareKey();
        int allowed = name.length() <= 4 ? 1 : name.length() <= 8 ? 2 : 3;
        int distance =
                Math.min(Spelling.distance(said, name, allowed), Spelling.distance(said, entry.fullKey(), allowed));
        if (distance <= allowed) {
            return distance;
        }
        boolean part = (said.length() >= 4 && name.contains(said)) || (name.length() >= 5 && said.contains(name));
        return orPart && part ? 4 : Integer.MAX_VALUE;
    }
}
