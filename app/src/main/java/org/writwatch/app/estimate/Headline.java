package org.writwatch.app.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.writwatch.facts.phrase.Lang;

/**
 * The one number a design is read for: the average over everything, the coefficient of treatment, the effect on the treated place.
 *
 * @param estimate NaN when there is none
 * @param se NaN when there is none or it is withheld
 * @param p against no effect: of the estimate, or of its rank among places never treated; NaN when withheld
 * @param placebos effects of such places by name, when p is a rank; else empty
 */
record Headline(double estimate, double se, double p, Map<String, Double> placebos) {
    /**
     * Runs a design for its headline.
     *
     * @throws org.writwatch.estimates.NotEstimable the design refuses
     * @throws org.writwatch.facts.problem.BadInput the table does not fit it
     */
    static Headline of(Specification spec, DataTable table, Lang lang) {
        Sheet sheet = new Sheet(spec, table);
        Answer answer = new Answer(spec, sheet.calendar, lang);
        new Designs(sheet, answer).run();
        return of(spec, answer);
    }

    private static Headline of(Specification spec, Answer answer) {
        String coefficient = spec.treated == null ? "treated" : spec.treated;
        Map<String, Double> placebos = new LinkedHashMap<>();
        for (Map<String, Object> one : answer.effects()) {
            if ("placebo".equals(one.get("kind"))) {
                placebos.put(String.valueOf(one.get("unit")), number(one.get("estimate")));
            }
        }
        List<Map<String, Object>> all = new ArrayList<>(answer.aggregates());
        all.addAll(answer.effects());
        for (Map<String, Object> one : all) {
            boolean it = "att".equals(one.get("kind"))
                    || "simple".equals(one.get("kind"))
                    || "twfe".equals(one.get("of"))
                    || ("coefficient".equals(one.get("kind")) && coefficient.equals(one.get("name")));
            if (it) {
                Object p = answer.diagnostic("placebo") instanceof Map<?, ?> rank ? rank.get("p") : one.get("p");
                return new Headline(number(one.get("estimate")), number(one.get("se")), number(p), placebos);
            }
        }
        return new Headline(Double.NaN, Double.NaN, Double.NaN, placebos);
    }

    private static double number(@Nullable Object v) {
        return v instanceof Number n ? n.doubleValue() : Double.NaN;
    }
}
