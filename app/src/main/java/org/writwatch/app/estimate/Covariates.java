package org.writwatch.app.estimate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.fixedeffects.FixedEffectsModel;

/** The covariates of a specification that say something of their own; the others are left out and named, as regression packages do. */
final class Covariates {
    private Covariates() {}

    /** Those that a constant and the ones before them do not explain: for designs that compare units. */
    static List<String> beyondConstant(Sheet sheet, Answer answer) {
        return kept(sheet, answer, List.of(new int[sheet.rows.length]));
    }

    /** Those that units, periods and the ones before them do not explain: for designs with both effects. */
    static List<String> beyondEffects(Sheet sheet, Answer answer) {
        return kept(sheet, answer, List.of(sheet.observations.unitCodes(), sheet.observations.periodCodes()));
    }

    private static List<String> kept(Sheet sheet, Answer answer, List<int[]> effects) {
        List<String> asked = sheet.spec.covariates;
        if (asked.isEmpty()) {
            return asked;
        }
        FixedEffectsModel model = FixedEffectsModel.of(sheet.observations.column(Sheet.OUTCOME));
        effects.forEach(model::absorb);
        asked.forEach(c -> model.regressor(c, sheet.observations.column(c)));
        Set<String> without = collinear(model, asked);
        leftOut(answer, asked.stream().filter(without::contains).toList());
        return asked.stream().filter(c -> !without.contains(c)).toList();
    }

    private static Set<String> collinear(FixedEffectsModel model, List<String> asked) {
        try {
            return model.fit().collinear().stream().map(Term::name).collect(Collectors.toSet());
        } catch (NotEstimable e) {
            if (e.why() != NotEstimable.Why.COLLINEAR) {
                throw e;
            }
            return Set.copyOf(asked);
        }
    }

    /** Says which were left out. */
    static void leftOut(Answer answer, List<String> names) {
        names.forEach(n -> answer.withhold(n, answer.say("estimate.collinear")));
    }
}
