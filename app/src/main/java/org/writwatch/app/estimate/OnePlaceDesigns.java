package org.writwatch.app.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.writwatch.estimates.Interval;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.changepoint.Change;
import org.writwatch.estimates.changepoint.ChangePointSearch;
import org.writwatch.estimates.panel.BalancedPanel;
import org.writwatch.estimates.panel.Cohorts;
import org.writwatch.estimates.placebo.OneTreatedUnit;
import org.writwatch.estimates.placebo.RankInference;
import org.writwatch.estimates.power.Detectable;
import org.writwatch.estimates.synthetic.AugmentedSynthetic;
import org.writwatch.estimates.synthetic.Synthetic;
import org.writwatch.estimates.synthetic.SyntheticDesign;
import org.writwatch.estimates.timeseries.InterruptedSeries;

/**
 * Designs for one treated place. The donor pool is every unit that is never treated in the table and has a finite outcome in every period
 * before the start: fixed before any outcome after it is looked at. Those whose outcome is missing later are counted and named, and a second
 * p value takes each of them for more extreme than the treated place.
 */
final class OnePlaceDesigns {
    private static final double POWER = 0.8;

    private final Sheet sheet;
    private final Specification spec;
    private final Answer answer;
    private List<String> lost = List.of();

    OnePlaceDesigns(Sheet sheet, Answer answer) {
        this.sheet = sheet;
        this.spec = sheet.spec;
        this.answer = answer;
    }

    void run() {
        switch (spec.design) {
            case INTERRUPTED_TIME_SERIES -> interrupted();
            case CHANGE_POINT -> changePoint();
            default -> compared();
        }
    }

    /** Rows of the one series, by time. */
    private int[] series() {
        int[] all = IntStream.range(0, sheet.rows.length)
                .filter(i -> spec.treatedUnits.isEmpty() || spec.treatedUnits.contains(sheet.unitOfRow(i)))
                .boxed()
                .sorted(Comparator.comparingDouble(sheet::time))
                .mapToInt(Integer::intValue)
                .toArray();
        if (all.length == 0) {
            throw noSuchUnit();
        }
        for (int i = 1; i < all.length; i++) {
            if (sheet.time(all[i]) == sheet.time(all[i - 1])) {
                throw spec.needs("treated_unit");
            }
        }
        return all;
    }

    private RuntimeException noSuchUnit() {
        return new org.writwatch.facts.problem.NotFound(
                org.writwatch.facts.phrase.Phrase.of(
                        "app", "estimate.no-unit", String.join(", ", spec.treatedUnits), sheet.table.file()),
                IntStream.range(0, sheet.rows.length)
                        .mapToObj(sheet::unitOfRow)
                        .distinct()
                        .sorted()
                        .limit(20)
                        .toList());
    }

    private double[] values(int[] rows) {
        double[] y = sheet.observations.column(Sheet.OUTCOME);
        for (int i : rows) {
            if (!Double.isFinite(y[i])) {
                throw sheet.cell(i, spec.outcome, "estimate.number.expected");
            }
        }
        return IntStream.of(rows).mapToDouble(i -> y[i]).toArray();
    }

    private int startIn(int[] rows) {
        double[] start = sheet.start();
        double first = IntStream.of(rows)
                .mapToDouble(i -> start[i])
                .filter(v -> !Cohorts.never(v))
                .findFirst()
                .orElseThrow(() ->
                        new NotEstimable(NotEstimable.Why.TREATMENT_PATTERN, "the unit is never treated in the table"));
        return (int) IntStream.of(rows).filter(i -> sheet.time(i) < first).count();
    }

    private void interrupted() {
        int[] rows = series();
        int k = startIn(rows);
        InterruptedSeries fit = InterruptedSeries.fit(values(rows), k);
        List<InterruptedSeries.Term> terms = new ArrayList<>(fit.terms());
        terms.add(fit.meanDifference());
        for (InterruptedSeries.Term t : terms) {
            Interval around = t.interval(spec.confidence);
            boolean whole = t.name().equals(fit.meanDifference().name());
            Map<String, Object> one =
                    whole ? Numbers.map("kind", "att") : Numbers.map("kind", "coefficient", "name", t.name());
            one.put("estimate", Numbers.measured(t.estimate()));
            one.put("se", Numbers.measured(t.standardError()));
            one.put("lower", Numbers.measured(around.lower()));
            one.put("upper", Numbers.measured(around.upper()));
            one.put("interval", "time-series description");
            answer.effect(one);
        }
        answer.diagnostic("lag", fit.lag());
        answer.diagnostic("start", sheet.calendar.said(sheet.time(rows[k])));
        answer.withhold("causal reading", answer.say("estimate.no-comparison"));
    }

    private void changePoint() {
        int[] rows = series();
        double[] y = values(rows);
        ChangePointSearch search = sheet.calendar == Calendar.DAYS
                ? ChangePointSearch.daily()
                : ChangePointSearch.of(1 - spec.confidence, 6, 24);
        for (Change c : search.changes(y)) {
            answer.effect(Numbers.map(
                    "kind", "change",
                    "time", sheet.calendar.said(sheet.time(rows[c.index()])),
                    "estimate", Numbers.measured(c.difference()),
                    "before", Numbers.measured(c.before()),
                    "after", Numbers.measured(c.after()),
                    "p", Numbers.measured(c.p()),
                    "se", null,
                    "lower", null,
                    "upper", null));
        }
        answer.diagnostic("series_length", y.length);
        answer.withhold("causal reading", answer.say("estimate.no-comparison"));
    }

    private void compared() {
        BalancedPanel panel = BalancedPanel.of(sheet.observations, List.of(Sheet.OUTCOME));
        answer.dropped(panel.dropped(), sheet);
        int periods = panel.periods();
        double[] times = panel.times();
        double[] y = panel.column(Sheet.OUTCOME);
        double[] startOfRow = sheet.start();
        List<Integer> treated = new ArrayList<>();
        List<Integer> donors = new ArrayList<>();
        double start = Double.NaN;
        for (int u = 0; u < panel.units(); u++) {
            int row = panel.row(u, 0);
            double s = startOfRow[row];
            boolean never = Cohorts.never(s) || s > times[periods - 1];
            boolean chosen = spec.treatedUnits.isEmpty() ? !never : spec.treatedUnits.contains(sheet.unitOfRow(row));
            if (chosen) {
                if (never) {
                    throw new NotEstimable(
                            NotEstimable.Why.TREATMENT_PATTERN,
                            sheet.unitOfRow(row) + " is never treated in the table");
                }
                if (!treated.isEmpty() && s != start) {
                    throw new NotEstimable(
                            NotEstimable.Why.TREATMENT_PATTERN,
                            "treated units start at " + sheet.calendar.said(start) + " and at " + sheet.calendar.said(s)
                                    + "; choose units that start together");
                }
                start = s;
                treated.add(u);
            } else if (never) {
                donors.add(u);
            }
        }
        if (treated.isEmpty()) {
            throw spec.treatedUnits.isEmpty()
                    ? new NotEstimable(NotEstimable.Why.TREATMENT_PATTERN, "no unit is treated in the table")
                    : absent(panel);
        }
        double from = start;
        lost = lost(panel, from);
        if (!lost.isEmpty()) {
            answer.withhold(
                    answer.say("estimate.lost-donors", String.join(", ", lost)),
                    answer.say("estimate.lost-donors.why"));
        }
        int before = (int) Arrays.stream(times).filter(t -> t < from).count();
        double[][] rows = new double[donors.size() + treated.size()][];
        List<Integer> order = new ArrayList<>(donors);
        order.addAll(treated);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(y, order.get(i) * periods, (order.get(i) + 1) * periods);
        }
        List<String> names =
                donors.stream().map(u -> sheet.unitOfRow(panel.row(u, 0))).toList();
        answer.count("units", panel.units());
        answer.count("treated_units", treated.size());
        answer.count("donors", donors.size());
        answer.diagnostic("start", sheet.calendar.said(start));
        answer.diagnostic("donor_rule", answer.say("estimate.donor-rule"));
        if (spec.design == Specification.Design.ONE_PLACE) {
            double[] mean = new double[periods];
            for (int i = donors.size(); i < rows.length; i++) {
                for (int t = 0; t < periods; t++) {
                    mean[t] += rows[i][t] / treated.size();
                }
            }
            difference(mean, Arrays.copyOf(rows, donors.size()), before, names, panel, order);
        } else {
            synthetic(rows, donors.size(), before, names, times);
        }
    }

    /** Donors by the rule, never treated and whole before the start, whose outcome is missing in some later period. */
    private List<String> lost(BalancedPanel panel, double start) {
        double[] y = sheet.observations.column(Sheet.OUTCOME);
        double[] starts = sheet.start();
        double[] times = sheet.observations.times();
        int before = (int) Arrays.stream(times).filter(t -> t < start).count();
        int[] unit = sheet.observations.unitCodes();
        int[] early = new int[sheet.observations.units()];
        String[] name = new String[early.length];
        boolean[] never = new boolean[early.length];
        for (int i = 0; i < y.length; i++) {
            name[unit[i]] = sheet.unitOfRow(i);
            never[unit[i]] = Cohorts.never(starts[i]) || starts[i] > times[times.length - 1];
            early[unit[i]] += sheet.time(i) < start && Double.isFinite(y[i]) ? 1 : 0;
        }
        List<String> kept = IntStream.range(0, panel.units())
                .mapToObj(u -> sheet.unitOfRow(panel.row(u, 0)))
                .toList();
        return IntStream.range(0, early.length)
                .filter(u -> never[u] && early[u] == before && !kept.contains(name[u]))
                .mapToObj(u -> name[u])
                .toList();
    }

    /** A treated unit that was named and left out because a number is missing, or that is not in the table at all. */
    private RuntimeException absent(BalancedPanel panel) {
        int[] rows = IntStream.range(0, sheet.rows.length)
                .filter(i -> spec.treatedUnits.contains(sheet.unitOfRow(i)))
                .toArray();
        if (rows.length == 0) {
            return noSuchUnit();
        }
        double[] y = sheet.observations.column(Sheet.OUTCOME);
        return new NotEstimable(
                NotEstimable.Why.TOO_FEW_PERIODS,
                String.join(", ", spec.treatedUnits) + " has a number in "
                        + IntStream.of(rows).filter(i -> Double.isFinite(y[i])).count() + " of " + panel.periods()
                        + " periods; every period is needed");
    }

    private void difference(
            double[] treated,
            double[][] donors,
            int before,
            List<String> names,
            BalancedPanel panel,
            List<Integer> order) {
        OneTreatedUnit one = OneTreatedUnit.of(treated, donors, before);
        att(one.effect(), one.placebos(), Double.NaN);
        placebos(names, one.placebos());
        ranked(one.rank(), one.placebos());
        Optional<Interval> ct = one.conleyTaber(spec.confidence);
        ct.ifPresent(i -> answer.diagnostic(
                "conley_taber",
                Numbers.map("lower", Numbers.measured(i.lower()), "upper", Numbers.measured(i.upper()))));
        if (ct.isEmpty()) {
            answer.withhold("conley_taber", answer.say("estimate.few-donors", names.size()));
        }
        if (spec.offset != null) {
            double[] size = panel.column(Sheet.EXPOSURE);
            int periods = panel.periods();
            double[] means = order.stream()
                    .mapToDouble(u -> Arrays.stream(size, u * periods, (u + 1) * periods)
                            .average()
                            .orElse(0))
                    .toArray();
            double own =
                    Arrays.stream(means, names.size(), means.length).average().orElse(0);
            one.fermanPinto(own, Arrays.copyOf(means, names.size()))
                    .ifPresentOrElse(
                            p -> answer.diagnostic("ferman_pinto", Numbers.map("p", Numbers.measured(p))),
                            () -> answer.withhold("ferman_pinto", answer.say("estimate.variance-not-positive")));
        } else {
            answer.withhold("ferman_pinto", answer.say("estimate.needs-offset"));
        }
    }

    private void synthetic(double[][] rows, int controls, int before, List<String> names, double[] times) {
        SyntheticDesign design = spec.design == Specification.Design.SYNTHETIC_DID
                ? SyntheticDesign.SYNTHETIC_DID
                : SyntheticDesign.SYNTHETIC_CONTROL;
        Synthetic fit = Synthetic.fit(design, rows, controls, before);
        if (rows.length - controls == 1) {
            Synthetic[] placebos = fit.placebos();
            double[] effects =
                    Arrays.stream(placebos).mapToDouble(Synthetic::effect).toArray();
            boolean asked = spec.bootstrap.equals("placebo");
            att(fit.effect(), effects, asked ? Synthetic.spread(effects) : Double.NaN);
            placebos(names, effects);
            ranked(fit.rank(placebos), effects);
            RankInference ratio = fit.errorRatioRank(placebos);
            answer.diagnostic(
                    "error_ratio",
                    Numbers.map("ratio", Numbers.measured(ratio.statistic()), "rank", ratio.rank(), "p", ratio.p()));
        } else {
            double se = spec.bootstrap.equals("placebo")
                    ? fit.placeboError(Math.max(200, spec.draws), spec.seed)
                    : spec.bootstrap.equals("jackknife") ? fit.jackknife() : Double.NaN;
            double z = new org.hipparchus.distribution.continuous.NormalDistribution()
                    .inverseCumulativeProbability(0.5 + spec.confidence / 2);
            answer.effect(Numbers.map(
                    "kind", "att",
                    "estimate", Numbers.measured(fit.effect()),
                    "se", Numbers.measured(se),
                    "lower", Numbers.measured(fit.effect() - z * se),
                    "upper", Numbers.measured(fit.effect() + z * se)));
            if (Double.isNaN(se)) {
                answer.withhold(answer.say("estimate.errors"), answer.say("estimate.errors.choose"));
            }
        }
        if (spec.bootstrap.equals("jackknife") && rows.length - controls == 1) {
            answer.part(answer.say("estimate.errors"), fit::jackknife);
        }
        answer.diagnostic(
                "conformal",
                Numbers.map(
                        "p", Numbers.measured(fit.conformal(0)), "smallest_p", Numbers.measured(1.0 / times.length)));
        answer.part("placebo_date", () -> {
            int half = before / 2;
            double[][] early = new double[rows.length][];
            for (int i = 0; i < rows.length; i++) {
                early[i] = Arrays.copyOf(rows[i], before);
            }
            answer.diagnostic(
                    "placebo_date",
                    Numbers.map(
                            "start",
                            sheet.calendar.said(times[half]),
                            "effect",
                            Numbers.measured(
                                    Synthetic.fit(design, early, controls, half).effect())));
        });
        answer.part("leave_one_out", () -> leaveOneOut(design, rows, controls, before, fit, names));
        if (design == SyntheticDesign.SYNTHETIC_CONTROL && rows.length - controls == 1 && before >= 3) {
            AugmentedSynthetic augmented = AugmentedSynthetic.fit(rows, before);
            answer.diagnostic(
                    "augmented",
                    Numbers.map(
                            "effect", Numbers.measured(augmented.effect()),
                            "lambda", Numbers.measured(augmented.lambda())));
        }
        double[] units = fit.unitWeights();
        for (int i = 0; i < units.length; i++) {
            answer.effect(Numbers.map("kind", "weight", "unit", names.get(i), "estimate", Numbers.measured(units[i])));
        }
        double[] periods = fit.periodWeights();
        for (int t = 0; t < periods.length && design == SyntheticDesign.SYNTHETIC_DID; t++) {
            answer.effect(Numbers.map(
                    "kind", "weight", "time", sheet.calendar.said(times[t]), "estimate", Numbers.measured(periods[t])));
        }
        double[] gaps = fit.gaps();
        for (int t = 0; t < gaps.length; t++) {
            answer.aggregate(Numbers.map(
                    "kind",
                    "calendar",
                    "time",
                    sheet.calendar.said(times[t]),
                    "estimate",
                    Numbers.measured(gaps[t]),
                    "of",
                    "gap"));
        }
    }

    /** The effect without each comparison place that carries weight, one at a time. */
    private void leaveOneOut(
            SyntheticDesign design, double[][] rows, int controls, int before, Synthetic fit, List<String> names) {
        double[] weights = fit.unitWeights();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        String lowest = "";
        String highest = "";
        for (int out = 0; out < controls; out++) {
            if (weights[out] < 0.001) {
                continue;
            }
            int leave = out;
            double[][] left = IntStream.range(0, rows.length)
                    .filter(i -> i != leave)
                    .mapToObj(i -> rows[i])
                    .toArray(double[][]::new);
            double effect = Synthetic.fit(design, left, controls - 1, before).effect();
            if (effect < low) {
                low = effect;
                lowest = names.get(out);
            }
            if (effect > high) {
                high = effect;
                highest = names.get(out);
            }
        }
        answer.diagnostic(
                "leave_one_out",
                Numbers.map(
                        "lowest",
                        Numbers.measured(low),
                        "without",
                        lowest,
                        "highest",
                        Numbers.measured(high),
                        "without_for_highest",
                        highest));
    }

    private void att(double effect, double[] placebos, double se) {
        Optional<Interval> around = RankInference.interval(effect, placebos, spec.confidence);
        answer.effect(Numbers.map(
                "kind", "att",
                "estimate", Numbers.measured(effect),
                "se", Numbers.measured(se),
                "lower", around.map(i -> Numbers.measured(i.lower())).orElse(null),
                "upper", around.map(i -> Numbers.measured(i.upper())).orElse(null),
                "interval", "placebo"));
        answer.withhold(answer.say("estimate.errors"), answer.say("estimate.errors.one-place"));
        if (around.isEmpty()) {
            answer.withhold("interval", answer.say("estimate.few-donors", placebos.length));
        }
    }

    private void placebos(List<String> names, double[] effects) {
        for (int i = 0; i < effects.length; i++) {
            answer.effect(
                    Numbers.map("kind", "placebo", "unit", names.get(i), "estimate", Numbers.measured(effects[i])));
        }
    }

    private void ranked(RankInference r, double[] effects) {
        answer.diagnostic(
                "placebo",
                Numbers.map(
                        "p", Numbers.measured(r.p()),
                        "rank", r.rank(),
                        "donors", r.comparisons(),
                        "smallest_p", Numbers.measured(r.smallestP()),
                        "sd", Numbers.measured(Synthetic.spread(effects)),
                        "lost_donors", lost.size(),
                        "p_with_lost",
                                Numbers.measured((r.p() * (r.comparisons() + 1) + lost.size())
                                        / (r.comparisons() + 1 + lost.size()))));
        double detectable = Detectable.withPlacebos(effects, 1 - spec.confidence, POWER);
        if (Double.isFinite(detectable)) {
            answer.diagnostic("detectable", Numbers.map("power", POWER, "effect", Numbers.measured(detectable)));
        }
        if (!r.couldReach(1 - spec.confidence)) {
            answer.withhold("significance", answer.say("estimate.few-donors", r.comparisons()));
        }
    }
}
