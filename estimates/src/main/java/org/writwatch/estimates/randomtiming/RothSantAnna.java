package org.writwatch.estimates.randomtiming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.NotEstimable.Why;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.linear.Eigen;
import org.writwatch.estimates.linear.Matrix;
import org.writwatch.estimates.panel.BalancedPanel;
import org.writwatch.estimates.panel.Cohorts;
import org.writwatch.estimates.panel.Dropped;
import org.writwatch.estimates.panel.Observations;

/**
 * Efficient estimation when the timing of treatment is (quasi-)random (Roth and Sant'Anna 2023).
 *
 * <p>Estimand: averages of effects by cohort and time, as named by each method. Assumption: among the units of the table the order of
 * adoption is random, and nobody reacts before it. Much stronger than parallel trends: an agency that chose its date by how its outcome
 * moved violates it. The difference in means after adoption is adjusted by {@code beta} times the same difference before; beta 1 gives
 * differences in differences, beta 0 plain differences, and the plug-in efficient beta minimises the variance (section 3 of the
 * paper). Needs a balanced panel; cohorts of one unit have no variance and are left out, and reported.
 *
 * <p>A builder; not for sharing between threads.
 */
public final class RothSantAnna {
    private final Observations table;
    private final String outcome;
    private final String firstTreated;
    private double beta = Double.NaN;

    private RothSantAnna(Observations table, String outcome, String firstTreated) {
        this.table = table;
        this.outcome = outcome;
        this.firstTreated = firstTreated;
    }

    public static RothSantAnna on(Observations table, String outcome, String firstTreated) {
        return new RothSantAnna(table, outcome, firstTreated);
    }

    /** A fixed weight of the differences before adoption, instead of the efficient one. */
    public RothSantAnna beta(double b) {
        this.beta = b;
        return this;
    }

    /**
     * Reads the panel.
     *
     * @throws NotEstimable fewer than two cohorts (never-treated counted) of two units or more
     */
    public Fit fit() {
        BalancedPanel panel = BalancedPanel.of(table, List.of(outcome));
        double[] times = panel.times();
        int periods = times.length;
        double[] start = panel.column(firstTreated);
        double[] y = panel.column(outcome);
        double[] ofUnit = new double[panel.units()];
        TreeSet<Double> distinct = new TreeSet<>();
        for (int u = 0; u < ofUnit.length; u++) {
            double s = start[u * periods];
            ofUnit[u] = Cohorts.never(s) || s > times[periods - 1] ? Double.POSITIVE_INFINITY : s;
            distinct.add(ofUnit[u]);
        }
        List<Dropped> dropped = new ArrayList<>(panel.dropped());
        List<Group> groups = new ArrayList<>();
        for (double g : distinct) {
            int[] members = java.util.stream.IntStream.range(0, ofUnit.length)
                    .filter(u -> ofUnit[u] == g)
                    .toArray();
            if (members.length == 1) {
                dropped.add(new Dropped(Dropped.Reason.SINGLETON, periods, panel.row(members[0], 0)));
            } else {
                groups.add(Group.of(g, members, y, periods));
            }
        }
        if (groups.size() < 2) {
            throw new NotEstimable(
                    Why.NO_CONTROLS, groups.size() + " cohort with two units or more; two cohorts would be enough");
        }
        return new Fit(times, groups, beta, dropped);
    }

    /** Units that start together: how many, mean outcomes, covariance of outcomes over periods. */
    private static final class Group {
        final double start;
        final int size;
        final double[] mean;
        final Matrix covariance;

        private Group(double start, int size, double[] mean, Matrix covariance) {
            this.start = start;
            this.size = size;
            this.mean = mean;
            this.covariance = covariance;
        }

        static Group of(double start, int[] members, double[] y, int periods) {
            double[] mean = new double[periods];
            for (int u : members) {
                for (int t = 0; t < periods; t++) {
                    mean[t] += y[u * periods + t] / members.length;
                }
            }
            Matrix s = new Matrix(periods, periods);
            for (int u : members) {
                for (int a = 0; a < periods; a++) {
                    for (int b = 0; b < periods; b++) {
                        s.add(a, b, (y[u * periods + a] - mean[a]) * (y[u * periods + b] - mean[b]));
                    }
                }
            }
            return new Group(start, members.length, mean, s.scaled(1.0 / (members.length - 1)));
        }
    }

    /** Cohort means and covariances; every average is made from them. Immutable; safe to share. */
    public static final class Fit {
        private final double[] times;
        private final List<Group> groups;
        private final double fixedBeta;
        private final List<Dropped> dropped;

        private Fit(double[] times, List<Group> groups, double fixedBeta, List<Dropped> dropped) {
            this.times = times;
            this.groups = groups;
            this.fixedBeta = fixedBeta;
            this.dropped = List.copyOf(dropped);
        }

        /** Average over all cohorts and times at or after adoption, weighted by cohort size. */
        public Estimates simple() {
            Contrast c = new Contrast();
            double total = 0;
            for (Group g : groups) {
                for (double t : times) {
                    total += compared(g, t) ? g.size : 0;
                }
            }
            for (Group g : groups) {
                for (double t : times) {
                    if (compared(g, t)) {
                        c.add(g, t, g.size / total);
                    }
                }
            }
            return estimates(List.of(Term.overall()), List.of(c));
        }

        /** Average over cohorts, weighted by size, of each one's plain average over its times. */
        public Estimates cohort() {
            Contrast c = new Contrast();
            double total = groups.stream()
                    .filter(g -> count(g) > 0)
                    .mapToDouble(g -> g.size)
                    .sum();
            for (Group g : groups) {
                for (double t : times) {
                    if (compared(g, t)) {
                        c.add(g, t, g.size / total / count(g));
                    }
                }
            }
            return estimates(List.of(Term.overall()), List.of(c));
        }

        /** Plain average over times of the average over cohorts treated by then, weighted by size. */
        public Estimates calendar() {
            Contrast c = new Contrast();
            double[] eligible = Arrays.stream(times)
                    .filter(t -> groups.stream().anyMatch(g -> compared(g, t)))
                    .toArray();
            for (double t : eligible) {
                double total = groups.stream()
                        .filter(g -> compared(g, t))
                        .mapToDouble(g -> g.size)
                        .sum();
                for (Group g : groups) {
                    if (compared(g, t)) {
                        c.add(g, t, g.size / total / eligible.length);
                    }
                }
            }
            return estimates(List.of(Term.overall()), List.of(c));
        }

        /** Averages by distance from adoption, cohorts weighted by size; before adoption too, where there is a comparison. */
        public Estimates byEventTime() {
            TreeSet<Double> events = new TreeSet<>();
            for (Group g : groups) {
                for (double t : times) {
                    if (comparable(g, t)) {
                        events.add(t - g.start);
                    }
                }
            }
            List<Term> terms = new ArrayList<>();
            List<Contrast> contrasts = new ArrayList<>();
            for (double e : events) {
                double total = groups.stream()
                        .filter(g -> Arrays.stream(times).anyMatch(t -> t - g.start == e && comparable(g, t)))
                        .mapToDouble(g -> g.size)
                        .sum();
                Contrast c = new Contrast();
                for (Group g : groups) {
                    for (double t : times) {
                        if (t - g.start == e && comparable(g, t)) {
                            c.add(g, t, g.size / total);
                        }
                    }
                }
                terms.add(Term.eventTime(e));
                contrasts.add(c);
            }
            return estimates(terms, contrasts);
        }

        /** What was left out, and why. */
        public List<Dropped> dropped() {
            return dropped;
        }

        /** Number of units used. */
        public int units() {
            return groups.stream().mapToInt(g -> g.size).sum();
        }

        private boolean comparable(Group g, double t) {
            double last = groups.get(groups.size() - 1).start;
            return !Double.isInfinite(g.start) && Math.max(t, g.start) < last;
        }

        private boolean compared(Group g, double t) {
            return t >= g.start && comparable(g, t);
        }

        private long count(Group g) {
            return Arrays.stream(times).filter(t -> compared(g, t)).count();
        }

        private Estimates estimates(List<Term> terms, List<Contrast> contrasts) {
            int k = terms.size();
            double[] values = new double[k];
            double[] betas = new double[k];
            Matrix[] loads = new Matrix[k];
            for (int i = 0; i < k; i++) {
                Contrast c = contrasts.get(i);
                betas[i] = Double.isNaN(fixedBeta) ? c.efficient() : fixedBeta;
                loads[i] = c.after.plus(c.before.scaled(-betas[i]));
                for (int g = 0; g < groups.size(); g++) {
                    for (int t = 0; t < times.length; t++) {
                        values[i] += loads[i].get(g, t) * groups.get(g).mean[t];
                    }
                }
            }
            Matrix neyman = new Matrix(k, k);
            Matrix refined = new Matrix(k, k);
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    double v = covariance(loads[i], loads[j]);
                    neyman.set(i, j, v);
                    refined.set(i, j, v - refinement(contrasts.get(i), contrasts.get(j)));
                }
            }
            for (int i = 0; i < k; i++) {
                if (refined.get(i, i) <= 0) {
                    for (int j = 0; j < k; j++) {
                        refined.set(i, j, neyman.get(i, j));
                        refined.set(j, i, neyman.get(j, i));
                    }
                }
            }
            return new Estimates(
                    new JointEstimates(terms, values, refined, JointEstimates.NORMAL),
                    new JointEstimates(terms, values, neyman, JointEstimates.NORMAL),
                    Arrays.stream(betas).boxed().toList());
        }

        private double covariance(Matrix a, Matrix b) {
            double out = 0;
            for (int g = 0; g < groups.size(); g++) {
                double[] right = groups.get(g).covariance.times(b.row(g));
                for (int t = 0; t < times.length; t++) {
                    out += a.get(g, t) * right[t] / groups.get(g).size;
                }
            }
            return out;
        }

        /**
         * What the heterogeneity of effects that earlier outcomes explain takes off the conservative variance (the paper's refined
         * estimator, section 3.3).
         */
        private double refinement(Contrast a, Contrast b) {
            int first = Math.min(a.firstCohort(), b.firstCohort());
            int before = (int) Arrays.stream(times)
                    .filter(t -> t < groups.get(first).start)
                    .count();
            if (before == 0) {
                return 0;
            }
            int[] early = java.util.stream.IntStream.range(0, before).toArray();
            Matrix mean = new Matrix(before, before);
            int count = groups.size() - first;
            for (int g = first; g < groups.size(); g++) {
                mean = mean.plus(groups.get(g).covariance.part(early).scaled(1.0 / count));
            }
            double[] ba = a.explained(first, early);
            double[] right = mean.times(b.explained(first, early));
            double out = 0;
            for (int t = 0; t < before; t++) {
                out += ba[t] * right[t];
            }
            return out / units();
        }

        /** Weights of cohort means by time: of the effect, and of the same comparisons just before adoption. */
        private final class Contrast {
            final Matrix after = new Matrix(groups.size(), times.length);
            final Matrix before = new Matrix(groups.size(), times.length);

            void add(Group treated, double t, double weight) {
                int at = Arrays.binarySearch(times, t);
                int base = -1;
                for (int s = 0; s < times.length; s++) {
                    base = times[s] < treated.start ? s : base;
                }
                double later = Math.max(t, treated.start);
                double controls = groups.stream()
                        .filter(g -> g.start > later)
                        .mapToDouble(g -> g.size)
                        .sum();
                for (int g = 0; g < groups.size(); g++) {
                    Group other = groups.get(g);
                    double share = other == treated ? 1 : other.start > later ? -other.size / controls : 0;
                    after.add(g, at, weight * share);
                    if (base >= 0) {
                        before.add(g, base, weight * share);
                    }
                }
            }

            /** Covariance of the two differences over the variance of the earlier one; 0 when that has none. */
            double efficient() {
                double variance = covariance(before, before);
                return variance > 0 ? covariance(before, after) / variance : 0;
            }

            int firstCohort() {
                for (int g = 0; g < groups.size(); g++) {
                    for (int t = 0; t < times.length; t++) {
                        if (after.get(g, t) != 0) {
                            return g;
                        }
                    }
                }
                return 0;
            }

            /** Sum over cohorts of the regression of the contrast's outcomes on the early ones. */
            double[] explained(int first, int[] early) {
                double[] sum = new double[early.length];
                for (int g = first; g < groups.size(); g++) {
                    double[] target = groups.get(g).covariance.times(after.row(g));
                    double[] right = Arrays.copyOf(target, early.length);
                    double[] solved =
                            Eigen.of(groups.get(g).covariance.part(early)).pseudoSolve(right);
                    for (int t = 0; t < sum.length; t++) {
                        sum[t] += solved[t];
                    }
                }
                return sum;
            }
        }
    }

    /**
     * Averages with their errors.
     *
     * @param refined with the refined standard errors
     * @param neyman with the conservative (Neyman) ones
     * @param beta weight of the differences before adoption, per average
     */
    public record Estimates(JointEstimates refined, JointEstimates neyman, List<Double> beta) {}
}
