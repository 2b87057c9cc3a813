package org.writwatch.app.effect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.writwatch.evidence.Answer;
import org.writwatch.evidence.Diagnostic;
import org.writwatch.evidence.Finding;
import org.writwatch.facts.Place;

/** {@code findings.json}: the findings of a place with every number at full precision. */
public final class FindingsTree {
    private FindingsTree() {}

    /** The whole file. */
    public static Map<String, Object> of(Place place, List<Finding> findings) {
        Map<String, Object> tree = Trees.map();
        tree.put("schema", "writwatch/findings/1");
        tree.put("place", Trees.place(place));
        tree.put("findings", findings.stream().map(FindingsTree::finding).toList());
        return tree;
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> tree = Trees.map();
        tree.put("id", finding.id());
        tree.put("question", Trees.phrase(finding.question()));
        tree.put("reading", Trees.phrase(finding.reading()));
        tree.put("answer", answer(finding.answer()));
        tree.put("design", Trees.phrase(finding.design()));
        tree.put(
                "diagnostics",
                finding.diagnostics().stream().map(FindingsTree::diagnostic).toList());
        tree.put("does_not_show", Trees.phrases(finding.notShown()));
        tree.put("comparisons", finding.comparisons());
        tree.put("coverage", Trees.phrase(finding.coverage()));
        tree.put("vintage", finding.vintage());
        tree.put(
                "figures",
                finding.figures().stream().map(f -> "data/" + f.id() + ".csv").toList());
        tree.put("sources", Trees.sources(finding.sources()));
        return tree;
    }

    private static Map<String, Object> diagnostic(Diagnostic diagnostic) {
        Map<String, Object> tree = Trees.map();
        tree.put("id", diagnostic.id());
        tree.put("verdict", diagnostic.verdict().name().toLowerCase(Locale.ROOT));
        tree.put("sentence", Trees.phrase(diagnostic.sentence()));
        return tree;
    }

    private static Map<String, @Nullable Object> answer(Answer answer) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        if (answer instanceof Answer.Estimated e) {
            tree.put("kind", "estimated");
            tree.put("difference", e.difference());
            tree.put("before", e.before());
            tree.put("after", e.after());
            tree.put("after_rests_on_absence", e.afterIsAbsence());
            tree.put("before_period", Trees.period(e.beforePeriod()));
            tree.put("after_period", Trees.period(e.afterPeriod()));
            tree.put("unit", Trees.phrase(e.unit()));
            tree.put("change_on", Trees.text(e.changeOn()));
            tree.put("interval", e.interval().map(FindingsTree::interval).orElse(null));
            tree.put("placebo", placebo(e.inference()));
        } else if (answer instanceof Answer.NotIdentified n) {
            tree.put("kind", "not_identified");
            tree.put("because", Trees.phrase(n.because()));
            tree.put("would_answer", Trees.phrases(n.wouldAnswer()));
        } else if (answer instanceof Answer.TooThin t) {
            tree.put("kind", "too_thin");
            tree.put("found", Trees.phrase(t.found()));
            tree.put("enough", Trees.phrase(t.enough()));
            tree.put("request", Trees.phrase(t.request()));
        }
        return tree;
    }

    private static Map<String, Object> interval(Answer.Interval interval) {
        Map<String, Object> tree = Trees.map();
        tree.put("low", interval.low());
        tree.put("high", interval.high());
        tree.put("confidence", interval.confidence());
        return tree;
    }

    private static Map<String, Object> placebo(Answer.Placebo placebo) {
        Map<String, Object> tree = Trees.map();
        tree.put("comparison_places", placebo.places());
        tree.put("rank", placebo.rank());
        tree.put("p", placebo.p());
        tree.put("smallest_attainable_p", placebo.smallestP());
        tree.put("five_percent_claim_open", placebo.couldReachFivePercent());
        return tree;
    }
}
