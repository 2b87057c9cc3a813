package org.writwatch.estimates.bacon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.NotEstimable.Why;
import org.writwatch.estimates.panel.BalancedPanel;
import org.writwatch.estimates.panel.Cohorts;
import org.writwatch.estimates.panel.Dropped;
import org.writwatch.estimates.panel.Observations;

/**
 * Decomposition of the two-way fixed-effects coefficient into two-group comparisons (Goodman-Bacon 2021, theorem 1, eq. 10).
 *
 * <p>Not an estimate of its own: it shows how much of the coefficient comes from comparisons with units treated already. Needs a
 * balanced panel and treatment that stays; units with gaps are left out and reported. Weights and estimates depend only on each
 * group's size, share of time treated and mean outcomes. Immutable; safe to share.
 */
public final class GoodmanBacon {
    private final List<Comparison> comparisons;
    private final double coefficient;
    private final List<Dropped> dropped;

    private GoodmanBacon(List<Comparison> comparisons, double coefficient, List<Dropped> dropped) {
        this.comparisons = List.copyOf(comparisons);
        this.coefficient = coefficient;
        this.dropped = dropped;
    }

    /**
     * Decomposes.
     *
     * @param firstTreated column with the start of treatment, 0 or not finite for never
     * @throws NotEstimable no unit starts treatment within the table after its first period
     */
    public static GoodmanBacon of(Observations table, String outcome, String firstTreated) {
        BalancedPanel panel = BalancedPanel.of(table, List.of(outcome));
        Groups groups = new Groups(panel, panel.column(outcome), panel.column(firstTreated));
        List<Comparison> found = new ArrayList<>();
        double total = 0;
        for (int k = 0; k < groups.start.length; k++) {
            for (int l = 0; l < groups.start.length; l++) {
                if (k != l && groups.changes(k)) {
                    Comparison c = groups.compare(k, l);
                    if (c != null) {
                        found.add(c);
                        total += c.weight();
                    }
                }
            }
        }
        if (found.isEmpty()) {
            throw new NotEstimable(
                    Why.NO_CONTROLS,
                    "no unit starts treatment while another's treatment stays as it is; two groups of starts, or units never treated, would be enough");
        }
        double coefficient = 0;
        List<Comparison> scaled = new ArrayList<>();
        for (Comparison c : found) {
            double w = c.weight() / total;
            scaled.add(new Comparison(c.treated(), c.comparison(), c.kind(), c.estimate(), w));
            coefficient += w * c.estimate();
        }
        return new GoodmanBacon(scaled, coefficient, panel.dropped());
    }

    /** Every comparison, by treated then comparison group. */
    public List<Comparison> comparisons() {
        return comparisons;
    }

    /** The two-way coefficient the comparisons add up to. */
    public double coefficient() {
        return coefficient;
    }

    /** Share of the coefficient that comes from comparisons of a kind. */
    public double weight(Comparison.Kind kind) {
        return comparisons.stream()
                .filter(c -> c.kind() == kind)
                .mapToDouble(Comparison::weight)
                .sum();
    }

    /** Weighted mean of the comparisons of a kind; NaN when there are none. */
    public double estimate(Comparison.Kind kind) {
        return comparisons.stream()
                        .filter(c -> c.kind() == kind)
                        .mapToDouble(c -> c.weight() * c.estimate())
                        .sum()
                / weight(kind);
    }

    /** What was left out, and why. */
    public List<Dropped> dropped() {
        return dropped;
    }

    /** Sizes, starts and mean outcomes of units that start together. */
    private static final class Groups {
        private final double[] times;
        private final double[] start;
        private final double[] share;
        private final double[][] mean;

        Groups(BalancedPanel panel, double[] y, double[] firstTreated) {
            this.times = panel.times();
            int periods = times.length;
            double last = times[periods - 1];
            double[] ofUnit = new double[panel.units()];
            TreeSet<Double> distinct = new TreeSet<>();
            for (int u = 0; u < ofUnit.length; u++) {
                double s = firstTreated[u * periods];
                // Treated before the table begins is treated in its first period.
                ofUnit[u] = Cohorts.never(s) || s > last ? Double.POSITIVE_INFINITY : Math.max(s, times[0]);
                distinct.add(ofUnit[u]);
            }
            this.start = distinct.stream().mapToDouble(Double::doubleValue).toArray();
            this.share = new double[start.length];
            this.mean = new double[start.length][periods];
            for (int u = 0; u < ofUnit.length; u++) {
                int g = Arrays.binarySearch(start, ofUnit[u]);
                share[g]++;
                for (int t = 0; t < periods; t++) {
                    mean[g][t] += y[u * periods + t];
                }
            }
            for (int g = 0; g < start.length; g++) {
                for (int t = 0; t < periods; t++) {
                    mean[g][t] /= share[g];
                }
                share[g] /= ofUnit.length;
            }
        }

        boolean changes(int group) {
            return start[group] > times[0] && !Double.isInfinite(start[group]);
        }

        /** Share of periods at or after a time. */
        private double treatedShare(double from) {
            return Arrays.stream(times).filter(t -> t >= from).count() / (double) times.length;
        }

        @org.jspecify.annotations.Nullable Comparison compare(int k, int l) {
            double n = share[k] + share[l];
            double split = share[k] / n * (1 - share[k] / n);
            double dk = treatedShare(start[k]);
            double dl = treatedShare(start[l]);
            if (!changes(l)) {
                boolean never = Double.isInfinite(start[l]);
                return new Comparison(
                        start[k],
                        start[l],
                        never ? Comparison.Kind.TREATED_VS_UNTREATED : Comparison.Kind.LATER_VS_ALWAYS,
                        difference(k, l, times[0], Double.POSITIVE_INFINITY),
                        n * n * split * dk * (1 - dk));
            }
            if (start[k] < start[l]) {
                double window = n * (1 - dl);
                return new Comparison(
                        start[k],
                        start[l],
                        Comparison.Kind.EARLIER_VS_LATER,
                        difference(k, l, times[0], start[l]),
                        window * window * split * (dk - dl) / (1 - dl) * (1 - dk) / (1 - dl));
            }
            double window = n * dl;
            return new Comparison(
                    start[k],
                    start[l],
                    Comparison.Kind.LATER_VS_EARLIER,
                    difference(k, l, start[l], Double.POSITIVE_INFINITY),
                    window * window * split * dk / dl * (dl - dk) / dl);
        }

        /** Change of group k's mean at its start less that of group l, over the times in {@code [from, to)}. */
        private double difference(int k, int l, double from, double to) {
            double after = 0;
            double before = 0;
            int countAfter = 0;
            int countBefore = 0;
            for (int t = 0; t < times.length; t++) {
                if (times[t] >= from && times[t] < to) {
                    double d = mean[k][t] - mean[l][t];
                    if (times[t] >= start[k]) {
                        after += d;
                        countAfter++;
                    } else {
                        before += d;
                        countBefore++;
                    }
                }
            }
            return after / countAfter - before / countBefore;
        }
    }
}
