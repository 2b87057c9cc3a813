package org.writwatch.app.stops;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.writwatch.app.estimate.Numbers;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.stops.CellModel;
import org.writwatch.estimates.stops.Rates;
import org.writwatch.estimates.stops.Relabelled;
import org.writwatch.estimates.stops.StandardDeviations;
import org.writwatch.evidence.stops.CountDesign;
import org.writwatch.evidence.stops.StopTable;

/** Searches and hits by group: rates, the outcome test of Knowles, Persico and Todd, common odds ratios, and models with places held fixed. */
final class OutcomeRun {
    private final StopsSpecification spec;
    private final StopTable table;
    private final StopsAnswer answer;

    OutcomeRun(StopsSpecification spec, StopTable table, StopsAnswer answer) {
        this.spec = spec;
        this.table = table;
        this.answer = answer;
    }

    void run(int[] rows) {
        boolean placed = spec.columns.containsKey("location");
        CountDesign d = CountDesign.of(
                table, rows, spec.reference, spec.minority, placed ? List.of("location") : List.of(), null);
        answer.funnel(d.funnel());
        int groups = d.groups().size();
        double[] stops = totals(d, d.stops());
        double[] searches = totals(d, d.searches());
        double[] hits = totals(d, d.hits());
        answer.count("stops", (long) Arrays.stream(stops).sum());
        answer.count("searches", (long) Arrays.stream(searches).sum());
        answer.count("hits", (long) Arrays.stream(hits).sum());
        for (int g = 0; g < groups; g++) {
            String name = d.groups().get(g);
            rate("search_rate", name, searches[g], stops[g]);
            rate("hit_rate", name, hits[g], searches[g]);
        }
        part("kpt", () -> {
            Rates.Measured all = Rates.chiSquared(hits, searches);
            chi("kpt_chi2_" + groups + "races_pooled", "all", all, groups - 1);
        });
        for (int g = 1; g < groups; g++) {
            int group = g;
            part(d.groups().get(g), () -> against(d, group, stops, searches, hits, placed));
        }
        models(d, placed);
        new RaceRecording(spec, answer).surnames();
        if (spec.minority.size() > 1) {
            pooled(d.pooled(), placed);
        }
        answer.exhibit(() -> new CellExhibit(spec, answer, d, placed ? List.of("location") : List.of()));
        for (String by : spec.cluster) {
            if (!by.equals("location") && !by.equals(spec.columns.get("location"))) {
                answer.withhold("se cluster:" + by, answer.say("stops.outcome-cluster"));
            }
        }
        for (String c : List.of(
                "infra-marginality", "hit-definition", "search-kinds", "officers-differ", "hispanic-as-white")) {
            answer.caveat(c);
        }
    }

    private void models(CountDesign d, boolean placed) {
        if (placed) {
            part("logit_search", () -> logit(d, "search", d.stops(), d.searches()));
            part("logit_hit", () -> logit(d, "hit", d.searches(), d.hits()));
        }
    }

    /** The groups of the minority as one, against the reference. */
    private void pooled(CountDesign d, boolean placed) {
        double[] stops = totals(d, d.stops());
        double[] searches = totals(d, d.searches());
        double[] hits = totals(d, d.hits());
        String name = d.groups().get(1);
        rate("search_rate", name, searches[1], stops[1]);
        rate("hit_rate", name, hits[1], searches[1]);
        part(name, () -> against(d, 1, stops, searches, hits, placed));
        models(d, placed);
    }

    private void against(CountDesign d, int g, double[] stops, double[] searches, double[] hits, boolean placed) {
        String a = d.groups().get(g);
        String b = d.groups().get(0);
        String versus = a + "_vs_" + b;
        chi(
                "kpt_chi2_" + versus + "_pooled",
                a,
                Rates.chiSquared(new double[] {hits[g], hits[0]}, new double[] {searches[g], searches[0]}),
                1);
        Rates.Measured difference = Rates.difference(hits[g], searches[g], hits[0], searches[0]);
        Map<String, Object> one = measured("hit_rate_diff_" + a + "_minus_" + b, a, difference);
        StopsAnswer.putOrNull(one, "mde", Numbers.measured(mde(difference.error())));
        if (!(difference.p() < 0.05)) {
            answer.caveat("null-is-no-proof");
        }
        RaceRecording recording = new RaceRecording(spec, answer);
        recording.bounds(
                "hit_rate_difference",
                a,
                difference.value(),
                share -> Relabelled.difference(hits[g], searches[g], hits[0], searches[0], share));
        recording.bounds(
                "search_rate_difference",
                a,
                searches[g] / stops[g] - searches[0] / stops[0],
                share -> Relabelled.difference(searches[g], stops[g], searches[0], stops[0], share));
        Rates.Measured ratio = Rates.ratio(searches[g], stops[g], searches[0], stops[0]);
        Map<String, Object> r = measured("search_rate_ratio_" + a + "_to_" + b, a, ratio);
        double z = Normal.twoSided(spec.confidence);
        r.put("se_of", "log");
        r.put("lower", ratio.value() * Math.exp(-z * ratio.error()));
        r.put("upper", ratio.value() * Math.exp(z * ratio.error()));
        if (stops[g] + stops[0] < Integer.MAX_VALUE) {
            StandardDeviations.Count count = StandardDeviations.hypergeometric(
                    (int) searches[g], (int) (stops[g] + stops[0]), (int) stops[g], (int) (searches[g] + searches[0]));
            deviations("searches_standard_deviations_" + versus, a, count);
        }
        if (placed) {
            double[] stops1 = d.byLabel(d.stops(), g, 0);
            double[] stops0 = d.byLabel(d.stops(), 0, 0);
            double[] searches1 = d.byLabel(d.searches(), g, 0);
            double[] searches0 = d.byLabel(d.searches(), 0, 0);
            part(
                    "MH_search_" + versus,
                    () -> common("search", versus, a, Rates.mantelHaenszel(searches1, stops1, searches0, stops0)));
            part(
                    "MH_hit_" + versus,
                    () -> common(
                            "hit",
                            versus,
                            a,
                            Rates.mantelHaenszel(
                                    d.byLabel(d.hits(), g, 0), searches1, d.byLabel(d.hits(), 0, 0), searches0)));
        }
    }

    private void common(String what, String versus, String group, Rates.Common c) {
        Map<String, Object> odds =
                answer.estimate("MH_" + what + "_odds_ratio_" + versus, group, "", c.odds(), Map.of(), "");
        odds.put("p", c.p());
        odds.put("strata", c.strata());
        chi("MH_" + what + "_chi2_" + versus, group, new Rates.Measured(c.chi(), Double.NaN, c.p()), 1);
    }

    private void logit(CountDesign d, String what, double[] trials, double[] yes) {
        int[] cells = IntStream.range(0, d.cells()).filter(c -> trials[c] > 0).toArray();
        int[] location = StopCells.pick(d.factor(0), cells);
        int[] place = StopCells.dense(location);
        double[][] x =
                StopCells.dummies(StopCells.pick(d.group(), cells), d.groups().size());
        CellModel m = CellModel.logit(x, place, StopCells.pick(trials, cells), StopCells.pick(yes, cells));
        for (int g = 1; g < d.groups().size(); g++) {
            if (StopCells.separated(d.total(yes, g), d.total(trials, g))) {
                answer.withhold(
                        "logit_" + what + " " + d.groups().get(g),
                        answer.say("stops.separated", (long) d.total(yes, g), (long) d.total(trials, g)));
                continue;
            }
            double b = m.coefficient(g - 1);
            StopErrors errors = new StopErrors(b, spec.confidence);
            errors.plain("model", m.modelError(g - 1));
            if (spec.errors.contains("hc0")) {
                errors.plain("hc0", m.robustError(g - 1));
            }
            if (spec.errors.contains("hc1")) {
                errors.plain("hc1", m.robustError(g - 1) * m.smallSample());
            }
            errors.cluster("location", m.clusterError(g - 1, place), m.biasReduced(g - 1, place));
            String name = "logit_" + what + "_race_plus_location_FE";
            Map<String, Object> one = answer.estimate(name, d.groups().get(g), "", b, errors);
            // The chance by the model, as such tables print it; the one by clusters beside it, which the interval goes
            // with.
            StopsAnswer.putOrNull(one, "p", Numbers.measured(Rates.twoSided(b / m.modelError(g - 1))));
            StopsAnswer.putOrNull(one, "p_cluster", Numbers.measured(errors.p()));
            one.put("cells", cells.length);
        }
        answer.estimate(
                "logit_" + what + "_deviance",
                d.groups().size() == 2 && spec.minority.size() > 1 ? d.groups().get(1) : "all",
                "",
                m.cellDeviance(),
                Map.of(),
                "");
        answer.clusters(1 + Arrays.stream(place).max().orElse(0));
    }

    static double mde(double error) {
        return org.writwatch.estimates.stops.VeilOfDarkness.minimumDetectable(error);
    }

    private void rate(String name, String group, double yes, double of) {
        part(name + " " + group, () -> {
            Rates.Measured r = Rates.rate(yes, of);
            Map<String, Object> one = answer.estimate(name, group, "", r.value(), Map.of("model", r.error()), "model");
            one.put("n", (long) of);
        });
    }

    private Map<String, Object> measured(String name, String group, Rates.Measured m) {
        Map<String, Object> one = answer.estimate(name, group, "", m.value(), Map.of("model", m.error()), "model");
        StopsAnswer.putOrNull(one, "p", Numbers.measured(m.p()));
        return one;
    }

    private void chi(String name, String group, Rates.Measured m, int df) {
        Map<String, Object> one = answer.estimate(name, group, "", m.value(), Map.of(), "");
        StopsAnswer.putOrNull(one, "p", Numbers.measured(m.p()));
        one.put("df", df);
    }

    private void deviations(String name, String group, StandardDeviations.Count c) {
        StopCells.deviations(answer, name, group, c);
    }

    private void part(String what, Runnable part) {
        try {
            part.run();
        } catch (NotEstimable e) {
            answer.withhold(
                    what,
                    answer.say(
                            "estimate.why."
                                    + e.why()
                                            .name()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .replace('_', '-'),
                            String.valueOf(e.getMessage())));
        }
    }

    private static double[] totals(CountDesign d, double[] of) {
        return IntStream.range(0, d.groups().size())
                .mapToDouble(g -> d.total(of, g))
                .toArray();
    }
}
