package org.writwatch.app.estimate;

import java.util.List;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.panel.Observations;

/** From a specification to the class that runs its design. */
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
        Ignored.by(spec).forEach(key -> answer.withhold(key, answer.say("estimate.ignored", key, spec.design.word())));
        Circumstances.note(sheet, answer);
        if (spec.design.onePlace()) {
            if (spec.standardErrors.equals("none")) {
                answer.withoutErrors(answer.say("estimate.errors.not-asked"));
            }
            new OnePlaceDesigns(sheet, answer).run();
            new Companions(sheet, answer).note();
            return;
        }
        if (table.times().length < 2 && spec.post == null) {
            throw new NotEstimable(NotEstimable.Why.TOO_FEW_PERIODS, "the table has one period");
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
            int treated = sheet.treatedUnits();
            answer.count("treated_units", treated);
            if (treated == 0) {
                double[] times = table.times();
                throw new NotEstimable(
                        NotEstimable.Why.TREATMENT_PATTERN,
                        "no unit is treated within the table, which ends at time "
                                + Numbers.plain(times[times.length - 1]));
            }
        }
        withholdErrorsOfFew();
        RegressionDesigns regressions = new RegressionDesigns(sheet, answer);
        ImputationDesigns predictions = new ImputationDesigns(sheet, answer);
        switch (spec.design) {
            case CALLAWAY_SANTANNA -> new GroupTimeDesign(sheet, answer).run();
            case SUN_ABRAHAM -> regressions.sunAbraham();
            case IMPUTATION -> predictions.imputation();
            case TWO_STAGE -> predictions.twoStage();
            case ROTH_SANTANNA -> predictions.rothSantAnna();
            case TWFE, POISSON -> regressions.twoWay();
            case BACON -> new BaconDesign(sheet, answer).run();
            case ETWFE_POISSON -> regressions.staggeredCounts();
            case DRDID -> new TwoByTwo(sheet, answer).run();
            default -> throw new IllegalStateException(spec.design.word());
        }
        new Companions(sheet, answer).note();
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
}
