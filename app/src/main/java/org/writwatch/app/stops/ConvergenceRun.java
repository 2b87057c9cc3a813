package org.writwatch.app.stops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.writwatch.app.estimate.Numbers;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.stops.Draws;
import org.writwatch.estimates.stops.ExposureNull;
import org.writwatch.estimates.stops.Rates;
import org.writwatch.estimates.stops.SearchNull;
import org.writwatch.estimates.stops.ThresholdCells;
import org.writwatch.estimates.stops.ThresholdTest;
import org.writwatch.estimates.stops.VeilNull;
import org.writwatch.estimates.stops.VeilOfDarkness;
import org.writwatch.evidence.stops.CountDesign;
import org.writwatch.evidence.stops.StopTable;
import org.writwatch.evidence.stops.VeilDesign;
import org.writwatch.facts.problem.TooLittle;

/**
 * Several screens of one agency side by side, as Connecticut's reports do, and how often so many would point at an agency of this size and
 * make-up in which there is nothing to find: counted on simulated tables, not assumed. Screens that read the same rows are simulated on
 * the same rows.
 */
final class ConvergenceRun {
    private static final int MOST_DRAWS = 999;
    /** A threshold test is fitted to every simulated table. */
    private static final int MOST_WITH_THRESHOLDS = 199;

    private static final int WARMUP = 300;
    private static final int SAMPLES = 300;
    private static final double BAR = 1.959963984540054;

    private final StopsSpecification spec;
    private final StopTable table;
    private final StopsAnswer answer;
    private final List<Screen> screens = new ArrayList<>();
    private final List<Null> nulls = new ArrayList<>();

    ConvergenceRun(StopsSpecification spec, StopTable table, StopsAnswer answer) {
        this.spec = spec;
        this.table = table;
        this.answer = answer;
    }

    /**
     * A screen.
     *
     * @param sign of the statistic when it points at unequal treatment of the minority
     */
    private record Screen(String name, int sign, double estimate, double statistic) {
        boolean flags(double z) {
            return z * sign > BAR;
        }
    }

    /** Draws a table with nothing to find and puts the statistics of its screens down by their names. */
    private interface Null {
        void draw(SplittableRandom random, Map<String, Double> statistics);
    }

    void run(int[] rows) {
        boolean placed = spec.columns.containsKey("location");
        CountDesign d = CountDesign.of(
                table, rows, spec.reference, spec.minority, placed ? List.of("location") : List.of(), null);
        CountDesign two = d.groups().size() > 2 ? d.pooled() : d;
        answer.funnel(two.funnel());
        veils(rows);
        searches(two, placed);
        benchmark(rows, placed);
        if (screens.isEmpty()) {
            throw new NotEstimable(NotEstimable.Why.TOO_FEW_UNITS, "no screen can be made");
        }
        boolean slow = screens.stream().anyMatch(s -> s.name().equals("threshold"));
        int draws = Math.min(slow ? MOST_WITH_THRESHOLDS : MOST_DRAWS, Math.max(99, spec.bootstrapDraws));
        int[] flagged = new int[screens.size()];
        int[] atLeast = new int[screens.size() + 1];
        SplittableRandom random = new SplittableRandom(spec.seed);
        for (int r = 0; r < draws; r++) {
            Map<String, Double> z = new LinkedHashMap<>();
            nulls.forEach(n -> n.draw(random, z));
            int flags = 0;
            for (int i = 0; i < flagged.length; i++) {
                boolean f = screens.get(i).flags(z.getOrDefault(screens.get(i).name(), Double.NaN));
                flagged[i] += f ? 1 : 0;
                flags += f ? 1 : 0;
            }
            for (int k = 0; k <= flags; k++) {
                atLeast[k]++;
            }
        }
        say(draws, flagged, atLeast);
        answer.exhibit(() -> new ConvergenceExhibit(two, spec.group()));
        answer.caveat("convergence-not-votes");
        answer.caveat("null-is-no-proof");
        answer.caveat("officers-differ");
        answer.caveat("hispanic-as-white");
    }

    private void say(int draws, int[] flagged, int[] atLeast) {
        int flags = 0;
        for (int i = 0; i < screens.size(); i++) {
            Screen s = screens.get(i);
            double error = Math.abs(s.estimate() / s.statistic());
            Map<String, Object> one =
                    answer.estimate(s.name(), spec.group(), "", s.estimate(), Map.of("model", error), "model");
            StopsAnswer.putOrNull(one, "p", Numbers.measured(Rates.twoSided(s.statistic())));
            one.put("mde", OutcomeRun.mde(error));
            one.put("flagged", s.flags(s.statistic()));
            one.put("false_flag_rate", (double) flagged[i] / draws);
            flags += s.flags(s.statistic()) ? 1 : 0;
        }
        // The records are one table of those that could have been: a chance of 0 can not be counted.
        double p = (atLeast[flags] + 1.0) / (draws + 1);
        Map<String, Object> count = answer.estimate("screens_flagged", spec.group(), "", flags, Map.of(), "");
        count.put("of", screens.size());
        count.put("p", p);
        Map<String, Object> rates = new LinkedHashMap<>();
        for (int k = 1; k < atLeast.length; k++) {
            rates.put(Integer.toString(k), (double) atLeast[k] / draws);
        }
        answer.diagnostic("false_flag_rate_of_at_least", rates);
        answer.diagnostic("simulated_tables", draws);
        answer.remark(answer.say(
                "stops.convergence",
                flags,
                screens.size(),
                String.format(Locale.ROOT, "%.1f", 100.0 * atLeast[flags] / draws),
                draws));
    }

    /** Whether a screen is asked for: by name, or, when none is named, all but the threshold test. */
    private boolean asked(String name) {
        return spec.screens.isEmpty() ? !name.equals("threshold") : spec.screens.contains(name);
    }

    private boolean add(String name, int sign, double estimate, double statistic) {
        if (!asked(name)) {
            return false;
        }
        if (Double.isFinite(statistic) && statistic != 0) {
            screens.add(new Screen(name, sign, estimate, statistic));
            return true;
        }
        answer.withhold(name, answer.say("stops.screen-empty"));
        return false;
    }

    private void searches(CountDesign d, boolean placed) {
        double[][] stops = byPlace(d, d.stops(), placed);
        SearchNull searches = new SearchNull(stops, byPlace(d, d.searches(), placed), byPlace(d, d.hits(), placed));
        SearchNull.Statistics seen = searches.of(searches.observed());
        add("search_rate", 1, seen.searchEstimate(), seen.search());
        boolean thresholds = false;
        if (spec.columns.containsKey("hit")) {
            add("hit_rate", -1, seen.hitEstimate(), seen.hit());
            if (asked("threshold")) {
                Draws.Summary t = threshold(stops, searches.observed(), spec.seed);
                thresholds = add("threshold", -1, t.mean(), t.mean() / t.sd());
            }
        }
        boolean fit = thresholds;
        nulls.add((random, z) -> {
            SearchNull.Table drawn = searches.simulated(random);
            SearchNull.Statistics s = searches.of(drawn);
            z.put("search_rate", s.search());
            z.put("hit_rate", s.hit());
            if (fit) {
                Draws.Summary t = threshold(stops, drawn, random.nextLong());
                z.put("threshold", t.mean() / t.sd());
            }
        });
    }

    /** Threshold of the minority less that of the reference group: the mixture of 2020 on one chain. */
    private static Draws.Summary threshold(double[][] stops, SearchNull.Table drawn, long seed) {
        int places = stops[0].length;
        int[] used = java.util.stream.IntStream.range(0, 2 * places)
                .filter(i -> stops[i / places][i % places] > 0)
                .toArray();
        int[] group = Arrays.stream(used).map(i -> i / places).toArray();
        int[] place = StopCells.dense(Arrays.stream(used).map(i -> i % places).toArray());
        double[][] counts = new double[3][];
        double[][][] all = {stops, drawn.searches(), drawn.hits()};
        for (int k = 0; k < 3; k++) {
            double[][] of = all[k];
            counts[k] = Arrays.stream(used)
                    .mapToDouble(i -> of[i / places][i % places])
                    .toArray();
        }
        ThresholdCells cells = new ThresholdCells(group, place, counts[0], counts[1], counts[2], 0);
        return ThresholdTest.mixture(cells, 1, WARMUP, SAMPLES, seed).difference(1);
    }

    /** Stops against an exposure by place, counted in standard deviations. */
    private void benchmark(int[] rows, boolean placed) {
        if (!asked("benchmark") || spec.offset == null) {
            return;
        }
        CountDesign d = CountDesign.of(
                table, rows, spec.reference, spec.minority, placed ? List.of("location") : List.of(), spec.offset);
        CountDesign two = d.groups().size() > 2 ? d.pooled() : d;
        double[][] stops = byPlace(two, two.stops(), placed);
        double[][] exposure = byPlace(two, two.offset(), placed);
        double[] both = new double[stops[0].length];
        double[] share = new double[both.length];
        for (int l = 0; l < both.length; l++) {
            double exposed = exposure[0][l] + exposure[1][l];
            both[l] = exposed > 0 ? stops[0][l] + stops[1][l] : 0;
            share[l] = exposed > 0 ? exposure[1][l] / exposed : 0;
        }
        ExposureNull counted = new ExposureNull(stops[1], both, share);
        add("benchmark", 1, counted.excess(), counted.deviations());
        nulls.add((random, z) -> z.put("benchmark", counted.simulated(random)));
    }

    private void veils(int[] rows) {
        List<String> names = new ArrayList<>();
        List<VeilOfDarkness> fits = new ArrayList<>();
        List<int[]> sources = new ArrayList<>();
        veil("veil_of_darkness", false, rows, names, fits, sources);
        veil("veil_around_clock_changes", true, rows, names, fits, sources);
        if (fits.isEmpty()) {
            return;
        }
        boolean pair = fits.size() == 2;
        int[][] rowOf = pair ? new int[][] {positions(sources.get(1), sources.get(0))} : new int[0][];
        VeilNull drawn =
                new VeilNull(fits.get(0), pair ? new VeilOfDarkness[] {fits.get(1)} : new VeilOfDarkness[0], rowOf);
        nulls.add((random, z) -> {
            double[] s = drawn.statistics(random);
            for (int i = 0; i < s.length; i++) {
                z.put(names.get(i), s[i]);
            }
        });
    }

    /** Adds a veil of darkness unless the table has no times or one of the four groups of stops is empty; the reason is then withheld. */
    private void veil(
            String name,
            boolean clockChange,
            int[] rows,
            List<String> names,
            List<VeilOfDarkness> fits,
            List<int[]> sources) {
        if (!asked(name)) {
            return;
        }
        if (!spec.hasLight()) {
            answer.withhold(name, answer.say("stops.screen-untimed"));
            return;
        }
        try {
            VeilDesign.Sample sample =
                    VeilDesign.of(table, rows, spec.veil(spec.minority, clockChange, spec.splineDf, spec.effects));
            VeilOfDarkness fit = VeilOfDarkness.fit(sample.rows());
            if (add(name, -1, fit.coefficient(), fit.coefficient() / fit.modelError())) {
                names.add(name);
                fits.add(fit);
                sources.add(sample.source());
            }
        } catch (NotEstimable | TooLittle e) {
            answer.withhold(name, answer.say("stops.screen-empty"));
        }
    }

    /** Where each row of a part stands in the whole; both ascend, and the days around clock changes are days of the whole. */
    private static int[] positions(int[] part, int[] whole) {
        return Arrays.stream(part).map(r -> Arrays.binarySearch(whole, r)).toArray();
    }

    private static double[][] byPlace(CountDesign d, double[] of, boolean placed) {
        double[][] by = new double[2][];
        for (int g = 0; g < 2; g++) {
            by[g] = placed ? d.byLabel(of, g, 0) : new double[] {d.total(of, g)};
        }
        return by;
    }
}
