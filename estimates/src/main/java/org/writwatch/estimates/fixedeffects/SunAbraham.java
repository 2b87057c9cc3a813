package org.writwatch.estimates.fixedeffects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.NotEstimable.Why;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.panel.Dropped;
import org.writwatch.estimates.panel.Observations;

/**
 * Interaction-weighted event study (Sun and Abraham 2021): fixed effects for units and times, one coefficient per cohort and distance
 * from its start, averaged with the cohorts' shares of rows.
 *
 * <p>Estimand: the effect on a cohort at a distance from its start. Assumptions: parallel trends across all cohorts in all periods; no
 * effect at the reference (the last time before the start, less anticipation). Comparison units are the never-treated, or the last
 * cohort to be treated when it is named as the reference. Left out and reported: units treated before the first period; with a reference
 * cohort, the periods in which it is treated itself (section 4.1 of the paper). Refuses when there is nothing to compare with.
 *
 * <p>Works on unbalanced panels. A builder; not for sharing between threads.
 */
public final class SunAbraham {
    private final Observations table;
    private final String outcome;
    private final String firstTreated;
    private List<String> covariates = List.of();
    private @Nullable String weights;
    private @Nullable Double referenceCohort;
    private boolean lastIsReference;
    private double anticipation;

    private SunAbraham(Observations table, String outcome, String firstTreated) {
        this.table = table;
        this.outcome = outcome;
        this.firstTreated = firstTreated;
    }

    public static SunAbraham on(Observations table, String outcome, String firstTreated) {
        return new SunAbraham(table, outcome, firstTreated);
    }

    public SunAbraham covariates(List<String> names) {
        this.covariates = List.copyOf(names);
        return this;
    }

    public SunAbraham weights(String column) {
        this.weights = column;
        return this;
    }

    public SunAbraham anticipation(double a) {
        this.anticipation = a;
        return this;
    }

    /** Compares with the cohort treated last, instead of the never-treated, who are left out when there are any. */
    public SunAbraham lastCohortAsReference() {
        this.lastIsReference = true;
        return this;
    }

    /** Compares with this cohort, until it is treated. */
    public SunAbraham referenceCohort(double cohort) {
        this.referenceCohort = cohort;
        return this;
    }

    /**
     * Fits.
     *
     * @throws NotEstimable nobody treated within the table, or nobody to compare with
     */
    public SunAbrahamFit fit() {
        EventClock clock = new EventClock(table, firstTreated, anticipation);
        double reference = reference(clock);
        boolean named = !Double.isInfinite(reference);
        int n = table.rows();
        double[] y = table.column(outcome).clone();
        int[] always = {0, -1};
        int[] late = {0, -1};
        TreeMap<Double, TreeMap<Double, Integer>> cells = new TreeMap<>();
        boolean anyReference = false;
        for (int r = 0; r < n; r++) {
            boolean compared = named ? clock.start[r] == reference : clock.never(r);
            if (!compared && !clock.never(r) && clock.always(r)) {
                y[r] = Double.NaN;
                always[1] = always[0]++ == 0 ? r : always[1];
            } else if (named && (clock.time[r] >= reference - anticipation || clock.never(r))) {
                y[r] = Double.NaN;
                late[1] = late[0]++ == 0 ? r : late[1];
            } else if (compared) {
                anyReference = true;
            } else if (!clock.reference(r)) {
                cells.computeIfAbsent(clock.event(r), k -> new TreeMap<>()).put(clock.start[r], 0);
            }
        }
        if (cells.isEmpty()) {
            throw new NotEstimable(Why.TOO_FEW_UNITS, "no unit is treated after the first period and within the table");
        }
        if (!anyReference) {
            throw new NotEstimable(
                    Why.NO_CONTROLS,
                    "no unit is never treated; the cohort treated last could be named as the reference");
        }
        List<Term> terms = new ArrayList<>();
        cells.forEach((e, byCohort) -> byCohort.replaceAll((g, unused) -> {
            terms.add(Term.cohortEventTime(g, e));
            return terms.size() - 1;
        }));
        int[] code = new int[n];
        for (int r = 0; r < n; r++) {
            Integer k = null;
            if (Double.isFinite(y[r]) && !clock.never(r) && clock.start[r] != reference && !clock.reference(r)) {
                k = cells.getOrDefault(clock.event(r), new TreeMap<>()).get(clock.start[r]);
            }
            code[r] = k == null ? -1 : k;
        }
        FixedEffectsModel m = FixedEffectsModel.of(y).absorb(table.unitCodes()).absorb(table.periodCodes());
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
        FixedEffectsFit fit = m.fit();
        return new SunAbrahamFit(fit, fit.weightOf(w), dropped(fit, always, late));
    }

    private double reference(EventClock clock) {
        if (!lastIsReference) {
            return referenceCohort == null ? Double.POSITIVE_INFINITY : referenceCohort;
        }
        return Arrays.stream(clock.start)
                .filter(s -> !Double.isInfinite(s))
                .max()
                .orElseThrow(() -> new NotEstimable(Why.TOO_FEW_UNITS, "no unit is treated within the table"));
    }

    /** What the model reports as missing was made so here for a reason. */
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
