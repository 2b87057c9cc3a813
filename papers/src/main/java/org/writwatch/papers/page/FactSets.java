package org.writwatch.papers.page;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sets of facts, each of which would decide a claim, made short: the cheapest few, what they share said once.
 *
 * @param shared facts that every shown set holds, in order of their ids
 * @param rests what each shown set holds beyond that, in the order given; empty sets left out
 * @param more how many sets are not shown
 */
public record FactSets(List<String> shared, List<List<String>> rests, int more) {
    private static final int MOST = 3;

    public FactSets {
        shared = List.copyOf(shared);
        rests = List.copyOf(rests);
    }

    /** Of sets in order of their cost, cheapest first. */
    public static FactSets of(List<Set<String>> sets) {
        List<Set<String>> shown = sets.subList(0, Math.min(MOST, sets.size()));
        TreeSet<String> shared = shown.isEmpty() ? new TreeSet<>() : new TreeSet<>(shown.get(0));
        shown.forEach(shared::retainAll);
        List<List<String>> rests = shown.stream()
                .map(s -> s.stream().filter(f -> !shared.contains(f)).sorted().toList())
                .filter(r -> !r.isEmpty())
                .toList();
        return new FactSets(List.copyOf(shared), rests, sets.size() - shown.size());
    }

    /** Whether nothing would decide it. */
    public boolean isEmpty() {
        return shared.isEmpty() && rests.isEmpty();
    }
}
