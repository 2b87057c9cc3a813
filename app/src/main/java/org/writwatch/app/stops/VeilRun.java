package org.writwatch.app.stops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.writwatch.app.estimate.Numbers;
import org.writwatch.estimates.stops.ScoreBootstrap;
import org.writwatch.estimates.stops.VeilOfDarkness;
import org.writwatch.evidence.stops.StopTable;
import org.writwatch.evidence.stops.VeilDesign;

/** The veil of darkness of a specification. */
final class VeilRun {
    private final StopsSpecification spec;
    private final StopTable table;
    private final StopsAnswer answer;

    VeilRun(StopsSpecification spec, StopTable table, StopsAnswer answer) {
        this.spec = spec;
        this.table = table;
        this.answer = answer;
    }

    void run(int[] rows) {
        VeilDesign.Sample sample = VeilDesign.of(table, rows, spec.veil());
        answer.funnel(sample.funnel());
        VeilOfDarkness fit = VeilOfDarkness.fit(sample.rows());
        answer.count("minority", fit.minority());
        answer.count("dark", fit.dark());
        answer.count("cells", fit.cellCount());
        double b = fit.coefficient();
        StopErrors errors = new StopErrors(b, spec.confidence);
        Map<String, Object> clusters = new LinkedHashMap<>();
        Map<String, Object> bootstraps = new LinkedHashMap<>();
        if (spec.errors.contains("model")) {
            errors.plain("model", fit.modelError());
        }
        if (spec.errors.contains("hc0")) {
            errors.plain("hc0", fit.hc0());
        }
        if (spec.errors.contains("hc1")) {
            errors.plain("hc1", fit.hc1());
        }
        for (String by : spec.errors.contains("cluster") ? spec.cluster : List.<String>of()) {
            int[] labels = VeilDesign.factor(table, by, sample.source());
            int g = VeilOfDarkness.clusters(labels);
            double error = fit.clusterError(labels);
            clusters.put(by, g);
            if (Double.isNaN(error)) {
                answer.withhold("se cluster:" + by, answer.say("stops.one-cluster"));
            }
            answer.clusters(g);
            errors.cluster(by, error, fit.biasReduced(labels));
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
        String group = spec.group();
        Map<String, Object> one = answer.estimate("is_dark", group, "", b, errors);
        one.put("odds_ratio", Math.exp(b));
        one.put("grogger_ridgeway_k", Math.exp(-b));
        StopsAnswer.putOrNull(one, "mde_odds_ratio", Numbers.measured(Math.exp(-errors.minimumDetectable())));
        one.put("clusters", clusters);
        Map<String, Object> excess = answer.estimate("excess_stops", group, "", fit.excessStops(b), Map.of(), "");
        StopsAnswer.putOrNull(excess, "lower", Numbers.measured(fit.excessStops(b + errors.reach())));
        StopsAnswer.putOrNull(excess, "upper", Numbers.measured(fit.excessStops(b - errors.reach())));
        Map<String, int[]> labels = new LinkedHashMap<>();
        if (spec.errors.contains("cluster")) {
            spec.cluster.forEach(by -> labels.put(by, VeilDesign.factor(table, by, sample.source())));
        }
        answer.exhibit(() ->
                new VeilExhibit(answer, sample, labels, group, errors.errors().keySet()));
        answer.diagnostic("deviance", fit.deviance());
        answer.diagnostic("null_deviance", fit.nullDeviance());
        answer.diagnostic("parameters", fit.parameters());
        answer.diagnostic("knots", java.util.Arrays.stream(fit.knots()).boxed().toList());
        answer.diagnostic("window_minutes", List.of(sample.window()[0], sample.window()[1]));
        answer.diagnostic("sun", spec.sun.name().toLowerCase(java.util.Locale.ROOT));
        if (!bootstraps.isEmpty()) {
            answer.diagnostic("score_bootstrap", bootstraps);
        }
        if (!errors.few().isEmpty()) {
            answer.diagnostic("few_clusters", errors.few());
        }
        new RaceRecording(spec, answer).bounds("is_dark", group, b, fit::relabelled);
        if (!(errors.p() < 0.05)) {
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
