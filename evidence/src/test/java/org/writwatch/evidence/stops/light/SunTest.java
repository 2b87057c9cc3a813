package org.writwatch.evidence.stops.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writwatch.evidence.stops.SharedStops;
import org.writwatch.facts.Fips;

class SunTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Reference: R's maptools, evaluated in the fixed standard offset; every day, all four events, within a hundredth of a second. */
    @ParameterizedTest
    @CsvSource({
        "hamden, 41.3839, -72.9026, America/New_York",
        "minneapolis, 44.9778, -93.2650, America/Chicago",
        "providence, 41.8240, -71.4128, America/New_York"
    })
    void agreesWithTheReference(String name, double latitude, double longitude, String zone) {
        int days = 0;
        for (Map<String, String> row : SharedStops.rows("expected/solar_" + name + ".csv")) {
            long day = LocalDate.parse(row.get("date")).toEpochDay();
            for (Sun.Event event : Sun.Event.values()) {
                double clock =
                        ClockTime.minutes(day, Sun.ACCURATE.minutes(event, day, latitude, longitude), ZoneId.of(zone));
                double reference = Double.parseDouble(row.get(event.name().toLowerCase(java.util.Locale.ROOT)));
                assertEquals(reference, clock, 0.01 / 60, row.get("date") + " " + event);
            }
            days++;
        }
        assertTrue(days >= 364, days + " days");
    }

    /** Dusk moves by an hour, not by a minute, between the day before a change of clocks and the day itself, and never otherwise. */
    @Test
    void clocksChangeOnTheDay() {
        for (int year = 2000; year < 2030; year++) {
            for (long d = LocalDate.of(year, 1, 2).toEpochDay();
                    d <= LocalDate.of(year, 12, 31).toEpochDay();
                    d++) {
                double step = dusk(d) - dusk(d - 1);
                int offset = offset(d) - offset(d - 1);
                assertEquals(offset / 60.0, step, 2.1, LocalDate.ofEpochDay(d).toString());
            }
        }
    }

    private static double dusk(long day) {
        return ClockTime.minutes(day, Sun.ACCURATE.minutes(Sun.Event.DUSK, day, 35.2, -80.8), NEW_YORK);
    }

    private static int offset(long day) {
        return NEW_YORK.getRules()
                .getOffset(LocalDate.ofEpochDay(day).atTime(22, 0).toInstant(java.time.ZoneOffset.UTC))
                .getTotalSeconds();
    }

    /** Published by Stanford's tutorial for Philadelphia in 2017, computed with the suncalc package of R; printed to the second. */
    @Test
    void repeatsThePublishedTimesOfSuncalc() {
        assertEquals(seconds("17:07:09"), suncalc("2017-12-07", Sun.Event.DUSK), 1);
        assertEquals(seconds("21:07:26"), suncalc("2017-06-26", Sun.Event.DUSK), 1);
        assertEquals(seconds("16:36:53"), suncalc("2017-12-07", Sun.Event.SUNSET), 1);
        assertEquals(seconds("20:34:40"), suncalc("2017-06-26", Sun.Event.SUNSET), 1);
    }

    private static double seconds(String clock) {
        return java.time.LocalTime.parse(clock).toSecondOfDay();
    }

    private static double suncalc(String date, Sun.Event event) {
        long day = LocalDate.parse(date).toEpochDay();
        return 60 * ClockTime.minutes(day, Sun.SUNCALC.minutes(event, day, 39.9525839, -75.1652215), NEW_YORK);
    }

    @Test
    void midnightSunHasNoDusk() {
        long june = LocalDate.of(2020, 6, 21).toEpochDay();
        assertTrue(Double.isNaN(Sun.ACCURATE.minutes(Sun.Event.DUSK, june, 71.29, -156.79)), "Utqiagvik");
        assertTrue(Double.isNaN(Sun.ACCURATE.minutes(Sun.Event.DUSK, june, 64.84, -147.72)), "Fairbanks");
        assertTrue(Double.isFinite(Sun.ACCURATE.minutes(Sun.Event.SUNSET, june, 64.84, -147.72)), "Fairbanks");
    }

    @ParameterizedTest
    @CsvSource({
        "37119, America/New_York",
        "12033, America/Chicago",
        "12073, America/New_York",
        "47037, America/Chicago",
        "47093, America/New_York",
        "48141, America/Denver",
        "04013, America/Phoenix",
        "18089, America/Chicago",
        "18097, America/Indiana/Indianapolis",
        "21227, America/Chicago",
        "21067, America/New_York",
        "15003, Pacific/Honolulu",
        "46103, America/Denver",
        "72127, America/Puerto_Rico"
    })
    void countiesKeepTheirClocks(String fips, String zone) {
        assertEquals(ZoneId.of(zone), CountyZones.bundled().find(new Fips(fips)).orElseThrow());
    }

    @Test
    void everyCountyHasAZone() {
        CountyZones zones = CountyZones.bundled();
        org.writwatch.facts.gazetteer.Gazetteer.bundled()
                .listPlaces()
                .forEach(p -> assertTrue(zones.find(p.fips()).isPresent(), p.toString()));
    }
}
