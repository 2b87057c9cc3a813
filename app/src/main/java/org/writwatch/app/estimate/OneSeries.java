package org.writwatch.app.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.writwatch.estimates.Interval;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.changepoint.Change;
import org.writwatch.estimates.changepoint.ChangePointSearch;
import org.writwatch.estimates.panel.Cohorts;
import org.writwatch.estimates.timeseries.InterruptedSeries;

/** Designs that look at one series by itself: descriptions, as there is no comparison. */
final class OneSeries {
    private final Sheet sheet;
    private final Specification spec;
    private final Answer answer;

    OneSeries(Sheet sheet, Answer answer) {
        this.sheet = sheet;
        this.spec = sheet.spec;
        this.answer = answer;
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
            throw DonorPool.noSuchUnit(sheet);
        }
        for (int i = 1; i < all.length; i++) {
            if (sheet.time(all[i]) == sheet.time(all[i - 1])) {
                throw spec.needs("treated_unit");
            }
        }
        return all;
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

    void interrupted() {
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

    void changePoint() {
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
        if (answer.effects().isEmpty()) {
            answer.withhold(
                    answer.say("estimate.no-change"),
                    answer.say("estimate.no-change.why", ChangePointSearch.FEWEST_EFFECTIVE));
        }
        answer.diagnostic("series_length", y.length);
        answer.withhold("causal reading", answer.say("estimate.no-comparison"));
    }
}
