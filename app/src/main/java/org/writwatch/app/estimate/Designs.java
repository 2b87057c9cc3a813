package org.writwatch.app.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.writwatch.estimates.Interval;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.bacon.Comparison;
import org.writwatch.estimates.bacon.GoodmanBacon;
import org.writwatch.estimates.drdid.Method;
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
import org.writwatch.estimates.grouptime.BasePeriod;
import org.writwatch.estimates.grouptime.CallawaySantAnna;
import org.writwatch.estimates.grouptime.Controls;
import org.writwatch.estimates.grouptime.GroupTimeEffects;
import org.writwatch.estimates.grouptime.GroupTimeEffects.Averaged;
import org.writwatch.estimates.grouptime.Sampling;
import org.writwatch.estimates.honest.HonestPath;
import org.writwatch.estimates.imputation.Imputation;
import org.writwatch.estimates.imputation.ImputationFit;
import org.writwatch.estimates.imputation.TwoStage;
import org.writwatch.estimates.panel.Observations;
import org.writwatch.estimates.power.PretestPower;
import org.writwatch.estimates.randomtiming.RothSantAnna;

/** From a specification to calls of the estimators, one method per design. */
final class Designs {
    private final Sheet sheet;
    private final Specification spec;
    private final Observations table;
    private final Answer answer;

    Designs(Sheet sheet, Answer answer) {
        this.sheet = sheet;
        this.spec = sheet.spec;
        this.table = sheet.observations;
        this.answer = answer;
    }

    void run() {
        answer.count("rows", table.rows());
        if (spec.unit != null) {
            answer.count("units", table.units());
        }
        answer.count("periods", table.times().length);
        if (spec.design.onePlace()) {
            if (spec.standardErrors.equals("none")) {
                answer.withoutErrors(answer.say("estimate.errors.not-asked"));
            }
            new OnePlaceDesigns(sheet, answer).run();
            return;
        }
        if (spec.sensitivity != null
                && !List.of(
                                Specification.Design.CALLAWAY_SANTANNA,
                                Specification.Design.SUN_ABRAHAM,
                                Specification.Design.TWFE,
                                Specification.Design.POISSON)
                        .contains(spec.design)) {
            answer.withhold(answer.say("estimate.sensitivity"), answer.say("estimate.sensitivity.other-design"));
        }
        if (spec.treated != null || sheet.hasStart()) {
            answer.count("treated_units", sheet.treatedUnits());
        }
        withholdErrorsOfFew();
        switch (spec.design) {
            case CALLAWAY_SANTANNA -> callawaySantAnna();
            case SUN_ABRAHAM -> sunAbraham();
            case IMPUTATION -> imputation();
            case TWO_STAGE -> twoStage();
            case ROTH_SANTANNA -> rothSantAnna();
            case TWFE, POISSON -> twoWay();
            case BACON -> bacon();
            case ETWFE_POISSON -> staggeredCounts();
            case DRDID -> new TwoByTwo(sheet, answer).run();
            default -> throw new IllegalStateException(spec.design.word());
        }
    }

    private void withholdErrorsOfFew() {
        if (spec.design == Specification.Design.BACON) {
            return;
        }
        if (spec.standardErrors.equals("none")) {
            answer.withoutErrors(answer.say("estimate.errors.not-asked"));
            return;
        }
        boolean known = spec.treated != null || sheet.hasStart();
        int treated = known ? sheet.treatedClusters() : Sheet.FEWEST_TREATED_CLUSTERS;
        if (treated < Sheet.FEWEST_TREATED_CLUSTERS) {
            answer.withoutErrors(answer.say("estimate.errors.few-treated", treated, Sheet.FEWEST_TREATED_CLUSTERS));
        }
    }

    private void callawaySantAnna() {
        sheet.needStart();
        CallawaySantAnna design = CallawaySantAnna.on(table, Sheet.OUTCOME, Sheet.START)
                .covariates(spec.covariates)
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
        clusterOrNone();
        GroupTimeEffects e = design.fit();
        if (sheet.clustered()) {
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
        answer.effects(cells);
        for (int i = 0; i < cells.size(); i++) {
            String what = cells.terms().get(i).label();
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
        honest(() -> {
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
        answer.aggregates(within(a.parts()), true);
        answer.aggregates(a.overall(), false, "kind", "overall", "of", of);
    }

    /** Only the event times of the window, when there is one. */
    private JointEstimates within(JointEstimates e) {
        double[] w = spec.eventWindow;
        if (w == null) {
            return e;
        }
        return e.at(IntStream.range(0, e.size())
                .filter(i -> e.terms().get(i).kind() != Term.Kind.EVENT_TIME
                        || (w[0] <= e.terms().get(i).first() && e.terms().get(i).first() <= w[1]))
                .toArray());
    }

    private Method method() {
        return switch (spec.estimator) {
            case "dr" -> Method.DOUBLY_ROBUST;
            case "ipw" -> Method.WEIGHTING;
            case "reg" -> Method.REGRESSION;
            default -> throw spec.refuse("estimator", spec.estimator, "dr, ipw, reg");
        };
    }

    /** Designs whose errors are sums over clusters know no others. */
    private void clusterOrNone() {
        if (spec.standardErrors.equals("iid") || spec.standardErrors.equals("hc1")) {
            throw spec.refuse("standard_errors", spec.standardErrors, "cluster, none");
        }
        if (spec.cluster.size() > 1) {
            throw spec.refuse("cluster", String.join(", ", spec.cluster), "one column");
        }
    }

    private Errors errors() {
        return switch (spec.standardErrors) {
            case "iid" -> Errors.iid();
            case "hc1" -> Errors.robust();
            default -> Errors.clustered(sheet.clusters());
        };
    }

    private void sunAbraham() {
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
        Errors errors = errors();
        answer.count("rows_used", fit.fit().rows());
        answer.dropped(fit.dropped(), sheet);
        answer.effects(fit.coefficients(errors));
        if (spec.aggregate.contains("simple")) {
            answer.aggregates(fit.average(errors), false);
        }
        if (spec.aggregate.contains("dynamic")) {
            answer.aggregates(within(fit.byEventTime(errors)), true);
        }
        if (spec.aggregate.contains("group")) {
            answer.aggregates(fit.byCohort(errors), true);
        }
        answer.pretest(() -> before(fit.byEventTime(errors)));
        honest(() -> fit.byEventTime(errors));
    }

    /** How far from parallel trends the averages by event time stand, when that is asked for. */
    private void honest(Supplier<JointEstimates> byEventTime) {
        Sensitivity asked = spec.sensitivity;
        if (asked == null) {
            return;
        }
        String what = answer.say("estimate.sensitivity");
        if (!answer.givesErrors()) {
            answer.withhold(what, answer.say("estimate.sensitivity.needs-errors"));
            return;
        }
        answer.part(what, () -> {
            JointEstimates e = within(byEventTime.get());
            new HonestDesign(asked, spec.confidence, answer)
                    .both(HonestPath.of(e), (one, first) -> answer.aggregate(one));
        });
    }

    private static JointEstimates.Wald before(JointEstimates e) {
        return e.wald(IntStream.range(0, e.size())
                .filter(i -> e.terms().get(i).kind() == Term.Kind.EVENT_TIME
                        && e.terms().get(i).first() < 0
                        && !Double.isNaN(e.standardError(i)))
                .toArray());
    }

    private DoublePredicate among(double[] wanted) {
        return e -> java.util.Arrays.stream(wanted).anyMatch(w -> w == e);
    }

    private void imputation() {
        sheet.needStart();
        clusterOrNone();
        Imputation design = Imputation.on(table, Sheet.OUTCOME, Sheet.START).covariates(spec.covariates);
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
                    "pretrends",
                    () -> answer.aggregates(
                            fit.pretrends(spec.pretrends == null ? e -> true : among(spec.pretrends)), true));
            answer.part(
                    "dynamic",
                    () -> answer.aggregates(
                            fit.byEventTime(spec.horizons == null ? e -> true : among(spec.horizons)), true));
        }
        if (spec.aggregate.contains("group")) {
            answer.part("group", () -> answer.aggregates(fit.byCohort(), true));
        }
        if (spec.aggregate.contains("calendar")) {
            answer.part("calendar", () -> answer.aggregates(fit.byCalendarTime(), true));
        }
        answer.pretest(() -> before(fit.pretrends(spec.pretrends == null ? e -> true : among(spec.pretrends))));
    }

    private void twoStage() {
        sheet.needStart();
        clusterOrNone();
        TwoStage design = TwoStage.on(table, Sheet.OUTCOME, Sheet.START).covariates(spec.covariates);
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
    }

    private void rothSantAnna() {
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
        for (int i = 0; i < e.refined().size(); i++) {
            JointEstimates one = e.refined().at(new int[] {i});
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
            row.put("lower", Numbers.measured(around.lower()));
            row.put("upper", Numbers.measured(around.upper()));
            row.put("se_neyman", Numbers.measured(e.neyman().standardError(i)));
            answer.aggregate(row);
        }
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

    private void twoWay() {
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
            fit.collinear().forEach(t -> answer.withhold(t.label(), answer.say("estimate.collinear")));
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
                answer.pretest(() -> before(all));
                honest(() -> all.at(rel));
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
    private void staggeredCounts() {
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
        Errors errors = errors();
        answer.count("rows_used", fit.fit().rows());
        answer.dropped(fit.dropped(), sheet);
        answer.effects(fit.logRatios(errors));
        if (spec.aggregate.contains("simple")) {
            answer.aggregates(fit.average(errors), false);
            answer.aggregates(fit.pooledLogRatio(errors), false, "kind", "overall", "of", "log-ratio");
        }
        if (spec.aggregate.contains("dynamic")) {
            answer.aggregates(within(fit.byEventTime(errors)), true);
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

    private void bacon() {
        Observations t = Observations.of(labelsOf(), timesOf())
                .column(Sheet.OUTCOME, table.column(Sheet.OUTCOME))
                .column(Sheet.START, sheet.start())
                .build();
        GoodmanBacon b = GoodmanBacon.of(t, Sheet.OUTCOME, Sheet.START);
        answer.dropped(b.dropped(), sheet);
        for (Comparison c : b.comparisons()) {
            answer.effect(Numbers.map(
                    "kind",
                    "bacon",
                    "treated",
                    sheet.calendar.said(c.treated()),
                    "untreated",
                    Double.isFinite(c.comparison()) ? sheet.calendar.said(c.comparison()) : "Inf",
                    "weight",
                    Numbers.measured(c.weight()),
                    "estimate",
                    Numbers.measured(c.estimate()),
                    "type",
                    type(c.kind()),
                    "se",
                    null,
                    "lower",
                    null,
                    "upper",
                    null));
        }
        answer.aggregate(Numbers.map("kind", "overall", "of", "twfe", "estimate", Numbers.measured(b.coefficient())));
        for (Comparison.Kind k : Comparison.Kind.values()) {
            if (b.weight(k) > 0) {
                answer.aggregate(Numbers.map(
                        "kind",
                        "overall",
                        "of",
                        type(k),
                        "estimate",
                        Numbers.measured(b.estimate(k)),
                        "weight",
                        Numbers.measured(b.weight(k))));
            }
        }
        answer.withhold(answer.say("estimate.errors"), answer.say("estimate.errors.bacon"));
    }

    private int[] labelsOf() {
        return IntStream.of(table.unitCodes()).map(table::label).toArray();
    }

    private double[] timesOf() {
        double[] times = table.times();
        return IntStream.of(table.periodCodes()).mapToDouble(p -> times[p]).toArray();
    }

    private static String type(Comparison.Kind k) {
        return switch (k) {
            case EARLIER_VS_LATER -> "Earlier vs Later Treated";
            case LATER_VS_EARLIER -> "Later vs Earlier Treated";
            default -> "Treated vs Untreated";
        };
    }
}
