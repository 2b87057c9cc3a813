package org.writwatch.app.stops;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.writwatch.app.estimate.Numbers;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.stops.Rates;
import org.writwatch.estimates.stops.VeilOfDarkness;
import org.writwatch.evidence.stops.StopTable;
import org.writwatch.evidence.stops.VeilDesign;
import org.writwatch.facts.problem.TooLittle;
import org.writwatch.papers.chart.EffectChart;
import org.writwatch.papers.chart.EffectChart.Point;

/**
 * The veil of darkness under every reasonable specification (Simonsohn, Simmons and Nelson, Nature Human Behaviour 4 (2020) 1208): splines
 * of one to six columns, factors held fixed or not, both windows, each minority by itself and pooled. The specification in the file is the
 * headline; the others show how much hangs on it.
 */
final class CurveRun {
    private static final int MOST_DF = 6;

    private final StopsSpecification spec;
    private final StopTable table;
    private final StopsAnswer answer;
    private final List<Point> points = new ArrayList<>();

    CurveRun(StopsSpecification spec, StopTable table, StopsAnswer answer) {
        this.spec = spec;
        this.table = table;
        this.answer = answer;
    }

    private record Variant(List<String> minority, boolean clockChange, int df, List<String> effects) {
        String text() {
            return (clockChange ? "dst" : "inter-twilight") + ", spline " + df + ", "
                    + (effects.isEmpty() ? "no effects" : String.join("+", effects));
        }
    }

    void run(int[] rows) {
        Variant headline = new Variant(spec.minority, spec.clockChange, spec.splineDf, spec.effects);
        VeilDesign.Sample sample = VeilDesign.of(table, rows, settings(headline));
        answer.funnel(sample.funnel());
        double first = one(headline, sample, true);
        List<Double> all = new ArrayList<>(List.of(first));
        int refused = 0;
        int same = 0;
        int sure = 0;
        for (Variant v : variants()) {
            if (v.equals(headline)) {
                continue;
            }
            try {
                all.add(one(v, VeilDesign.of(table, rows, settings(v)), false));
            } catch (NotEstimable | TooLittle e) {
                refused++;
            }
        }
        for (Map<String, Object> e : answer.estimates()) {
            boolean agrees = e.get("estimate") instanceof Double b && b * first > 0;
            same += agrees ? 1 : 0;
            sure += agrees && e.get("p") instanceof Double p && p < 0.05 ? 1 : 0;
        }
        double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        answer.diagnostic(
                "curve",
                Numbers.map(
                        "specifications",
                        all.size(),
                        "refused",
                        refused,
                        "same_sign",
                        (double) same / all.size(),
                        "same_sign_and_p_below_5_percent",
                        (double) sure / all.size(),
                        "median",
                        sorted[sorted.length / 2],
                        "smallest",
                        sorted[0],
                        "largest",
                        sorted[sorted.length - 1]));
        answer.remark(answer.say("stops.curve", all.size(), same, sure, refused));
        Map<String, int[]> labels = new LinkedHashMap<>();
        answer.exhibit(() -> new Curve(new VeilExhibit(answer, sample, labels, group(headline), Set.of("hc1"))));
        answer.caveat("curve-not-a-test");
        answer.caveat("veil-hours");
        answer.caveat("hispanic-as-white");
    }

    private List<Variant> variants() {
        Set<List<String>> effects = new LinkedHashSet<>(List.of(List.of()));
        boolean place = spec.columns.containsKey("location");
        if (place) {
            effects.add(List.of("location"));
        }
        effects.add(List.of("year"));
        if (place) {
            effects.add(List.of("location", "year"));
        }
        effects.add(spec.effects);
        Set<List<String>> minorities = new LinkedHashSet<>(List.of(spec.minority));
        spec.minority.forEach(m -> minorities.add(List.of(m)));
        List<Variant> all = new ArrayList<>();
        for (List<String> m : minorities) {
            for (boolean dst : new boolean[] {false, true}) {
                for (List<String> e : effects) {
                    // Around clock changes the year is held fixed anyway.
                    if (dst && e.contains("year") && effects.contains(without(e, "year"))) {
                        continue;
                    }
                    for (int df = 1; df <= MOST_DF; df++) {
                        all.add(new Variant(m, dst, df, e));
                    }
                }
            }
        }
        return all;
    }

    private static List<String> without(List<String> all, String one) {
        return all.stream().filter(e -> !e.equals(one)).toList();
    }

    private VeilDesign.Settings settings(Variant v) {
        return spec.veil(v.minority, v.clockChange, v.df, v.effects);
    }

    private String group(Variant v) {
        return v.minority.isEmpty() ? "all but " + spec.reference : String.join("+", v.minority);
    }

    private double one(Variant v, VeilDesign.Sample sample, boolean headline) {
        VeilOfDarkness fit = VeilOfDarkness.fit(sample.rows());
        Map<String, Double> errors = new LinkedHashMap<>();
        errors.put("hc1", fit.hc1());
        String interval = "hc1";
        if (!spec.cluster.isEmpty()) {
            String by = spec.cluster.get(0);
            double clustered = fit.clusterError(VeilDesign.factor(table, by, sample.source()));
            if (!Double.isNaN(clustered)) {
                interval = "cluster:" + by;
                errors.put(interval, clustered);
            }
        }
        double used = errors.getOrDefault(interval, Double.NaN);
        double b = fit.coefficient();
        Map<String, Object> one = answer.estimate("is_dark", group(v), headline ? "" : v.text(), b, errors, interval);
        one.put("specification", v.text());
        one.put("headline", headline);
        StopsAnswer.putOrNull(one, "p", Numbers.measured(Rates.twoSided(b / used)));
        StopsAnswer.putOrNull(one, "mde", Numbers.measured(VeilOfDarkness.minimumDetectable(used)));
        one.put("n", sample.source().length);
        double reach = Normal.twoSided(spec.confidence) * used;
        points.add(new Point(points.size(), headline ? "*" : "", b, Double.NaN, Double.NaN, b - reach, b + reach));
        return b;
    }

    /** Rows and script of the headline, and the picture of all specifications in the order of their estimates. */
    private final class Curve implements StopsExhibit {
        private final VeilExhibit headline;

        Curve(VeilExhibit headline) {
            this.headline = headline;
        }

        @Override
        public String tableName() {
            return headline.tableName();
        }

        @Override
        public String table() {
            return headline.table();
        }

        @Override
        public String script() {
            return headline.script();
        }

        @Override
        public Map<String, String> pictures() {
            Point[] sorted = points.stream()
                    .sorted(java.util.Comparator.comparingDouble(Point::value))
                    .toArray(Point[]::new);
            List<Point> placed = new ArrayList<>();
            for (int i = 0; i < sorted.length; i++) {
                Point p = sorted[i];
                placed.add(new Point(i, p.label(), p.value(), Double.NaN, Double.NaN, p.innerLower(), p.innerUpper()));
            }
            Map<String, String> all = new LinkedHashMap<>(headline.pictures());
            all.put(
                    "specification-curve.svg",
                    EffectChart.series(
                            new EffectChart.Words(
                                    "stops-curve",
                                    answer.say("stops.chart.curve"),
                                    answer.say("stops.chart.curve.description"),
                                    answer.say("stops.chart.curve.across"),
                                    answer.say("stops.chart.curve.up")),
                            placed,
                            Double.NaN));
            return all;
        }
    }
}
