package org.writwatch.app.stops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.writwatch.app.estimate.Estimate;
import org.writwatch.app.estimate.Numbers;
import org.writwatch.estimates.stops.Rates;
import org.writwatch.evidence.stops.AgencyPanel;
import org.writwatch.evidence.stops.StopTable;
import org.writwatch.evidence.table.CsvFile;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.TooLittle;
import org.writwatch.papers.chart.EffectChart;
import org.writwatch.papers.chart.EffectChart.Point;

/**
 * Searches, finds, shares and purposes of agencies before and after an agreement begins, against agencies without one: a panel of agency by
 * period from the stops, then group-time effects (Callaway and Sant'Anna 2021) as {@code writwatch estimate} makes them.
 */
final class AroundRun {
    private final StopsSpecification spec;
    private final StopTable table;
    private final StopsAnswer answer;
    private final Lang lang;
    private final Map<String, String> files = new LinkedHashMap<>();

    AroundRun(StopsSpecification spec, StopTable table, StopsAnswer answer, Lang lang) {
        this.spec = spec;
        this.table = table;
        this.answer = answer;
        this.lang = lang;
    }

    void run(int[] rows) {
        Map<String, LocalDate> starts = starts();
        AgencyPanel panel = AgencyPanel.of(
                table, rows, spec.reference, spec.minority, spec.period, spec.columns.containsKey("purpose"));
        answer.funnel(panel.funnel());
        long treated = panel.agencies().stream().filter(starts::containsKey).count();
        answer.count("agencies", panel.agencies().size());
        answer.count("agencies_with_agreement", treated);
        answer.count("periods", panel.periods());
        List<String> unknown = starts.keySet().stream()
                .filter(a -> !panel.agencies().contains(a))
                .toList();
        if (!unknown.isEmpty()) {
            answer.withhold(String.join(", ", unknown), answer.say("stops.around.unknown"));
        }
        for (String quantity : panel.quantities()) {
            String csv = panel.csv(quantity, starts);
            one(quantity, csv);
        }
        if (answer.estimates().isEmpty()) {
            throw new TooLittle(Phrase.of("app", "stops.around.none"), Phrase.of("app", "stops.around.enough"));
        }
        answer.exhibit(() -> new Panels());
        answer.caveat("around-who-signs");
        answer.caveat("around-stops-change");
        answer.caveat("null-is-no-proof");
        answer.caveat("hispanic-as-white");
    }

    private Map<String, LocalDate> starts() {
        Map<String, LocalDate> all = new TreeMap<>();
        CsvFile.read(java.util.Objects.requireNonNull(spec.agreements), List.of("agency", "start"), row -> {
            if (!row.text("start").isEmpty()) {
                all.put(row.key("agency"), row.day("start"));
            }
        });
        return all;
    }

    private static String specification(String file) {
        return "data: " + file + "\nunit: agency\ntime: period\noutcome: value\nfirst_treated: first_treated\n"
                + "design: callaway-santanna\ncontrol_group: notyettreated\nbase_period: universal\n"
                + "panel: unbalanced\ncluster: agency\naggregate: [simple, dynamic]\nbands: pointwise\n";
    }

    private void one(String quantity, String csv) {
        if (csv.indexOf('\n') == csv.length() - 1) {
            answer.withhold(quantity, answer.say("stops.around.empty"));
            return;
        }
        String name = quantity.replaceAll("[^a-z0-9]+", "-");
        String spec1 = specification(name + ".csv");
        files.put(name + ".csv", csv);
        files.put(name + ".yaml", spec1);
        Path folder = null;
        try {
            folder = Files.createTempDirectory("writwatch-panel");
            Files.writeString(folder.resolve(name + ".csv"), csv);
            Path file = Files.writeString(folder.resolve(name + ".yaml"), spec1);
            effects(quantity, name, Estimate.of(file, lang, "").tree());
        } catch (TooLittle e) {
            answer.withhold(quantity, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            clear(folder);
        }
    }

    private static void clear(@org.jspecify.annotations.Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void effects(String quantity, String name, Map<String, Object> tree) {
        List<Point> points = new ArrayList<>();
        for (Object o : (List<?>) java.util.Objects.requireNonNull(tree.get("aggregates"))) {
            Map<?, ?> a = (Map<?, ?>) o;
            boolean dynamic = "dynamic".equals(a.get("kind"));
            if (!(a.get("estimate") instanceof Double b) || !(dynamic || "simple".equals(a.get("kind")))) {
                continue;
            }
            double se = a.get("se") instanceof Double e ? e : Double.NaN;
            double t = a.get("event_time") instanceof Number n ? n.doubleValue() : Double.NaN;
            String at = dynamic ? "event time " + Numbers.plain(t) : "";
            Map<String, Object> one =
                    answer.estimate(quantity, spec.group(), at, b, Map.of("cluster:agency", se), "cluster:agency");
            StopsAnswer.putOrNull(one, "p", Numbers.measured(Rates.twoSided(b / se)));
            StopsAnswer.putOrNull(one, "mde", Numbers.measured(OutcomeRun.mde(se)));
            if (dynamic) {
                double reach = Normal.twoSided(spec.confidence) * se;
                points.add(new Point(t, Numbers.plain(t), b, Double.NaN, Double.NaN, b - reach, b + reach));
            }
        }
        Object pretest = tree.get("diagnostics") instanceof Map<?, ?> d ? d.get("pretest") : null;
        if (pretest != null) {
            answer.diagnostic("pretest_" + name, pretest);
        }
        if (points.size() > 1) {
            files.put(
                    name + ".svg",
                    EffectChart.series(
                            new EffectChart.Words(
                                    "stops-around-" + name,
                                    answer.say("stops.chart.around", quantity),
                                    answer.say("stops.chart.around.description", quantity),
                                    answer.say("stops.chart.around.across"),
                                    answer.say("stops.chart.around.up")),
                            points,
                            -0.5));
        }
    }

    /** Panels, a specification each for {@code writwatch estimate}, and the event studies as pictures. */
    private final class Panels implements StopsExhibit {
        @Override
        public String tableName() {
            return "panels.txt";
        }

        @Override
        public String table() {
            return answer.say("stops.around.panels") + "\n";
        }

        @Override
        public String script() {
            return "";
        }

        @Override
        public Map<String, String> pictures() {
            return files;
        }
    }
}
