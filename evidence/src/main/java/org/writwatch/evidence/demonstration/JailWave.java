package org.writwatch.evidence.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.grouptime.CallawaySantAnna;
import org.writwatch.estimates.grouptime.Controls;
import org.writwatch.estimates.grouptime.GroupTimeEffects;
import org.writwatch.estimates.panel.Observations;
import org.writwatch.evidence.custody.CustodyRecord;
import org.writwatch.evidence.custody.Facility;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Place;
import org.writwatch.facts.UsState;

/**
 * The wave of new agreements since 2025: in how many counties a local jail holds people for ICE, before and after each
 * county's own signing date.
 *
 * <p>The outcome of a county and quarter is 1 when the monthly release lists a local jail of the county with people in
 * it, else 0: "not listed with people", which is not "nobody held". Group-time effects of Callaway and Sant'Anna (2021)
 * by quarter of signing; counties that never signed by the end are the comparison; counties under an agreement since before
 * the first quarter have no before and are left out. The pretest is joint over the averages by distance before the start. The negative control is the same for
 * ICE's own rooms and centres, which no county's signature opens.
 */
public final class JailWave {
    /** First and last quarter used, quarter 0 being the first of the year 0. */
    private final int first;

    private final int last;
    private final CustodyRecord record;
    private final Adoptions adoptions;
    private final List<Place> counties;

    /**
     * @param from first quarter's first month
     * @param to last month of the last quarter; the release must cover it whole
     */
    public JailWave(CustodyRecord record, Adoptions adoptions, List<Place> counties, YearMonth from, YearMonth to) {
        this.record = record;
        this.adoptions = adoptions;
        this.counties = List.copyOf(counties);
        this.first = quarter(from.atDay(1));
        this.last = quarter(to.atDay(1));
    }

    /** Local jails of a state listed with people in a span of months, and their detainee-days a month. */
    public record StateLevel(UsState state, YearMonth from, YearMonth to, int facilities, double detaineeDaysAMonth) {}

    /** The level of a state's local jails and of places the list does not know. */
    public StateLevel level(UsState state, YearMonth from, YearMonth to) {
        int facilities = 0;
        long days = 0;
        int months = (int) from.until(to, java.time.temporal.ChronoUnit.MONTHS) + 1;
        for (Map.Entry<String, SortedMap<YearMonth, Integer>> own :
                record.monthly().months().entrySet()) {
            Facility at = record.facility(own.getKey());
            if (at.kind() != Facility.Kind.LOCAL_JAIL || !at.state().equals(Optional.of(state))) {
                continue;
            }
            long sum = own.getValue().subMap(from, to.plusMonths(1)).values().stream()
                    .mapToLong(Integer::longValue)
                    .sum();
            facilities += sum > 0 ? 1 : 0;
            days += sum;
        }
        return new StateLevel(state, from, to, facilities, (double) days / months);
    }

    /**
     * The wave among counties of some states.
     *
     * @param among which states' counties are used
     * @return the effect on local jails, then the same on ICE's own places (the negative control)
     */
    public List<Line> lines(Predicate<UsState> among) {
        return List.of(
                line("local-jail-listed", among, Set.of(Facility.Kind.LOCAL_JAIL), false),
                line("ice-place-listed", among, Set.of(Facility.Kind.HOLD_ROOM, Facility.Kind.ICE_CENTRE), true));
    }

    private Line line(String outcome, Predicate<UsState> among, Set<Facility.Kind> kinds, boolean control) {
        SortedMap<Fips, Set<Integer>> listed = listed(kinds);
        List<Place> used =
                counties.stream().filter(p -> among.test(p.state())).sorted().toList();
        List<double[]> rows = new ArrayList<>();
        for (int unit = 0; unit < used.size(); unit++) {
            Fips county = used.get(unit).fips();
            LocalDate signed = adoptions.first().get(county);
            int start = signed == null ? 0 : quarter(signed);
            if (start != 0 && start <= first) {
                continue; // under an agreement all along: no before
            }
            for (int q = first; q <= last; q++) {
                boolean there = listed.getOrDefault(county, Set.of()).contains(q);
                rows.add(new double[] {unit, q, there ? 1 : 0, start > last ? 0 : start});
            }
        }
        Observations table = Observations.of(
                        rows.stream().mapToInt(r -> (int) r[0]).toArray(),
                        rows.stream().mapToDouble(r -> r[1]).toArray())
                .column("listed", rows.stream().mapToDouble(r -> r[2]).toArray())
                .column("start", rows.stream().mapToDouble(r -> r[3]).toArray())
                .build();
        GroupTimeEffects fit = CallawaySantAnna.on(table, "listed", "start")
                .controls(Controls.NEVER_TREATED)
                .fit();
        JointEstimates overall = fit.simple();
        Optional<Double> pretest;
        try {
            JointEstimates byEvent = fit.dynamic().parts();
            int[] before = IntStream.range(0, byEvent.size())
                    .filter(i -> byEvent.terms().get(i).first() < 0 && !Double.isNaN(byEvent.standardError(i)))
                    .toArray();
            pretest = Optional.of(byEvent.wald(before).p());
        } catch (NotEstimable none) {
            pretest = Optional.empty();
        }
        return new Line(
                outcome,
                "group-time",
                "register",
                control,
                overall.value(0),
                overall.standardError(0),
                overall.p(0),
                fit.treatedUnits(),
                fit.units() - fit.treatedUnits(),
                pretest);
    }

    private SortedMap<Fips, Set<Integer>> listed(Set<Facility.Kind> kinds) {
        SortedMap<Fips, Set<Integer>> listed = new TreeMap<>();
        record.monthly().months().forEach((code, months) -> {
            Facility at = record.facility(code);
            if (kinds.contains(at.kind()) && at.county().isPresent()) {
                Set<Integer> quarters = listed.computeIfAbsent(at.county().get(), k -> new TreeSet<>());
                months.forEach((month, days) -> {
                    if (days > 0) {
                        quarters.add(quarter(month.atDay(1)));
                    }
                });
            }
        });
        return listed;
    }

    private static int quarter(LocalDate day) {
        return day.getYear() * 4 + (day.getMonthValue() - 1) / 3;
    }
}
