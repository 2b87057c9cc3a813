package org.writwatch.app.estimate;

import java.util.stream.IntStream;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.drdid.Method;
import org.writwatch.estimates.grouptime.BasePeriod;
import org.writwatch.estimates.grouptime.CallawaySantAnna;
import org.writwatch.estimates.grouptime.Controls;
import org.writwatch.estimates.grouptime.GroupTimeEffects;
import org.writwatch.estimates.grouptime.GroupTimeEffects.Averaged;
import org.writwatch.estimates.grouptime.Sampling;
import org.writwatch.estimates.panel.Observations;
import org.writwatch.estimates.power.PretestPower;

/** Effects by group and time (Callaway and Sant'Anna 2021), from a specification to calls of the estimator. */
final class GroupTimeDesign {
    private final Sheet sheet;
    private final Specification spec;
    private final Observations table;
    private final Answer answer;
    private final Shared shared;

    GroupTimeDesign(Sheet sheet, Answer answer) {
        this.sheet = sheet;
        this.spec = sheet.spec;
        this.table = sheet.observations;
        this.answer = answer;
        this.shared = new Shared(sheet, answer);
    }

    void run() {
        sheet.needStart();
        CallawaySantAnna design = CallawaySantAnna.on(table, Sheet.OUTCOME, Sheet.START)
                .covariates(Covariates.beyondConstant(sheet, answer))
                .method(method())
                .controls(spec.neverTreatedOnly ? Controls.NEVER_TREATED : Controls.NOT_YET_TREATED)
                .basePeriod(spec.universal ? BasePeriod.UNIVERSAL : BasePeriod.VARYING)
                .anticipation(spec.anticipation)
                .sampling(
                        switch (spec.panel) {
                            case "unbalanced" -> Sampling.UNBALANCED;
                            case "repeated-cross-section" -> Sampling.REPEATED_CROSS_SECTIONS;
                            default -> Sampling.BALANCED;
                        });
        if (spec.weights != null) {
            design.weights(Sheet.WEIGHT);
        }
        shared.clusterOrNone();
        GroupTimeEffects e = design.fit();
        if (sheet.clustered()) {
            if (!spec.panel.equals("repeated-cross-section")) {
                sheet.needOneClusterEach();
            }
            e = e.clustered(sheet.cluster());
        }
        if (spec.draws > 0 && (spec.bootstrap.isEmpty() || spec.bootstrap.equals("multiplier"))) {
            e = e.bootstrapped(spec.draws, spec.seed);
        } else if (spec.draws > 0) {
            throw spec.refuse("kind", spec.bootstrap, "multiplier");
        }
        GroupTimeEffects fit = e;
        answer.count("units", fit.units());
        answer.count("treated_units", fit.treatedUnits());
        answer.dropped(fit.dropped(), sheet);
        JointEstimates cells = fit.cells();
        needSome(fit, cells);
        answer.effects(cells);
        for (int i = 0; i < cells.size(); i++) {
            String what = answer.label(cells.terms().get(i));
            fit.refusal(i).ifPresent(why -> answer.withhold(what, why));
        }
        if (spec.aggregate.contains("simple")) {
            answer.part("simple", () -> answer.aggregates(fit.simple(), false));
        }
        if (spec.aggregate.contains("dynamic")) {
            answer.part(
                    "dynamic",
                    () -> averaged(
                            "dynamic", spec.balance == null ? fit.dynamic() : fit.dynamicBalancedTo(spec.balance)));
        }
        if (spec.aggregate.contains("group")) {
            answer.part("group", () -> averaged("group", fit.byGroup()));
        }
        if (spec.aggregate.contains("calendar")) {
            answer.part("calendar", () -> averaged("calendar", fit.byCalendarTime()));
        }
        answer.pretest(fit::pretest);
        if (answer.givesErrors() && spec.universal) {
            answer.part("pretest_power", () -> pretestPower(fit.dynamic().parts()));
        }
        shared.honest(() -> {
            if (!spec.universal) {
                throw new NotEstimable(NotEstimable.Why.TREATMENT_PATTERN, "sensitivity needs base_period: universal");
            }
            return fit.dynamic().parts();
        });
        answer.diagnostic(
                "rules",
                Numbers.map(
                        "control_group",
                        spec.neverTreatedOnly ? "nevertreated" : "notyettreated",
                        "base_period",
                        spec.universal ? "universal" : "varying",
                        "estimator",
                        spec.estimator,
                        "panel",
                        spec.panel,
                        "anticipation",
                        Numbers.of(spec.anticipation)));
    }

    /** Refuses when no cell but the base periods could be computed, with the reason of the first. */
    private void needSome(GroupTimeEffects fit, JointEstimates cells) {
        boolean some =
                IntStream.range(0, cells.size()).anyMatch(i -> !Double.isNaN(cells.value(i)) && cells.value(i) != 0);
        int[] refused = IntStream.range(0, cells.size())
                .filter(i -> fit.refusal(i).isPresent())
                .toArray();
        if (!some && refused.length > 0) {
            throw new NotEstimable(
                    spec.covariates.isEmpty() ? NotEstimable.Why.TOO_FEW_UNITS : NotEstimable.Why.NO_OVERLAP,
                    answer.label(cells.terms().get(refused[0])) + ": "
                            + fit.refusal(refused[0]).orElse("")
                            + (refused.length > 1 ? "; and " + (refused.length - 1) + " more" : ""));
        }
    }

    /** The difference in slopes that a look at the coefficients before the start would have seen half and four fifths of the time. */
    private void pretestPower(JointEstimates byEventTime) {
        double base = -1 - spec.anticipation;
        int[] before = IntStream.range(0, byEventTime.size())
                .filter(i -> byEventTime.terms().get(i).first() < base && !Double.isNaN(byEventTime.standardError(i)))
                .toArray();
        if (before.length == 0) {
            return;
        }
        JointEstimates e = byEventTime.at(before);
        double[] time = e.terms().stream().mapToDouble(Term::first).toArray();
        PretestPower test = PretestPower.of(time, e.covariance(), time.length, base, 1 - spec.confidence, spec.seed);
        answer.diagnostic(
                "pretest_power",
                Numbers.map(
                        "slope_50", Numbers.measured(test.slope(0.5)),
                        "slope_80", Numbers.measured(test.slope(0.8))));
    }

    private void averaged(String of, Averaged a) {
        answer.aggregates(shared.within(a.parts()), true);
        answer.aggregates(a.overall(), false, "kind", "overall", "of", of);
    }

    private Method method() {
        return switch (spec.estimator) {
            case "dr" -> Method.DOUBLY_ROBUST;
            case "ipw" -> Method.WEIGHTING;
            case "reg" -> Method.REGRESSION;
            default -> throw spec.refuse("estimator", spec.estimator, "dr, ipw, reg");
        };
    }
}
