package org.writwatch.facts.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Place;
import org.writwatch.facts.gazetteer.Gazetteer;

class CountyShapesTest {
    private static final CountyShapes SHAPES = CountyShapes.bundled();

    @Test
    void everyCountyHasClosedRings() {
        assertEquals(
                Gazetteer.bundled().listPlaces().stream()
                        .map(Place::fips)
                        .sorted()
                        .toList(),
                SHAPES.list());
        for (Fips county : SHAPES.list()) {
            for (int[] ring : SHAPES.rings(county)) {
                // At this scale the Census Bureau draws Falls Church, Virginia, as a line there and back.
                assertTrue(ring.length >= (county.code().equals("51610") ? 6 : 8), county + ": at least three corners");
                assertEquals(ring[0], ring[ring.length - 2], county + ": closed");
                assertEquals(ring[1], ring[ring.length - 1], county + ": closed");
            }
        }
    }

    /** A border is one line for both its counties, so that neighbours leave no gap and do not overlap. */
    @Test
    void neighboursShareTheirBorders() {
        Map<Integer, Integer> walked = new HashMap<>();
        for (Fips county : SHAPES.list()) {
            for (int[] ring : SHAPES.lines(county)) {
                for (int n : ring) {
                    walked.merge(n >= 0 ? n : -n - 1, 1, Integer::sum);
                }
            }
        }
        // The source has twelve spurs, short lines that a county walks there and back.
        long more = walked.values().stream().filter(n -> n > 2).count();
        assertTrue(more <= 12, "no other line has three counties: " + more);
        long shared = walked.values().stream().filter(n -> n == 2).count();
        assertTrue(shared > 8000, "most lines have a county on each side: " + shared);
    }

    @ParameterizedTest
    @CsvSource({
        "37119, -80.84, 35.23",
        "17031, -87.63, 41.88",
        "06037, -118.24, 34.05",
        "51510, -77.08, 38.82",
        "02020, -149.90, 61.22",
        "15003, -157.86, 21.31",
        "72127, -66.07, 18.40",
        "11001, -77.03, 38.90"
    })
    void aCityLiesInItsCountyAndInNoOther(String fips, double longitude, double latitude) {
        List<Fips> holds = SHAPES.list().stream()
                .filter(f -> SHAPES.rings(f).stream()
                                        .filter(r -> inside(r, longitude * 1000, latitude * 1000))
                                        .count()
                                % 2
                        == 1)
                .toList();
        assertEquals(List.of(new Fips(fips)), holds);
    }

    private static boolean inside(int[] ring, double x, double y) {
        boolean in = false;
        for (int i = 0; i + 3 < ring.length; i += 2) {
            boolean crosses = (ring[i + 1] > y) != (ring[i + 3] > y);
            if (crosses && x < ring[i] + (y - ring[i + 1]) / (ring[i + 3] - ring[i + 1]) * (ring[i + 2] - ring[i])) {
                in = !in;
            }
        }
        return in;
    }

    @Test
    void aCountyThatIsNotThereIsNamed() {
        String said = assertThrows(IllegalArgumentException.class, () -> SHAPES.rings(new Fips("99999")))
                .getMessage();
        assertTrue(said.contains("99999"), said);
    }
}
