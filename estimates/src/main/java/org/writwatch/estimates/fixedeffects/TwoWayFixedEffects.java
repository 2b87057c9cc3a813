package org.writwatch.estimates.fixedeffects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.panel.Observations;

/**
 * Regression of an outcome on treatment with fixed effects for units and times.
 *
 * <p>Naive under staggered adoption: already-treated units serve as comparison, so an effect that grows or differs between cohorts is
 * mixed with the wrong sign (Goodman-Bacon 2021; Sun and Abraham 2021). Kept to show that contamination, and because people quote it.
 * With one start for all and a comparison group the event-time form is fine.
 *
 * <p>The Poisson family gives the log of a ratio of ratios: {@code exp(b) - 1} is a share of the counterfactual mean. A builder; not for
 * sharing between threads.
 */
public final class TwoWayFixedEffects {
    private final Observations table;
    private final String outcome;
    private Family family = Family.LINEAR;
    private List<String> covariates = List.of();
    private List<int[]> effects;
    private @Nullable String weights;
    private @Nullable String exposure;
    private double anticipation;

    private TwoWayFixedEffects(Observations table, String outcome) {
        this.table = table;
        this.outcome = outcome;
        this.effects = List.of(table.unitCodes(), table.periodCodes());
    }

    public static TwoWayFixedEffects on(Observations table, String outcome) {
        return new TwoWayFixedEffects(table, outcome);
    }

    public TwoWayFixedEffects family(Family f) {
        this.family = f;
        return this;
    }

    public TwoWayFixedEffects covariates(List<String> names) {
        this.covariates = List.copyOf(names);
        return this;
    }

    /** Other fixed effects than unit and time: a label per row for each. */
    public TwoWayFixedEffects absorbing(List<int[]> labels) {
        this.effects = List.copyOf(labels);
        return this;
    }

    public TwoWayFixedEffects weights(String column) {
        this.weights = column;
        return this;
    }

    /** Column of the population or time at risk, above 0; its log is the offset of a Poisson model. */
    public TwoWayFixedEffects exposure(String column) {
        this.exposure = column;
        return this;
    }

    /** How long before the start units may already react; moves the reference of the event-time form back. */
    public TwoWayFixedEffects anticipation(double a) {
        this.anticipation = a;
        return this;
    }

    /** One coefficient, of a column that says whether (or how much) a row is treated. */
    public FixedEffectsFit byTreatment(String treated) {
        return model(table.column(outcome))
                .regressor(treated, table.column(treated))
                .fit();
    }

    /** One coefficient, of being at or past the start of treatment. */
    public FixedEffectsFit sinceStart(String firstTreated) {
        EventClock clock = new EventClock(table, firstTreated, anticipation);
        double[] d = new double[table.rows()];
        for (int r = 0; r < d.length; r++) {
            d[r] = clock.event(r) >= 0 ? 1 : 0;
        }
        return model(table.column(outcome)).regressor("treated", d).fit();
    }

    /**
     * One coefficient per distance from the start of treatment, relative to the last time before it; never-treated units are in the
     * reference.
     */
    public FixedEffectsFit byEventTime(String firstTreated, EventWindow window) {
        EventClock clock = new EventClock(table, firstTreated, anticipation);
        int n = table.rows();
        double[] y = table.column(outcome);
        double[] event = new double[n];
        TreeSet<Double> events = new TreeSet<>();
        for (int r = 0; r < n; r++) {
            event[r] = Double.NaN;
            if (clock.never(r) || clock.reference(r)) {
                continue;
            }
            double e = clock.event(r);
            if (!window.contains(e) && !window.binEnds()) {
                y = y == table.column(outcome) ? y.clone() : y;
                y[r] = Double.NaN;
                continue;
            }
            event[r] = window.within(e);
            events.add(event[r]);
        }
        double[] distinct = events.stream().mapToDouble(Double::doubleValue).toArray();
        List<Term> terms = Arrays.stream(distinct).mapToObj(Term::eventTime).toList();
        return model(y).indicators(terms, FixedEffectsModel.positions(event, distinct))
                .fit();
    }

    private FixedEffectsModel model(double[] y) {
        FixedEffectsModel m = FixedEffectsModel.of(y).family(family);
        effects.forEach(m::absorb);
        List<String> names = new ArrayList<>(covariates);
        for (String c : names) {
            m.regressor(c, table.column(c));
        }
        if (weights != null) {
            m.weights(table.column(weights));
        }
        if (exposure != null) {
            m.offset(Arrays.stream(table.column(exposure)).map(Math::log).toArray());
        }
        return m;
    }
}
