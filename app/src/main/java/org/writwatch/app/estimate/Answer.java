package org.writwatch.app.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.output.Rows;
import org.writwatch.estimates.Interval;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.panel.Dropped;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/** What a design found, in the shape of the contract. */
final class Answer {
    /** Kinds of numbers that stand by themselves, so that a p value of each has a meaning. */
    private static final List<String> SINGLE = List.of("att", "simple", "overall", "coefficient");

    private final Specification spec;
    private final Calendar calendar;
    private final Lang lang;
    private final List<Map<String, Object>> effects = new ArrayList<>();
    private final List<Map<String, Object>> aggregates = new ArrayList<>();
    private final Map<String, Object> diagnostics = new LinkedHashMap<>();
    private final Map<String, Object> counts = new LinkedHashMap<>();
    private final List<Map<String, Object>> dropped = new ArrayList<>();
    private final List<Map<String, Object>> withheld = new ArrayList<>();
    private boolean errors = true;

    Answer(Specification spec, Calendar calendar, Lang lang) {
        this.spec = spec;
        this.calendar = calendar;
        this.lang = lang;
    }

    Lang lang() {
        return lang;
    }

    String say(String key, Object... args) {
        return Phrasebook.of(lang).say(Phrase.of("app", key, args));
    }

    /** From here on no standard error or interval is given out. */
    void withoutErrors(String why) {
        errors = false;
        withhold(say("estimate.errors"), why);
    }

    /** Whether standard errors and intervals are given out. */
    boolean givesErrors() {
        return errors;
    }

    void withhold(String what, String why) {
        Map<String, Object> one = Numbers.map("what", what, "why", why);
        if (!withheld.contains(one)) {
            withheld.add(one);
        }
    }

    /** A term in the words of the file: its periods as the file has them. */
    String label(Term t) {
        String of = t.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " ";
        return switch (t.kind()) {
            case COEFFICIENT, EVENT_TIME, OVERALL -> t.label();
            case GROUP_TIME -> of + calendar.said(t.first()) + " " + calendar.said(t.second());
            case COHORT_EVENT_TIME -> of + calendar.said(t.first()) + " " + Numbers.plain(t.second());
            case GROUP, CALENDAR -> of + calendar.said(t.first());
        };
    }

    /** Runs a part; a refusal of it is noted and does not stop the others. */
    void part(String what, Runnable part) {
        try {
            part.run();
        } catch (NotEstimable e) {
            withhold(what, Estimate.words(lang, e));
        }
    }

    /** A diagnostic that was noted; null when it was not. */
    @Nullable Object diagnostic(String name) {
        return diagnostics.get(name);
    }

    void diagnostic(String name, Object value) {
        diagnostics.put(name, value);
    }

    void pretest(Supplier<JointEstimates.Wald> test) {
        if (!errors) {
            return;
        }
        part("pretest", () -> {
            JointEstimates.Wald w = test.get();
            diagnostics.put(
                    "pretest",
                    Numbers.map(
                            "statistic",
                            Numbers.measured(w.statistic()),
                            "df",
                            w.degreesOfFreedom(),
                            "p",
                            Numbers.measured(w.p())));
        });
    }

    void count(String name, long value) {
        counts.put(name, value);
    }

    void dropped(List<Dropped> all, Sheet sheet) {
        for (Dropped d : all) {
            dropped.add(Numbers.map(
                    "reason",
                    d.reason().name().toLowerCase(java.util.Locale.ROOT),
                    "rows",
                    d.rows(),
                    "first_line",
                    sheet.line(d.firstRow())));
        }
    }

    /** Estimates under their terms' own kinds, with simultaneous bands where they are asked for. */
    void effects(JointEstimates e, String... more) {
        add(effects, e, spec.uniform, more);
    }

    /** Aggregates, each by itself or with a band over all of them. */
    void aggregates(JointEstimates e, boolean band, String... more) {
        add(aggregates, e, band && spec.uniform, more);
    }

    void effect(Map<String, Object> one) {
        effects.add(sealed(one));
    }

    void aggregate(Map<String, Object> one) {
        aggregates.add(sealed(one));
    }

    /** The same without errors, when none are given out. */
    @SuppressWarnings("NullAway")
    private Map<String, Object> sealed(Map<String, Object> one) {
        if (!errors) {
            for (String key : List.of("se", "se_neyman", "lower", "upper")) {
                one.replaceAll((k, v) -> k.equals(key) ? null : v);
            }
            one.remove("interval");
        }
        return one;
    }

    private void add(List<Map<String, Object>> to, JointEstimates e, boolean band, String... more) {
        double critical = !errors
                ? 0
                : band && e.size() > 1
                        ? e.simultaneousCritical(spec.confidence, spec.seed)
                        : e.pointwiseCritical(spec.confidence);
        for (int i = 0; i < e.size(); i++) {
            Map<String, Object> one = named(e.terms().get(i), to == effects);
            for (int k = 0; k < more.length; k += 2) {
                one.put(more[k], more[k + 1]);
            }
            double se = errors ? e.standardError(i) : Double.NaN;
            one.put("estimate", Numbers.measured(e.value(i)));
            one.put("se", Numbers.measured(se));
            Interval around = Double.isNaN(se) ? null : e.around(i, critical, spec.confidence);
            one.put("lower", around == null ? null : Numbers.measured(around.lower()));
            one.put("upper", around == null ? null : Numbers.measured(around.upper()));
            if (!Double.isNaN(se) && SINGLE.contains(String.valueOf(one.get("kind")))) {
                one.put("p", Numbers.measured(e.p(i)));
            }
            if (spec.design == Specification.Design.POISSON
                    && List.of("coefficient", "dynamic").contains(String.valueOf(one.get("kind")))) {
                one.put("ratio", Numbers.measured(Math.exp(e.value(i))));
            }
            if (spec.design == Specification.Design.ETWFE_POISSON
                    && ("cell".equals(one.get("kind")) || "log-ratio".equals(one.get("of")))) {
                one.put("ratio", Numbers.measured(Math.exp(e.value(i))));
            }
            to.add(one);
        }
        withoutError(e);
        if (errors && e.size() > 1) {
            Map<String, Object> used = Numbers.map(
                    "of",
                    e.terms().get(0).kind().name().toLowerCase(java.util.Locale.ROOT),
                    "band",
                    band ? "uniform" : "pointwise",
                    "critical",
                    Numbers.measured(critical));
            criticals.add(used);
        }
    }

    /** Says of estimates without a standard error why they have none. */
    void withoutError(JointEstimates e) {
        List<String> fixed = new ArrayList<>();
        List<String> still = new ArrayList<>();
        boolean flat = IntStream.range(0, e.size()).allMatch(i -> Double.isNaN(e.standardError(i)))
                && (e.terms().get(0).kind() == Term.Kind.OVERALL
                        || e.terms().get(0).kind() == Term.Kind.COEFFICIENT
                        || IntStream.range(0, e.size())
                                        .filter(i -> !Double.isNaN(e.value(i)))
                                        .count()
                                > 1);
        for (int i = 0; errors && i < e.size(); i++) {
            if (Double.isNaN(e.standardError(i)) && !Double.isNaN(e.value(i))) {
                (e.value(i) == 0 && !flat ? fixed : still).add(label(e.terms().get(i)));
            }
        }
        if (!fixed.isEmpty()) {
            withhold(say("estimate.error-of", String.join(", ", fixed)), say("estimate.error-of.base"));
        }
        if (!still.isEmpty()) {
            withhold(say("estimate.error-of", String.join(", ", still)), say("estimate.error-of.none"));
        }
    }

    private final List<Map<String, Object>> criticals = new ArrayList<>();

    private Map<String, Object> named(Term t, boolean effect) {
        return switch (t.kind()) {
            case GROUP_TIME ->
                Numbers.map("kind", "att_gt", "group", calendar.said(t.first()), "time", calendar.said(t.second()));
            case COHORT_EVENT_TIME ->
                Numbers.map(
                        "kind",
                        "cell",
                        "cohort",
                        calendar.said(t.first()),
                        "time",
                        calendar.said(t.first() + t.second()),
                        "event_time",
                        Numbers.of(t.second()));
            case COEFFICIENT -> Numbers.map("kind", "coefficient", "name", t.name());
            case EVENT_TIME ->
                effect
                        ? Numbers.map(
                                "kind",
                                "coefficient",
                                "name",
                                "rel::" + Numbers.plain(t.first()),
                                "event_time",
                                Numbers.of(t.first()))
                        : Numbers.map("kind", "dynamic", "event_time", Numbers.of(t.first()));
            case GROUP -> Numbers.map("kind", "group", "group", calendar.said(t.first()));
            case CALENDAR -> Numbers.map("kind", "calendar", "time", calendar.said(t.first()));
            case OVERALL -> Numbers.map("kind", effect ? "att" : "simple");
        };
    }

    /** Effects so far, as they are printed. */
    List<Map<String, Object>> effects() {
        return List.copyOf(effects);
    }

    /** Aggregates so far, as they are printed. */
    List<Map<String, Object>> aggregates() {
        return List.copyOf(aggregates);
    }

    boolean empty() {
        return effects.isEmpty() && aggregates.isEmpty();
    }

    /** The whole answer as a tree, keys in the order of the contract. */
    Map<String, Object> tree(String dataSha256, String version) {
        if (!criticals.isEmpty()) {
            diagnostics.put("critical", criticals);
        }
        counts.put("dropped", dropped);
        return Numbers.map(
                "design",
                spec.design.word(),
                "effects",
                effects,
                "aggregates",
                aggregates,
                "diagnostics",
                diagnostics,
                "counts",
                counts,
                "withheld",
                withheld,
                "assumptions",
                say("estimate.design." + spec.design.word()),
                "provenance",
                Numbers.map("data_sha256", dataSha256, "version", version, "seed", spec.seed));
    }

    /** Effects and aggregates as rows. */
    Rows rows() {
        List<String> header = List.of(
                "kind",
                "of",
                "group",
                "time",
                "event_time",
                "name",
                "unit",
                "bound",
                "method",
                "estimate",
                "se",
                "lower",
                "upper");
        List<List<String>> rows = new ArrayList<>();
        List<Map<String, Object>> all = new ArrayList<>(aggregates);
        all.addAll(effects);
        for (Map<String, Object> one : all) {
            List<String> row = new ArrayList<>();
            for (String h : header) {
                Object v = one.get(h);
                if (v == null && h.equals("group")) {
                    v = one.containsKey("cohort") ? one.get("cohort") : one.get("treated");
                }
                if (v == null && h.equals("bound")) {
                    v = one.containsKey("mbar") ? one.get("mbar") : one.get("m");
                }
                if (v == null && h.equals("name") && one.containsKey("untreated")) {
                    v = one.get("untreated");
                }
                row.add(h.equals("name") && one.containsKey("target") ? String.valueOf(one.get("target")) : cell(v));
            }
            rows.add(row);
        }
        return new Rows(header, rows);
    }

    private static String cell(@Nullable Object v) {
        if (v == null) {
            return "";
        }
        if (v instanceof Double d) {
            return d != 0 && (Math.abs(d) < 1e-3 || Math.abs(d) >= 1e7)
                    ? String.format(java.util.Locale.ROOT, "%.4e", d)
                    : String.format(java.util.Locale.ROOT, "%.6f", d);
        }
        return v.toString();
    }

    /** What a reader must know beside the numbers, line by line. */
    String notes() {
        StringBuilder s = new StringBuilder();
        s.append(say("estimate.design." + spec.design.word())).append('\n');
        counts.forEach((k, v) -> s.append(k).append(": ").append(v).append('\n'));
        diagnostics.forEach((k, v) -> {
            if (!k.equals("critical")) {
                s.append(k).append(": ").append(v).append('\n');
            }
        });
        for (Map<String, Object> w : withheld) {
            s.append(say("estimate.withheld", String.valueOf(w.get("what")), String.valueOf(w.get("why"))))
                    .append('\n');
        }
        return s.toString();
    }
}
