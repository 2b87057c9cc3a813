package org.writwatch.app.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.writwatch.app.output.Rows;
import org.writwatch.evidence.Effect;
import org.writwatch.evidence.Finding;
import org.writwatch.facts.Place;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Lang;

/** Lists over places stand in order of name, whatever their numbers are, and their p values are adjusted over the whole list. */
class EveryPlaceTest {
    private static final List<String> SOME = List.of(
            "37183", "37119", "37071", "37025", "37067", "37129", "51153", "12086", "48201", "13139", "24021", "36103");

    private final Effect effect = Effect.bundled();

    @Test
    void placesStandInOrderOfNameWhateverTheirNumbersAre() {
        List<Place> places = new ArrayList<>();
        SOME.forEach(f -> places.add(Gazetteer.bundled().get(f)));
        Collections.shuffle(places, new Random(287));
        List<Finding> findings = EveryPlace.findings(places, effect::forPlace);
        List<String> names =
                findings.stream().map(f -> f.place().label()).distinct().toList();
        assertEquals(names.stream().sorted().toList(), names);
        assertEquals(SOME.size(), names.size());
        List<List<String>> rows = estimated(FindingRows.of(findings, Lang.EN));
        assertTrue(rows.size() >= 5, "places with a number: " + rows.size());
        for (String column : List.of("difference", "p", "before")) {
            int at = column(column);
            List<String> values = rows.stream().map(r -> r.get(at)).toList();
            List<String> bySize = values.stream()
                    .sorted(Comparator.comparingDouble(v -> Math.abs(Double.parseDouble(v))))
                    .toList();
            assertNotEquals(bySize, values, column);
            assertNotEquals(
                    bySize.stream()
                            .sorted(Comparator.comparingDouble(v -> -Math.abs(Double.parseDouble(v))))
                            .toList(),
                    values,
                    column);
        }
        List<String> tree = EveryPlace.tree(findings).stream()
                .map(n -> String.valueOf(n.get("place")))
                .toList();
        assertEquals(names, tree);
    }

    /** Benjamini and Hochberg by hand: the smallest of p times n over rank, from the largest p down. */
    @Test
    void theListIsAdjustedForEveryAnswerInIt() {
        List<Place> places = SOME.stream().map(f -> Gazetteer.bundled().get(f)).toList();
        List<List<String>> rows = estimated(FindingRows.of(EveryPlace.findings(places, effect::forPlace), Lang.EN));
        List<double[]> pairs = new ArrayList<>();
        rows.forEach(r -> pairs.add(
                new double[] {Double.parseDouble(r.get(column("p"))), Double.parseDouble(r.get(column("p_over_all")))
                }));
        pairs.sort(Comparator.comparingDouble(pair -> pair[0]));
        double smallest = 1;
        for (int i = pairs.size() - 1; i >= 0; i--) {
            smallest = Math.min(smallest, pairs.get(i)[0] * pairs.size() / (i + 1));
            assertEquals(smallest, pairs.get(i)[1], 0.01);
        }
        assertTrue(pairs.get(0)[1] > pairs.get(0)[0]);
    }

    private static List<List<String>> estimated(Rows rows) {
        return rows.rows().stream()
                .filter(r -> r.get(rows.header().indexOf("answer")).equals("estimated"))
                .toList();
    }

    private static int column(String name) {
        return FindingRows.of(List.of(), Lang.EN).header().indexOf(name);
    }
}
