package org.writwatch.estimates.imputation;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.linear.Matrix;
import org.writwatch.estimates.panel.Dropped;
import org.writwatch.estimates.panel.Observations;

/**
 * Two-stage differences in differences (Gardner 2022): unit and time effects are estimated on untreated rows and taken out of all rows;
 * what is left is averaged over treated rows, or by distance from the start.
 *
 * <p>Estimand, assumptions and point estimates of the effects are those of imputation; units seen untreated only once are kept. Before
 * the start the averages are in-sample residuals and understate a violated trend. Standard errors are those of the joint moment
 * conditions, clustered, without small-sample correction, as in the package did2s.
 *
 * <p>A builder; not for sharing between threads.
 */
public final class TwoStage {
    private final Observations table;
    private final String outcome;
    private final String firstTreated;
    private List<String> covariates = List.of();
    private @Nullable String weights;
    private int @Nullable [] cluster;
    private double anticipation;

    private TwoStage(Observations table, String outcome, String firstTreated) {
        this.table = table;
        this.outcome = outcome;
        this.firstTreated = firstTreated;
    }

    public static TwoStage on(Observations table, String outcome, String firstTreated) {
        return new TwoStage(table, outcome, firstTreated);
    }

    /** Columns of the first stage beside unit and time effects. */
    public TwoStage covariates(List<String> names) {
        this.covariates = List.copyOf(names);
        return this;
    }

    /** Column of weights, used in both stages. */
    public TwoStage weights(String column) {
        this.weights = column;
        return this;
    }

    /**
     * How many periods before its start a unit may react: rows from then on count as treated, so the model of untreated rows does not
     * learn from them.
     */
    public TwoStage anticipation(double periods) {
        this.anticipation = periods;
        return this;
    }

    /** Labels per row within which errors may depend on each other; units unless said otherwise. */
    public TwoStage clustered(int[] labels) {
        this.cluster = labels;
        return this;
    }

    /**
     * Fits the first stage.
     *
     * @throws NotEstimable nobody is treated, or no untreated row is left
     */
    public Fit fit() {
        Untreated u = Untreated.of(table, outcome, firstTreated, covariates, weights, anticipation, true);
        return new Fit(u, Untreated.codes(cluster == null ? table.unitCodes() : cluster));
    }

    /** A fitted first stage; second stages are made from it. Immutable; safe to share. */
    public static final class Fit {
        private final Untreated u;
        private final int[] cluster;
        private final int clusters;

        private Fit(Untreated u, int[] cluster) {
            this.u = u;
            this.cluster = cluster;
            this.clusters = 1 + IntStream.of(cluster).max().orElse(-1);
        }

        /** One average over all treated rows. */
        public JointEstimates average() {
            return second(
                    List.of(Term.overall()),
                    IntStream.range(0, u.rows()).map(r -> u.counted(r) ? 0 : -1).toArray());
        }

        /** Averages by distance from the start, before it too, of those wanted; never-treated rows are in none. */
        public JointEstimates byEventTime(DoublePredicate wanted) {
            TreeSet<Double> distinct = new TreeSet<>();
            for (int r = 0; r < u.rows(); r++) {
                if (Double.isFinite(u.left[r]) && Double.isFinite(u.start[r]) && wanted.test(u.event(r))) {
                    distinct.add(u.event(r));
                }
            }
            double[] events = distinct.stream().mapToDouble(Double::doubleValue).toArray();
            int[] code = IntStream.range(0, u.rows())
                    .map(r -> Arrays.binarySearch(events, u.event(r)))
                    .toArray();
            return second(Arrays.stream(events).mapToObj(Term::eventTime).toList(), code);
        }

        /** Averages by cohort, over treated rows. */
        public JointEstimates byCohort() {
            return byTreated(r -> u.start[r], Term::group);
        }

        /** Averages by calendar time, over treated rows. */
        public JointEstimates byCalendarTime() {
            return byTreated(u::time, Term::calendar);
        }

        private JointEstimates byTreated(IntToDoubleFunction key, DoubleFunction<Term> named) {
            double[] keys = IntStream.range(0, u.rows())
                    .filter(u::counted)
                    .mapToDouble(key)
                    .sorted()
                    .distinct()
                    .toArray();
            int[] code = IntStream.range(0, u.rows())
                    .map(r -> u.counted(r) ? Arrays.binarySearch(keys, key.applyAsDouble(r)) : -1)
                    .toArray();
            return second(Arrays.stream(keys).mapToObj(named).toList(), code);
        }

        /** What was left out, and why. */
        public List<Dropped> dropped() {
            return u.dropped;
        }

        /** Second stage on disjoint indicators: averages of what the first leaves. */
        private JointEstimates second(List<Term> terms, int[] code) {
            int k = terms.size();
            double[] values = new double[k];
            Matrix scores = new Matrix(clusters, k);
            for (int j = 0; j < k; j++) {
                double[] v = new double[u.rows()];
                double total = 0;
                for (int r = 0; r < v.length; r++) {
                    if (code[r] == j && Double.isFinite(u.left[r])) {
                        v[r] = u.weight[r];
                        total += v[r];
                    }
                }
                if (total == 0) {
                    throw new NotEstimable(
                            NotEstimable.Why.TOO_FEW_UNITS,
                            "no row at " + terms.get(j).label() + " has a prediction");
                }
                for (int r = 0; r < v.length; r++) {
                    v[r] /= total;
                    values[j] += v[r] == 0 ? 0 : v[r] * u.left[r];
                }
                double[] behind = u.predictions.weightsBehind(v);
                for (int r = 0; r < v.length; r++) {
                    double s = v[r] == 0 ? 0 : v[r] * (u.left[r] - values[j]);
                    if (behind[r] != 0) {
                        s -= behind[r] * u.left[r];
                    }
                    scores.add(cluster[r], j, s);
                }
            }
            return new JointEstimates(terms, values, scores.transposed().times(scores), JointEstimates.NORMAL);
        }
    }
}
