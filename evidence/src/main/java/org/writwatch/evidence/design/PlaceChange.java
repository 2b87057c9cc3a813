package org.writwatch.evidence.design;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.writwatch.estimates.Interval;
import org.writwatch.estimates.placebo.RankInference;

/**
 * One change of a monthly count, or of a ratio of two, at one place beside the same at other places. Immutable.
 *
 * <p>A level is the sum over the months of a side, divided by the sum of what it is counted per. The estimate is that of
 * {@link JailChange}: the place's relative change less the middle one of the comparison places, times its own level before;
 * its p ranks it among them and its interval holds every effect the rank test does not reject.
 */
public final class PlaceChange {
    /** Fewer of these in the months before and no level is compared. */
    public static final int FEWEST = 30;

    private final Windows windows;
    private final SortedMap<YearMonth, Amount> own;
    private final List<String> places;
    private final List<String> silent;
    private final double[] changes;
    private final double[] drifts;

    private PlaceChange(
            Windows windows,
            SortedMap<YearMonth, Amount> own,
            List<String> places,
            List<String> silent,
            double[] changes,
            double[] drifts) {
        this.windows = windows;
        this.own = own;
        this.places = places;
        this.silent = silent;
        this.changes = changes;
        this.drifts = drifts;
    }

    /** Whether every month of the months before is there, and of the months after. */
    public static boolean isWhole(SortedMap<YearMonth, Amount> months, Windows windows) {
        return whole(months, windows, -windows.length(), -1) && whole(months, windows, 1, windows.length());
    }

    /** What is counted in the months before: the smaller of a number and what it is counted per. */
    public static double countedBefore(SortedMap<YearMonth, Amount> months, Windows windows, boolean ratio) {
        double value = sum(months, windows, -windows.length(), -1, Amount::value);
        return ratio ? Math.min(value, sum(months, windows, -windows.length(), -1, Amount::per)) : value;
    }

    /**
     * The comparison places, by the months before and nothing later: places of other states that report every one of those
     * months, whose level in them is closest by ratio, never more than {@value ComparisonRule#WIDEST} times larger or
     * smaller, {@value ComparisonRule#MOST} at most.
     *
     * @param state gives the state a place lies in; places without one are left aside
     * @return closest first; ties by code
     */
    public static List<String> choose(
            SortedMap<String, SortedMap<YearMonth, Amount>> all,
            String place,
            Windows windows,
            Function<String, Optional<String>> state) {
        double level = level(of(all, place), windows, -windows.length(), -1);
        Optional<String> home = state.apply(place);
        record Candidate(String place, double distance) {}
        List<Candidate> candidates = new ArrayList<>();
        all.forEach((other, months) -> {
            Optional<String> at = state.apply(other);
            if (at.isPresent() && !at.equals(home) && whole(months, windows, -windows.length(), -1)) {
                double theirs = level(months, windows, -windows.length(), -1);
                if (theirs > 0) {
                    candidates.add(new Candidate(other, Math.abs(Math.log(theirs / level))));
                }
            }
        });
        return candidates.stream()
                .filter(c -> c.distance() <= Math.log(ComparisonRule.WIDEST))
                .sorted(Comparator.comparingDouble(Candidate::distance).thenComparing(Candidate::place))
                .limit(ComparisonRule.MOST)
                .map(Candidate::place)
                .toList();
    }

    /**
     * Measures against comparison places that were fixed before; those that do not report every month after are left out of
     * the ranking and named by {@link #silent}.
     */
    public static PlaceChange measure(
            SortedMap<String, SortedMap<YearMonth, Amount>> all, String place, Windows windows, List<String> chosen) {
        List<String> places = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (String each : chosen) {
            (Double.isFinite(relative(of(all, each), windows)) && isWhole(of(all, each), windows) ? places : silent)
                    .add(each);
        }
        return new PlaceChange(
                windows,
                of(all, place),
                List.copyOf(places),
                silent.stream().sorted().toList(),
                places.stream().mapToDouble(p -> relative(of(all, p), windows)).toArray(),
                places.stream().mapToDouble(p -> drift(of(all, p), windows)).toArray());
    }

    /** The months compared. */
    public Windows windows() {
        return windows;
    }

    /** Level before. */
    public double before() {
        return level(own, windows, -windows.length(), -1);
    }

    /** Level after. */
    public double after() {
        return level(own, windows, 1, windows.length());
    }

    /** More (or less) than if the place had moved as the middle comparison place. */
    public double difference() {
        return before() * (relative(own, windows) - JailChange.median(changes));
    }

    /** Each month as a share of the mean of the months before, those before first, then those after; counts only. */
    public static double[] shares(SortedMap<YearMonth, Amount> months, Windows windows) {
        double level = level(months, windows, -windows.length(), -1);
        double[] shares = new double[2 * windows.length()];
        for (int i = 0; i < shares.length; i++) {
            int away = i < windows.length() ? i - windows.length() : i - windows.length() + 1;
            Amount amount = months.get(windows.at(away));
            shares[i] = amount == null ? 0 : amount.value() / level;
        }
        return shares;
    }

    /** Comparison places that were ranked, closest in level first. */
    public List<String> places() {
        return places;
    }

    /** Comparison places that do not report every month after, sorted. */
    public List<String> silent() {
        return silent;
    }

    /** Rank among the comparison places; empty when there are none. */
    public Optional<RankInference> rank() {
        return ranked(relative(own, windows), changes);
    }

    /** Rank of the drift inside the months before among that of the comparison places. */
    public Optional<RankInference> driftBefore() {
        return ranked(drift(own, windows), drifts);
    }

    /** Effects that the rank test does not reject at 95 %; empty with fewer than 19 places. */
    public Optional<Interval> interval() {
        if (changes.length == 0) {
            return Optional.empty();
        }
        double level = before();
        double middle = JailChange.median(changes);
        return RankInference.interval(relative(own, windows) - middle, less(changes, middle), 0.95)
                .map(i -> new Interval(i.lower() * level, i.upper() * level, i.confidence()));
    }

    private static SortedMap<YearMonth, Amount> of(SortedMap<String, SortedMap<YearMonth, Amount>> all, String place) {
        return all.getOrDefault(place, Collections.emptySortedMap());
    }

    private static Optional<RankInference> ranked(double own, double[] others) {
        if (others.length == 0) {
            return Optional.empty();
        }
        double middle = JailChange.median(others);
        return Optional.of(RankInference.of(own - middle, less(others, middle), RankInference.Side.TWO_SIDED));
    }

    private static double[] less(double[] values, double middle) {
        return Arrays.stream(values).map(v -> v - middle).toArray();
    }

    private static double relative(SortedMap<YearMonth, Amount> months, Windows windows) {
        double before = level(months, windows, -windows.length(), -1);
        return (level(months, windows, 1, windows.length()) - before) / before;
    }

    /** Second half of the months before against the first, symmetric: -1 to 1, 0 when level. */
    private static double drift(SortedMap<YearMonth, Amount> months, Windows windows) {
        int half = windows.length() / 2;
        double first = level(months, windows, -windows.length(), -half - 1);
        double second = level(months, windows, -half, -1);
        double drift = (second - first) / (second + first);
        return Double.isFinite(drift) ? drift : 0;
    }

    private static double level(SortedMap<YearMonth, Amount> months, Windows windows, int from, int to) {
        return sum(months, windows, from, to, Amount::value) / sum(months, windows, from, to, Amount::per);
    }

    private static double sum(
            SortedMap<YearMonth, Amount> months, Windows windows, int from, int to, ToDoubleFunction<Amount> part) {
        double sum = 0;
        for (int i = from; i <= to; i++) {
            Amount amount = months.get(windows.at(i));
            sum += amount == null ? 0 : part.applyAsDouble(amount);
        }
        return sum;
    }

    private static boolean whole(SortedMap<YearMonth, Amount> months, Windows windows, int from, int to) {
        for (int i = from; i <= to; i++) {
            if (!months.containsKey(windows.at(i))) {
                return false;
            }
        }
        return true;
    }
}
