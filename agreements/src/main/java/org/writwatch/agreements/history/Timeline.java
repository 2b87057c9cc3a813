package org.writwatch.agreements.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.writwatch.agreements.roster.ListKind;
import org.writwatch.agreements.roster.PublishedList;

/** The editions of one kind of list in the order they were made. */
public final class Timeline {
    private final List<Edition> editions;

    private Timeline(List<Edition> editions) {
        this.editions = List.copyOf(editions);
    }

    /** The editions of a kind among lists that the guard let pass, whatever their order. */
    public static Timeline of(ListKind kind, Collection<PublishedList> lists) {
        List<Edition> editions = new ArrayList<>();
        List<PublishedList> sorted =
                lists.stream().filter(l -> l.kind() == kind).sorted().toList();
        for (int i = 0; i < sorted.size(); ) {
            PublishedList first = sorted.get(i);
            int end = i + 1;
            LocalDate until = first.until();
            int seen = first.observations();
            while (end < sorted.size()
                    && sorted.get(end).order().equals(first.order())
                    && sorted.get(end).family() == first.family()) {
                until = until.isAfter(sorted.get(end).until())
                        ? until
                        : sorted.get(end).until();
                seen += sorted.get(end).observations();
                end++;
            }
            editions.add(
                    new Edition(editions.size(), first.family(), first.date(), until, seen, sorted.subList(i, end)));
            i = end;
        }
        return new Timeline(editions);
    }

    /** In order. */
    public List<Edition> editions() {
        return editions;
    }

    /** The edition at an index. */
    public Edition get(int index) {
        return editions.get(index);
    }

    /** How many there are. */
    public int size() {
        return editions.size();
    }

    /** Whether there is an edition at an index. */
    public boolean has(int index) {
        return index >= 0 && index < editions.size();
    }

    /** The last edition made on or before a day. */
    public Optional<Edition> lastBy(LocalDate day) {
        int last = countBy(day) - 1;
        return last < 0 ? Optional.empty() : Optional.of(editions.get(last));
    }

    /** How many editions were made on or before a day. */
    public int countBy(LocalDate day) {
        int low = 0;
        int high = editions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (editions.get(middle).date().isAfter(day)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Whether nothing held says what was so between two neighbouring editions: they belong to different families. */
    public boolean isBreak(int before) {
        return has(before)
                && has(before + 1)
                && editions.get(before).family() != editions.get(before + 1).family();
    }
}
