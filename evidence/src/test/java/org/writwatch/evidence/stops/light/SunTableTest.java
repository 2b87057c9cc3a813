package org.writwatch.evidence.stops.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SunTableTest {
    private static final int FIRST = (int) LocalDate.of(2014, 12, 25).toEpochDay();
    private static final int LAST = (int) LocalDate.of(2017, 1, 5).toEpochDay();

    /** From American Samoa to the tip of Alaska, every kind of day: within a hundredth of a second of the time computed by itself. */
    @Test
    void theTableGivesWhatTheFormulasGive() {
        SplittableRandom random = new SplittableRandom(4);
        double worst = 0;
        for (Sun.Event event : Sun.Event.values()) {
            SunTable table = new SunTable(Sun.ACCURATE, event, FIRST, LAST, -15, 72);
            SunTable state = new SunTable(Sun.ACCURATE, event, FIRST, LAST, 33.84, 36.59);
            for (int i = 0; i < 20_000; i++) {
                int day = FIRST + random.nextInt(LAST - FIRST + 1);
                double latitude = i % 50 == 0 ? Math.rint(random.nextDouble(-15, 72)) : random.nextDouble(-15, 72);
                double longitude = i % 50 == 1 ? -10.0 * random.nextInt(19) : random.nextDouble(-180, 180);
                double direct = Sun.ACCURATE.minutes(event, day, latitude, longitude);
                double read = table.minutes(day, latitude, longitude);
                assertEquals(Double.isNaN(direct), Double.isNaN(read));
                if (!Double.isNaN(direct)) {
                    worst = Math.max(worst, Math.abs(direct - read));
                }
                double here = random.nextDouble(33.84, 36.59);
                double there = random.nextDouble(-84.3, -75.5);
                worst = Math.max(
                        worst,
                        Math.abs(state.minutes(day, here, there) - Sun.ACCURATE.minutes(event, day, here, there)));
            }
            assertEquals(
                    Sun.ACCURATE.minutes(event, FIRST, 36.59, -75.5), state.minutes(FIRST, 36.59, -75.5), 0.01 / 60);
            // A table that ends on one of its own points.
            SunTable narrow = new SunTable(Sun.ACCURATE, event, FIRST, LAST, 36, 36);
            assertEquals(Sun.ACCURATE.minutes(event, LAST, 36, -80), narrow.minutes(LAST, 36, -80), 0.01 / 60);
            assertEquals(
                    Sun.SUNCALC.minutes(event, FIRST, 36, -80),
                    new SunTable(Sun.SUNCALC, event, FIRST, LAST, 30, 40).minutes(FIRST, 36, -80));
        }
        System.out.println("table of the sun: at most " + worst * 60 + " seconds from the formulas");
        assertTrue(worst < 0.01 / 60, worst * 60 + " seconds");
    }

    /** Every hour of three years in five zones, with two changes of clocks a year or none. */
    @Test
    void clocksOfADayAreThoseOfTheMoment() {
        for (String name : new String[] {
            "America/New_York", "America/Phoenix", "America/Adak", "Pacific/Guam", "America/Indiana/Knox"
        }) {
            ZoneId zone = ZoneId.of(name);
            DayClocks clocks = new DayClocks(zone, FIRST, LAST);
            for (int day = FIRST; day <= LAST; day++) {
                for (int hour = -11; hour < 36; hour++) {
                    double utc = hour * 60 + 17.25;
                    assertEquals(ClockTime.minutes(day, utc, zone), clocks.minutes(day, utc), name + " " + day);
                }
                assertTrue(Double.isNaN(clocks.minutes(day, Double.NaN)));
            }
        }
    }
}
