package org.writwatch.evidence;

import java.time.LocalDate;
import java.util.Arrays;
import org.writwatch.evidence.custody.CustodyRecord;
import org.writwatch.evidence.custody.DailySeries;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Period;
import org.writwatch.facts.Place;
import org.writwatch.facts.UsState;

/** The record and a few places, read once for all tests, and ways to tamper with a series. */
public final class Jails {
    public static final CustodyRecord RECORD = CustodyRecord.bundled();
    public static final Place MECKLENBURG = place("37119", "Mecklenburg County");
    public static final Place WAKE = place("37183", "Wake County");

    private Jails() {}

    public static Place place(String fips, String name) {
        return new Place(
                new Fips(fips), name, UsState.findByFips(fips.substring(0, 2)).orElseThrow());
    }

    /** The series without its rows on and after a day. */
    public static DailySeries endedOn(DailySeries series, LocalDate day) {
        int[] people = series.people(new Period(series.firstRow(), day.minusDays(1)));
        int last = people.length;
        while (people[last - 1] == 0) {
            last--;
        }
        return new DailySeries(series.code(), series.firstRow(), Arrays.copyOf(people, last));
    }

    /** The series moved by whole days. */
    public static DailySeries moved(DailySeries series, int days) {
        return new DailySeries(
                series.code(),
                series.firstRow().plusDays(days),
                series.people(new Period(series.firstRow(), series.lastRow())));
    }
}
