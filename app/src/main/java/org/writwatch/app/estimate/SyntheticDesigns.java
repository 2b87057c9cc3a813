package org.writwatch.app.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.writwatch.estimates.placebo.RankInference;
import org.writwatch.estimates.synthetic.AugmentedSynthetic;
import org.writwatch.estimates.synthetic.Synthetic;
import org.writwatch.estimates.synthetic.SyntheticDesign;

/** Synthetic control and synthetic difference in differences, for one place or several that start together. */
final class SyntheticDesigns {
    private static final int FEWEST_DRAWS = 200;

    private final Sheet sheet;
    private final Specification spec;
    private final Answer answer;
    private final DonorPool pool;
    private final SyntheticDesign design;
    private final double[][] rows;
    private final int controls;
    private final int before;
    private final List<String> names;
    private final double[] times;

    SyntheticDesigns(Sheet sheet, Answer answer, DonorPool pool) {
        this.sheet = sheet;
        this.spec = sheet.spec;
        this.answer = answer;
        this.pool = pool;
        this.design = spec.design == Specification.Design.SYNTHETIC_DID
                ? SyntheticDesign.SYNTHETIC_DID
                : SyntheticDesign.SYNTHETIC_CONTROL;
        this.rows = pool.outcomes();
        this.controls = pool.donors();
        this.before = pool.before();
        this.names = pool.names();
        this.times = pool.times();
    }

    void run() {
        Synthetic fit = Synthetic.fit(design, rows, controls, before);
        if (rows.length - controls == 1) {
            onePlace(fit);
        } else {
            severalPlaces(fit);
        }
        answer.diagnostic(
                "conformal",
                Numbers.map(
                        "p", Numbers.measured(fit.conformal(0)), "smallest_p", Numbers.measured(1.0 / times.length)));
        answer.part("placebo_date", this::placeboDate);
        answer.part("leave_one_out", () -> leaveOneOut(fit));
        if (design == SyntheticDesign.SYNTHETIC_CONTROL && rows.length - controls == 1 && before >= 3) {
            AugmentedSynthetic augmented = AugmentedSynthetic.fit(rows, before);
            answer.diagnostic(
                    "augmented",
                    Numbers.map(
                            "effect", Numbers.measured(augmented.effect()),
                            "lambda", Numbers.measured(augmented.lambda())));
        }
        weights(fit);
        gaps(fit);
    }

    private void onePlace(Synthetic fit) {
        Synthetic[] placebos = fit.placebos();
        double[] effects =
                Arrays.stream(placebos).mapToDouble(Synthetic::effect).toArray();
        boolean asked = spec.bootstrap.equals("placebo");
        PlaceboRank rank = new PlaceboRank(spec, answer, pool);
        rank.effect(fit.effect(), effects, asked ? Synthetic.spread(effects) : Double.NaN);
        rank.effects(effects);
        rank.ranked(fit.rank(placebos), effects);
        rank.nearInSize(fit.effect(), effects);
        RankInference ratio = fit.errorRatioRank(placebos);
        answer.diagnostic(
                "error_ratio",
                Numbers.map("ratio", Numbers.measured(ratio.statistic()), "rank", ratio.rank(), "p", ratio.p()));
        switch (spec.bootstrap) {
            case "jackknife" -> answer.part(answer.say("estimate.errors"), fit::jackknife);
            case "bootstrap" ->
                answer.part(answer.say("estimate.errors"), () -> fit.bootstrapError(draws(), spec.seed));
            default -> {
                // the rank is what there is
            }
        }
    }

    private int draws() {
        return Math.max(FEWEST_DRAWS, spec.draws);
    }

    private void severalPlaces(Synthetic fit) {
        double se = switch (spec.bootstrap) {
            case "placebo" -> fit.placeboError(draws(), spec.seed);
            case "bootstrap" -> fit.bootstrapError(draws(), spec.seed);
            case "jackknife" -> fit.jackknife();
            default -> Double.NaN;
        };
        double z = new NormalDistribution().inverseCumulativeProbability(0.5 + spec.confidence / 2);
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

    /** The effect when the periods before the start are cut in half and the second half is taken for treated. */
    private void placeboDate() {
        int half = before / 2;
        double[][] early =
                Arrays.stream(rows).map(r -> Arrays.copyOf(r, before)).toArray(double[][]::new);
        answer.diagnostic(
                "placebo_date",
                Numbers.map(
                        "start",
                        sheet.calendar.said(times[half]),
                        "effect",
                        Numbers.measured(
                                Synthetic.fit(design, early, controls, half).effect())));
    }

    private void weights(Synthetic fit) {
        double[] units = fit.unitWeights();
        for (int i = 0; i < units.length; i++) {
            answer.effect(Numbers.map("kind", "weight", "unit", names.get(i), "estimate", Numbers.measured(units[i])));
        }
        double[] periods = fit.periodWeights();
        for (int t = 0; t < periods.length && design == SyntheticDesign.SYNTHETIC_DID; t++) {
            answer.effect(Numbers.map(
                    "kind", "weight", "time", sheet.calendar.said(times[t]), "estimate", Numbers.measured(periods[t])));
        }
    }

    private void gaps(Synthetic fit) {
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
    private void leaveOneOut(Synthetic fit) {
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
}
