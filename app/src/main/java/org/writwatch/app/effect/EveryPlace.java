package org.writwatch.app.effect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.writwatch.evidence.Finding;
import org.writwatch.evidence.FindingRecord;
import org.writwatch.facts.Place;

/** A list over places: always in order of name, never of size or p, since a list in any other order is a ranking. */
public final class EveryPlace {
    private EveryPlace() {}

    /** What is found at each place, places in order of name; several at a time, put back in order, without charts. */
    public static List<Finding> findings(Collection<Place> places, Function<Place, List<Finding>> at) {
        List<Place> named = places.stream()
                .sorted(Comparator.comparing(Place::label).thenComparing(Place::fips))
                .toList();
        List<List<Finding>> each = IntStream.range(0, named.size())
                .parallel()
                .mapToObj(i -> at.apply(named.get(i)).stream()
                        .map(Finding::withoutFigures)
                        .toList())
                .toList();
        List<Finding> findings = new ArrayList<>();
        each.forEach(findings::addAll);
        return findings;
    }

    /** The same findings as a tree, a node for each place, in their order. */
    public static List<Map<String, Object>> tree(List<Finding> findings) {
        Map<String, List<Finding>> places = new LinkedHashMap<>();
        findings.forEach(f -> places.computeIfAbsent(f.place().fips().code(), k -> new ArrayList<>())
                .add(f));
        List<Map<String, Object>> tree = new ArrayList<>();
        places.forEach((fips, own) -> {
            Map<String, Object> node = new LinkedHashMap<>();
            node.put("fips", fips);
            node.put("place", own.get(0).place().label());
            node.put("findings", FindingRecord.of(own));
            tree.add(node);
        });
        return tree;
    }
}
