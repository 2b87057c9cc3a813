package org.writwatch.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.writwatch.facts.Period;
import org.writwatch.facts.Source;
import org.writwatch.facts.phrase.Figure;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/**
 * A finding as ordered maps and lists for machines, ready for any JSON writer; the shape is
 * {@code findings.schema.json} beside the phrase files.
 *
 * <p>Every sentence is an object with one text for each language ({@code en}, {@code es}). Every number is an object of
 * {@code value}, in full precision, and {@code printed}, exactly as the page prints it. What does not exist is
 * {@code null}. Keys keep their order; the same finding gives the same maps.
 */
public final class FindingRecord {
    /** Digits after the point of a level on the page. */
    public static final int LEVEL_DECIMALS = 2;

    /** Digits after the point of a probability on the page. */
    public static final int P_DECIMALS = 3;

    private FindingRecord() {}

    /** Findings in their order. */
    public static List<Map<String, Object>> of(List<Finding> findings) {
        return findings.stream().map(FindingRecord::of).toList();
    }

    /** One finding. */
    public static Map<String, Object> of(Finding finding) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", finding.id());
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("fips", finding.place().fips().code());
        place.put("name", finding.place().name());
        place.put("state", finding.place().state().name());
        map.put("place", place);
        map.put("question", said(finding.question()));
        map.put("design", said(finding.design()));
        map.put("answer", answer(finding.answer()));
        map.put("reading", said(finding.reading()));
        map.put(
                "not_shown",
                finding.notShown().stream().map(FindingRecord::said).toList());
        map.put(
                "diagnostics",
                finding.diagnostics().stream().map(FindingRecord::diagnostic).toList());
        map.put("comparisons", finding.comparisons());
        map.put("coverage", said(finding.coverage()));
        map.put(
                "figures",
                finding.figures().stream()
                        .map(org.writwatch.evidence.Figure::id)
                        .toList());
        map.put("vintage", finding.vintage());
        map.put("sources", finding.sources().stream().map(FindingRecord::source).toList());
        map.put(
                "specification",
                finding.specification().map(FindingRecord::specification).orElse(null));
        map.put("designs", finding.designs().stream().map(FindingRecord::design).toList());
        return map;
    }

    private static Map<String, Object> answer(Answer answer) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (answer instanceof Answer.Estimated e) {
            map.put("kind", "estimated");
            map.put("unit", said(e.unit()));
            map.put("difference", level(e.difference()));
            map.put("before", level(e.before()));
            map.put("after", level(e.after()));
            map.put("before_period", period(e.beforePeriod()));
            map.put("after_period", period(e.afterPeriod()));
            map.put("after_is_absence", e.afterIsAbsence());
            map.put("interval", e.interval().map(FindingRecord::interval).orElse(null));
            map.put("change_on", e.changeOn().map(Object::toString).orElse(null));
            map.put("inference", placebo(e.inference()));
        } else if (answer instanceof Answer.NotIdentified n) {
            map.put("kind", "not_identified");
            map.put("because", said(n.because()));
            map.put(
                    "would_answer",
                    n.wouldAnswer().stream().map(FindingRecord::said).toList());
        } else if (answer instanceof Answer.TooThin t) {
            map.put("kind", "too_thin");
            map.put("found", said(t.found()));
            map.put("enough", said(t.enough()));
            map.put("request", said(t.request()));
        }
        return map;
    }

    private static Map<String, Object> interval(Answer.Interval interval) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("low", level(interval.low()));
        map.put("high", level(interval.high()));
        map.put("confidence", interval.confidence());
        return map;
    }

    private static Map<String, Object> placebo(Answer.Placebo placebo) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("comparisons", placebo.places());
        map.put("rank", placebo.rank());
        map.put("p", number(placebo.p(), P_DECIMALS));
        map.put("smallest_p", number(placebo.smallestP(), P_DECIMALS));
        map.put("five_percent_possible", placebo.couldReachFivePercent());
        return map;
    }

    private static Map<String, Object> diagnostic(Diagnostic diagnostic) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", diagnostic.id());
        map.put("verdict", diagnostic.verdict().name().toLowerCase(java.util.Locale.ROOT));
        map.put("sentence", said(diagnostic.sentence()));
        return map;
    }

    private static Map<String, Object> specification(Specification fixed) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", fixed.rule());
        map.put("sha256", fixed.sha256());
        map.put("text", fixed.text());
        return map;
    }

    private static Map<String, Object> design(DesignResult result) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", result.id());
        map.put("chosen", result.chosen());
        map.put("name", said(result.name()));
        map.put("difference", result.difference().map(FindingRecord::level).orElse(null));
        map.put("interval", result.interval().map(FindingRecord::interval).orElse(null));
        map.put("p", result.p().map(p -> number(p, P_DECIMALS)).orElse(null));
        map.put("why_not", result.why().map(FindingRecord::said).orElse(null));
        return map;
    }

    private static Map<String, Object> source(Source source) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", source.id());
        map.put("publisher", source.publisher());
        map.put("title", source.title());
        map.put("licence", source.licence());
        map.put("retrieved", source.retrieved().map(Object::toString).orElse(null));
        map.put("sha256", source.sha256().orElse(null));
        map.put("location", source.location());
        map.put("address", source.address().orElse(null));
        return map;
    }

    private static Map<String, Object> period(Period period) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("from", period.from().toString());
        map.put("to", period.to().toString());
        return map;
    }

    private static Map<String, Object> level(double value) {
        return number(value, LEVEL_DECIMALS);
    }

    private static Map<String, Object> number(double value, int decimals) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("value", value);
        map.put("printed", Phrasebook.of(Lang.EN).say(new Figure(value, decimals)));
        return map;
    }

    private static Map<String, Object> said(Phrase phrase) {
        Map<String, Object> map = new LinkedHashMap<>();
        List<Lang> languages = new ArrayList<>(List.of(Lang.values()));
        languages.forEach(l -> map.put(l.tag(), Phrasebook.of(l).say(phrase)));
        return map;
    }
}
