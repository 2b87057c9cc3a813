package org.writwatch.estimates.grouptime;

import java.util.ArrayList;
import java.util.List;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.NotEstimable.Why;

/**
 * Which cells there are and what each compares: times, cohorts (the never-treated last), and per cell the two periods and the
 * comparison cohorts (Callaway and Sant'Anna 2021, section 2).
 */
final class Plan {
    /** Start of treatment of those never treated. */
    static final double NEVER = Double.POSITIVE_INFINITY;

    final double[] times;
    /** Ascending starts of treatment; {@link #NEVER} last when there is any. */
    final double[] cohorts;

    final List<Comparison> cells;

    /**
     * One cell.
     *
     * <p>Positions of its group, its time and its base period; the base equals the time for the reference itself.
     */
    static final class Comparison {
        final int cohort;
        final int time;
        final int base;
        final boolean[] controls;

        Comparison(int cohort, int time, int base, boolean[] controls) {
            this.cohort = cohort;
            this.time = time;
            this.base = base;
            this.controls = controls;
        }

        boolean reference() {
            return time == base;
        }

        /** The period whose covariates and weights are used: the earlier one. */
        int earlier() {
            return Math.min(time, base);
        }
    }

    private Plan(double[] times, double[] cohorts, List<Comparison> cells) {
        this.times = times;
        this.cohorts = cohorts;
        this.cells = cells;
    }

    static Plan of(double[] times, double[] cohorts, Controls controls, BasePeriod basePeriod, double anticipation) {
        boolean anyNever = cohorts.length > 0 && cohorts[cohorts.length - 1] == NEVER;
        int groups = cohorts.length - (anyNever ? 1 : 0);
        if (groups == 0) {
            throw new NotEstimable(Why.TOO_FEW_UNITS, "no unit is treated after the first period and within the table");
        }
        if (!anyNever) {
            throw new NotEstimable(
                    Why.NO_CONTROLS,
                    controls == Controls.NEVER_TREATED
                            ? "no unit is never treated; not-yet-treated units could stand in for them"
                            : "all units are treated at once: nothing is left to compare with");
        }
        List<Comparison> cells = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            int last = -1;
            for (int t = 0; t < times.length; t++) {
                if (times[t] + anticipation < cohorts[g]) {
                    last = t;
                }
            }
            for (int t = basePeriod == BasePeriod.UNIVERSAL ? 0 : 1; t < times.length; t++) {
                boolean before = cohorts[g] > times[t];
                int base = basePeriod == BasePeriod.VARYING && before ? t - 1 : last;
                if (base >= 0) {
                    boolean[] control = new boolean[cohorts.length];
                    for (int c = 0; c < cohorts.length; c++) {
                        control[c] = c != g
                                && (cohorts[c] == NEVER
                                        || (controls == Controls.NOT_YET_TREATED
                                                && cohorts[c] > times[Math.max(t, base)] + anticipation));
                    }
                    cells.add(new Comparison(g, t, base, control));
                }
            }
        }
        return new Plan(times, cohorts, List.copyOf(cells));
    }
}
