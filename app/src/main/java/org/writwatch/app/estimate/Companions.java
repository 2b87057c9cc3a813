package org.writwatch.app.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.multiple.Multiplicity;
import org.writwatch.estimates.panel.Cohorts;

/**
 * What stands beside a headline number: the same of other outcomes, with p values adjusted for how many there are; of outcomes that treatment
 * cannot have moved; and of starts that never were.
 */
final class Companions {
    private static final String START = "(placebo start)";

    private final Sheet sheet;
    private final Specification spec;
    private final Answer answer;

    Companions(Sheet sheet, Answer answer) {
        this.sheet = sheet;
        this.spec = sheet.spec;
        this.answer = answer;
    }

    void note() {
        if (!spec.otherOutcomes.isEmpty()) {
            answer.part("other_outcomes", this::outcomes);
        }
        if (!spec.negativeControls.isEmpty()) {
            answer.part("negative_controls", this::negativeControls);
        }
        if (!spec.placeboDates.isEmpty()) {
            List<Object> found = new ArrayList<>();
            for (int earlier : spec.placeboDates) {
                answer.part("placebo_dates " + earlier, () -> found.add(placeboDate(earlier)));
            }
            answer.diagnostic("placebo_dates", found);
        }
    }

    private Headline headline(String outcome) {
        return Headline.of(spec.headline(outcome), sheet.table.at(sheet.rows), answer.lang());
    }

    private void outcomes() {
        List<String> names = new ArrayList<>(List.of(spec.outcome));
        names.addAll(spec.otherOutcomes);
        List<Headline> found = names.stream().map(this::headline).toList();
        double[] p = found.stream().mapToDouble(Headline::p).toArray();
        double[] holm = Multiplicity.holm(p);
        double[] share = Multiplicity.benjaminiHochberg(p);
        double[] stepDown = new double[p.length];
        Arrays.fill(stepDown, Double.NaN);
        answer.part("romano_wolf", () -> {
            double[] estimates = found.stream().mapToDouble(Headline::estimate).toArray();
            double[][] errors = spec.design.onePlace() ? placeboErrors(found) : drawn(names, estimates);
            System.arraycopy(Multiplicity.stepDown(estimates, errors), 0, stepDown, 0, p.length);
        });
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            Map<String, Object> one = row("outcome", names.get(i), found.get(i));
            one.put("holm", Numbers.measured(holm[i]));
            one.put("benjamini_hochberg", Numbers.measured(share[i]));
            one.put("romano_wolf", Double.isNaN(p[i]) ? null : Numbers.measured(stepDown[i]));
            rows.add(one);
        }
        answer.diagnostic("outcomes", rows);
    }

    private static Map<String, Object> row(String key, Object of, Headline h) {
        return Numbers.map(
                key,
                of,
                "estimate",
                Numbers.measured(h.estimate()),
                "se",
                Numbers.measured(h.se()),
                "p",
                Numbers.measured(h.p()));
    }

    /** Effects of the same places never treated on every outcome: a row per place. */
    private static double[][] placeboErrors(List<Headline> found) {
        return found.get(0).placebos().keySet().stream()
                .filter(unit -> found.stream().allMatch(h -> h.placebos().containsKey(unit)))
                .map(unit -> found.stream()
                        .mapToDouble(h -> h.placebos().getOrDefault(unit, Double.NaN))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** Estimates of drawn tables less the estimates: whole clusters with replacement, the same draws for every outcome. */
    private double[][] drawn(List<String> names, double[] estimates) {
        Redrawn redrawn = new Redrawn(sheet);
        int draws = spec.draws > 0 ? spec.draws : Redrawn.USUAL_DRAWS;
        return redrawn.tables(draws, spec.seed)
                .map(t -> IntStream.range(0, estimates.length)
                        .mapToDouble(i -> estimate(names.get(i), t) - estimates[i])
                        .toArray())
                .toArray(double[][]::new);
    }

    /** NaN when the design refuses a drawn table. */
    private double estimate(String outcome, DataTable table) {
        try {
            return Headline.of(spec.headline(outcome), table, answer.lang()).estimate();
        } catch (NotEstimable | IllegalArgumentException e) {
            return Double.NaN;
        }
    }

    private void negativeControls() {
        List<Object> rows = new ArrayList<>();
        List<String> moved = new ArrayList<>();
        for (String name : spec.negativeControls) {
            answer.part("negative_controls " + name, () -> {
                Headline h = headline(name);
                rows.add(row("outcome", name, h));
                if (h.p() <= 1 - spec.confidence) {
                    moved.add(name);
                }
            });
        }
        answer.diagnostic("negative_controls", rows);
        if (!moved.isEmpty()) {
            answer.diagnostic(
                    "negative_controls_note", answer.say("estimate.negative-control.moved", String.join(", ", moved)));
        }
    }

    /** As if all had started together, some periods before the first real start; rows from that start on are left out. */
    private Map<String, Object> placeboDate(int earlier) {
        double[] starts = sheet.start();
        double[] times = sheet.observations.times();
        boolean[] chosen = new boolean[starts.length];
        boolean[] never = new boolean[starts.length];
        for (int i = 0; i < starts.length; i++) {
            never[i] = Cohorts.never(starts[i]) || starts[i] > times[times.length - 1];
            chosen[i] = !never[i]
                    && starts[i] > times[0]
                    && (spec.treatedUnits.isEmpty() || spec.treatedUnits.contains(sheet.unitOfRow(i)));
        }
        double first = IntStream.range(0, starts.length)
                .filter(i -> chosen[i])
                .mapToDouble(i -> starts[i])
                .min()
                .orElse(times[0]);
        int at = (int) DoubleStream.of(times).filter(t -> t < first).count() - earlier;
        if (at < 1) {
            throw new NotEstimable(
                    NotEstimable.Why.TOO_FEW_PERIODS,
                    (at + earlier) + " periods before the first start, none of them more than " + earlier
                            + " before it");
        }
        int[] kept = IntStream.range(0, starts.length)
                .filter(i -> sheet.time(i) < first && (chosen[i] || never[i] || starts[i] > first))
                .filter(i -> chosen[i] || never[i] || spec.treatedUnits.isEmpty())
                .toArray();
        int example = IntStream.of(kept)
                .filter(i -> sheet.time(i) == times[at])
                .findFirst()
                .orElseThrow(() -> new NotEstimable(NotEstimable.Why.TOO_FEW_PERIODS, "no row at the placebo date"));
        DataTable.Column period = sheet.table.column(spec.time);
        DataTable.Column start = period.isText()
                ? new DataTable.Column(
                        START,
                        new double[0],
                        IntStream.of(kept).map(i -> chosen[i] ? 0 : 1).toArray(),
                        List.of(period.text(sheet.rows[example]), ""))
                : new DataTable.Column(
                        START,
                        IntStream.of(kept)
                                .mapToDouble(i -> chosen[i] ? period.numbers()[sheet.rows[example]] : 0)
                                .toArray(),
                        new int[0],
                        List.of());
        int[] rows = IntStream.of(kept).map(i -> sheet.rows[i]).toArray();
        Headline h = Headline.of(spec.headline(spec.outcome, START), sheet.table.at(rows, start), answer.lang());
        Map<String, Object> one = row("periods_earlier", (long) earlier, h);
        one.put("start", sheet.calendar.said(times[at]));
        return one;
    }
}
