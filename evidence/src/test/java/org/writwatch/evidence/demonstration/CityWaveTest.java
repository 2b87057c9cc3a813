package org.writwatch.evidence.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.writwatch.agreements.Registry;
import org.writwatch.evidence.Shared;
import org.writwatch.evidence.table.CsvFile;
import org.writwatch.evidence.table.OutcomeCatalogue;
import org.writwatch.evidence.table.OutcomeTable;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Period;
import org.writwatch.facts.gazetteer.Gazetteer;

/** The naive result of the first wave, reproduced and labelled; its negative control moves, and the page must say so. */
class CityWaveTest {
    @Test
    void theNaiveNumberIsReproducedAndFailsItsOwnControl() {
        CityWave wave = wave();
        // As quoted, without Tucson: its county is on the list by the name of its sheriff alone.
        List<Line> lines = wave.naive(newspaper().without(new Fips("04019")));
        lines.forEach(System.out::println);
        assertEquals(
                List.of("agg_ass_sum", "rob_sum", "homs_sum"),
                lines.stream().map(Line::outcome).toList());
        assertEquals(12, lines.get(0).treated());
        assertEquals(56, lines.get(0).comparison());
        assertEquals(-0.177, lines.get(0).estimate(), 0.0015);
        assertEquals(0.101, lines.get(0).error(), 0.0015);
        assertEquals(-0.01, lines.get(1).estimate(), 0.005);
        assertEquals(0.07, lines.get(1).error(), 0.005);
        assertEquals(-0.14, lines.get(2).estimate(), 0.01);
        assertEquals(0.07, lines.get(2).error(), 0.005);
        assertTrue(lines.get(2).control());
        assertTrue(CityWave.controlFails(lines));
    }

    @Test
    void otherDatesGiveAnotherNaiveNumber() {
        List<Line> lines = wave().naive(register());
        lines.forEach(System.out::println);
        assertEquals(13, lines.get(0).treated());
        assertTrue(
                lines.get(0).end(false) < 0 && lines.get(0).end(true) > 0,
                lines.get(0).toString());
        assertFalse(CityWave.controlFails(lines));
    }

    @Test
    void theStaggeredNumbersComeWithTheirTestOfTheYearsBefore() {
        CityWave wave = wave();
        List<Line> all = wave.staggered(newspaper(), Map.of());
        List<Line> without = wave.staggered(newspaper(), live());
        all.forEach(System.out::println);
        without.forEach(System.out::println);
        all.forEach(l -> assertTrue(l.pretest().isPresent()));
        assertFalse(all.get(0).estimate() == without.get(0).estimate());
    }

    private static CityWave.Years register() {
        Period wave = new Period(LocalDate.of(2005, 1, 1), LocalDate.of(2009, 12, 31));
        return CityWave.Years.of(
                "register",
                Adoptions.of(Registry.bundled(), Registry.bundled().lastList()).during(wave));
    }

    private static CityWave.Years newspaper() {
        return ParticipationList.read(
                Shared.outcomes().resolve("restricted_noncommercial").resolve("wapo_287g_participation_2005_2019.csv"),
                Gazetteer.bundled());
    }

    private static CityWave wave() {
        Path folder = Shared.outcomes();
        Map<String, Fips> counties = new HashMap<>();
        CsvFile.read(
                folder.resolve("city_violent_crime_county.csv"),
                List.of("ORI", "county_fips"),
                row -> counties.put(row.text("ORI"), row.fips("county_fips")));
        return new CityWave(
                OutcomeTable.read(
                        OutcomeCatalogue.find("city-crime").orElseThrow(),
                        folder.resolve("city_violent_crime_1975_2015.csv")),
                counties);
    }

    private static Map<Fips, Integer> live() {
        Map<Fips, Integer> live = new HashMap<>();
        CsvFile.read(
                Shared.outcomes().resolve("secure_communities_activation.csv"),
                List.of("county_fips", "activation_year"),
                row -> {
                    String year = row.text("activation_year");
                    Fips.find(row.text("county_fips"))
                            .filter(f -> !year.isEmpty())
                            .ifPresent(f -> live.put(f, (int) Double.parseDouble(year)));
                });
        return live;
    }
}
