package org.writwatch.estimates.grouptime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.linear.Matrix;
import org.writwatch.estimates.panel.Dropped;

/**
 * Effects by group and time, with the covariance of everything: one costly object, many cheap views.
 *
 * <p>Averages over cells weight them by the share of units in their group; the share is an estimate too and is counted as one
 * (Callaway and Sant'Anna 2021, section 3 and corollary 2). Standard errors are {@code sqrt(mean(influence^2) / n)}. Immutable; safe
 * to share.
 */
public final class GroupTimeEffects {
    private final Plan plan;
    private final double[] effects;
    private final @Nullable String[] refusals;
    private final Influences influences;
    private final double[] shares;
    private final int[] sizes;
    private final int[] rowOfUnit;
    private final List<Dropped> dropped;
    private final Matrix covariance;
    private final int @Nullable [] cluster;
    private final @Nullable Matrix draws;

    GroupTimeEffects(
            Plan plan,
            double[] effects,
            @Nullable String[] refusals,
            Influences influences,
            double[] shares,
            int[] sizes,
            int[] rowOfUnit,
            List<Dropped> dropped) {
        this(
                plan,
                effects,
                refusals,
                influences,
                shares,
                sizes,
                rowOfUnit,
                dropped,
                influences.covariance(),
                null,
                null);
    }

    private GroupTimeEffects(
            Plan plan,
            double[] effects,
            @Nullable String[] refusals,
            Influences influences,
            double[] shares,
            int[] sizes,
            int[] rowOfUnit,
            List<Dropped> dropped,
            Matrix covariance,
            int @Nullable [] cluster,
            @Nullable Matrix draws) {
        this.plan = plan;
        this.effects = effects;
        this.refusals = refusals;
        this.influences = influences;
        this.shares = shares;
        this.sizes = sizes;
        this.rowOfUnit = rowOfUnit;
        this.dropped = List.copyOf(dropped);
        this.covariance = covariance;
        this.cluster = cluster;
        this.draws = draws;
    }

    /**
     * The same effects with errors that allow units of one cluster to move together.
     *
     * @param clusterOfRow a label per row of the table the design was given; the same in all rows of a unit
     */
    public GroupTimeEffects clustered(int[] clusterOfRow) {
        int[] distinct = IntStream.of(rowOfUnit)
                .map(r -> clusterOfRow[r])
                .distinct()
                .sorted()
                .toArray();
        int[] codes = IntStream.of(rowOfUnit)
                .map(r -> java.util.Arrays.binarySearch(distinct, clusterOfRow[r]))
                .toArray();
        return new GroupTimeEffects(
                plan,
                effects,
                refusals,
                influences,
                shares,
                sizes,
                rowOfUnit,
                dropped,
                influences.covariance(codes, distinct.length),
                codes,
                null);
    }

    /**
     * The same effects with standard errors and simultaneous bands from a multiplier bootstrap (clustered when these are). Without it
     * bands come from the exact normal limit, which is faster, and deterministic; with few units per group the two differ.
     *
     * @param count number of draws, at least 100
     */
    public GroupTimeEffects bootstrapped(int count, long seed) {
        if (count < 100) {
            throw new IllegalArgumentException(count + " draws; at least 100 are needed");
        }
        int[] codes = cluster;
        int clusters = codes == null ? 0 : 1 + IntStream.of(codes).max().orElse(-1);
        return new GroupTimeEffects(
                plan,
                effects,
                refusals,
                influences,
                shares,
                sizes,
                rowOfUnit,
                dropped,
                covariance,
                codes,
                influences.draws(count, seed, codes, clusters));
    }

    /** Every cell, by group then time; the base period is 0 without variance. */
    public JointEstimates cells() {
        List<Term> terms = plan.cells.stream()
                .map(c -> Term.groupTime(plan.cohorts[c.cohort], plan.times[c.time]))
                .toList();
        int[] all = IntStream.range(0, effects.length).toArray();
        JointEstimates cells = new JointEstimates(terms, effects, covariance.part(all), JointEstimates.NORMAL);
        return draws == null ? cells : cells.withDraws(draws.columns(all));
    }

    /** Why a cell could not be estimated, by its position in {@link #cells()}; empty when it was. */
    public Optional<String> refusal(int cell) {
        return Optional.ofNullable(refusals[cell]);
    }

    /** Number of units used. */
    public int units() {
        return influences.units();
    }

    /** Number of units treated within the table. */
    public int treatedUnits() {
        int sum = 0;
        for (int c = 0; c < sizes.length; c++) {
            sum += plan.cohorts[c] == Plan.NEVER ? 0 : sizes[c];
        }
        return sum;
    }

    /** Number of units first treated at this time. */
    public int unitsOf(double group) {
        for (int c = 0; c < sizes.length; c++) {
            if (plan.cohorts[c] == group) {
                return sizes[c];
            }
        }
        return 0;
    }

    /** What was left out, and why. */
    public List<Dropped> dropped() {
        return dropped;
    }

    /** Average over all cells at or after the start of treatment, cells weighted by their group's share. */
    public JointEstimates simple() {
        Averages a = new Averages();
        a.weighted(Term.overall(), i -> after(i));
        return a.done();
    }

    /** Averages by distance from the start of treatment. */
    public Averaged dynamic() {
        return dynamic(i -> true, null);
    }

    /**
     * Averages by distance from the start, over the groups seen at least {@code balance} after theirs only, so that all event times
     * from the earliest they share to {@code balance} are of the same groups.
     */
    public Averaged dynamicBalancedTo(double balance) {
        double last = plan.times[plan.times.length - 1];
        return dynamic(i -> last - group(i) >= balance, balance);
    }

    private Averaged dynamic(IntPredicate include, @Nullable Double balance) {
        TreeSet<Double> events = new TreeSet<>();
        double span = plan.times[plan.times.length - 1] - plan.times[0];
        for (int i = 0; i < effects.length; i++) {
            double e = event(i);
            boolean within = balance == null || (e <= balance && e >= balance - span);
            if (include.test(i) && within && usable(i)) {
                events.add(e);
            }
        }
        Averages a = new Averages();
        for (double e : events) {
            a.weighted(Term.eventTime(e), i -> include.test(i) && event(i) == e);
        }
        a.meanOf(IntStream.range(0, a.rows.size())
                .filter(j -> a.terms.get(j).first() >= 0)
                .toArray());
        return a.split();
    }

    /** Averages by group over its periods from the start on; overall weighted by share. */
    public Averaged byGroup() {
        Averages a = new Averages();
        double[] overall = new double[a.width()];
        double total = 0;
        for (int c = 0; c < plan.cohorts.length; c++) {
            int cohort = c;
            int[] mine = IntStream.range(0, effects.length)
                    .filter(i -> plan.cells.get(i).cohort == cohort && after(i) && usable(i))
                    .toArray();
            if (mine.length > 0) {
                a.plain(Term.group(plan.cohorts[c]), mine);
                total += shares[c];
            }
        }
        double value = 0;
        for (int j = 0; j < a.rows.size(); j++) {
            value += share(a.terms.get(j).first()) / total * a.values.get(j);
        }
        for (int j = 0; j < a.rows.size(); j++) {
            double p = share(a.terms.get(j).first()) / total;
            for (int k = 0; k < overall.length; k++) {
                overall[k] += p * a.rows.get(j)[k];
            }
            overall[effects.length + cohortOf(a.terms.get(j).first())] += (a.values.get(j) - value) / total;
        }
        a.add(Term.overall(), value, overall);
        return a.split();
    }

    /** Averages by calendar time over the groups treated by then; overall the plain mean over times. */
    public Averaged byCalendarTime() {
        Averages a = new Averages();
        for (double t : plan.times) {
            if (IntStream.range(0, effects.length).anyMatch(i -> time(i) == t && after(i) && usable(i))) {
                a.weighted(Term.calendar(t), i -> time(i) == t && after(i));
            }
        }
        a.meanOf(IntStream.range(0, a.rows.size()).toArray());
        return a.split();
    }

    /**
     * Joint test that all effects before the start are zero. Its p value is rounded to five places, as the package did prints it.
     *
     * @throws NotEstimable there are none, or their covariance is singular
     */
    public JointEstimates.Wald pretest() {
        JointEstimates all = new GroupTimeEffects(
                        plan,
                        effects,
                        refusals,
                        influences,
                        shares,
                        sizes,
                        rowOfUnit,
                        dropped,
                        covariance,
                        cluster,
                        null)
                .cells();
        JointEstimates.Wald exact = all.wald(IntStream.range(0, effects.length)
                .filter(i -> group(i) > time(i) && usable(i) && !Double.isNaN(all.standardError(i)))
                .toArray());
        return new JointEstimates.Wald(exact.statistic(), exact.degreesOfFreedom(), Math.round(exact.p() * 1e5) / 1e5);
    }

    /**
     * Averages and their own average.
     *
     * @param parts one per event time, group or calendar time
     * @param overall one number for all
     */
    public record Averaged(JointEstimates parts, JointEstimates overall) {}

    private double group(int cell) {
        return plan.cohorts[plan.cells.get(cell).cohort];
    }

    private double time(int cell) {
        return plan.times[plan.cells.get(cell).time];
    }

    private double event(int cell) {
        return time(cell) - group(cell);
    }

    private boolean after(int cell) {
        return time(cell) >= group(cell);
    }

    private boolean usable(int cell) {
        return !Double.isNaN(effects[cell]);
    }

    private int cohortOf(double group) {
        return java.util.Arrays.binarySearch(plan.cohorts, group);
    }

    private double share(double group) {
        return shares[cohortOf(group)];
    }

    /** Averages with their gradients in (cells, shares). */
    private final class Averages {
        private final List<Term> terms = new ArrayList<>();
        private final List<Double> values = new ArrayList<>();
        private final List<double[]> rows = new ArrayList<>();

        int width() {
            return effects.length + shares.length;
        }

        void add(Term term, double value, double[] gradient) {
            terms.add(term);
            values.add(value);
            rows.add(gradient);
        }

        void plain(Term term, int[] cells) {
            double[] gradient = new double[width()];
            double value = 0;
            for (int i : cells) {
                gradient[i] = 1.0 / cells.length;
                value += effects[i] / cells.length;
            }
            add(term, value, gradient);
        }

        void weighted(Term term, IntPredicate include) {
            int[] cells = IntStream.range(0, effects.length)
                    .filter(i -> usable(i) && include.test(i))
                    .toArray();
            double total = 0;
            double value = 0;
            for (int i : cells) {
                total += share(group(i));
                value += share(group(i)) * effects[i];
            }
            value /= total;
            double[] gradient = new double[width()];
            for (int i : cells) {
                gradient[i] += share(group(i)) / total;
                gradient[effects.length + cohortOf(group(i))] += (effects[i] - value) / total;
            }
            add(term, value, gradient);
        }

        void meanOf(int[] positions) {
            double[] gradient = new double[width()];
            double value = 0;
            for (int j : positions) {
                value += values.get(j) / positions.length;
                for (int k = 0; k < gradient.length; k++) {
                    gradient[k] += rows.get(j)[k] / positions.length;
                }
            }
            add(Term.overall(), positions.length == 0 ? Double.NaN : value, gradient);
        }

        JointEstimates done() {
            Matrix gradients = Matrix.of(rows.toArray(double[][]::new));
            JointEstimates averages = new JointEstimates(
                    terms,
                    values.stream().mapToDouble(Double::doubleValue).toArray(),
                    gradients.sandwich(covariance),
                    JointEstimates.NORMAL);
            return draws == null ? averages : averages.withDraws(draws.times(gradients.transposed()));
        }

        Averaged split() {
            JointEstimates all = done();
            int last = all.size() - 1;
            return new Averaged(all.at(IntStream.range(0, last).toArray()), all.at(new int[] {last}));
        }
    }
}
