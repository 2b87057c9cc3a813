package org.writwatch.evidence.design;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.writwatch.estimates.Interval;
import org.writwatch.estimates.changepoint.ChangePointSearch;
import org.writwatch.estimates.changepoint.End;
import org.writwatch.estimates.changepoint.EndSearch;
import org.writwatch.estimates.placebo.RankInference;
import org.writwatch.evidence.custody.CustodyRecord;
import org.writwatch.evidence.custody.DailySeries;
import org.writwatch.evidence.custody.Facility;
import org.writwatch.facts.Period;

/**
 * One change of level in one jail, measured against comparison jails. Immutable.
 *
 * <p>Levels are people per day over whole months, days without a row counted as nobody. The relative change of a jail is
 * (after - before) / before. The estimate is the jail's relative change minus the median of the comparison jails', times
 * its own level before: people per day more or fewer than if it had moved as they did. Its p value ranks that number
 * among the same number for each comparison jail, both directions counting as extreme; its interval holds every effect
 * the same test does not reject.
 */
public final class JailChange {
    private final DailySeries series;
    private final LocalDate on;
    private final boolean end;
    private final double searchP;
    private final Windows windows;
    private final List<DailySeries> pool;
    private final double[] poolChanges;

    private JailChange(
            DailySeries series,
            LocalDate on,
            boolean end,
            double searchP,
            Windows windows,
            List<DailySeries> pool,
            double[] poolChanges) {
        this.series = series;
        this.on = on;
        this.end = end;
        this.searchP = searchP;
        this.windows = windows;
        this.pool = pool;
        this.poolChanges = poolChanges;
    }

    /**
     * The date on which a jail's level changed, found without being told where to look: the day from which nobody is
     * recorded any more, when the series has such an end, else the strongest lasting change of level.
     *
     * @param data the days the release covers; days after the jail's last row count as nobody
     */
    public static Optional<Dated> search(DailySeries series, Period data) {
        double[] y = readings(series, data);
        Optional<End> end = EndSearch.daily().find(y);
        if (end.isPresent()) {
            return end.map(e -> new Dated(series.firstRow().plusDays(e.index()), true, e.p()));
        }
        return ChangePointSearch.daily()
                .findStrongest(y)
                .map(c -> new Dated(series.firstRow().plusDays(c.index()), false, c.p()));
    }

    /** First days of every level the search tells apart in a series, in order. */
    public static List<LocalDate> allChanges(DailySeries series, Period data) {
        return ChangePointSearch.daily().changes(readings(series, data)).stream()
                .map(c -> series.firstRow().plusDays(c.index()))
                .toList();
    }

    private static double[] readings(DailySeries series, Period data) {
        return Arrays.stream(series.people(new Period(series.firstRow(), data.to())))
                .asDoubleStream()
                .toArray();
    }

    /**
     * A dated change.
     *
     * @param on first day of the new level
     * @param end whether the new level is nobody, to the end of the data
     * @param p chance of so strong a change if nothing changed
     */
    public record Dated(LocalDate on, boolean end, double p) {}

    /** Measures a dated change; the windows must have room in the data and the level before must be above zero. */
    public static JailChange measure(
            CustodyRecord record, Facility jail, DailySeries series, Dated dated, Windows windows) {
        return measure(dated, windows, series, ComparisonRule.choose(record, jail, series, windows.before()));
    }

    /** The same against comparison jails that were fixed before. */
    public static JailChange measure(Dated dated, Windows windows, DailySeries series, List<DailySeries> pool) {
        double[] changes = pool.stream().mapToDouble(s -> relative(s, windows)).toArray();
        return new JailChange(series, dated.on(), dated.end(), dated.p(), windows, pool, changes);
    }

    /** The jail. */
    public DailySeries series() {
        return series;
    }

    /** First day of the new level. */
    public LocalDate on() {
        return on;
    }

    /** Whether nobody is recorded from then on. */
    public boolean end() {
        return end;
    }

    /** Chance of so large a change anywhere in the series if nothing changed. */
    public double searchP() {
        return searchP;
    }

    /** The months compared. */
    public Windows windows() {
        return windows;
    }

    /** The comparison jails, closest in level first. */
    public List<DailySeries> pool() {
        return pool;
    }

    /** People per day before. */
    public double before() {
        return series.mean(windows.before());
    }

    /** People per day after. */
    public double after() {
        return series.mean(windows.after());
    }

    /** The jail's own relative change. */
    public double relative() {
        return relative(series, windows);
    }

    /** The middle relative change of the comparison jails; 0 when there are none. */
    public double poolMedian() {
        return poolChanges.length == 0 ? 0 : median(poolChanges);
    }

    /** People per day more (or fewer) than if the jail had moved as the middle comparison jail. */
    public double difference() {
        return before() * (relative() - poolMedian());
    }

    /** Rank among the comparison jails; empty when there are none. */
    public Optional<RankInference> rank() {
        return poolChanges.length == 0
                ? Optional.empty()
                : Optional.of(RankInference.of(relative() - poolMedian(), centred(), RankInference.Side.TWO_SIDED));
    }

    /** Effects, in people per day, that the rank test does not reject at 95 %; empty with fewer than 19 jails. */
    public Optional<Interval> interval() {
        if (poolChanges.length == 0) {
            return Optional.empty();
        }
        double level = before();
        return RankInference.interval(relative() - poolMedian(), centred(), 0.95)
                .map(i -> new Interval(i.lower() * level, i.upper() * level, i.confidence()));
    }

    /** Comparison jails with nobody recorded in the months after, by code. */
    public List<String> poolSilent() {
        return pool.stream()
                .filter(s -> s.daysWithRow(windows.after()) == 0)
                .map(DailySeries::code)
                .sorted()
                .toList();
    }

    /** Comparison jails whose rows end within two weeks of the change, by code. */
    public List<String> poolEndingWith() {
        return pool.stream()
                .filter(s -> Math.abs(ChronoUnit.DAYS.between(s.lastRow().plusDays(1), on)) <= 14)
                .map(DailySeries::code)
                .sorted()
                .toList();
    }

    /** After minus before, people per day, at every earlier month of the jail where both windows end before this change. */
    public double[] placeboDates() {
        YearMonth first = YearMonth.from(series.firstRow()).plusMonths(windows.length() + 1L);
        YearMonth last = windows.change().minusMonths(windows.length() + 1L);
        List<Double> found = new ArrayList<>();
        for (YearMonth m = first; !m.isAfter(last); m = m.plusMonths(1)) {
            Windows then = windows.at(m);
            found.add(series.mean(then.after()) - series.mean(then.before()));
        }
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Rank of the jail's drift inside the months before (second half against first) among the comparison jails'. */
    public Optional<RankInference> driftBefore() {
        double[] others = pool.stream().mapToDouble(this::drift).toArray();
        double own = drift(series);
        if (others.length == 0) {
            return Optional.empty();
        }
        double middle = median(others);
        double[] centred = Arrays.stream(others).map(d -> d - middle).toArray();
        return Optional.of(RankInference.of(own - middle, centred, RankInference.Side.TWO_SIDED));
    }

    /** Second half of the months before against the first, symmetric: -1 to 1, 0 when level. */
    public double drift() {
        return drift(series);
    }

    private double drift(DailySeries s) {
        double first = s.mean(windows.earlier());
        double second = s.mean(windows.later());
        return first + second == 0 ? 0 : (second - first) / (second + first);
    }

    /** People per day in each whole month before, then in each after, for one of the series. */
    public double[] months(DailySeries of) {
        double[] means = new double[2 * windows.length()];
        for (int i = 0; i < means.length; i++) {
            int away = i < windows.length() ? i - windows.length() : i - windows.length() + 1;
            YearMonth month = windows.change().plusMonths(away);
            means[i] = of.mean(new Period(month.atDay(1), month.atEndOfMonth()));
        }
        return means;
    }

    private double[] centred() {
        double middle = poolMedian();
        return Arrays.stream(poolChanges).map(c -> c - middle).toArray();
    }

    private static double relative(DailySeries s, Windows windows) {
        double before = s.mean(windows.before());
        return (s.mean(windows.after()) - before) / before;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
