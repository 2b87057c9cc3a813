package org.writwatch.estimates.fixedeffects;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.linear.Matrix;
import org.writwatch.estimates.panel.Dropped;

/**
 * A fitted {@link StaggeredPoisson}: log ratios by cohort and event time, and differences of counts built from them.
 *
 * <p>The counts expected with treatment in a cell are those observed (the score of its coefficient is zero); without it they are those times
 * {@code exp(-b)}. Errors of differences and of pooled ratios are by the delta method over the coefficients, the counts observed taken as
 * given. Immutable; safe to share.
 */
public final class StaggeredPoissonFit {
    private final FixedEffectsFit fit;
    private final List<Dropped> dropped;
    private final TreeMap<Integer, double[]> sums = new TreeMap<>();
    private final List<Term> terms;

    StaggeredPoissonFit(FixedEffectsFit fit, List<Term> terms, int[] code, double[] weights, List<Dropped> dropped) {
        this.fit = fit;
        this.terms = terms;
        this.dropped = List.copyOf(dropped);
        double[] fitted = fit.fitted();
        int[] rows = fit.rowsUsed();
        for (int i = 0; i < rows.length; i++) {
            int c = code[rows[i]];
            if (c >= 0) {
                double[] s = sums.computeIfAbsent(c, k -> new double[2]);
                s[0] += weights[rows[i]];
                s[1] += weights[rows[i]] * fitted[i];
            }
        }
    }

    /** The regression itself. */
    public FixedEffectsFit fit() {
        return fit;
    }

    /** Rows left out, and why. */
    public List<Dropped> dropped() {
        return dropped;
    }

    /** Log ratio of the mean with treatment to that without, per cohort and event time. */
    public JointEstimates logRatios(Errors errors) {
        JointEstimates all = fit.estimates(errors);
        return all.at(IntStream.range(0, all.size())
                .filter(i -> all.terms().get(i).kind() == Term.Kind.COHORT_EVENT_TIME)
                .toArray());
    }

    /** Mean difference per treated row, over all treated rows. */
    public JointEstimates average(Errors errors) {
        return differences(errors, t -> 0, v -> Term.overall());
    }

    /** The same by event time. */
    public JointEstimates byEventTime(Errors errors) {
        return differences(errors, Term::second, Term::eventTime);
    }

    /** The same by cohort. */
    public JointEstimates byCohort(Errors errors) {
        return differences(errors, Term::first, Term::group);
    }

    /** The same by time. */
    public JointEstimates byCalendarTime(Errors errors) {
        return differences(errors, t -> t.first() + t.second(), Term::calendar);
    }

    /** Log of all counts with treatment over all expected without. */
    public JointEstimates pooledLogRatio(Errors errors) {
        JointEstimates b = logRatios(errors);
        double with = 0;
        double without = 0;
        double[] share = new double[b.size()];
        for (int i = 0; i < share.length; i++) {
            double mean = of(b.terms().get(i))[1];
            with += mean;
            share[i] = mean * Math.exp(-b.value(i));
            without += share[i];
        }
        Matrix w = new Matrix(1, share.length);
        for (int i = 0; i < share.length; i++) {
            w.set(0, i, share[i] / without);
        }
        return new JointEstimates(
                List.of(Term.overall()),
                new double[] {Math.log(with / without)},
                w.sandwich(b.covariance()),
                b.degreesOfFreedom());
    }

    private double[] of(Term term) {
        return sums.getOrDefault(terms.indexOf(term), new double[2]);
    }

    private interface Naming {
        Term of(double value);
    }

    private JointEstimates differences(Errors errors, ToDoubleFunction<Term> key, Naming name) {
        JointEstimates b = logRatios(errors);
        TreeMap<Double, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < b.size(); i++) {
            groups.computeIfAbsent(key.applyAsDouble(b.terms().get(i)), k -> new ArrayList<>())
                    .add(i);
        }
        Matrix slope = new Matrix(groups.size(), b.size());
        double[] values = new double[groups.size()];
        List<Term> names = new ArrayList<>();
        int g = 0;
        for (var group : groups.entrySet()) {
            double rows = 0;
            for (int i : group.getValue()) {
                rows += of(b.terms().get(i))[0];
            }
            for (int i : group.getValue()) {
                double mean = of(b.terms().get(i))[1];
                double without = mean * Math.exp(-b.value(i));
                values[g] += (mean - without) / rows;
                slope.set(g, i, without / rows);
            }
            names.add(name.of(group.getKey()));
            g++;
        }
        return new JointEstimates(names, values, slope.sandwich(b.covariance()), b.degreesOfFreedom());
    }
}
