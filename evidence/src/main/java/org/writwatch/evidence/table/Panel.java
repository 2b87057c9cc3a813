package org.writwatch.evidence.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.writwatch.facts.Period;
import org.writwatch.facts.Reading;

/**
 * An outcome table, read: every cell by place and period, and what was kept out and why. Immutable.
 *
 * <p>A place and period without a cell is absent, which the table's descriptor says how to take; nothing here turns it
 * into a zero.
 */
public final class Panel {
    private final TableDescriptor descriptor;
    private final SortedMap<String, List<Observation>> byPlace;
    private final List<Reject> rejects;
    private final long rows;
    private final long leftOut;

    Panel(TableDescriptor descriptor, List<Observation> cells, List<Reject> rejects, long rows, long leftOut) {
        this.descriptor = descriptor;
        SortedMap<String, List<Observation>> places = new TreeMap<>();
        cells.forEach(
                o -> places.computeIfAbsent(o.place(), k -> new ArrayList<>()).add(o));
        Comparator<Observation> order = Comparator.comparing(
                        (Observation o) -> o.period().from())
                .thenComparing(Observation::measure)
                .thenComparing(o -> String.join("\u0000", o.group()))
                .thenComparing(Observation::vintage);
        places.replaceAll((k, list) -> list.stream().sorted(order).toList());
        this.byPlace = Collections.unmodifiableSortedMap(places);
        this.rejects = List.copyOf(rejects);
        this.rows = rows;
        this.leftOut = leftOut;
    }

    /** What the table is. */
    public TableDescriptor descriptor() {
        return descriptor;
    }

    /** Places with a cell, sorted. */
    public List<String> places() {
        return List.copyOf(byPlace.keySet());
    }

    /** Every cell of a place, by period. */
    public List<Observation> of(String place) {
        return byPlace.getOrDefault(place, List.of());
    }

    /** The one cell of a place, period and measure in the newest release, groups left aside; empty when absent. */
    public Optional<Reading> find(String place, Period period, String measure) {
        return of(place).stream()
                .filter(o -> o.period().equals(period) && o.measure().equals(measure))
                .max(Comparator.comparing(Observation::vintage))
                .map(Observation::reading);
    }

    /** The same panel as it stood at one release: cells of that vintage only. */
    public Panel at(String vintage) {
        List<Observation> kept = new ArrayList<>();
        byPlace.values()
                .forEach(
                        l -> l.stream().filter(o -> o.vintage().equals(vintage)).forEach(kept::add));
        return new Panel(descriptor, kept, rejects, rows, leftOut);
    }

    /** Releases in the table, sorted; one empty text when it names none. */
    public List<String> vintages() {
        return byPlace.values().stream()
                .flatMap(List::stream)
                .map(Observation::vintage)
                .distinct()
                .sorted()
                .toList();
    }

    /** Rows that cannot be right, in order. */
    public List<Reject> rejects() {
        return rejects;
    }

    /** Rows below the header, all of them. */
    public long rows() {
        return rows;
    }

    /** Rows the descriptor says to leave out (totals among units, for instance). */
    public long leftOut() {
        return leftOut;
    }
}
