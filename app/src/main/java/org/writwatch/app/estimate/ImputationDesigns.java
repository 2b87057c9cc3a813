package org.writwatch.app.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.Interval;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.imputation.Imputation;
import org.writwatch.estimates.imputation.ImputationFit;
import org.writwatch.estimates.imputation.TwoStage;
import org.writwatch.estimates.panel.Observations;
import org.writwatch.estimates.randomtiming.RothSantAnna;

/** Designs that predict the outcome without treatment, and the one for random timing. */
final class ImputationDesigns {
    private final Sheet sheet;
    private final Specification spec;
    private final Observations table;
    private final Answer answer;
    private final Shared shared;

    ImputationDesigns(Sheet sheet, Answer answer) {
        this.sheet = sheet;
        this.spec = sheet.spec;
        this.table = sheet.observations;
        this.answer = answer;
        this.shared = new Shared(sheet, answer);
    }

    void imputation() {
        sheet.needStart();
        shared.clusterOrNone();
        Imputation design = Imputation.on(table, Sheet.OUTCOME, Sheet.START)
                .covariates(Covariates.beyondEffects(sheet, answer))
                .anticipation(spec.anticipation);
        if (spec.weights != null) {
            design.weights(Sheet.WEIGHT);
        }
        if (sheet.clustered()) {
            design.clustered(sheet.cluster());
        }
        ImputationFit fit = design.fit();
        answer.count("treated_rows", fit.treatedRows());
        answer.dropped(fit.dropped(), sheet);
        answer.effects(fit.average());
        if (spec.aggregate.contains("simple")) {
            answer.aggregates(fit.average(), false);
        }
        if (spec.aggregate.contains("dynamic")) {
            answer.part(
                    "pretrends", () -> answer.aggregates(shared.within(fit.pretrends(wanted(spec.pretrends))), true));
            answer.part(
                    "dynamic", () -> answer.aggregates(shared.within(fit.byEventTime(wanted(spec.horizons))), true));
        }
        if (spec.aggregate.contains("group")) {
            answer.part("group", () -> answer.aggregates(fit.byCohort(), true));
        }
        if (spec.aggregate.contains("calendar")) {
            answer.part("calendar", () -> answer.aggregates(fit.byCalendarTime(), true));
        }
        answer.pretest(() -> Shared.before(fit.pretrends(wanted(spec.pretrends))));
    }

    void twoStage() {
        sheet.needStart();
        shared.clusterOrNone();
        TwoStage design = TwoStage.on(table, Sheet.OUTCOME, Sheet.START)
                .covariates(Covariates.beyondEffects(sheet, answer))
                .anticipation(spec.anticipation);
        if (spec.weights != null) {
            design.weights(Sheet.WEIGHT);
        }
        if (sheet.clustered()) {
            design.clustered(sheet.cluster());
        }
        TwoStage.Fit fit = design.fit();
        answer.dropped(fit.dropped(), sheet);
        answer.effects(fit.average());
        if (spec.aggregate.contains("simple")) {
            answer.aggregates(fit.average(), false);
        }
        if (spec.aggregate.contains("dynamic")) {
            double[] w = spec.eventWindow;
            answer.part(
                    "dynamic",
                    () -> answer.aggregates(
                            fit.byEventTime(
                                    e -> e != -1 - spec.anticipation && (w == null || (w[0] <= e && e <= w[1]))),
                            true));
        }
        if (spec.aggregate.contains("group")) {
            answer.part("group", () -> answer.aggregates(fit.byCohort(), true));
        }
        if (spec.aggregate.contains("calendar")) {
            answer.part("calendar", () -> answer.aggregates(fit.byCalendarTime(), true));
        }
    }

    void rothSantAnna() {
        sheet.needStart();
        RothSantAnna.Fit fit =
                RothSantAnna.on(table, Sheet.OUTCOME, Sheet.START).fit();
        answer.count("units", fit.units());
        answer.dropped(fit.dropped(), sheet);
        List<String> asked = new ArrayList<>(spec.aggregate);
        for (String of : asked) {
            answer.part(of, () -> {
                switch (of) {
                    case "simple" -> refined(fit.simple(), "simple", "simple");
                    case "group" -> refined(fit.cohort(), "overall", "group");
                    case "calendar" -> refined(fit.calendar(), "overall", "calendar");
                    default -> refined(fit.byEventTime(), "dynamic", "dynamic");
                }
            });
        }
    }

    private void refined(RothSantAnna.Estimates e, String kind, String of) {
        answer.withoutError(shared.within(e.refined()));
        for (int i = 0; i < e.refined().size(); i++) {
            JointEstimates one = e.refined().at(new int[] {i});
            if (shared.within(one).size() == 0) {
                continue;
            }
            java.util.Map<String, Object> row = Numbers.map("kind", kind);
            if (kind.equals("overall")) {
                row.put("of", of);
            }
            if (one.terms().get(0).kind() == Term.Kind.EVENT_TIME) {
                row.put("event_time", Numbers.of(one.terms().get(0).first()));
            }
            row.put("estimate", Numbers.measured(one.value(0)));
            Interval around = one.interval(0, spec.confidence);
            row.put("se", Numbers.measured(one.standardError(0)));
            boolean varies = !Double.isNaN(one.standardError(0));
            row.put("lower", varies ? Numbers.measured(around.lower()) : null);
            row.put("upper", varies ? Numbers.measured(around.upper()) : null);
            if (varies && !kind.equals("dynamic")) {
                row.put("p", Numbers.measured(one.p(0)));
            }
            row.put("se_neyman", Numbers.measured(e.neyman().standardError(i)));
            answer.aggregate(row);
        }
    }

    private static DoublePredicate wanted(double @Nullable [] some) {
        return e -> some == null || java.util.Arrays.stream(some).anyMatch(w -> w == e);
    }
}
