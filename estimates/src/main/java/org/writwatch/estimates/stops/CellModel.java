package org.writwatch.estimates.stops;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.linear.Matrix;
import org.writwatch.estimates.linear.RankedCholesky;

/**
 * Maximum likelihood of a generalised linear model on cells, with one set of group constants taken out exactly.
 *
 * <p>A binary model of rows is a function of how many rows and how many successes each distinct row of the design has, so cells give
 * the estimates and errors of the rows themselves. Constants of one grouping (the intercept when there is one group) are profiled out in
 * each step of iterated weighted least squares by taking weighted group means from the columns (Frisch-Waugh-Lovell); nothing is
 * approximated. Columns that others explain are left out in order, as regression software does.
 */
public final class CellModel {
    /** Distributions with their usual links. */
    public enum Family {
        /** Successes among trials, log odds. */
        BINOMIAL,
        /** Counts, log. */
        POISSON,
        /** Counts whose variance is {@code mu + mu^2 / theta}, log. */
        NEGATIVE_BINOMIAL
    }

    private static final double TOLERANCE = 1e-12;
    private static final int MOST_STEPS = 60;
    private static final double COLLINEAR = 1e-11;

    private final Family family;
    private final double theta;
    private final double[][] x;
    private final int[] group;
    private final int groups;
    private final double[] trials;
    private final double[] y;
    private final double[] offset;

    private final double[] beta;
    private final double[] constants;
    private final double[] eta;
    private final double[] mu;
    private final double[] weight;
    private double[][] centred = new double[0][];
    private Matrix inverse = new Matrix(0, 0);
    private int rank;
    private int steps;
    private boolean[] used = new boolean[0];

    private CellModel(
            Family family, double theta, double[][] x, int[] group, double[] trials, double[] y, double[] offset) {
        this.family = family;
        this.theta = theta;
        this.x = x;
        this.group = group;
        this.groups = 1 + Arrays.stream(group).max().orElse(0);
        this.trials = trials;
        this.y = y;
        this.offset = offset;
        this.beta = new double[x.length];
        this.constants = new double[groups];
        this.eta = new double[y.length];
        this.mu = new double[y.length];
        this.weight = new double[y.length];
    }

    /**
     * Log odds of success.
     *
     * @param x columns, each with a value per cell; no constant among them
     * @param group label per cell from 0, every one used; all 0 for a single intercept
     * @param trials rows per cell, positive
     * @param successes 0 to {@code trials}
     * @throws NotEstimable no cell, or the steps do not settle
     */
    public static CellModel logit(double[][] x, int[] group, double[] trials, double[] successes) {
        return new CellModel(Family.BINOMIAL, Double.NaN, x, group, trials, successes, new double[successes.length])
                .fit();
    }

    /**
     * Log of a rate.
     *
     * @param counts 0 or more
     * @param offset added to the linear predictor, usually the log of exposure; null for none
     */
    public static CellModel poisson(double[][] x, int[] group, double[] counts, double @Nullable [] offset) {
        return counts(Family.POISSON, Double.NaN, x, group, counts, offset).fit();
    }

    static CellModel negativeBinomial(
            double[][] x, int[] group, double[] counts, double @Nullable [] offset, double theta) {
        return counts(Family.NEGATIVE_BINOMIAL, theta, x, group, counts, offset).fit();
    }

    private static CellModel counts(
            Family family, double theta, double[][] x, int[] group, double[] counts, double @Nullable [] offset) {
        double[] ones = new double[counts.length];
        Arrays.fill(ones, 1);
        return new CellModel(
                family, theta, x, group, ones, counts, offset == null ? new double[counts.length] : offset);
    }

    private CellModel fit() {
        int n = y.length;
        if (n == 0) {
            throw new NotEstimable(NotEstimable.Why.TOO_FEW_UNITS, "no cells");
        }
        for (int i = 0; i < n; i++) {
            if (family == Family.BINOMIAL) {
                mu[i] = (y[i] + 0.5) / (trials[i] + 1);
                eta[i] = Math.log(mu[i] / (1 - mu[i]));
            } else {
                mu[i] = y[i] + 0.1;
                eta[i] = Math.log(mu[i]);
            }
        }
        double before = logLikelihoodTerm();
        boolean settled = false;
        while (steps < MOST_STEPS) {
            step();
            steps++;
            double now = logLikelihoodTerm();
            if (settled) {
                return this;
            }
            settled = Math.abs(now - before) / (Math.abs(now) + 0.1) < TOLERANCE;
            before = now;
        }
        if (!settled) {
            throw new NotEstimable(NotEstimable.Why.NO_CONVERGENCE, "after " + MOST_STEPS + " steps");
        }
        return this;
    }

    private double slope(double m) {
        return switch (family) {
            case BINOMIAL -> m * (1 - m);
            case POISSON -> m;
            case NEGATIVE_BINOMIAL -> m / (1 + m / theta);
        };
    }

    /** One weighted least squares step; leaves the weights, centred columns and inverse of the point it started from. */
    private void step() {
        int n = y.length;
        int k = x.length;
        double[] z = new double[n];
        double[] sum = new double[groups];
        for (int i = 0; i < n; i++) {
            double d = slope(mu[i]);
            weight[i] = trials[i] * d;
            double raw = (y[i] - trials[i] * mu[i]) / trials[i];
            z[i] = eta[i] - offset[i] + raw / (family == Family.BINOMIAL ? d : mu[i]);
            sum[group[i]] += weight[i];
        }
        double[] zMean = means(z, sum);
        double[][] means = new double[k][];
        centred = new double[k][n];
        double[] whole = new double[k];
        for (int j = 0; j < k; j++) {
            means[j] = means(x[j], sum);
            for (int i = 0; i < n; i++) {
                whole[j] += weight[i] * x[j][i] * x[j][i];
                centred[j][i] = x[j][i] - means[j][group[i]];
            }
        }
        Matrix a = new Matrix(k, k);
        double[] b = new double[k];
        double[] wx = new double[n];
        for (int j = 0; j < k; j++) {
            double[] xj = centred[j];
            double s = 0;
            for (int i = 0; i < n; i++) {
                wx[i] = weight[i] * xj[i];
                s += wx[i] * (z[i] - zMean[group[i]]);
            }
            b[j] = s;
            for (int l = 0; l <= j; l++) {
                double[] xl = centred[l];
                double t = 0;
                for (int i = 0; i < n; i++) {
                    t += wx[i] * xl[i];
                }
                a.set(j, l, t);
                a.set(l, j, t);
            }
        }
        RankedCholesky root = RankedCholesky.of(a, whole, COLLINEAR);
        double[] solved = root.solve(b);
        System.arraycopy(solved, 0, beta, 0, k);
        inverse = root.inverseRows(java.util.stream.IntStream.range(0, k).toArray());
        used = new boolean[k];
        rank = 0;
        for (int j : root.used()) {
            used[j] = true;
            rank++;
        }
        for (int g = 0; g < groups; g++) {
            constants[g] = zMean[g];
            for (int j = 0; j < k; j++) {
                constants[g] -= beta[j] * means[j][g];
            }
        }
        for (int i = 0; i < n; i++) {
            double e = constants[group[i]] + offset[i];
            for (int j = 0; j < k; j++) {
                e += beta[j] * x[j][i];
            }
            eta[i] = Math.max(-700, Math.min(700, e));
            mu[i] = family == Family.BINOMIAL ? 1 / (1 + Math.exp(-eta[i])) : Math.exp(eta[i]);
            if (family == Family.BINOMIAL) {
                mu[i] = Math.min(1 - 1e-16, Math.max(1e-300, mu[i]));
            }
        }
    }

    private double[] means(double[] v, double[] sum) {
        double[] m = new double[groups];
        for (int i = 0; i < v.length; i++) {
            m[group[i]] += weight[i] * v[i];
        }
        for (int g = 0; g < groups; g++) {
            m[g] = sum[g] > 0 ? m[g] / sum[g] : 0;
        }
        return m;
    }

    private double logLikelihoodTerm() {
        double s = 0;
        for (int i = 0; i < y.length; i++) {
            s += -2
                    * switch (family) {
                        case BINOMIAL -> term(y[i], mu[i]) + term(trials[i] - y[i], 1 - mu[i]);
                        case POISSON -> term(y[i], mu[i]) - mu[i];
                        case NEGATIVE_BINOMIAL ->
                            term(y[i], mu[i] / (mu[i] + theta)) + theta * Math.log(theta / (mu[i] + theta));
                    };
        }
        return s;
    }

    private static double term(double count, double p) {
        return count == 0 ? 0 : count * Math.log(p);
    }

    /** Deviance of single rows, the saturated model fitting each row exactly: of a binary model, minus twice the log likelihood. */
    public double rowDeviance() {
        return logLikelihoodTerm();
    }

    /** Deviance of cells: against a model with one parameter per cell. */
    public double cellDeviance() {
        double s = 0;
        for (int i = 0; i < y.length; i++) {
            double m = trials[i] * mu[i];
            s += 2
                    * switch (family) {
                        case BINOMIAL -> ratio(y[i], m) + ratio(trials[i] - y[i], trials[i] - m);
                        case POISSON -> ratio(y[i], m) - (y[i] - m);
                        case NEGATIVE_BINOMIAL ->
                            ratio(y[i], m) - (y[i] + theta) * Math.log((y[i] + theta) / (m + theta));
                    };
        }
        return s;
    }

    private static double ratio(double a, double b) {
        return a == 0 ? 0 : a * Math.log(a / b);
    }

    /** Coefficient of a column; NaN when others explain it. */
    public double coefficient(int column) {
        return used[column] ? beta[column] : Double.NaN;
    }

    /** Constant of a group, on the scale of the linear predictor. */
    public double constant(int g) {
        return constants[g];
    }

    /** Free parameters: groups and columns not left out. */
    public int parameters() {
        return groups + rank;
    }

    /** Expected success of a trial, or expected count, per cell. Not a copy. */
    public double[] fitted() {
        return mu;
    }

    /** Weighted least squares steps taken. */
    public int steps() {
        return steps;
    }

    /** Pearson's sum of squares over the residual degrees of freedom of the cells. */
    public double dispersion() {
        double s = 0;
        for (int i = 0; i < y.length; i++) {
            double r = y[i] - trials[i] * mu[i];
            double variance = family == Family.NEGATIVE_BINOMIAL
                    ? mu[i] * (1 + mu[i] / theta)
                    : trials[i] * (family == Family.BINOMIAL ? mu[i] * (1 - mu[i]) : mu[i]);
            s += r * r / variance;
        }
        return s / (y.length - parameters());
    }

    /** Standard error of a column from the information matrix. */
    public double modelError(int column) {
        return used[column] ? Math.sqrt(inverse.get(column, column)) : Double.NaN;
    }

    /**
     * How much a unit of residual in each cell moves a coefficient: the row of the inverse information times the cell's row of the
     * design. Sums of {@code influence * (y - mu)} over rows of a cluster are its score.
     */
    public double[] influence(int column) {
        double[] u = new double[y.length];
        for (int l = 0; l < x.length; l++) {
            double a = used[column] && used[l] ? inverse.get(column, l) : 0;
            if (a != 0) {
                for (int i = 0; i < u.length; i++) {
                    u[i] += a * centred[l][i];
                }
            }
        }
        return u;
    }

    /** A column with what groups and used columns explain of it, by the model's weights, taken out. */
    double[] residualised(double[] column) {
        double[] sum = new double[groups];
        double[] mean = new double[groups];
        for (int i = 0; i < column.length; i++) {
            sum[group[i]] += weight[i];
            mean[group[i]] += weight[i] * column[i];
        }
        double[] r = new double[column.length];
        for (int i = 0; i < r.length; i++) {
            r[i] = column[i] - mean[group[i]] / sum[group[i]];
        }
        double[] b = new double[x.length];
        for (int j = 0; j < b.length; j++) {
            for (int i = 0; i < r.length; i++) {
                b[j] += weight[i] * centred[j][i] * r[i];
            }
        }
        double[] g = inverse.times(b);
        for (int j = 0; j < b.length; j++) {
            for (int i = 0; used[j] && i < r.length; i++) {
                r[i] -= g[j] * centred[j][i];
            }
        }
        return r;
    }

    /** The same for the constant, when there is one group. */
    public double[] constantInfluence() {
        double sum = 0;
        double[] m = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            sum += weight[i];
            for (int j = 0; j < m.length; j++) {
                m[j] += weight[i] * x[j][i];
            }
        }
        double[] u = new double[y.length];
        Arrays.fill(u, 1 / sum);
        for (int j = 0; j < m.length; j++) {
            double[] uj = influence(j);
            for (int i = 0; i < u.length; i++) {
                u[i] -= m[j] / sum * uj[i];
            }
        }
        return u;
    }

    /** Standard error of the constant from the information matrix, when there is one group. */
    public double constantError() {
        double[] u = constantInfluence();
        double v = 0;
        for (int i = 0; i < u.length; i++) {
            v += weight[i] * u[i] * u[i];
        }
        return Math.sqrt(v);
    }

    /** The whole row of the design of a cell: a one for its group, then the columns not left out. */
    void designRow(int i, double[] into) {
        Arrays.fill(into, 0);
        into[group[i]] = 1;
        int at = groups;
        for (int j = 0; j < x.length; j++) {
            if (used[j]) {
                into[at++] = x[j][i];
            }
        }
    }

    /** Place of a column in the whole row. */
    int position(int column) {
        int at = groups;
        for (int j = 0; j < column; j++) {
            at += used[j] ? 1 : 0;
        }
        return at;
    }

    /** Weight of one trial of a cell in the information. */
    double trialWeight(int i) {
        return slope(mu[i]);
    }

    /**
     * The error of a column for few clusters, cells as observations that each lie in one cluster.
     *
     * @param cluster label per cell from 0
     */
    public BiasReduced biasReduced(int column, int[] cluster) {
        int[] cell = new int[y.length];
        for (int i = 0; i < cell.length; i++) {
            cell[i] = i;
        }
        return used[column] ? BiasReduced.of(this, column, cluster, cell, trials, y) : BiasReduced.NONE;
    }

    /** Residual of a cell on the scale of its score: observed less expected, over the variance's extra share for a negative binomial. */
    double scoreResidual(int i) {
        return score(i, y[i], trials[i]);
    }

    /** The same of some of a cell's trials. */
    double score(int i, double successes, double of) {
        double r = successes - of * mu[i];
        return family == Family.NEGATIVE_BINOMIAL ? r / (1 + mu[i] / theta) : r;
    }

    /**
     * Standard error of a column with cells as observations that may depend within clusters, times
     * {@code G/(G-1) * (n-1)/(n-k)} (HC1 of the sandwich package for R).
     *
     * @param cluster label per cell
     */
    public double clusterError(int column, int[] cluster) {
        return Sandwich.cluster(influence(column), this::scoreResidual, cluster, y.length, parameters());
    }

    /** Standard error of a column robust to a wrong variance, cells as observations (HC0). */
    public double robustError(int column) {
        double[] u = influence(column);
        double v = 0;
        for (int i = 0; i < u.length; i++) {
            double s = u[i] * scoreResidual(i);
            v += s * s;
        }
        return used[column] ? Math.sqrt(v) : Double.NaN;
    }

    /** What turns HC0 into HC1 with cells as observations: {@code sqrt(n/(n-k))}; NaN without a degree of freedom. */
    public double smallSample() {
        return y.length > parameters() ? Math.sqrt((double) y.length / (y.length - parameters())) : Double.NaN;
    }

    /** The same with the trials of the cells as observations: {@code rows} of them. */
    public double clusterErrorOfRows(int column, int[] cluster, long rows) {
        double[] u = influence(column);
        double[] sums = new double[1 + Arrays.stream(cluster).max().orElse(0)];
        boolean[] seen = new boolean[sums.length];
        for (int i = 0; i < cluster.length; i++) {
            sums[cluster[i]] += u[i] * scoreResidual(i);
            seen[cluster[i]] = true;
        }
        return Sandwich.ofSums(sums, Sandwich.count(seen), rows, parameters());
    }
}
