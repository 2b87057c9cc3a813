package org.writwatch.facts.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.writwatch.facts.Fips;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.bundle.Row;

/**
 * The outline of every county equivalent: rings of points in thousandths of a degree, longitude first, as the Census Bureau
 * drew them for 2017 and simplified to about a thirtieth of a degree. Neighbours share their borders: a line between two
 * counties is one list of points, so simplifying left no gap. Safe for use by several threads.
 */
public final class CountyShapes {
    /** The year of the borders. */
    public static final int VINTAGE = 2017;

    private final Map<Fips, List<int[]>> arcs;
    private final List<int[]> lines;

    private CountyShapes(List<int[]> lines, Map<Fips, List<int[]>> arcs) {
        this.lines = lines;
        this.arcs = arcs;
    }

    /** The ones that travel with the project. */
    public static CountyShapes bundled() {
        Bundle bundle = Bundle.of("facts");
        List<int[]> lines = new ArrayList<>();
        try (Stream<Row> rows = bundle.rows("shape/lines.csv.gz")) {
            rows.forEach(r -> lines.add(numbers(r.text("points"))));
        }
        Map<Fips, List<int[]>> counties = new LinkedHashMap<>();
        try (Stream<Row> rows = bundle.rows("shape/rings.csv.gz")) {
            rows.forEach(r -> {
                List<int[]> rings = new ArrayList<>();
                for (String ring : r.text("rings").split("\\|", -1)) {
                    rings.add(numbers(ring));
                }
                counties.put(new Fips(r.text("fips")), List.copyOf(rings));
            });
        }
        return new CountyShapes(lines, counties);
    }

    private static int[] numbers(String text) {
        return Stream.of(text.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    }

    /** Every county with an outline, in order of FIPS. */
    public List<Fips> list() {
        return List.copyOf(arcs.keySet());
    }

    /**
     * The lines a county's rings are made of, ring by ring: n is line n walked forwards, -n-1 the same line backwards.
     *
     * @throws IllegalArgumentException when no outline of it is held
     */
    public List<int[]> lines(Fips county) {
        List<int[]> rings = arcs.get(county);
        if (rings == null) {
            throw new IllegalArgumentException("no outline of " + county);
        }
        return rings;
    }

    /** The counties that share a line of their borders with this one, in order of FIPS; empty when no outline of it is held. */
    public List<Fips> neighbours(Fips county) {
        Set<Integer> own = new HashSet<>();
        arcs.getOrDefault(county, List.of())
                .forEach(ring -> Arrays.stream(ring).forEach(n -> own.add(Math.max(n, -n - 1))));
        return arcs.entrySet().stream()
                .filter(other -> !other.getKey().equals(county))
                .filter(other -> other.getValue().stream()
                        .flatMapToInt(Arrays::stream)
                        .anyMatch(n -> own.contains(Math.max(n, -n - 1))))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(Fips::code))
                .toList();
    }

    /** The rings of a county: x, y, x, y, … in thousandths of a degree, the last point equal to the first. */
    public List<int[]> rings(Fips county) {
        List<int[]> rings = new ArrayList<>();
        for (int[] ring : lines(county)) {
            int size = 2;
            for (int n : ring) {
                size += line(n).length - 2;
            }
            int[] points = new int[size];
            int at = 0;
            for (int n : ring) {
                int[] line = line(n);
                int count = line.length / 2;
                for (int i = at == 0 ? 0 : 1; i < count; i++) {
                    int from = n >= 0 ? i : count - 1 - i;
                    points[at++] = line[2 * from];
                    points[at++] = line[2 * from + 1];
                }
            }
            rings.add(points);
        }
        return rings;
    }

    private int[] line(int n) {
        return lines.get(n >= 0 ? n : -n - 1);
    }
}
