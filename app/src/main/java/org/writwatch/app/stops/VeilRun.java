package org.writwatch.app.stops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.writwatch.app.estimate.Numbers;
import org.writwatch.estimates.stops.BiasReduced;
import org.writwatch.estimates.stops.Rates;
import org.writwatch.estimates.stops.ScoreBootstrap;
import org.writwatch.estimates.stops.VeilOfDarkness;
import org.writwatch.evidence.stops.StopTable;
import org.writwatch.evidence.stops.VeilDesign;

/** The veil of darkness of a specification. */
final class VeilRun {
    /** Fewer clusters than this and clustered errors are too small too often (Cameron and Miller 2015). */
    static final int FEW_CLUSTERS = 40;

    private final StopsSpecification spec;
    private final StopTable table;
    private final StopsAnswer answer;

    VeilRun(StopsSpecification spec, StopTable table, StopsAnswer answer) {
        this.spec = spec;
        this.table = table;
        this.answer = answer;
    }

    void run(int[] rows) {
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
        answer.funnel(sample.funnel());
        VeilOfDarkness fit = VeilOfDarkness.fit(sample.rows());
        answer.count("minority", fit.minority());
        answer.count("dark", fit.dark());
        answer.count("cells", fit.cellCount());
        Map<String, Double> errors = new LinkedHashMap<>();
        Map<String, Object> clusters = new LinkedHashMap<>();
        Map<String, Object> bootstraps = new LinkedHashMap<>();
        Map<String, Object> few = new LinkedHashMap<>();
        if (spec.errors.contains("model")) {
            errors.put("model", fit.modelError());
        }
        if (spec.errors.contains("hc0")) {
            errors.put("hc0", fit.hc0());
        }
        if (spec.errors.contains("hc1")) {
            errors.put("hc1", fit.hc1());
        }
        String interval = spec.errors.contains("hc1") ? "hc1" : spec.errors.isEmpty() ? "" : "model";
        if (spec.errors.contains("cluster")) {
            boolean first = true;
            for (String by : spec.cluster) {
                int[] labels = VeilDesign.factor(table, by, sample.source());
                int g = VeilOfDarkness.clusters(labels);
                double error = fit.clusterError(labels);
                errors.put("cluster:" + by, error);
                clusters.put(by, g);
                if (Double.isNaN(error)) {
                    answer.withhold("se cluster:" + by, answer.say("stops.one-cluster"));
                } else if (first) {
                    interval = "cluster:" + by;
                    first = false;
                }
                if (g < FEW_CLUSTERS) {
                    answer.caveat("few-clusters");
                }
                BiasReduced small = fit.biasReduced(labels);
                if (!Double.isNaN(small.error())) {
                    errors.put("cr2:" + by, small.error());
                    few.put(by, StopCells.biasReduced(small, fit.coefficient(), spec.confidence));
                }
                if (spec.bootstrapDraws > 0 && g > 1) {
                    ScoreBootstrap.Test t = fit.bootstrap(labels, spec.bootstrapDraws, spec.seed);
                    bootstraps.put(
                            by,
                            Numbers.map(
                                    "statistic",
                                    Numbers.measured(t.statistic()),
                                    "p",
                                    Numbers.measured(t.p()),
                                    "clusters",
                                    t.clusters(),
                                    "patterns",
                                    t.patterns()));
                }
            }
        }
        double b = fit.coefficient();
        String group = spec.minority.isEmpty() ? "all but " + spec.reference : String.join("+", spec.minority);
        Map<String, Object> one = answer.estimate("is_dark", group, "", b, errors, interval);
        double used = errors.getOrDefault(interval, Double.NaN);
        double p = Rates.twoSided(b / used);
        StopsAnswer.putOrNull(one, "p", Numbers.measured(p));
        one.put("odds_ratio", Math.exp(b));
        one.put("grogger_ridgeway_k", Math.exp(-b));
        double mde = VeilOfDarkness.minimumDetectable(used);
        StopsAnswer.putOrNull(one, "mde", Numbers.measured(mde));
        StopsAnswer.putOrNull(one, "mde_odds_ratio", Numbers.measured(Math.exp(-mde)));
        one.put("clusters", clusters);
        double z = Normal.twoSided(spec.confidence);
        Map<String, Object> excess = answer.estimate("excess_stops", group, "", fit.excessStops(b), Map.of(), "");
        StopsAnswer.putOrNull(excess, "lower", Numbers.measured(fit.excessStops(b + z * used)));
        StopsAnswer.putOrNull(excess, "upper", Numbers.measured(fit.excessStops(b - z * used)));
        Map<String, int[]> labels = new LinkedHashMap<>();
        if (spec.errors.contains("cluster")) {
            spec.cluster.forEach(by -> labels.put(by, VeilDesign.factor(table, by, sample.source())));
        }
        answer.exhibit(() -> new VeilExhibit(answer, sample, labels, group, errors.keySet()));
        answer.diagnostic("deviance", fit.deviance());
        answer.diagnostic("null_deviance", fit.nullDeviance());
        answer.diagnostic("parameters", fit.parameters());
        answer.diagnostic("knots", java.util.Arrays.stream(fit.knots()).boxed().toList());
        answer.diagnostic("window_minutes", List.of(sample.window()[0], sample.window()[1]));
        answer.diagnostic("sun", spec.sun.name().toLowerCase(java.util.Locale.ROOT));
        if (!bootstraps.isEmpty()) {
            answer.diagnostic("score_bootstrap", bootstraps);
        }
        if (!few.isEmpty()) {
            answer.diagnostic("few_clusters", few);
        }
        new RaceRecording(spec, answer).bounds("is_dark", group, b, fit::relabelled);
        if (!(p < 0.05)) {
            answer.caveat("null-is-no-proof");
        }
        if (!spec.clockChange) {
            answer.caveat("veil-season");
        }
        answer.caveat("veil-hours");
        answer.caveat("veil-lighting");
        answer.caveat("veil-visible");
        answer.caveat("veil-driving");
        answer.caveat("hispanic-as-white");
        if (spec.sun == org.writwatch.evidence.stops.light.Sun.SUNCALC) {
            answer.caveat("suncalc");
        }
        if (!spec.effects.contains("location")) {
            answer.caveat("veil-place");
        }
    }
}
