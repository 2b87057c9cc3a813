package org.writwatch.app.stops;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.writwatch.app.estimate.Numbers;
import org.writwatch.estimates.stops.Draws;
import org.writwatch.estimates.stops.ThresholdCells;
import org.writwatch.estimates.stops.ThresholdTest;
import org.writwatch.evidence.stops.CountDesign;
import org.writwatch.evidence.stops.StopTable;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;

/** The threshold test of a specification. */
final class ThresholdRun {
    private static final double SETTLED = 1.05;
    private static final double FEWEST = 100;

    private final StopsSpecification spec;
    private final StopTable table;
    private final StopsAnswer answer;

    ThresholdRun(StopsSpecification spec, StopTable table, StopsAnswer answer) {
        this.spec = spec;
        this.table = table;
        this.answer = answer;
    }

    void run(int[] rows) {
        CountDesign d = CountDesign.of(table, rows, spec.reference, spec.minority, List.of("location"), null);
        answer.funnel(d.funnel());
        int[] used = IntStream.range(0, d.cells()).filter(c -> d.stops()[c] > 0).toArray();
        ThresholdCells cells = new ThresholdCells(
                StopCells.pick(d.group(), used),
                StopCells.pick(d.factor(0), used),
                StopCells.pick(d.stops(), used),
                StopCells.pick(d.searches(), used),
                StopCells.pick(d.hits(), used),
                pinned(d));
        ThresholdTest t = spec.beta
                ? ThresholdTest.beta(cells, spec.chains, spec.warmup, spec.samples, spec.seed)
                : ThresholdTest.mixture(cells, spec.chains, spec.warmup, spec.samples, spec.seed);
        for (int g = 0; g < d.groups().size(); g++) {
            posterior("aggregate_threshold", d.groups().get(g), "", t.aggregate(g));
        }
        for (int g = 1; g < d.groups().size(); g++) {
            Draws.Summary s = t.difference(g);
            Map<String, Object> one =
                    posterior("threshold_difference", d.groups().get(g), "", s);
            one.put("mde", OutcomeRun.mde(s.sd()));
        }
        for (int i = 0; i < used.length; i++) {
            int c = used[i];
            String group = d.groups().get(d.group()[c]);
            String place = d.words(0).get(d.factor(0)[c]);
            Map<String, Object> one = posterior("threshold", group, place, t.threshold(i));
            one.put("stops", (long) d.stops()[c]);
            one.put("searches", (long) d.searches()[c]);
            one.put("hits", (long) d.hits()[c]);
            one.put("search_rate", t.searchRate(i).mean());
            one.put("hit_rate", t.hitRate(i).mean());
        }
        answer.exhibit(() -> new CellExhibit(spec, answer, d, List.of("location")));
        double rHat = t.worstRHat();
        double ess = t.fewestEffective();
        double[] misfit = t.misfit();
        answer.diagnostic("model", spec.beta ? "2017 beta" : "2020 mixture");
        answer.diagnostic("reference_location", d.words(0).get(pinned(d)));
        answer.diagnostic("divergences", t.draws().divergences());
        answer.diagnostic("max_rhat", Numbers.map("all_parameters", rHat));
        answer.diagnostic("min_ess_thresholds", ess);
        answer.diagnostic("leapfrogs", t.draws().leapfrogs());
        answer.diagnostic("posterior_predictive", Numbers.map("search_rate_rms", misfit[0], "hit_rate_rms", misfit[1]));
        if (rHat > SETTLED || ess < FEWEST || t.draws().divergences() > 0) {
            answer.caveat("sampler-not-settled");
        }
        answer.caveat("threshold-levels");
        answer.caveat("threshold-form");
        answer.caveat("hit-definition");
        answer.caveat("search-kinds");
        answer.caveat("hispanic-as-white");
    }

    private Map<String, Object> posterior(String name, String group, String place, Draws.Summary s) {
        Map<String, Object> one = answer.estimate(name, group, place, s.mean(), Map.of("posterior", s.sd()), "");
        one.put("lower", s.low());
        one.put("upper", s.high());
        one.put("rhat", s.rHat());
        one.put("ess", s.ess());
        return one;
    }

    /** The place whose effects are pinned at 0: the one asked for, else the first by name. */
    private int pinned(CountDesign d) {
        if (spec.referenceLocation == null) {
            return 0;
        }
        int at = d.words(0).indexOf(spec.referenceLocation);
        if (at < 0) {
            throw new BadInput(
                    spec.file,
                    Phrase.of("facts", "yaml.value", spec.referenceLocation, "reference_location"),
                    Phrase.of("facts", "yaml.one-of", String.join(", ", d.words(0))),
                    Phrase.of("facts", "yaml.correct-file"));
        }
        return at;
    }
}
