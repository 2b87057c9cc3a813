package org.writwatch.agreements.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
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
    private final Map<String, AgencyName> names = new ConcurrentHashMap<>();
    private final @Nullable Meaning[] meanings;
    private final Corrections corrections;

    Sightings(Collection<PublishedList> lists, Corrections corrections) {
        this.corrections = corrections;
        List<Printed> different = new ArrayList<>();
        List<int[]> places = places(lists, different);
        // Each is understood for itself, so that the order in which it is done does not matter.
        this.meanings = IntStream.range(0, different.size())
                .parallel()
                .mapToObj(i -> understand(i, different.get(i)))
                .toArray(Meaning[]::new);
        int list = 0;
        for (PublishedList each : lists) {
            int[] at = places.get(list++);
            @Nullable Meaning[] rows = new Meaning[at.length];
            for (int i = 0; i < at.length; i++) {
                rows[i] = meanings[at[i]];
            }
            read.put(each, rows);
        }
    }

    /** The meanings of a list's rows, row for row; null for a row that does not name a state and an agency. */
    @Nullable Meaning[] of(PublishedList list) {
        Meaning[] rows = read.get(list);
        if (rows == null) {
            throw new IllegalStateException("a list of another history: " + list.file());
        }
        return rows;
    }

    /** Every meaning met, by its number; null for what names no state or agency. */
    @Nullable Meaning[] meanings() {
        return meanings;
    }

    /** For each list, the place of each row's print among all that differ. */
    private static List<int[]> places(Collection<PublishedList> lists, List<Printed> different) {
        IdentityHashMap<Printed, Integer> met = new IdentityHashMap<>(1 << 14);
        Map<Printed, Integer> numbers = new HashMap<>(1 << 14);
        List<int[]> places = new ArrayList<>(lists.size());
        for (PublishedList list : lists) {
            Rows rows = list.rows();
            int[] at = new int[rows.size()];
            for (int i = 0; i < at.length; i++) {
                Printed printed = rows.printed(i);
                Integer number = met.get(printed);
                if (number == null) {
                    number = numbers.computeIfAbsent(printed, p -> numbers.size());
                    met.put(printed, number);
                    if (number == different.size()) {
                        different.add(printed);
                    }
                }
                at[i] = number;
            }
            places.add(at);
        }
        return places;
    }

    private @Nullable Meaning understand(int number, Printed printed) {
        Optional<UsState> state = StateNames.find(printed.state());
        if (state.isEmpty() || printed.agency().isEmpty()) {
            return null;
        }
        AgencyName name = names.computeIfAbsent(
                state.get().name() + ' ' + printed.agency(), k -> AgencyName.of(state.get(), printed.agency()));
        Optional<UsState> meant = corrections
                .find(Corrections.What.STATE, state.get(), name.key())
                .flatMap(d -> UsState.find(d.value()));
        return new Meaning(
                number,
                printed,
                meant.orElse(state.get()),
                name,
                ModelNames.find(printed.model()).orElse(Model.UNSTATED));
    }
}
