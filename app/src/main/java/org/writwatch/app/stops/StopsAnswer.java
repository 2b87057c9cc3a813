package org.writwatch.app.stops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.estimate.Numbers;
import org.writwatch.app.output.Rows;
import org.writwatch.evidence.stops.CellFault;
import org.writwatch.evidence.stops.Funnel;
import org.writwatch.evidence.stops.StopQuality;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/** What a test answers: gathered while it runs, then given out as a tree, as rows, and as lines for people. One thread. */
final class StopsAnswer {
    private static final int FEW_CLUSTERS = 40;

    private final StopsSpecification spec;
    private final Lang lang;
    private final List<Map<String, Object>> estimates = new ArrayList<>();
    private final Map<String, Object> counts = new LinkedHashMap<>();
    private final Map<String, Object> diagnostics = new LinkedHashMap<>();
    private final Set<String> caveats = new LinkedHashSet<>();
    private Supplier<StopsExhibit> exhibit = () -> {
        throw new IllegalStateException("no test was run");
    };
    private final List<Map<String, Object>> withheld = new ArrayList<>();
    private final List<Map<String, Object>> recordings = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    StopsAnswer(StopsSpecification spec, Lang lang) {
        this.spec = spec;
        this.lang = lang;
    }

    String say(String key, Object... args) {
        return Phrasebook.of(lang).say(Phrase.of("app", key, args));
    }

    /** One estimate; {@code errors} by kind. Its interval uses the error named first in {@code interval}. */
    Map<String, Object> estimate(
            String name, String group, String location, double value, Map<String, Double> errors, String interval) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", name);
        one.put("group", group);
        putOrNull(one, "location", location.isEmpty() ? null : location);
        putOrNull(one, "estimate", Numbers.measured(value));
        Map<String, Object> se = new LinkedHashMap<>();
        errors.forEach((k, v) -> putOrNull(se, k, Numbers.measured(v)));
        one.put("se", se);
        double used = errors.getOrDefault(interval, Double.NaN);
        double z = Normal.twoSided(spec.confidence);
        putOrNull(one, "lower", Numbers.measured(value - z * used));
        putOrNull(one, "upper", Numbers.measured(value + z * used));
        if (!interval.isEmpty()) {
            one.put("interval_from", interval);
        }
        estimates.add(one);
        return one;
    }

    /** One estimate with the interval, the chance and the smallest detectable effect of its errors. */
    Map<String, Object> estimate(String name, String group, String location, double value, StopErrors errors) {
        Map<String, Object> one = estimate(name, group, location, value, errors.errors(), errors.interval());
        putOrNull(one, "lower", Numbers.measured(value - errors.reach()));
        putOrNull(one, "upper", Numbers.measured(value + errors.reach()));
        putOrNull(one, "p", Numbers.measured(errors.p()));
        putOrNull(one, "mde", Numbers.measured(errors.minimumDetectable()));
        return one;
    }

    /** What an estimate is called in rows: its name, and the purpose it is of. */
    private static String label(Map<String, Object> estimate) {
        Object purpose = estimate.get("purpose");
        return estimate.get("name") + (purpose == null ? "" : ": " + purpose);
    }

    @SuppressWarnings("NullAway")
    static void putOrNull(Map<String, Object> map, String key, @Nullable Object value) {
        map.put(key, value);
    }

    void count(String name, long value) {
        counts.put(name, value);
    }

    void funnel(Funnel funnel) {
        counts.put("rows", funnel.steps().get(0).left());
        List<Map<String, Object>> steps = new ArrayList<>();
        for (Funnel.Step s : funnel.steps()) {
            steps.add(Numbers.map("filter", s.filter(), "left", s.left()));
        }
        counts.put("funnel", steps);
        counts.put("used", funnel.steps().get(funnel.steps().size() - 1).left());
    }

    /** What stands beside the answer; made when it is asked for. */
    void exhibit(Supplier<StopsExhibit> made) {
        exhibit = made;
    }

    List<Map<String, Object>> estimates() {
        return estimates;
    }

    /** The folder's texts: specification, table, numbers, script, pictures. */
    Map<String, String> files(Path specFile) {
        StopsExhibit made = exhibit.get();
        Map<String, String> files = new LinkedHashMap<>();
        files.put("spec.yaml", text(specFile));
        files.put(made.tableName(), made.table());
        files.put("numbers.csv", numbers());
        if (!made.script().isEmpty()) {
            files.put("reproduce.R", StopsScript.of(this, made));
        }
        files.put("reproduce.txt", say("stops.reproduce", String.valueOf(spec.data.getFileName())) + "\n");
        files.putAll(made.pictures());
        return files;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every number in full precision, one a row: what it is of, its kind ({@code estimate}, {@code se:hc1}, {@code lower} ...). */
    private String numbers() {
        StringBuilder s = new StringBuilder("name,group,location,kind,value\n");
        for (Map<String, Object> e : estimates) {
            String head = cellText(label(e)) + "," + cellText(e.get("group")) + "," + cellText(e.get("location"));
            e.forEach((k, v) -> number(s, head, k, v));
            errors(e).forEach((k, v) -> number(s, head, "se:" + k, v));
        }
        return s.toString();
    }

    private static void number(StringBuilder s, String head, String kind, @Nullable Object v) {
        if (v instanceof Number) {
            s.append(head)
                    .append(',')
                    .append(cellText(kind))
                    .append(',')
                    .append(v)
                    .append('\n');
        }
    }

    static String cellText(@Nullable Object v) {
        String t = v == null ? "" : v.toString();
        return t.contains(",") || t.contains("\"") || t.contains("\n") ? '"' + t.replace("\"", "\"\"") + '"' : t;
    }

    void diagnostic(String name, Object value) {
        diagnostics.put(name, value);
    }

    /** Bounds of one estimate under wrong records of the group. */
    void recording(Map<String, Object> bounds) {
        if (recordings.isEmpty()) {
            diagnostics.put("race_recording", recordings);
        }
        recordings.add(bounds);
    }

    /** A sentence that stands below the numbers, already in the reader's language. */
    void remark(String sentence) {
        remarks.add(sentence);
    }

    void withhold(String what, String why) {
        withheld.add(Numbers.map("what", what, "why", why));
    }

    /** Notes how many clusters an error has: fewer than 40 and the plain clustered error is too small too often (Cameron and Miller 2015). */
    void clusters(int number) {
        if (number < FEW_CLUSTERS) {
            caveat("few-clusters");
        }
    }

    void caveat(String code) {
        caveats.add(code);
    }

    void quality(StopQuality q, List<CellFault> faults) {
        List<Map<String, Object>> bad = new ArrayList<>();
        for (CellFault f : faults) {
            bad.add(Numbers.map(
                    "kind",
                    f.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    "column",
                    f.column(),
                    "found",
                    f.word(),
                    "rows",
                    f.rows(),
                    "lines",
                    f.lines()));
        }
        List<Map<String, Object>> breaks = new ArrayList<>();
        for (StopQuality.Break b : q.breaks()) {
            breaks.add(Numbers.map(
                    "month", b.month().toString(), "word", b.word(), "before", b.before(), "after", b.after()));
            caveat("relabelled");
        }
        if (q.onFives() > 0.3) {
            caveat("heaped-minutes");
        }
        if (q.atMidnight() > 0.005) {
            caveat("midnight-spike");
        }
        if (!q.gaps().isEmpty()) {
            caveat("gaps");
        }
        if (q.missing().group() > 0.05 * q.rows()) {
            caveat("missing-race");
        }
        diagnostics.put(
                "quality",
                Numbers.map(
                        "missing_race",
                        q.missing().group(),
                        "missing_date",
                        q.missing().day(),
                        "missing_time",
                        q.missing().time(),
                        "on_five_minutes",
                        q.onFives(),
                        "on_half_hours",
                        q.onHalfHours(),
                        "at_midnight",
                        q.atMidnight(),
                        "gaps",
                        q.gaps().stream().map(Object::toString).toList(),
                        "relabelling_breaks",
                        breaks,
                        "faulty_cells",
                        bad));
    }

    /** The whole answer, keys in the order of the contract. */
    Map<String, Object> tree(String dataSha256, String specSha256, String version) {
        List<Map<String, Object>> said = new ArrayList<>();
        for (String c : caveats) {
            said.add(Numbers.map("code", c, "text", say("stops.caveat." + c)));
        }
        return Numbers.map(
                "test",
                spec.test.word(),
                "estimates",
                estimates,
                "counts",
                counts,
                "diagnostics",
                diagnostics,
                "caveats",
                said,
                "withheld",
                withheld,
                "provenance",
                Numbers.map(
                        "data_sha256", dataSha256, "spec_sha256", specSha256, "version", version, "seed", spec.seed));
    }

    /** Estimates as rows, a column per kind of error. */
    Rows rows() {
        Set<String> kinds = new LinkedHashSet<>();
        for (Map<String, Object> e : estimates) {
            errors(e).keySet().forEach(k -> kinds.add((String) k));
        }
        List<String> header = new ArrayList<>(List.of("name", "group", "location", "estimate"));
        kinds.forEach(k -> header.add("se_" + k));
        header.addAll(List.of("lower", "upper", "p", "mde"));
        List<List<String>> rows = new ArrayList<>();
        for (Map<String, Object> e : estimates) {
            List<String> row = new ArrayList<>();
            for (String h : header) {
                row.add(
                        h.equals("name")
                                ? label(e)
                                : h.startsWith("se_") ? cell(errors(e).get(h.substring(3))) : cell(h, e.get(h)));
            }
            rows.add(row);
        }
        return new Rows(header, rows);
    }

    /** What stands on paper, by heading: the numbers without their errors, the errors one a row, and the rows left after each filter. */
    Map<String, Rows> tables() {
        List<String> header = List.of("name", "group", "location", "estimate", "lower", "upper", "p", "mde");
        List<List<String>> numbers = new ArrayList<>();
        List<List<String>> kinds = new ArrayList<>();
        for (Map<String, Object> e : estimates) {
            List<String> row = new ArrayList<>(List.of(label(e)));
            header.stream().skip(1).forEach(h -> row.add(cell(h, e.get(h))));
            numbers.add(row);
            errors(e)
                    .forEach((k, v) -> kinds.add(
                            List.of(label(e), cell(e.get("group")), cell(e.get("location")), (String) k, cell(v))));
        }
        List<List<String>> funnel = new ArrayList<>();
        for (Object step : counts.get("funnel") instanceof List<?> steps ? steps : List.of()) {
            Map<?, ?> m = (Map<?, ?>) step;
            funnel.add(List.of(cell(m.get("filter")), cell(m.get("left"))));
        }
        Map<String, Rows> all = new LinkedHashMap<>();
        all.put(say("estimate.page.numbers"), new Rows(header, numbers));
        all.put(say("stops.page.errors"), new Rows(List.of("name", "group", "location", "kind", "se"), kinds));
        all.put(say("stops.page.funnel"), new Rows(List.of("filter", "left"), funnel));
        return all;
    }

    private static Map<?, ?> errors(Map<String, Object> estimate) {
        return estimate.get("se") instanceof Map<?, ?> m ? m : Map.of();
    }

    /** A chance is never none. */
    private static String cell(String column, @Nullable Object v) {
        return column.equals("p") && v instanceof Double p && p < 1e-300 ? "<1e-300" : cell(v);
    }

    private static String cell(@Nullable Object v) {
        if (v == null) {
            return "";
        }
        if (v instanceof Double d) {
            if (d == 0 || Math.abs(d) < 1e-300) {
                return "0";
            }
            return Math.abs(d) < 1e-3 || Math.abs(d) >= 1e7
                    ? String.format(java.util.Locale.ROOT, "%.4e", d)
                    : String.format(java.util.Locale.ROOT, "%.6f", d);
        }
        return v.toString();
    }

    /** What a reader must know beside the numbers. */
    String notes() {
        return opening() + funnelLines() + remarksAndCaveats();
    }

    /** The same without the rows left after each filter, which have a table of their own on paper. */
    String paperNotes() {
        return opening() + remarksAndCaveats();
    }

    private String opening() {
        return say("stops.test." + spec.test.word()) + "\n";
    }

    private String funnelLines() {
        StringBuilder s = new StringBuilder();
        Object funnel = counts.get("funnel");
        if (funnel instanceof List<?> steps) {
            s.append(say("stops.funnel")).append('\n');
            for (Object step : steps) {
                Map<?, ?> m = (Map<?, ?>) step;
                s.append("  ")
                        .append(m.get("filter"))
                        .append(": ")
                        .append(m.get("left"))
                        .append('\n');
            }
        }
        return s.toString();
    }

    private String remarksAndCaveats() {
        StringBuilder s = new StringBuilder();
        for (Map<String, Object> e : estimates) {
            if (e.get("mde") != null && e.get("location") == null) {
                s.append(say("stops.mde", label(e) + ", " + e.get("group"), cell(e.get("mde"))))
                        .append('\n');
            }
        }
        for (String r : remarks) {
            s.append(r).append('\n');
        }
        for (Map<String, Object> w : withheld) {
            s.append(say("estimate.withheld", String.valueOf(w.get("what")), String.valueOf(w.get("why"))))
                    .append('\n');
        }
        if (!caveats.isEmpty()) {
            s.append(say("stops.caveats")).append('\n');
            for (String c : caveats) {
                s.append("- ").append(say("stops.caveat." + c)).append('\n');
            }
        }
        return s.toString();
    }
}
