package org.writwatch.estimates.imputation;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.fixedeffects.Errors;
import org.writwatch.estimates.fixedeffects.FixedEffectsModel;
import org.writwatch.estimates.linear.Matrix;
import org.writwatch.estimates.panel.Dropped;
import org.writwatch.estimates.panel.Observations;

/**
 * Imputed effects and their averages. Standard errors are the conservative ones of Borusyak, Jaravel and Spiess 2024, eq. 7 and 8:
 * effects are centred on their cohort's and distance's average, weighted by the squares of the weights. Immutable; safe to share.
 */
public final class ImputationFit {
    private final Untreated u;
    private final String outcome;
    private final List<String> covariates;
    private final boolean weighted;
    private final int[] cluster;
    private final int clusters;
    /** Cohort and distance of treated rows as one code; -1 for the others. */
    private final int[] cell;

    private final int cells;

    ImputationFit(Untreated u, String outcome, List<String> covariates, boolean weighted, int[] labels) {
        this.u = u;
        this.outcome = outcome;
        this.covariates = covariates;
        this.weighted = weighted;
        this.cluster = Untreated.codes(labels);
        this.clusters = 1 + IntStream.of(cluster).max().orElse(-1);
        double[] starts = IntStream.range(0, u.rows())
                .filter(u::counted)
                .mapToDouble(r -> u.start[r])
                .sorted()
                .distinct()
                .toArray();
        if (starts.length == 0) {
            throw new NotEstimable(
                    NotEstimable.Why.TOO_FEW_UNITS,
                    "no treated row has a prediction: every treated unit lacks the untreated periods that would say its level");
        }
        int periods = u.table.times().length;
        this.cells = starts.length * periods;
        this.cell = new int[u.rows()];
        for (int r = 0; r < cell.length; r++) {
            cell[r] = u.counted(r)
                    ? Arrays.binarySearch(starts, u.start[r]) * periods
                            + u.table.periodCodes()[r]
                    : -1;
        }
    }

    /** Average over all treated rows. */
    public JointEstimates average() {
        return averages(
                List.of(Term.overall()),
                IntStream.range(0, u.rows()).map(r -> 0).toArray());
    }

    /** Averages by distance from the start, of those wanted. */
    public JointEstimates byEventTime(DoublePredicate wanted) {
        return by(u::event, wanted, Term::eventTime);
    }

    /** Averages by cohort. */
    public JointEstimates byCohort() {
        return by(r -> u.start[r], v -> true, Term::group);
    }

    /** Averages by calendar time. */
    public JointEstimates byCalendarTime() {
        return by(u::time, v -> true, Term::calendar);
    }

    private JointEstimates by(IntToDoubleFunction key, DoublePredicate wanted, DoubleFunction<Term> named) {
        TreeSet<Double> distinct = new TreeSet<>();
        for (int r = 0; r < u.rows(); r++) {
            if (u.counted(r) && wanted.test(key.applyAsDouble(r))) {
                distinct.add(key.applyAsDouble(r));
            }
        }
        double[] keys = distinct.stream().mapToDouble(Double::doubleValue).toArray();
        int[] code = IntStream.range(0, u.rows())
                .map(r -> Arrays.binarySearch(keys, key.applyAsDouble(r)))
                .toArray();
        return averages(Arrays.stream(keys).mapToObj(named).toList(), code);
    }

    /** Weighted averages of the effects on treated rows by their code; rows with a negative code are in none. */
    private JointEstimates averages(List<Term> terms, int[] code) {
        int k = terms.size();
        double[] values = new double[k];
        Matrix scores = new Matrix(clusters, k);
        for (int j = 0; j < k; j++) {
            double[] v = new double[u.rows()];
            double total = 0;
            for (int r = 0; r < v.length; r++) {
                if (code[r] == j && u.counted(r)) {
                    v[r] = u.weight[r];
                    total += v[r];
                }
            }
            for (int r = 0; r < v.length; r++) {
                v[r] /= total;
                values[j] += v[r] == 0 ? 0 : v[r] * u.left[r];
            }
            double[] behind = u.predictions.weightsBehind(v);
            double[] centre = centres(v);
            for (int r = 0; r < v.length; r++) {
                double s = 0;
                if (v[r] != 0) {
                    s = v[r] * (u.left[r] - centre[cell[r]]);
                } else if (behind[r] != 0) {
                    s = -behind[r] * u.left[r];
                }
                scores.add(cluster[r], j, s);
            }
        }
        return new JointEstimates(terms, values, scores.transposed().times(scores), JointEstimates.NORMAL);
    }

    /** Average effect per cohort and distance, weighted by squares. */
    private double[] centres(double[] v) {
        double[] sum = new double[cells];
        double[] total = new double[cells];
        for (int r = 0; r < v.length; r++) {
            if (v[r] != 0) {
                sum[cell[r]] += v[r] * v[r] * u.left[r];
                total[cell[r]] += v[r] * v[r];
            }
        }
        for (int c = 0; c < cells; c++) {
            sum[c] = total[c] == 0 ? 0 : sum[c] / total[c];
        }
        return sum;
    }

    /**
     * Test of the assumption: coefficients of the distances before the start in a regression on untreated rows alone, relative to the
     * distances not asked for. Treated rows play no part, so the test does not distort the effects (section 4.2 of the paper).
     *
     * @param wanted which distances below zero; when all are wanted the last one is the reference
     */
    public JointEstimates pretrends(DoublePredicate wanted) {
        Observations t = u.table;
        int n = u.rows();
        double[] y = t.column(outcome).clone();
        TreeSet<Double> distinct = new TreeSet<>();
        for (int r = 0; r < n; r++) {
            if (u.treated(r)) {
                y[r] = Double.NaN;
            } else if (!Double.isInfinite(u.start[r]) && wanted.test(u.event(r))) {
                distinct.add(u.event(r));
            }
        }
        double[] events = distinct.stream().mapToDouble(Double::doubleValue).toArray();
        if (events.length == 0) {
            throw new NotEstimable(NotEstimable.Why.TOO_FEW_PERIODS, "no untreated period before a start of treatment");
        }
        int[] code = IntStream.range(0, n)
                .map(r -> u.treated(r) ? -1 : Math.max(-1, Arrays.binarySearch(events, u.event(r))))
                .toArray();
        FixedEffectsModel m = FixedEffectsModel.of(y)
                .absorb(t.unitCodes())
                .absorb(t.periodCodes())
                .indicators(Arrays.stream(events).mapToObj(Term::eventTime).toList(), code);
        for (String c : covariates) {
            m.regressor(c, t.column(c));
        }
        if (weighted) {
            m.weights(u.weight);
        }
        JointEstimates all = m.fit().estimates(Errors.clustered(cluster));
        return all.at(IntStream.range(0, all.size())
                .filter(i -> all.terms().get(i).kind() == Term.Kind.EVENT_TIME)
                .toArray());
    }

    /** Number of treated rows with an effect. */
    public int treatedRows() {
        return (int) IntStream.of(cell).filter(c -> c >= 0).count();
    }

    /** What was left out, and why. */
    public List<Dropped> dropped() {
        return u.dropped;
    }
}
