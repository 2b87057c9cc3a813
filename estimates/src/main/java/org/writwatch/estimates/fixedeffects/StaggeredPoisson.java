package org.writwatch.estimates.fixedeffects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.NotEstimable.Why;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.panel.Dropped;
import org.writwatch.estimates.panel.Observations;

/**
 * Counts under staggered adoption: a Poisson model with effects of units and times and one coefficient for every cohort in every period
 * since its start (Wooldridge 2023, The Econometrics Journal 26(3), section 4; extended two-way fixed effects).
 *
 * <p>Estimand: the effect on the treated of each cohort in each period, as a ratio of means and as a difference of counts. Assumes that
 * without treatment the mean of every cohort would have changed by the same ratio (parallel trends in logs of means), and no reaction
 * before the start beyond the anticipation. Units not yet treated are the comparison. Left out: units treated from the first period on,
 * and, when nobody is never treated, the periods in which everybody is. A builder; not for sharing between threads.
 */
public final class StaggeredPoisson {
    private final Observations table;
    private final String outcome;
    private final String firstTreated;
    private List<String> covariates = List.of();
    private @Nullable String weights;
    private @Nullable String exposure;
    private double anticipation;

    private StaggeredPoisson(Observations table, String outcome, String firstTreated) {
        this.table = table;
        this.outcome = outcome;
        this.firstTreated = firstTreated;
    }

    public static StaggeredPoisson on(Observations table, String outcome, String firstTreated) {
        return new StaggeredPoisson(table, outcome, firstTreated);
    }

    public StaggeredPoisson covariates(List<String> names) {
        this.covariates = List.copyOf(names);
        return this;
    }

    public StaggeredPoisson weights(String column) {
        this.weights = column;
        return this;
    }

    /** Column of the population or time at risk, above 0; its log is the offset. */
    public StaggeredPoisson exposure(String column) {
        this.exposure = column;
        return this;
    }

    public StaggeredPoisson anticipation(double a) {
        this.anticipation = a;
        return this;
    }

    /**
     * Fits.
     *
     * @throws NotEstimable nobody treated after the first period and within the table, or nobody to compare with
     */
    public StaggeredPoissonFit fit() {
        EventClock clock = new EventClock(table, firstTreated, anticipation);
        int n = table.rows();
        double[] y = table.column(outcome).clone();
        TreeSet<Double> starts = new TreeSet<>();
        boolean never = false;
        for (int r = 0; r < n; r++) {
            if (clock.never(r)) {
                never = true;
            } else if (!clock.always(r)) {
                starts.add(clock.start[r]);
            }
        }
        if (starts.isEmpty()) {
            throw new NotEstimable(Why.TOO_FEW_UNITS, "no unit is treated after the first period and within the table");
        }
        if (!never && starts.size() < 2) {
            throw new NotEstimable(Why.NO_CONTROLS, "all units start together and none is never treated");
        }
        double end = never ? Double.POSITIVE_INFINITY : starts.last() - anticipation;
        int[] always = {0, -1};
        int[] late = {0, -1};
        TreeMap<Double, TreeMap<Double, Integer>> cells = new TreeMap<>();
        double[] event = new double[n];
        for (int r = 0; r < n; r++) {
            event[r] = Double.NaN;
            if (!clock.never(r) && clock.always(r)) {
                y[r] = Double.NaN;
                always[1] = always[0]++ == 0 ? r : always[1];
            } else if (clock.time[r] >= end) {
                y[r] = Double.NaN;
                late[1] = late[0]++ == 0 ? r : late[1];
            } else if (!clock.never(r) && clock.event(r) >= -anticipation && Double.isFinite(y[r])) {
                event[r] = clock.event(r);
                cells.computeIfAbsent(event[r], k -> new TreeMap<>()).put(clock.start[r], 0);
            }
        }
        List<Term> terms = new ArrayList<>();
        cells.forEach((e, byCohort) -> byCohort.replaceAll((g, unused) -> {
            terms.add(Term.cohortEventTime(g, e));
            return terms.size() - 1;
        }));
        int[] code = new int[n];
        Arrays.fill(code, -1);
        for (int r = 0; r < n; r++) {
            TreeMap<Double, Integer> of = Double.isNaN(event[r]) ? null : cells.get(event[r]);
            if (of != null) {
                code[r] = of.getOrDefault(clock.start[r], -1);
            }
        }
        FixedEffectsModel m = FixedEffectsModel.of(y)
                .family(Family.POISSON)
                .absorb(table.unitCodes())
                .absorb(table.periodCodes());
        for (String c : covariates) {
            m.regressor(c, table.column(c));
        }
        m.indicators(terms, code);
        double[] w = new double[n];
        Arrays.fill(w, 1);
        if (weights != null) {
            w = table.column(weights);
            m.weights(w);
        }
        if (exposure != null) {
            m.offset(Arrays.stream(table.column(exposure)).map(Math::log).toArray());
        }
        FixedEffectsFit fit = m.fit();
        return new StaggeredPoissonFit(fit, terms, code, w, dropped(fit, always, late));
    }

    private static List<Dropped> dropped(FixedEffectsFit fit, int[] always, int[] late) {
        List<Dropped> out = new ArrayList<>();
        if (always[0] > 0) {
            out.add(new Dropped(Dropped.Reason.ALWAYS_TREATED, always[0], always[1]));
        }
        if (late[0] > 0) {
            out.add(new Dropped(Dropped.Reason.NO_COMPARISON_LEFT, late[0], late[1]));
        }
        int ours = always[0] + late[0];
        for (Dropped d : fit.dropped()) {
            if (d.reason() != Dropped.Reason.NOT_FINITE) {
                out.add(d);
            } else if (d.rows() > ours) {
                out.add(new Dropped(d.reason(), d.rows() - ours, d.firstRow()));
            }
        }
        return out;
    }
}
