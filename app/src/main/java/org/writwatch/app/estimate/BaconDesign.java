package org.writwatch.app.estimate;

import java.util.stream.IntStream;
import org.writwatch.estimates.bacon.Comparison;
import org.writwatch.estimates.bacon.GoodmanBacon;
import org.writwatch.estimates.panel.Observations;

/** What a two-way fixed effects coefficient is made of. */
final class BaconDesign {
    private final Sheet sheet;
    private final Observations table;
    private final Answer answer;

    BaconDesign(Sheet sheet, Answer answer) {
        this.sheet = sheet;
        this.table = sheet.observations;
        this.answer = answer;
    }

    void run() {
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
            case LATER_VS_ALWAYS -> "Later vs Always Treated";
            case TREATED_VS_UNTREATED -> "Treated vs Untreated";
        };
    }
}
