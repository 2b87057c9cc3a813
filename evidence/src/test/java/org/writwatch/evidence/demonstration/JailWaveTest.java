package org.writwatch.evidence.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.writwatch.agreements.Registry;
import org.writwatch.evidence.Jails;
import org.writwatch.facts.UsState;
import org.writwatch.facts.gazetteer.Gazetteer;

/** The wave of 2025 by the register's own dates, on the tables that come with the project. */
class JailWaveTest {
    private static final Adoptions ADOPTIONS =
            Adoptions.of(Registry.bundled(), Registry.bundled().lastList());
    private static final JailWave WAVE = new JailWave(
            Jails.RECORD, ADOPTIONS, Gazetteer.bundled().listPlaces(), YearMonth.of(2023, 1), YearMonth.of(2025, 12));

    @Test
    void levelsByStateAreThoseOfTheRelease() {
        JailWave.StateLevel before = WAVE.level(UsState.FL, YearMonth.of(2024, 1), YearMonth.of(2024, 12));
        JailWave.StateLevel after = WAVE.level(UsState.FL, YearMonth.of(2025, 3), YearMonth.of(2026, 2));
        assertEquals(16, before.facilities());
        assertEquals(7_589, before.detaineeDaysAMonth(), 0.5);
        assertEquals(39, after.facilities());
        assertEquals(23_995, after.detaineeDaysAMonth(), 0.5);
        JailWave.StateLevel illinois = WAVE.level(UsState.IL, YearMonth.of(2025, 3), YearMonth.of(2026, 2));
        assertEquals(1, illinois.facilities());
        assertEquals(1.0 / 12, illinois.detaineeDaysAMonth(), 1e-12);
    }

    @Test
    void theStaggeredEstimateCarriesItsControlAndItsPretest() {
        Set<UsState> without = new TreeSet<>(List.of(UsState.values()));
        ADOPTIONS.first().keySet().forEach(f -> f.state().ifPresent(without::remove));
        List<Line> all = WAVE.lines(s -> true);
        List<Line> florida = WAVE.lines(s -> s == UsState.FL || without.contains(s));
        assertTrue(all.get(0).estimate() > 0);
        assertTrue(all.get(1).control());
        assertTrue(all.get(0).treated() > 300);
        assertTrue(florida.get(0).treated() >= 15);
        assertTrue(all.get(0).pretest().isPresent());
        assertTrue(all.get(1).p() > 0.05, all.get(1).toString());
    }
}
