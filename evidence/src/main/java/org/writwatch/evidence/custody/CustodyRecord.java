package org.writwatch.evidence.custody;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Period;
import org.writwatch.facts.Source;
import org.writwatch.facts.UsState;

/**
 * Everything held about ICE custody: the list of places, the daily release, the monthly release, and their sources.
 * Immutable, safe to share.
 *
 * @param facilities by code, sorted
 * @param daily people by facility and day
 * @param monthly detainee-days by facility and month
 * @param dailyCoverage reach of the daily release
 * @param monthlyCoverage reach of the monthly release
 * @param sources where it all came from: the daily release, the monthly release, the list of places
 * @param release the releases of a home folder that it was read from, in a few words; empty for what comes with the project
 */
public record CustodyRecord(
        SortedMap<String, Facility> facilities,
        DailyCustody daily,
        MonthlyCustody monthly,
        Coverage dailyCoverage,
        Coverage monthlyCoverage,
        List<Source> sources,
        String release) {
    public CustodyRecord {
        facilities = Collections.unmodifiableSortedMap(new TreeMap<>(facilities));
        sources = List.copyOf(sources);
    }

    /** The record that comes with the project. Read anew at each call, in about a fifth of a second. */
    public static CustodyRecord bundled() {
        return BundledCustody.read();
    }

    /** The same record with another daily release in place of its own. */
    public CustodyRecord with(DailyCustody other) {
        return new CustodyRecord(facilities, other, monthly, dailyCoverage, monthlyCoverage, sources, release);
    }

    /**
     * The record without anything after a day: series and months are cut there, so nothing later can be read from it.
     * Coverage and sources stay those of the releases.
     *
     * @throws IllegalArgumentException no row is that old
     */
    public CustodyRecord until(LocalDate last) {
        List<DailySeries> cut = daily.series().values().stream()
                .flatMap(s -> s.until(last).stream())
                .toList();
        LocalDate end = last.isBefore(days().to()) ? last : days().to();
        DailyCustody rest = DailyCustody.of(cut);
        DailyCustody daily = new DailyCustody(new Period(days().from(), end), rest.series());
        return new CustodyRecord(
                facilities, daily, monthly.until(last), dailyCoverage, monthlyCoverage, sources, release);
    }

    /** Places of one kind that serve or stand in a county, by code. */
    public List<Facility> inCounty(Fips county, Facility.Kind kind) {
        return facilities.values().stream()
                .filter(f -> f.kind() == kind && f.county().equals(Optional.of(county)))
                .toList();
    }

    /** Places of one kind in a state, by code. */
    public List<Facility> inState(UsState state, Facility.Kind kind) {
        return facilities.values().stream()
                .filter(f -> f.kind() == kind && f.state().equals(Optional.of(state)))
                .toList();
    }

    /** The facility with this code; a bare one when the list does not know it. */
    public Facility facility(String code) {
        Facility known = facilities.get(code);
        return known != null
                ? known
                : new Facility(code, code, "", Optional.empty(), Optional.empty(), Facility.Kind.UNKNOWN);
    }

    /** The releases it is, in words that every language prints. */
    public String vintage() {
        return "ICE daily custody release, " + days().from() + " to " + days().to()
                + "; ICE monthly custody release, " + monthly.first() + " to " + lastDay()
                + (release.isEmpty() ? "" : "; " + release);
    }

    /** The days the daily release covers. */
    public Period days() {
        return daily.period();
    }

    /** The last day anything here speaks of. */
    public LocalDate lastDay() {
        return monthly.last().atDay(monthly.lastDays());
    }
}
