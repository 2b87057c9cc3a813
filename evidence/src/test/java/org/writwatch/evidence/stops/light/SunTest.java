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

    /**
     * The worked example of NREL/TP-560-34302 (Reda and Andreas 2008), Golden, Colorado, 17 October 2003; printed to the second. It reckons
     * by days of universal time, so the sunset it prints is that of the evening before.
     */
    @Test
    void agreesWithTheExampleOfNrel() {
        long day = LocalDate.of(2003, 10, 17).toEpochDay();
        double rise = Sun.ACCURATE.minutes(Sun.Event.SUNRISE, day, 39.742476, -105.1786) - 7 * 60;
        double set = Sun.ACCURATE.minutes(Sun.Event.SUNSET, day - 1, 39.742476, -105.1786) - 7 * 60;
        assertEquals(seconds("06:12:43"), 60 * rise, 15, "sunrise; refraction and height are rounded otherwise there");
        assertEquals(seconds("17:20:19"), 60 * set, 15, "sunset");
    }

    /**
     * At every latitude of the United States and on every day, the sun stands where an event says, by other formulas: the low-precision
     * position of the Astronomical Almanac (a hundredth of a degree) and sidereal time. Where there is no event it never gets so low.
     */
    @Test
    void standsAtTheAltitudeOfTheEventEverywhere() {
        for (double latitude = -14.3; latitude <= 71.4; latitude += 4.5) {
            for (long day = LocalDate.of(2024, 1, 1).toEpochDay();
                    day <= LocalDate.of(2024, 12, 31).toEpochDay();
                    day += 2) {
                for (Sun.Event event : Sun.Event.values()) {
                    double minutes = Sun.ACCURATE.minutes(event, day, latitude, -100);
                    if (!Double.isNaN(minutes)) {
                        assertEquals(
                                event.altitude(),
                                altitude(day + minutes / 1440, latitude, -100),
                                0.035,
                                latitude + " " + day + " " + event);
                    } else {
                        double noon = altitude(day + (720 + 400) / 1440.0, latitude, -100);
                        double midnight = altitude(day + (1440 + 400) / 1440.0, latitude, -100);
                        assertTrue(
                                noon < event.altitude() + 0.3 || midnight > event.altitude() - 0.3,
                                latitude + " " + LocalDate.ofEpochDay(day) + " " + event);
                    }
                }
            }
        }
    }

    private static double altitude(double daysSince1970, double latitude, double longitude) {
        double d = daysSince1970 + 2440587.5 - 2451545.0;
        double g = Math.toRadians(357.529 + 0.98560028 * d);
        double q = 280.459 + 0.98564736 * d;
        double l = Math.toRadians(q + 1.915 * Math.sin(g) + 0.020 * Math.sin(2 * g));
        double e = Math.toRadians(23.439 - 0.00000036 * d);
        double right = Math.atan2(Math.cos(e) * Math.sin(l), Math.cos(l));
        double declination = Math.asin(Math.sin(e) * Math.sin(l));
        double sidereal = Math.toRadians((18.697374558 + 24.06570982441908 * d) * 15 + longitude);
        double phi = Math.toRadians(latitude);
        return Math.toDegrees(Math.asin(Math.sin(phi) * Math.sin(declination)
                + Math.cos(phi) * Math.cos(declination) * Math.cos(sidereal - right)));
    }

    /** In the zone of every state, noon of the sun stays within two hours or so of noon by the clock, also on days clocks change. */
    @Test
    void everyCountyHasACentreWhoseClocksFitIt() {
        CountyZones zones = CountyZones.bundled();
        int seen = 0;
        for (org.writwatch.facts.Place p :
                org.writwatch.facts.gazetteer.Gazetteer.bundled().listPlaces()) {
            // Every seventh, so that the build stays short; all of them were looked at once.
            boolean picked = Integer.parseInt(p.fips().code()) % 7 == 0;
            CountyCentre c = picked ? CountyCentre.of(p.fips()).orElse(null) : null;
            if (c == null) {
                continue;
            }
            seen++;
            assertTrue(Spots.inside(c), p + " " + c);
            ZoneId zone = zones.find(p.fips()).orElseThrow();
            for (String date : new String[] {"2024-03-10", "2024-11-03", "2024-07-01", "2024-12-21"}) {
                long day = LocalDate.parse(date).toEpochDay();
                double rise = Sun.ACCURATE.minutes(Sun.Event.SUNRISE, day, Math.min(60, c.latitude()), c.longitude());
                double set = Sun.ACCURATE.minutes(Sun.Event.SUNSET, day, Math.min(60, c.latitude()), c.longitude());
                double noon = (ClockTime.minutes(day, rise, zone) + ClockTime.minutes(day, set, zone)) / 2;
                // Unalaska keeps the clocks of Anchorage, 23 degrees to its east.
                assertEquals(765, noon, p.fips().code().startsWith("02") ? 190 : 125, p + " " + date + " " + c);
            }
        }
        assertTrue(seen > 400, seen + " counties");
        CountyCentre mecklenburg = CountyCentre.of(new Fips("37119")).orElseThrow();
        assertEquals(35.25, mecklenburg.latitude(), 0.05);
        assertEquals(-80.83, mecklenburg.longitude(), 0.05);
    }

    /** Bounds of the country. */
    private static final class Spots {
        static boolean inside(CountyCentre c) {
            return c.latitude() > -15 && c.latitude() < 72 && Math.abs(c.longitude()) <= 180;
        }
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
