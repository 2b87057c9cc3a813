package org.writwatch.app.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.jspecify.annotations.Nullable;
import org.writwatch.papers.chart.EffectChart;
import org.writwatch.papers.chart.EffectChart.Point;

/** What stands in the folder beside the answer: pictures, the rows that were used, and a script that does the same in R. */
final class Exhibit {
    private final Specification spec;
    private final Answer answer;
    private final @Nullable Sheet sheet;
    private final Map<String, String> files = new LinkedHashMap<>();

    Exhibit(Specification spec, Answer answer, @Nullable Sheet sheet) {
        this.spec = spec;
        this.answer = answer;
        this.sheet = sheet;
    }

    /** Text by file name. */
    Map<String, String> files() {
        eventStudy();
        groupTimes();
        weights();
        placebos();
        gaps();
        if (sheet != null) {
            files.put("rows.csv", rows(sheet));
        }
        files.put("reproduce.R", new RScript(spec, answer).text());
        return files;
    }

    private EffectChart.Words words(String picture) {
        return new EffectChart.Words(
                "estimate-" + picture,
                answer.say("estimate.chart." + picture),
                answer.say("estimate.chart." + picture + ".description", spec.outcome),
                answer.say("estimate.chart." + picture + ".across"),
                answer.say("estimate.chart." + picture + ".up", spec.outcome));
    }

    private void eventStudy() {
        List<Point> points = new ArrayList<>();
        for (Map<String, Object> one : answer.aggregates()) {
            if ("dynamic".equals(one.get("kind")) && one.get("estimate") != null) {
                points.add(point(number(one, "event_time"), String.valueOf(one.get("event_time")), one));
            }
        }
        points.sort(java.util.Comparator.comparingDouble(Point::x));
        if (points.size() > 1) {
            files.put("event-study.svg", EffectChart.series(words("event-study"), points, -0.5));
        }
    }

    private void groupTimes() {
        Map<String, List<Map<String, Object>>> groups = new LinkedHashMap<>();
        List<String> times = new ArrayList<>();
        for (Map<String, Object> one : answer.effects()) {
            boolean cell = "cell".equals(one.get("kind"));
            if ((cell || "att_gt".equals(one.get("kind"))) && one.get("estimate") != null) {
                groups.computeIfAbsent(String.valueOf(one.get(cell ? "cohort" : "group")), k -> new ArrayList<>())
                        .add(one);
                times.add(String.valueOf(one.get("time")));
            }
        }
        if (groups.isEmpty() || groups.size() > 40) {
            return;
        }
        List<String> order = ordered(times);
        List<List<Point>> all = new ArrayList<>();
        double[] starts = new double[groups.size()];
        for (var group : groups.entrySet()) {
            List<Point> points = new ArrayList<>();
            for (Map<String, Object> one : group.getValue()) {
                String time = String.valueOf(one.get("time"));
                points.add(point(order.indexOf(time), time, one));
            }
            points.sort(java.util.Comparator.comparingDouble(Point::x));
            int start = order.indexOf(group.getKey());
            starts[all.size()] = start < 0 ? Double.NaN : start - 0.5;
            all.add(points);
        }
        files.put("group-time.svg", EffectChart.panels(words("group-time"), List.copyOf(groups.keySet()), all, starts));
    }

    /** Times in order: numbers as numbers, dates as texts. */
    private static List<String> ordered(List<String> times) {
        TreeMap<Double, String> numbers = new TreeMap<>();
        for (String t : times) {
            try {
                numbers.put(Double.parseDouble(t), t);
            } catch (NumberFormatException e) {
                return times.stream().distinct().sorted().toList();
            }
        }
        return List.copyOf(numbers.values());
    }

    private void weights() {
        List<String> names = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (Map<String, Object> one : answer.effects()) {
            if ("weight".equals(one.get("kind")) && one.containsKey("unit")) {
                names.add(String.valueOf(one.get("unit")));
                values.add(number(one, "estimate"));
            } else if ("bacon".equals(one.get("kind"))) {
                names.add(one.get("treated") + " / " + one.get("untreated"));
                values.add(number(one, "weight"));
            }
        }
        if (!names.isEmpty()) {
            files.put("weights.svg", EffectChart.bars(words("weights"), names, array(values)));
        }
    }

    private void placebos() {
        List<Double> values = new ArrayList<>();
        double own = Double.NaN;
        for (Map<String, Object> one : answer.effects()) {
            if ("placebo".equals(one.get("kind"))) {
                values.add(number(one, "estimate"));
            } else if ("att".equals(one.get("kind"))) {
                own = number(one, "estimate");
            }
        }
        if (!values.isEmpty() && !Double.isNaN(own)) {
            files.put("placebos.svg", EffectChart.placebos(words("placebos"), own, array(values)));
        }
    }

    private void gaps() {
        List<Point> points = new ArrayList<>();
        double start = Double.NaN;
        String begins = String.valueOf(answer.diagnostic("start"));
        for (Map<String, Object> one : answer.aggregates()) {
            if ("gap".equals(one.get("of"))) {
                String time = String.valueOf(one.get("time"));
                if (time.equals(begins)) {
                    start = points.size() - 0.5;
                }
                points.add(point(points.size(), time, one));
            }
        }
        if (points.size() > 1) {
            files.put("gaps.svg", EffectChart.series(words("gaps"), points, start));
        }
    }

    private Point point(double x, String label, Map<String, Object> one) {
        double value = number(one, "estimate");
        double reach =
                new NormalDistribution().inverseCumulativeProbability(0.5 + spec.confidence / 2) * number(one, "se");
        return new Point(x, label, value, number(one, "lower"), number(one, "upper"), value - reach, value + reach);
    }

    private static double number(Map<String, Object> one, String key) {
        return one.get(key) instanceof Number n ? n.doubleValue() : Double.NaN;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The rows that passed the filter, in the columns the design reads. */
    private String rows(Sheet of) {
        List<String> columns = spec.columns();
        StringBuilder out = new StringBuilder();
        for (int c = 0; c < columns.size(); c++) {
            out.append(c == 0 ? "" : ",").append(quoted(columns.get(c)));
        }
        out.append('\n');
        for (int row : of.rows) {
            for (int c = 0; c < columns.size(); c++) {
                out.append(c == 0 ? "" : ",")
                        .append(quoted(of.table.column(columns.get(c)).text(row)));
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains("\"") || cell.contains("\n")
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
