package org.writwatch.evidence.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.writwatch.evidence.Shared;
import org.writwatch.facts.Period;
import org.writwatch.facts.Reading;

/** Every published table through its descriptor: rows, known cells, and the rows that cannot be right. */
class PublishedTablesTest {
    private static final Map<String, Panel> READ = new ConcurrentHashMap<>();

    @Test
    void everyTableIsReadAndHasTheRowsOfItsRelease() {
        for (TableDescriptor table : OutcomeCatalogue.list()) {
            if (table.rows() > 100_000) {
                continue; // the day file: read whole by the custody import
            }
            Panel panel = read(table.name());
            assertTrue(
                    panel.rows() >= table.rows() && panel.rows() <= table.rows() + 6,
                    table.name() + " " + panel.rows() + " of " + table.rows());
        }
    }

    @Test
    void anArrestOfTheFutureIsKeptOutFiveTimes() {
        Panel panel = read("arrests-daily");
        assertEquals(5, panel.rejects().size());
        Reject texas = panel.rejects().get(0);
        assertEquals("ice_arrests_5states_day_2025_2026.csv", texas.file());
        assertEquals(223, texas.row());
        assertEquals("2026-09-17", texas.found());
        assertEquals("bad.outside-expected", texas.why().key());
        Period day = new Period(LocalDate.of(2025, 8, 2), LocalDate.of(2025, 8, 2));
        assertEquals(
                new Reading.Counted(181), panel.find("TEXAS", day, "arrests").orElseThrow());
    }

    @Test
    void theNewspapersListHasItsFaultsNamed() {
        Panel panel = read("participation-list");
        Reject burnet = reject(panel, "WI0070000");
        assertEquals(116, burnet.row());
        assertEquals("ori", burnet.column());
        assertEquals("bad.other-state", burnet.why().key());
        Reject kleberg = reject(panel, "12013.0");
        assertEquals(147, kleberg.row());
        assertEquals("FIPS", kleberg.column());
        assertEquals("bad.other-state", kleberg.why().key());
        Reject header = reject(panel, "State (Alphabetical)");
        assertEquals("State", header.column());
        assertEquals("bad.state-expected", header.why().key());
        assertTrue(panel.leftOut() >= 1);
    }

    @Test
    void aggregatesAreLeftOutAndMonthsWithoutAReportStayAbsent() {
        Panel panel = read("reported-crime-monthly");
        assertEquals(9_235, panel.leftOut());
        Period january = month(2018, 1);
        assertEquals(
                new Reading.Counted(22),
                panel.find("TX2210100", january, "aggravated_assault").orElseThrow());
        assertEquals(
                new Reading.Zero(), panel.find("TX2210100", january, "murder").orElseThrow());
        assertEquals(
                new Reading.NotReported(),
                panel.find("OR0220100", january, "violent_crime").orElseThrow());
        assertTrue(panel.find("TX2210100", month(2017, 1), "murder").isEmpty());
    }

    @Test
    void twoReleasesOfOneYearAreKeptApart() {
        Panel panel = read("reported-crime-yearly");
        assertEquals(List.of("2024-11-01", "2025-03-19"), panel.vintages());
        Panel old = panel.at("2024-11-01");
        Panel newer = panel.at("2025-03-19");
        long moved = 0;
        for (String place : newer.places()) {
            for (Observation now : newer.of(place)) {
                for (Observation then : old.of(place)) {
                    boolean same =
                            now.group().equals(then.group()) && now.period().equals(then.period());
                    moved += same && !now.reading().equals(then.reading()) ? 1 : 0;
                }
            }
        }
        assertTrue(moved > 100, "cells revised between releases: " + moved);
    }

    @Test
    void partOfAYearIsPartialAndTheNationIsNoAgency() {
        Panel panel = read("city-crime");
        assertEquals(41, panel.leftOut());
        assertEquals(68, panel.places().size());
        Period year = new Period(LocalDate.of(1975, 1, 1), LocalDate.of(1975, 12, 31));
        assertEquals(
                new Reading.Counted(30), panel.find("NM00101", year, "homs_sum").orElseThrow());
        Period later = new Period(LocalDate.of(1984, 1, 1), LocalDate.of(1984, 12, 31));
        assertEquals(
                new Reading.Partial(25, 244, 366),
                panel.find("NY05101", later, "homs_sum").orElseThrow());
        assertInstanceOf(
                Reading.Withheld.class, panel.find("ILCPD00", later, "homs_sum").orElseThrow());
    }

    @Test
    void theLastMonthOfACustodyReleaseIsPartial() {
        Reading march = read("custody-monthly")
                .find("PWILLVA", month(2026, 3), "detainee_days")
                .orElseThrow();
        assertEquals(10, assertInstanceOf(Reading.Partial.class, march).daysCovered());
        assertEquals(List.of(), read("custody-county").rejects());
    }

    @Test
    void codesOfOtherStatesInTheFacilityListAreNamed() {
        List<Reject> rejects = read("facilities").rejects();
        assertTrue(rejects.stream()
                .anyMatch(r -> r.found().equals("48135") && r.column().equals("county_fips")));
    }

    @Test
    void aStateOfTwoWordsIsReadWithALineBetweenThem() {
        Panel panel = read("hate-crime");
        assertTrue(panel.rejects().stream().noneMatch(r -> r.column().equals("State")), "New_Hampshire is a state");
        Period year = new Period(LocalDate.of(2013, 1, 1), LocalDate.of(2013, 12, 31));
        assertTrue(panel.find("Manchester", year, "Race").isPresent());
    }

    @Test
    void thousandsWithCommasAreReadWhereTheDescriptorSaysSo() {
        Panel panel = read("hate-crime");
        Period year = new Period(LocalDate.of(2013, 1, 1), LocalDate.of(2013, 12, 31));
        assertEquals(
                new Reading.Counted(39_481),
                panel.find("Florence", year, "Population").orElseThrow());
        assertTrue(panel.rejects().stream().noneMatch(r -> r.why().key().equals("bad.number-expected")));
    }

    @Test
    void stopsAndDetainersAreAboutOnePlace() {
        Panel stops = read("sheriff-stops");
        assertEquals(1, stops.places().size());
        double all = stops.of(stops.places().get(0)).stream()
                .mapToDouble(o -> o.reading() instanceof Reading.Counted c ? c.value() : 0)
                .sum();
        assertEquals(40_297, all);
        assertEquals(List.of("MN"), read("detainers-daily").places());
    }

    private static Reject reject(Panel panel, String found) {
        return panel.rejects().stream()
                .filter(r -> r.found().equals(found))
                .findFirst()
                .orElseThrow();
    }

    private static Panel read(String name) {
        return READ.computeIfAbsent(name, PublishedTablesTest::readOnce);
    }

    private static Panel readOnce(String name) {
        TableDescriptor table = OutcomeCatalogue.find(name).orElseThrow();
        Path outcomes = Shared.outcomes();
        Path file = outcomes.resolve(table.path());
        return OutcomeTable.read(
                table,
                Files.exists(file)
                        ? file
                        : outcomes.resolve("restricted_noncommercial").resolve(table.path()));
    }

    private static Period month(int year, int month) {
        YearMonth m = YearMonth.of(year, month);
        return new Period(m.atDay(1), m.atEndOfMonth());
    }
}
