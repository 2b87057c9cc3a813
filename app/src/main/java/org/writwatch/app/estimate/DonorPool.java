package org.writwatch.app.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.panel.BalancedPanel;
import org.writwatch.estimates.panel.Cohorts;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.NotFound;

/**
 * The treated place, or places that start together, and its donors: every unit that is never treated in the table and has a finite outcome
 * in every period before the start. Fixed before any outcome after it is looked at. Those whose outcome is missing later are counted and
 * named.
 */
final class DonorPool {
    private final Sheet sheet;
    private final Specification spec;
    private final BalancedPanel panel;
    private final List<Integer> treated = new ArrayList<>();
    private final List<Integer> donors = new ArrayList<>();
    private final double start;
    private final List<String> lost;

    /**
     * Chooses.
     *
     * @throws NotEstimable no unit is treated, treated units start at different times, or a treated unit lacks a number
     */
    DonorPool(Sheet sheet) {
        this.sheet = sheet;
        this.spec = sheet.spec;
        this.panel = BalancedPanel.of(sheet.observations, List.of(Sheet.OUTCOME));
        double[] times = panel.times();
        double[] startOfRow = sheet.start();
        double first = Double.NaN;
        for (int u = 0; u < panel.units(); u++) {
            int row = panel.row(u, 0);
            double s = startOfRow[row];
            boolean never = Cohorts.never(s) || s > times[times.length - 1];
            boolean chosen = spec.treatedUnits.isEmpty() ? !never : spec.treatedUnits.contains(sheet.unitOfRow(row));
            if (chosen) {
                if (never) {
                    throw new NotEstimable(
                            NotEstimable.Why.TREATMENT_PATTERN,
                            sheet.unitOfRow(row) + " is never treated in the table");
                }
                if (!treated.isEmpty() && s != first) {
                    throw new NotEstimable(
                            NotEstimable.Why.TREATMENT_PATTERN,
                            "treated units start at " + sheet.calendar.said(first) + " and at " + sheet.calendar.said(s)
                                    + "; choose units that start together");
                }
                first = s;
                treated.add(u);
            } else if (never) {
                donors.add(u);
            }
        }
        if (treated.isEmpty()) {
            throw spec.treatedUnits.isEmpty()
                    ? new NotEstimable(NotEstimable.Why.TREATMENT_PATTERN, "no unit is treated in the table")
                    : absent();
        }
        this.start = first;
        this.lost = lost();
    }

    /** Outcomes by period: the donors' rows first, then those of the treated. */
    double[][] outcomes() {
        double[] y = panel.column(Sheet.OUTCOME);
        int periods = panel.periods();
        return order().mapToObj(u -> Arrays.copyOfRange(y, u * periods, (u + 1) * periods))
                .toArray(double[][]::new);
    }

    /** Means over all periods of another column, in the same order. */
    double[] means(String column) {
        double[] v = panel.column(column);
        int periods = panel.periods();
        return order().mapToDouble(u -> Arrays.stream(v, u * periods, (u + 1) * periods)
                        .average()
                        .orElse(0))
                .toArray();
    }

    /** Mean size of each before the start, in the same order: what is known when the pool is chosen. */
    double[] sizesBefore() {
        double[] v = panel.column(Sheet.EXPOSURE);
        int periods = panel.periods();
        int before = before();
        return order().mapToDouble(u -> Arrays.stream(v, u * periods, u * periods + before)
                        .average()
                        .orElse(Double.NaN))
                .toArray();
    }

    private IntStream order() {
        return IntStream.concat(
                donors.stream().mapToInt(Integer::intValue), treated.stream().mapToInt(Integer::intValue));
    }

    /** Names of the donors, in order. */
    List<String> names() {
        return donors.stream().map(u -> sheet.unitOfRow(panel.row(u, 0))).toList();
    }

    int treated() {
        return treated.size();
    }

    int donors() {
        return donors.size();
    }

    double[] times() {
        return panel.times();
    }

    /** How many periods are before the start. */
    int before() {
        return (int) Arrays.stream(panel.times()).filter(t -> t < start).count();
    }

    /** Donors by the rule whose outcome is missing in some later period. */
    List<String> lostDonors() {
        return lost;
    }

    /** Says what was chosen, by which rule, and what was lost. */
    void note(Answer answer) {
        answer.dropped(panel.dropped(), sheet);
        if (!lost.isEmpty()) {
            answer.withhold(
                    answer.say("estimate.lost-donors", String.join(", ", lost)),
                    answer.say("estimate.lost-donors.why"));
        }
        answer.count("units", panel.units());
        answer.count("treated_units", treated.size());
        answer.count("donors", donors.size());
        answer.diagnostic("start", sheet.calendar.said(start));
        answer.diagnostic("donor_rule", answer.say("estimate.donor-rule"));
    }

    /** Donors by the rule, never treated and whole before the start, whose outcome is missing in some later period. */
    private List<String> lost() {
        double[] y = sheet.observations.column(Sheet.OUTCOME);
        double[] starts = sheet.start();
        double[] times = sheet.observations.times();
        int before = (int) Arrays.stream(times).filter(t -> t < start).count();
        int[] unit = sheet.observations.unitCodes();
        int[] early = new int[sheet.observations.units()];
        String[] name = new String[early.length];
        boolean[] never = new boolean[early.length];
        for (int i = 0; i < y.length; i++) {
            name[unit[i]] = sheet.unitOfRow(i);
            never[unit[i]] = Cohorts.never(starts[i]) || starts[i] > times[times.length - 1];
            early[unit[i]] += sheet.time(i) < start && Double.isFinite(y[i]) ? 1 : 0;
        }
        List<String> kept = IntStream.range(0, panel.units())
                .mapToObj(u -> sheet.unitOfRow(panel.row(u, 0)))
                .toList();
        return IntStream.range(0, early.length)
                .filter(u -> never[u] && early[u] == before && !kept.contains(name[u]))
                .mapToObj(u -> name[u])
                .toList();
    }

    /** A treated unit that was named and left out because a number is missing, or that is not in the table at all. */
    private RuntimeException absent() {
        int[] rows = IntStream.range(0, sheet.rows.length)
                .filter(i -> spec.treatedUnits.contains(sheet.unitOfRow(i)))
                .toArray();
        if (rows.length == 0) {
            return noSuchUnit(sheet);
        }
        double[] y = sheet.observations.column(Sheet.OUTCOME);
        return new NotEstimable(
                NotEstimable.Why.TOO_FEW_PERIODS,
                String.join(", ", spec.treatedUnits) + " has a number in "
                        + IntStream.of(rows).filter(i -> Double.isFinite(y[i])).count() + " of " + panel.periods()
                        + " periods; every period is needed");
    }

    /** A refusal of a name that is not in the table, with those that are. */
    static RuntimeException noSuchUnit(Sheet sheet) {
        return new NotFound(
                Phrase.of("app", "estimate.no-unit", String.join(", ", sheet.spec.treatedUnits), sheet.table.file()),
                IntStream.range(0, sheet.rows.length)
                        .mapToObj(sheet::unitOfRow)
                        .distinct()
                        .sorted()
                        .limit(20)
                        .toList());
    }
}
