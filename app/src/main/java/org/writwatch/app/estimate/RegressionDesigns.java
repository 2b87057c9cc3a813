package org.writwatch.app.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.fewclusters.WildCluster;
import org.writwatch.estimates.fixedeffects.Errors;
import org.writwatch.estimates.fixedeffects.EventWindow;
import org.writwatch.estimates.fixedeffects.Family;
import org.writwatch.estimates.fixedeffects.FixedEffectsFit;
import org.writwatch.estimates.fixedeffects.StaggeredPoisson;
import org.writwatch.estimates.fixedeffects.StaggeredPoissonFit;
import org.writwatch.estimates.fixedeffects.SunAbraham;
import org.writwatch.estimates.fixedeffects.SunAbrahamFit;
import org.writwatch.estimates.fixedeffects.TwoWayFixedEffects;
import org.writwatch.estimates.panel.Observations;

/** Regressions with many fixed effects: cohort by event time, naive two-way, counts. */
final class RegressionDesigns {
    private final Sheet sheet;
    private final Specification spec;
    private final Observations table;
    private final Answer answer;
    private final Shared shared;

    RegressionDesigns(Sheet sheet, Answer answer) {
        this.sheet = sheet;
        this.spec = sheet.spec;
        this.table = sheet.observations;
        this.answer = answer;
        this.shared = new Shared(sheet, answer);
    }

    void sunAbraham() {
        sheet.needStart();
        SunAbraham design = SunAbraham.on(table, Sheet.OUTCOME, Sheet.START)
                .covariates(spec.covariates)
                .anticipation(spec.anticipation);
        if (spec.weights != null) {
            design.weights(Sheet.WEIGHT);
        }
        if ("last".equals(spec.referenceCohort)) {
            design.lastCohortAsReference();
        } else if (spec.referenceCohort != null) {
            try {
                design.referenceCohort(Double.parseDouble(spec.referenceCohort));
            } catch (NumberFormatException e) {
                throw spec.refuse("reference_cohort", spec.referenceCohort, "last, a cohort");
            }
        }
        SunAbrahamFit fit = design.fit();
        leftOut(fit.fit());
        Errors errors = errors();
        answer.count("rows_used", fit.fit().rows());
        answer.dropped(fit.dropped(), sheet);
        answer.effects(fit.coefficients(errors));
        if (spec.aggregate.contains("simple")) {
            answer.aggregates(fit.average(errors), false);
        }
        if (spec.aggregate.contains("dynamic")) {
            answer.aggregates(shared.within(fit.byEventTime(errors)), true);
        }
        if (spec.aggregate.contains("group")) {
            answer.aggregates(fit.byCohort(errors), true);
        }
        if (spec.aggregate.contains("calendar")) {
            answer.aggregates(fit.byCalendarTime(errors), true);
        }
        answer.pretest(() -> Shared.before(fit.byEventTime(errors)));
        shared.honest(() -> fit.byEventTime(errors));
    }

    private TwoWayFixedEffects twoWayModel() {
        TwoWayFixedEffects m = TwoWayFixedEffects.on(table, Sheet.OUTCOME)
                .family(spec.design == Specification.Design.POISSON ? Family.POISSON : Family.LINEAR)
                .covariates(spec.covariates)
                .anticipation(spec.anticipation);
        if (!spec.fixedEffects.equals(List.of("unit", "time"))) {
            List<int[]> effects = new ArrayList<>();
            for (String f : spec.fixedEffects) {
                effects.add(
                        f.equals("unit")
                                ? table.unitCodes()
                                : f.equals("time") ? table.periodCodes() : sheet.labels(f));
            }
            m.absorbing(effects);
        }
        if (spec.weights != null) {
            m.weights(Sheet.WEIGHT);
        }
        if (spec.offset != null) {
            m.exposure(Sheet.EXPOSURE);
        }
        return m;
    }

    void twoWay() {
        Errors errors = errors();
        boolean events = sheet.hasStart() && spec.aggregate.contains("dynamic");
        if (spec.treated != null || spec.eventWindow == null) {
            if (spec.treated == null) {
                sheet.needStart();
            }
            FixedEffectsFit fit = spec.treated != null
                    ? twoWayModel().byTreatment(spec.treated)
                    : twoWayModel().sinceStart(Sheet.START);
            answer.count("rows_used", fit.rows());
            answer.dropped(fit.dropped(), sheet);
            answer.effects(fit.estimates(errors));
            if (spec.bootstrap.equals("wild-cluster")) {
                answer.part("wild_cluster", () -> wildCluster(fit));
            }
            leftOut(fit);
        }
        if (events) {
            double[] w = spec.eventWindow;
            EventWindow window = w == null ? EventWindow.ALL : new EventWindow(w[0], w[1], spec.binEnds);
            answer.part("dynamic", () -> {
                FixedEffectsFit fit = twoWayModel().byEventTime(Sheet.START, window);
                JointEstimates all = fit.estimates(errors);
                int[] rel = IntStream.range(0, all.size())
                        .filter(i -> all.terms().get(i).kind() == Term.Kind.EVENT_TIME)
                        .toArray();
                if (spec.treated == null && spec.eventWindow != null) {
                    answer.count("rows_used", fit.rows());
                    answer.dropped(fit.dropped(), sheet);
                    answer.effects(all);
                } else {
                    answer.effects(all.at(rel));
                }
                answer.aggregates(all.at(rel), true);
                answer.pretest(() -> Shared.before(all));
                shared.honest(() -> all.at(rel));
            });
        }
        if (answer.empty()) {
            throw new NotEstimable(NotEstimable.Why.TREATMENT_PATTERN, "no coefficient can be estimated");
        }
        if (spec.design == Specification.Design.TWFE) {
            answer.diagnostic("label", "naive");
        }
    }

    /** Counts: ratios cell by cell as effects; differences of counts, with the ratio beside them, as aggregates. */
    void staggeredCounts() {
        sheet.needStart();
        StaggeredPoisson design = StaggeredPoisson.on(table, Sheet.OUTCOME, Sheet.START)
                .covariates(spec.covariates)
                .anticipation(spec.anticipation);
        if (spec.weights != null) {
            design.weights(Sheet.WEIGHT);
        }
        if (spec.offset != null) {
            design.exposure(Sheet.EXPOSURE);
        }
        StaggeredPoissonFit fit = design.fit();
        leftOut(fit.fit());
        Errors errors = errors();
        answer.count("rows_used", fit.fit().rows());
        answer.dropped(fit.dropped(), sheet);
        answer.effects(fit.logRatios(errors));
        if (spec.aggregate.contains("simple")) {
            answer.aggregates(fit.average(errors), false);
            answer.aggregates(fit.pooledLogRatio(errors), false, "kind", "overall", "of", "log-ratio");
        }
        if (spec.aggregate.contains("dynamic")) {
            answer.aggregates(shared.within(fit.byEventTime(errors)), true);
        }
        if (spec.aggregate.contains("group")) {
            answer.aggregates(fit.byCohort(errors), true);
        }
        if (spec.aggregate.contains("calendar")) {
            answer.aggregates(fit.byCalendarTime(errors), true);
        }
        answer.diagnostic(
                "rules", Numbers.map("control_group", "notyettreated", "scale", "counts per unit and period"));
    }

    /** The coefficient of treatment tested with few clusters, on the rows the model used. */
    private void wildCluster(FixedEffectsFit fit) {
        if (spec.design != Specification.Design.TWFE
                || spec.weights != null
                || !spec.covariates.isEmpty()
                || spec.cluster.size() > 1
                || !spec.fixedEffects.equals(List.of("unit", "time"))) {
            throw new NotEstimable(
                    NotEstimable.Why.TREATMENT_PATTERN,
                    "the wild cluster bootstrap is for twfe with unit and time effects, one way of clustering, no weights, no covariates");
        }
        int[] rows = fit.rowsUsed();
        double[] start = sheet.start();
        double[] flag = spec.treated == null ? null : table.column(spec.treated);
        double[] y = new double[rows.length];
        double[] d = new double[rows.length];
        int[][] effects = new int[2][rows.length];
        int[] cluster = new int[rows.length];
        int[] of = sheet.cluster();
        for (int i = 0; i < rows.length; i++) {
            int r = rows[i];
            y[i] = table.column(Sheet.OUTCOME)[r];
            d[i] = flag != null ? flag[r] : start[r] != 0 && sheet.time(r) >= start[r] ? 1 : 0;
            effects[0][i] = table.unitCodes()[r];
            effects[1][i] = table.periodCodes()[r];
            cluster[i] = of[r];
        }
        WildCluster w = WildCluster.test(y, d, effects, cluster, Math.max(999, spec.draws), spec.seed);
        answer.diagnostic(
                "wild_cluster",
                Numbers.map(
                        "statistic", Numbers.measured(w.statistic()),
                        "p", Numbers.measured(w.p()),
                        "clusters", w.clusters(),
                        "patterns", w.patterns()));
    }

    /** Says which covariates said nothing of their own. */
    private void leftOut(FixedEffectsFit fit) {
        Covariates.leftOut(
                answer, fit.collinear().stream().map(answer::label).distinct().toList());
    }

    private Errors errors() {
        return switch (answer.givesErrors() ? spec.standardErrors : "iid") {
            case "iid" -> Errors.iid();
            case "hc1" -> Errors.robust();
            default -> Errors.clustered(sheet.clusters());
        };
    }
}
