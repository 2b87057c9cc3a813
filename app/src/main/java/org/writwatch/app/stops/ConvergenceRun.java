package org.writwatch.app.stops;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.writwatch.app.estimate.Numbers;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.stops.Rates;
import org.writwatch.estimates.stops.SearchNull;
import org.writwatch.estimates.stops.VeilOfDarkness;
import org.writwatch.evidence.stops.CountDesign;
import org.writwatch.evidence.stops.StopTable;
import org.writwatch.evidence.stops.VeilDesign;
import org.writwatch.facts.problem.TooLittle;

/**
 * Several screens of one agency side by side, as Connecticut's reports do, and how often so many would point at an agency of this size and
 * make-up in which there is nothing to find: counted on simulated tables, not assumed.
 */
final class ConvergenceRun {
    private static final int MOST_DRAWS = 999;
    private static final double BAR = 1.959963984540054;

    private final StopsSpecification spec;
    private final StopTable table;
    private final StopsAnswer answer;
    private final List<Screen> screens = new ArrayList<>();

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

    void run(int[] rows) {
        String group = spec.minority.isEmpty() ? "all but " + spec.reference : String.join("+", spec.minority);
        CountDesign d = CountDesign.of(
                table,
                rows,
                spec.reference,
                spec.minority,
                spec.columns.containsKey("location") ? List.of("location") : List.of(),
                null);
        CountDesign two = d.groups().size() > 2 ? d.pooled() : d;
        answer.funnel(two.funnel());
        VeilOfDarkness veil = veil(rows);
        if (veil != null) {
            double z = veil.coefficient() / veil.modelError();
            screens.add(new Screen("veil_of_darkness", -1, veil.coefficient(), z));
        }
        SearchNull searches =
                new SearchNull(byPlace(two, two.stops()), byPlace(two, two.searches()), byPlace(two, two.hits()));
        SearchNull.Statistics seen = searches.observed();
        add("search_rate", 1, seen.searchEstimate(), seen.search());
        if (spec.columns.containsKey("hit")) {
            add("hit_rate", -1, seen.hitEstimate(), seen.hit());
        }
        if (screens.isEmpty()) {
            throw new NotEstimable(NotEstimable.Why.TOO_FEW_UNITS, "no screen can be made");
        }
        int draws = Math.min(MOST_DRAWS, Math.max(99, spec.bootstrapDraws));
        int[] flagged = new int[screens.size()];
        int[] atLeast = new int[screens.size() + 1];
        SplittableRandom random = new SplittableRandom(spec.seed);
        for (int r = 0; r < draws; r++) {
            Map<String, Double> z = new LinkedHashMap<>();
            if (veil != null) {
                z.put("veil_of_darkness", veil.nullStatistic(random));
            }
            SearchNull.Statistics s = searches.simulated(random);
            z.put("search_rate", s.search());
            z.put("hit_rate", s.hit());
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
        int flags = 0;
        for (int i = 0; i < screens.size(); i++) {
            Screen s = screens.get(i);
            double error = s.estimate() / s.statistic();
            Map<String, Object> one =
                    answer.estimate(s.name(), group, "", s.estimate(), Map.of("model", Math.abs(error)), "model");
            StopsAnswer.putOrNull(one, "p", Numbers.measured(Rates.twoSided(s.statistic())));
            one.put("mde", OutcomeRun.mde(Math.abs(error)));
            one.put("flagged", s.flags(s.statistic()));
            one.put("false_flag_rate", (double) flagged[i] / draws);
            flags += s.flags(s.statistic()) ? 1 : 0;
        }
        Map<String, Object> count = answer.estimate("screens_flagged", group, "", flags, Map.of(), "");
        count.put("of", screens.size());
        count.put("p", (double) atLeast[flags] / draws);
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
        answer.exhibit(() -> new ConvergenceExhibit(two, group));
        answer.caveat("convergence-not-votes");
        answer.caveat("null-is-no-proof");
        answer.caveat("officers-differ");
        answer.caveat("hispanic-as-white");
    }

    private void add(String name, int sign, double estimate, double statistic) {
        if (Double.isFinite(statistic) && statistic != 0) {
            screens.add(new Screen(name, sign, estimate, statistic));
        } else {
            answer.withhold(name, answer.say("stops.screen-empty"));
        }
    }

    /** Empty (null) when the table has no times or one of the four groups of stops is empty; the reason is then withheld. */
    @org.jspecify.annotations.Nullable private VeilOfDarkness veil(int[] rows) {
        boolean timed = spec.columns.containsKey("date") && spec.columns.containsKey("time");
        if (!timed || (spec.spot.isEmpty() && !spec.columns.containsKey("latitude"))) {
            answer.withhold("veil_of_darkness", answer.say("stops.screen-untimed"));
            return null;
        }
        try {
            VeilDesign.Sample sample = VeilDesign.of(
                    table,
                    rows,
                    new VeilDesign.Settings(
                            spec.minority,
                            spec.reference,
                            spec.spot,
                            spec.zone,
                            spec.sun,
                            spec.clockChange,
                            spec.days,
                            spec.splineDf,
                            spec.effects,
                            spec.interact));
            return VeilOfDarkness.fit(sample.rows());
        } catch (NotEstimable | TooLittle e) {
            answer.withhold("veil_of_darkness", answer.say("stops.screen-empty"));
            return null;
        }
    }

    private double[][] byPlace(CountDesign d, double[] of) {
        boolean placed = spec.columns.containsKey("location");
        double[][] by = new double[2][];
        for (int g = 0; g < 2; g++) {
            by[g] = placed ? d.byLabel(of, g, 0) : new double[] {d.total(of, g)};
        }
        return by;
    }
}
