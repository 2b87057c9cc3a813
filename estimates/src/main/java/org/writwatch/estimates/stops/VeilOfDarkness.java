package org.writwatch.estimates.stops;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.NotEstimable;

/**
 * Veil of darkness (Grogger and Ridgeway 2006): whether the share of minority drivers among those stopped is lower once darkness hides
 * who drives, at the same minute of the day.
 *
 * <p>Log odds that the driver is of the minority on darkness, a natural spline of the minute and constants of the factors. Estimand: the
 * coefficient of darkness; negative means fewer minority drivers in the dark, evidence consistent with profiling by day. Assumes that the
 * make-up of drivers on the road at a given minute does not depend on darkness and that officers see less of who drives in the dark. A
 * null is not proof of no profiling: the smallest effect that would have been found stands beside it ({@link #minimumDetectable}).
 *
 * <p>Estimates are those of the rows, from counts in cells; refuses when one of the four groups of stops is empty.
 */
public final class VeilOfDarkness {
    /** Standard normal quantiles of 0.975 and 0.8, added: 80 % power in a two-sided test at 5 %. */
    private static final double DETECTABLE = 1.959963984540054 + 0.8416212335729143;

    private final VeilRows.Cells cells;
    private final CellModel model;
    private final double[] influence;
    private @Nullable CellModel withoutDark;

    private VeilOfDarkness(VeilRows.Cells cells, CellModel model) {
        this.cells = cells;
        this.model = model;
        this.influence = model.influence(0);
    }

    /**
     * Fits the model.
     *
     * @throws NotEstimable a group of stops is empty, or darkness is explained by the other columns
     */
    public static VeilOfDarkness fit(VeilRows rows) {
        VeilRows.Cells cells = rows.cells();
        String empty = cells.emptySide();
        if (empty != null) {
            throw new NotEstimable(NotEstimable.Why.TOO_FEW_UNITS, "no " + empty);
        }
        CellModel model = CellModel.logit(cells.columns(true), cells.group(), cells.trials(), cells.successes());
        if (Double.isNaN(model.coefficient(0))) {
            throw new NotEstimable(NotEstimable.Why.COLLINEAR, "darkness is explained by minute and factors");
        }
        return new VeilOfDarkness(cells, model);
    }

    /** Coefficient of darkness: a log odds ratio. */
    public double coefficient() {
        return model.coefficient(0);
    }

    /** Rows. */
    public int rows() {
        return cells.cell().length;
    }

    /** Distinct rows of the design. */
    public int cellCount() {
        return cells.trials().length;
    }

    /** Stops of the minority. */
    public long minority() {
        return (long) Arrays.stream(cells.successes()).sum();
    }

    /** Stops in the dark. */
    public long dark() {
        long n = 0;
        for (int c = 0; c < cells.trials().length; c++) {
            n += cells.rows().dark()[cells.first()[c]] ? (long) cells.trials()[c] : 0;
        }
        return n;
    }

    /** Free parameters. */
    public int parameters() {
        return model.parameters();
    }

    /** Knots of the spline. */
    public double[] knots() {
        return cells.spline().knots();
    }

    /** Minus twice the log likelihood. */
    public double deviance() {
        return model.rowDeviance();
    }

    /** The same with a constant only. */
    public double nullDeviance() {
        double n = rows();
        double m = minority();
        return -2 * (m * Math.log(m / n) + (n - m) * Math.log((n - m) / n));
    }

    /** Error from the information matrix: rows independent, model right. */
    public double modelError() {
        return model.modelError(0);
    }

    /** Error robust to a wrong variance, rows independent (HC0). */
    public double hc0() {
        double v = 0;
        double[] mu = model.fitted();
        for (int c = 0; c < influence.length; c++) {
            double y = cells.successes()[c];
            double p = mu[c];
            v += influence[c] * influence[c] * (y * (1 - p) * (1 - p) + (cells.trials()[c] - y) * p * p);
        }
        return Math.sqrt(v);
    }

    /** HC0 times {@code sqrt(n/(n-k))}. */
    public double hc1() {
        return hc0() * Math.sqrt((double) rows() / (rows() - parameters()));
    }

    /** Error that allows rows of one cluster to depend, times {@code sqrt(G/(G-1) (n-1)/(n-k))}. NaN for one cluster. */
    public double clusterError(int[] cluster) {
        double[] sums = sums(cluster, model, influence);
        return Sandwich.ofSums(sums, clusters(cluster), rows(), parameters());
    }

    /**
     * The error for few clusters, with its t distribution.
     *
     * @param cluster label per row from 0, every one used
     */
    public BiasReduced biasReduced(int[] cluster) {
        if (clusters(cluster) > BiasReduced.MOST_CLUSTERS) {
            return BiasReduced.NONE;
        }
        int[] cell = cells.cell();
        CellIndex index = CellIndex.below(
                (long) cells.trials().length * (1 + Arrays.stream(cluster).max().orElse(0)));
        int[] entry = new int[cell.length];
        for (int i = 0; i < entry.length; i++) {
            entry[i] = index.number((long) cluster[i] * cells.trials().length + cell[i]);
        }
        int[] ofCluster = new int[index.size()];
        int[] ofCell = new int[index.size()];
        double[] trials = new double[index.size()];
        double[] successes = new double[index.size()];
        for (int i = 0; i < entry.length; i++) {
            ofCluster[entry[i]] = cluster[i];
            ofCell[entry[i]] = cell[i];
            trials[entry[i]]++;
            successes[entry[i]] += cells.rows().minority()[i] ? 1 : 0;
        }
        return BiasReduced.of(model, 0, ofCluster, ofCell, trials, successes);
    }

    /**
     * Bounds of the coefficient when in every cell up to a share of the stops recorded in the reference group are of the minority. The
     * extreme moves all of it where a minority stop pulls the coefficient that way and none elsewhere; it is looked for by refitting until
     * those places no longer change.
     *
     * @param share 0 to 1
     */
    public Relabelled relabelled(double share) {
        return new Relabelled(share, extreme(share, -1), extreme(share, 1));
    }

    private double extreme(double share, int sign) {
        double[] pull = influence;
        double found = coefficient();
        for (int round = 0; round < 6; round++) {
            double[] successes = cells.successes().clone();
            for (int c = 0; c < successes.length; c++) {
                if (pull[c] * sign > 0) {
                    successes[c] += share * (cells.trials()[c] - successes[c]);
                }
            }
            CellModel moved = CellModel.logit(cells.columns(true), cells.group(), cells.trials(), successes);
            double b = moved.coefficient(0);
            if (Double.isNaN(b) || (b - found) * sign <= 1e-12) {
                return found;
            }
            found = b;
            pull = moved.influence(0);
        }
        return found;
    }

    private double[] sums(int[] cluster, CellModel m, double[] u) {
        double[] failed = m.fitted().clone();
        double[] succeeded = new double[failed.length];
        for (int c = 0; c < failed.length; c++) {
            succeeded[c] = u[c] * (1 - failed[c]);
            failed[c] = -u[c] * failed[c];
        }
        double[] sums = new double[1 + Arrays.stream(cluster).max().orElse(0)];
        int[] cell = cells.cell();
        boolean[] minority = cells.rows().minority();
        for (int i = 0; i < cell.length; i++) {
            sums[cluster[i]] += minority[i] ? succeeded[cell[i]] : failed[cell[i]];
        }
        return sums;
    }

    /** How many clusters occur. */
    public static int clusters(int[] cluster) {
        boolean[] seen = new boolean[1 + Arrays.stream(cluster).max().orElse(0)];
        for (int c : cluster) {
            seen[c] = true;
        }
        return Sandwich.count(seen);
    }

    /**
     * P-value of no effect of darkness by the wild score bootstrap over clusters (Kline and Santos 2012): scores of the model without
     * darkness, weighted as {@link ScoreBootstrap} says.
     *
     * @param cluster label per row from 0
     * @param draws patterns drawn when there are more
     * @param seed of the random signs
     */
    public ScoreBootstrap.Test bootstrap(int[] cluster, int draws, long seed) {
        return ScoreBootstrap.test(scores(cluster), draws, seed);
    }

    /** Score of darkness in each cluster that occurs, of the model without darkness. */
    double[] scores(int[] cluster) {
        CellModel restricted = withoutDark();
        double[] efficient = restricted.residualised(cells.columns(true)[0]);
        double[] sums = sums(cluster, restricted, efficient);
        boolean[] seen = new boolean[sums.length];
        for (int c : cluster) {
            seen[c] = true;
        }
        double[] present = new double[Sandwich.count(seen)];
        int k = 0;
        for (int g = 0; g < sums.length; g++) {
            if (seen[g]) {
                present[k++] = sums[g];
            }
        }
        return present;
    }

    VeilRows.Cells cells() {
        return cells;
    }

    /** The model without darkness. */
    CellModel withoutDark() {
        if (withoutDark == null) {
            double[][] all = cells.columns(true);
            double[][] without = Arrays.copyOfRange(all, 1, all.length);
            withoutDark = CellModel.logit(without, cells.group(), cells.trials(), cells.successes());
        }
        return withoutDark;
    }

    /** The smallest absolute coefficient found in 80 of 100 samples like this one at 5 %, given a standard error. */
    public static double minimumDetectable(double standardError) {
        return DETECTABLE * standardError;
    }

    /**
     * Minority stops by day beyond those expected if light had changed nothing: each daylight stop's chance in the model less its chance
     * with the coefficient counted as darkness would have had it.
     *
     * @return expected excess; its end points follow from the coefficient's interval
     */
    public double excessStops(double coefficient) {
        double[] mu = model.fitted();
        double s = 0;
        for (int c = 0; c < mu.length; c++) {
            if (!cells.rows().dark()[cells.first()[c]]) {
                double odds = mu[c] / (1 - mu[c]) * Math.exp(coefficient);
                s += cells.trials()[c] * (mu[c] - odds / (1 + odds));
            }
        }
        return s;
    }
}
