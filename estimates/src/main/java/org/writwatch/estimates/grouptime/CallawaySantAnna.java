package org.writwatch.estimates.grouptime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.drdid.Method;
import org.writwatch.estimates.panel.BalancedPanel;
import org.writwatch.estimates.panel.Cohorts;
import org.writwatch.estimates.panel.Dropped;
import org.writwatch.estimates.panel.Observations;

/**
 * Group-time average treatment effects under staggered adoption (Callaway and Sant'Anna 2021).
 *
 * <p>Estimand: for units first treated at g, the mean effect at time t. Assumptions: treatment, once begun, stays; without it, the
 * group and its comparison units (of like covariates) would have moved alike; nobody reacts more than {@code anticipation} before
 * the start. Left out and reported: units treated too early to have a base period; units with gaps or missing numbers in a balanced
 * panel; with not-yet-treated controls and nobody never treated, the periods in which all are treated. A cell whose covariates are
 * collinear or do not overlap is NaN with its reason; the others stand.
 *
 * <p>Usage: {@code CallawaySantAnna.on(table, "outcome", "first_treated").controls(NOT_YET_TREATED).fit()}. A builder; not for
 * sharing between threads. Columns: outcome and covariates finite; first treated on the scale of time, the same in all rows of a
 * unit, 0, NaN or infinite for never.
 */
public final class CallawaySantAnna {
    private final Observations table;
    private final String outcome;
    private final String firstTreated;
    private List<String> covariates = List.of();
    private Method method = Method.DOUBLY_ROBUST;
    private Controls controls = Controls.NEVER_TREATED;
    private BasePeriod basePeriod = BasePeriod.UNIVERSAL;
    private Sampling sampling = Sampling.BALANCED;
    private double anticipation;
    private @Nullable String weights;

    private CallawaySantAnna(Observations table, String outcome, String firstTreated) {
        this.table = table;
        this.outcome = outcome;
        this.firstTreated = firstTreated;
    }

    /** Starts a design: doubly robust, never-treated controls, universal base period, no anticipation, balanced panel. */
    public static CallawaySantAnna on(Observations table, String outcome, String firstTreated) {
        return new CallawaySantAnna(table, outcome, firstTreated);
    }

    /** Columns given which trends are parallel; those of the earlier of two periods are used. */
    public CallawaySantAnna covariates(List<String> names) {
        this.covariates = List.copyOf(names);
        return this;
    }

    /** {@link Method#DOUBLY_ROBUST}, {@link Method#REGRESSION} or {@link Method#WEIGHTING}. */
    public CallawaySantAnna method(Method m) {
        if (m == Method.IMPROVED || m == Method.RAW_WEIGHTING) {
            throw new IllegalArgumentException(m + " is for two groups and two times");
        }
        this.method = m;
        return this;
    }

    public CallawaySantAnna controls(Controls c) {
        this.controls = c;
        return this;
    }

    public CallawaySantAnna basePeriod(BasePeriod b) {
        this.basePeriod = b;
        return this;
    }

    public CallawaySantAnna sampling(Sampling s) {
        this.sampling = s;
        return this;
    }

    /** How long before the start units may already react, in units of time; at least 0. */
    public CallawaySantAnna anticipation(double a) {
        if (!(a >= 0)) {
            throw new IllegalArgumentException("anticipation " + a);
        }
        this.anticipation = a;
        return this;
    }

    /** Column of sampling weights, at least 0. */
    public CallawaySantAnna weights(String column) {
        this.weights = column;
        return this;
    }

    /**
     * Fits.
     *
     * @throws NotEstimable nobody treated within the table, or nobody to compare with
     * @throws IllegalArgumentException a missing column, a unit whose start of treatment varies, a row twice, a negative weight
     */
    public GroupTimeEffects fit() {
        return sampling == Sampling.BALANCED || (sampling == Sampling.UNBALANCED && whole()) ? balanced() : rows();
    }

    /** Whether no unit with a usable row misses a period: a panel without gaps is compared by changes, as in the package did. */
    private boolean whole() {
        List<String> needed = new ArrayList<>(covariates);
        needed.add(outcome);
        if (weights != null) {
            needed.add(weights);
        }
        double[][] columns = needed.stream().map(table::column).toArray(double[][]::new);
        int[] seen = new int[table.units()];
        for (int r = 0; r < table.rows(); r++) {
            int row = r;
            if (Arrays.stream(columns).allMatch(c -> Double.isFinite(c[row]))) {
                seen[table.unitCodes()[r]]++;
            }
        }
        int periods = table.times().length;
        return Arrays.stream(seen).allMatch(n -> n == 0 || n == periods);
    }

    private GroupTimeEffects balanced() {
        List<String> needed = new ArrayList<>(covariates);
        needed.add(outcome);
        if (weights != null) {
            needed.add(weights);
        }
        BalancedPanel panel = BalancedPanel.of(table, needed);
        List<Dropped> dropped = new ArrayList<>(panel.dropped());
        double[] times = panel.times();
        double[] start = starts(panel.column(firstTreated), panel, times);
        int[] kept = keptUnits(start, times, panel, dropped);
        int periods = periodsKept(start, kept, times, panel.units(), dropped);
        double[] shorter = Arrays.copyOf(times, periods);
        double[] cohorts = cohorts(start, kept, shorter);
        int[] cohort = new int[kept.length];
        for (int i = 0; i < kept.length; i++) {
            cohort[i] = Arrays.binarySearch(cohorts, later(start[kept[i]], shorter));
        }
        double[] w = weights == null ? null : arranged(panel.column(weights), kept, times.length, periods);
        if (w != null) {
            requireWeights(w);
        }
        double[][] x = covariates.stream()
                .map(c -> arranged(panel.column(c), kept, times.length, periods))
                .toArray(double[][]::new);
        Units u = new Units(
                periods, cohort, cohorts.length, arranged(panel.column(outcome), kept, times.length, periods), w, x);
        Plan plan = Plan.of(shorter, cohorts, controls, basePeriod, anticipation);
        int[] rowOfUnit = new int[kept.length];
        int[] sizes = new int[cohorts.length];
        for (int i = 0; i < kept.length; i++) {
            rowOfUnit[i] = panel.row(kept[i], 0);
            sizes[cohort[i]]++;
        }
        if (x.length == 0 && u.weightsConstant()) {
            MomentEffects e = new MomentEffects(u, plan);
            return new GroupTimeEffects(
                    plan, e.effects, new @Nullable String[e.effects.length], e, e.shares(), sizes, rowOfUnit, dropped);
        }
        ModelEffects e = new ModelEffects(u, plan, method);
        return new GroupTimeEffects(plan, e.effects, e.refusals, e, e.shares(), sizes, rowOfUnit, dropped);
    }

    private GroupTimeEffects rows() {
        double[] start = table.column(firstTreated);
        double[] times = table.times();
        double[] y = table.column(outcome);
        double[][] x = covariates.stream().map(table::column).toArray(double[][]::new);
        double[] w = weights == null ? ones(y.length) : table.column(weights);
        int[] kept = new int[y.length];
        int k = 0;
        int notFinite = 0;
        int firstNotFinite = -1;
        int always = 0;
        int firstAlways = -1;
        for (int r = 0; r < y.length; r++) {
            double sum = y[r] + w[r];
            for (double[] c : x) {
                sum += c[r];
            }
            if (!Double.isFinite(sum)) {
                firstNotFinite = notFinite++ == 0 ? r : firstNotFinite;
            } else if (!Cohorts.never(start[r]) && start[r] <= times[0] + anticipation) {
                firstAlways = always++ == 0 ? r : firstAlways;
            } else {
                kept[k++] = r;
            }
        }
        List<Dropped> dropped = new ArrayList<>();
        if (notFinite > 0) {
            dropped.add(new Dropped(Dropped.Reason.NOT_FINITE, notFinite, firstNotFinite));
        }
        if (always > 0) {
            dropped.add(new Dropped(Dropped.Reason.ALWAYS_TREATED, always, firstAlways));
        }
        Observations t = table.rows(Arrays.copyOf(kept, k));
        if (k == 0) {
            throw new NotEstimable(NotEstimable.Why.TOO_FEW_UNITS, "no row is left");
        }
        boolean sections = sampling == Sampling.REPEATED_CROSS_SECTIONS;
        double[] starts = t.column(firstTreated).clone();
        double[] tTimes = t.times();
        TreeSet<Double> distinct = new TreeSet<>();
        int[] unit = new int[k];
        double[] firstOfUnit = new double[t.units()];
        Arrays.fill(firstOfUnit, Double.NaN);
        for (int r = 0; r < k; r++) {
            starts[r] = later(Cohorts.never(starts[r]) ? Plan.NEVER : starts[r], tTimes);
            distinct.add(starts[r]);
            unit[r] = sections ? r : t.unitCodes()[r];
            if (!sections) {
                int u = t.unitCodes()[r];
                if (Double.isNaN(firstOfUnit[u])) {
                    firstOfUnit[u] = starts[r];
                } else if (firstOfUnit[u] != starts[r]) {
                    throw new IllegalArgumentException("unit " + t.label(u) + " starts treatment at " + firstOfUnit[u]
                            + " and at " + starts[r] + " (row " + kept[r] + ")");
                }
            }
        }
        double[] cohorts = distinct.stream().mapToDouble(Double::doubleValue).toArray();
        int[] cohort = new int[k];
        for (int r = 0; r < k; r++) {
            cohort[r] = Arrays.binarySearch(cohorts, starts[r]);
        }
        Plan plan = Plan.of(tTimes, cohorts, controls, basePeriod, anticipation);
        int units = sections ? k : t.units();
        double[] weight = weights == null ? ones(k) : t.column(weights);
        requireWeights(weight);
        RowEffects e = new RowEffects(
                new RowEffects.Rows(unit, units, t.periodCodes(), cohort, cohorts.length),
                t.column(outcome),
                weight,
                covariates.stream().map(t::column).toArray(double[][]::new),
                plan,
                method);
        int[] rowOfUnit = new int[units];
        int[] sizes = new int[cohorts.length];
        boolean[] seen = new boolean[units];
        for (int r = k - 1; r >= 0; r--) {
            rowOfUnit[unit[r]] = kept[r];
            if (!seen[unit[r]]) {
                seen[unit[r]] = true;
                sizes[cohort[r]]++;
            }
        }
        return new GroupTimeEffects(plan, e.effects, e.refusals, e, e.shares(), sizes, rowOfUnit, dropped);
    }

    private double[] starts(double[] grid, BalancedPanel panel, double[] times) {
        double[] out = new double[panel.units()];
        int periods = times.length;
        for (int i = 0; i < out.length; i++) {
            double v = grid[i * periods];
            out[i] = Cohorts.never(v) ? Plan.NEVER : v;
            for (int t = 1; t < periods; t++) {
                double other = grid[i * periods + t];
                if (other != v && !(Cohorts.never(other) && Cohorts.never(v))) {
                    throw new IllegalArgumentException("unit " + panel.label(i) + " starts treatment at " + v
                            + " and at " + other + " (row " + panel.row(i, t) + ")");
                }
            }
        }
        return out;
    }

    private int[] keptUnits(double[] start, double[] times, BalancedPanel panel, List<Dropped> dropped) {
        int[] kept = new int[start.length];
        int k = 0;
        int first = Integer.MAX_VALUE;
        for (int i = 0; i < start.length; i++) {
            if (start[i] <= times[0] + anticipation) {
                first = Math.min(first, panel.row(i, 0));
            } else {
                kept[k++] = i;
            }
        }
        if (k < start.length) {
            dropped.add(new Dropped(Dropped.Reason.ALWAYS_TREATED, (start.length - k) * times.length, first));
        }
        return Arrays.copyOf(kept, k);
    }

    /** With nobody never treated, the last cohort stands for them until it is treated itself. */
    private int periodsKept(double[] start, int[] kept, double[] times, int units, List<Dropped> dropped) {
        double latest = 0;
        for (int i : kept) {
            latest = Math.max(latest, later(start[i], times));
        }
        if (latest == Plan.NEVER || controls == Controls.NEVER_TREATED) {
            return times.length;
        }
        int periods = 0;
        while (periods < times.length && times[periods] < latest - anticipation) {
            periods++;
        }
        if (periods < times.length) {
            dropped.add(new Dropped(Dropped.Reason.NO_COMPARISON_LEFT, (times.length - periods) * units, periods));
        }
        return periods;
    }

    private static double later(double start, double[] times) {
        return start > times[times.length - 1] ? Plan.NEVER : start;
    }

    private static double[] cohorts(double[] start, int[] kept, double[] times) {
        TreeSet<Double> distinct = new TreeSet<>();
        double last = Double.NaN;
        for (int i : kept) {
            double s = later(start[i], times);
            if (s != last) {
                distinct.add(s);
                last = s;
            }
        }
        return distinct.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] arranged(double[] grid, int[] kept, int periods, int periodsKept) {
        if (kept.length * periods == grid.length && periodsKept == periods) {
            return grid;
        }
        double[] out = new double[kept.length * periodsKept];
        for (int i = 0; i < kept.length; i++) {
            System.arraycopy(grid, kept[i] * periods, out, i * periodsKept, periodsKept);
        }
        return out;
    }

    private static double[] ones(int n) {
        double[] w = new double[n];
        Arrays.fill(w, 1);
        return w;
    }

    private static void requireWeights(double[] w) {
        for (double v : w) {
            if (!(v >= 0)) {
                throw new IllegalArgumentException("a weight is " + v);
            }
        }
    }
}
