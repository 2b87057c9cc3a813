package org.writwatch.app.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.writwatch.estimates.Interval;
import org.writwatch.estimates.honest.HonestPath;
import org.writwatch.estimates.linear.Matrix;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;

/** How far from parallel trends an event study stands: of a file, or of a design just run. */
final class HonestDesign {
    /** Takes one answer: for the first period after the start, or for the average of all. */
    interface Taker {
        void take(Map<String, Object> one, boolean first);
    }

    private final Sensitivity asked;
    private final double confidence;
    private final Answer answer;

    HonestDesign(Sensitivity asked, double confidence, Answer answer) {
        this.asked = asked;
        this.confidence = confidence;
        this.answer = answer;
    }

    /** Reads the event study a specification names, and answers: the first period as effects, the average as aggregates. */
    static void run(Specification spec, Answer answer) {
        Sensitivity asked = java.util.Objects.requireNonNullElse(spec.sensitivity, Sensitivity.USUAL);
        HonestPath path = read(spec, answer);
        new HonestDesign(asked, spec.confidence, answer).both(path, (one, first) -> {
            if (first) {
                one.put("kind", "att");
                answer.effect(one);
            } else {
                answer.aggregate(one);
            }
        });
    }

    private static HonestPath read(Specification spec, Answer answer) {
        DataTable small = DataTable.read(spec.data, List.of(spec.time, "is_pre", spec.outcome));
        int n = small.rows();
        List<String> wanted = new ArrayList<>(List.of(spec.time, "is_pre", spec.outcome));
        for (int i = 1; i <= n; i++) {
            wanted.add("sigma_" + i);
        }
        DataTable table = DataTable.read(spec.data, wanted);
        double[] time = numbers(table, spec.time);
        double[] before = numbers(table, "is_pre");
        double[] beta = numbers(table, spec.outcome);
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(i -> time[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int pre = 0;
        for (int k = 0; k < n; k++) {
            boolean early = before[order[k]] != 0;
            if (early && pre < k) {
                throw refused(table, order[k], Numbers.plain(time[order[k]]), spec.time, "estimate.event-study.order");
            }
            pre += early ? 1 : 0;
        }
        Matrix sigma = new Matrix(n, n);
        for (int j = 0; j < n; j++) {
            double[] column = numbers(table, "sigma_" + (order[j] + 1));
            for (int i = 0; i < n; i++) {
                sigma.set(i, j, column[order[i]]);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double v = sigma.get(i, j);
                double size = Math.sqrt(Math.abs(sigma.get(i, i) * sigma.get(j, j)));
                if ((i == j && !(v > 0)) || Math.abs(v - sigma.get(j, i)) > 1e-6 * size) {
                    throw refused(
                            table,
                            order[i],
                            Double.toString(v),
                            "sigma_" + (order[j] + 1),
                            "estimate.event-study.covariance");
                }
            }
        }
        answer.count("periods", n);
        answer.count("periods_before", pre);
        answer.count("periods_after", n - pre);
        return HonestPath.of(IntStream.of(order).mapToDouble(i -> beta[i]).toArray(), sigma, pre);
    }

    private static double[] numbers(DataTable table, String name) {
        DataTable.Column c = table.column(name);
        for (int i = 0; i < table.rows(); i++) {
            if (c.isText() || !Double.isFinite(c.numbers()[i])) {
                if (!c.isText() || !number(c.text(i))) {
                    throw refused(table, i, c.text(i), name, "estimate.number.expected");
                }
            }
        }
        return c.numbers();
    }

    private static boolean number(String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static BadInput refused(DataTable table, int row, String found, String column, String expected) {
        return new BadInput(
                table.file() + " line " + table.line(row),
                Phrase.of("app", "estimate.cell.found", found, column),
                Phrase.of("app", expected),
                Phrase.of("app", "estimate.cell.remedy"));
    }

    /** Answers for the first period and for the average. */
    void both(HonestPath path, Taker taker) {
        answer.withhold(
                answer.say("estimate.error-of", answer.say("estimate.sensitivity")),
                answer.say("estimate.error-of.interval"));
        answers(path.forFirst(), true, taker);
        if (path.after() > 1) {
            answers(path.forAverage(), false, taker);
        }
    }

    private void answers(HonestPath path, boolean first, Taker taker) {
        String target = first ? "first" : "average";
        taker.take(one(path, "original", target, path.original(confidence)), first);
        String of = asked.relative() ? "relative-magnitude" : "smoothness";
        for (HonestPath.Method method : asked.methods()) {
            for (double bound : asked.bounds()) {
                String what = of + " " + Numbers.plain(bound) + " " + word(method) + " " + target;
                answer.part(what, () -> {
                    Interval i = asked.relative()
                            ? path.relativeMagnitude(bound, method, confidence)
                            : path.smoothness(bound, method, confidence);
                    Map<String, Object> one = one(path, of, target, i);
                    one.put(asked.relative() ? "mbar" : "m", Numbers.of(bound));
                    one.put("method", word(method));
                    double edge = path.reach() * (1 - 1e-9);
                    if (asked.relative() && (i.lower() <= -edge || i.upper() >= edge)) {
                        answer.withhold(what, answer.say("estimate.sensitivity.open"));
                        one.put("open", true);
                    }
                    taker.take(one, first);
                });
            }
        }
        answer.part(answer.say("estimate.sensitivity"), () -> {
            double most = asked.relative() ? 20 : Math.max(1e-6, 10 * Math.abs(path.estimate()));
            double b = path.breakdown(asked.relative(), most, confidence);
            answer.diagnostic(
                    "breakdown_" + target,
                    Numbers.map(
                            "of", of, asked.relative() ? "mbar" : "m", Numbers.measured(b), "most", Numbers.of(most)));
        });
    }

    private static Map<String, Object> one(HonestPath path, String of, String target, Interval i) {
        return Numbers.map(
                "kind",
                "overall",
                "of",
                of,
                "target",
                target,
                "estimate",
                Numbers.measured(path.estimate()),
                "se",
                null,
                "lower",
                Numbers.measured(i.lower()),
                "upper",
                Numbers.measured(i.upper()));
    }

    private static String word(HonestPath.Method m) {
        return switch (m) {
            case FIXED_LENGTH -> "FLCI";
            case HYBRID -> "C-LF";
            case CONDITIONAL -> "Conditional";
        };
    }
}
