package org.writwatch.estimates.fixedeffects;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.linear.Matrix;
import org.writwatch.estimates.panel.Dropped;

/** Fitted effects by cohort and event time, and their averages by shares of rows (taken as known). Immutable; safe to share. */
public final class SunAbrahamFit {
    private final FixedEffectsFit fit;
    private final double[] weight;
    private final List<Dropped> dropped;

    SunAbrahamFit(FixedEffectsFit fit, double[] weight, List<Dropped> dropped) {
        this.fit = fit;
        this.weight = weight;
        this.dropped = List.copyOf(dropped);
    }

    /** Every coefficient: covariates, then cohorts by event time. */
    public JointEstimates coefficients(Errors errors) {
        return fit.estimates(errors);
    }

    /** Average over all cells at or after the start of treatment. */
    public JointEstimates average(Errors errors) {
        return averages(errors, t -> t.second() >= 0 ? 0 : Double.NaN, x -> Term.overall());
    }

    /** Averages by distance from the start. */
    public JointEstimates byEventTime(Errors errors) {
        return averages(errors, Term::second, Term::eventTime);
    }

    /** Averages by cohort over the times from its start on. */
    public JointEstimates byCohort(Errors errors) {
        return averages(errors, t -> t.second() >= 0 ? t.first() : Double.NaN, Term::group);
    }

    /** Averages by time over the cohorts treated by then. */
    public JointEstimates byCalendarTime(Errors errors) {
        return averages(errors, t -> t.second() >= 0 ? t.first() + t.second() : Double.NaN, Term::calendar);
    }

    /** What was left out, and why. */
    public List<Dropped> dropped() {
        return dropped;
    }

    /** The regression itself. */
    public FixedEffectsFit fit() {
        return fit;
    }

    private JointEstimates averages(Errors errors, ToDoubleFunction<Term> key, DoubleFunction<Term> named) {
        JointEstimates all = fit.estimates(errors);
        double[] keys = all.terms().stream()
                .mapToDouble(t -> t.kind() == Term.Kind.COHORT_EVENT_TIME ? key.applyAsDouble(t) : Double.NaN)
                .toArray();
        TreeSet<Double> distinct = new TreeSet<>();
        for (double k : keys) {
            if (!Double.isNaN(k)) {
                distinct.add(k);
            }
        }
        List<Term> out = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (double k : distinct) {
            int[] mine =
                    IntStream.range(0, keys.length).filter(i -> keys[i] == k).toArray();
            double total = IntStream.of(mine).mapToDouble(i -> weight[i]).sum();
            double[] row = new double[keys.length];
            for (int i : mine) {
                row[i] = weight[i] / total;
            }
            out.add(named.apply(k));
            rows.add(row);
        }
        return all.combined(out, Matrix.of(rows.toArray(double[][]::new)));
    }
}
