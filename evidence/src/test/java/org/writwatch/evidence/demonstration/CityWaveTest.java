package org.writwatch.evidence.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The naive result of the first wave, reproduced and labelled; its negative control moves, and the page must say so. */
class CityWaveTest {
    @Test
    void theNaiveNumberIsReproducedAndFailsItsOwnControl() {
        List<Line> lines = Inputs.cityWave().naive(Inputs.newspaper());
        assertEquals(
                List.of("agg_ass_sum", "rob_sum", "homs_sum"),
                lines.stream().map(Line::outcome).toList());
        assertEquals(12, lines.get(0).treated());
        assertEquals(56, lines.get(0).comparison());
        assertEquals(-0.177, lines.get(0).estimate(), 0.0005);
        assertEquals(0.101, lines.get(0).error(), 0.0005);
        assertEquals(-0.01, lines.get(1).estimate(), 0.005);
        assertEquals(0.07, lines.get(1).error(), 0.005);
        assertEquals(-0.14, lines.get(2).estimate(), 0.01);
        assertEquals(0.07, lines.get(2).error(), 0.005);
        assertTrue(lines.get(2).control());
        assertTrue(CityWave.controlFails(lines));
    }

    @Test
    void otherDatesGiveAnotherNaiveNumber() {
        List<Line> lines = Inputs.cityWave().naive(Inputs.register());
        assertEquals(13, lines.get(0).treated());
        assertTrue(lines.get(0).end(false) < 0 && lines.get(0).end(true) > 0, lines.toString());
        assertFalse(CityWave.controlFails(lines));
    }

    @Test
    void theStaggeredNumbersComeWithTheirTestOfTheYearsBefore() {
        CityWave wave = Inputs.cityWave();
        List<Line> all = wave.staggered(Inputs.newspaper(), Map.of());
        List<Line> without = wave.staggered(Inputs.newspaper(), Inputs.live());
        all.forEach(l -> assertTrue(l.pretest().isPresent()));
        assertFalse(all.get(0).estimate() == without.get(0).estimate());
        assertTrue(CityWave.controlFails(all));
    }
}
