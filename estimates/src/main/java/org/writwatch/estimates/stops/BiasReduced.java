package org.writwatch.estimates.stops;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;
import org.writwatch.estimates.linear.Eigen;
import org.writwatch.estimates.linear.Matrix;

/**
 * Clustered error of one coefficient for few clusters: CR2 of Bell and McCaffrey (2002), which is right on average when rows are
 * independent, with the degrees of freedom of Satterthwaite for its t (Pustejovsky and Tipton 2018; for a generalised linear model at the
 * weights of its last step).
 *
 * <p>Residuals of a cluster are turned by {@code (I - H_gg)^(-1/2)}. All of it is done in as many dimensions as the model has parameters,
 * never in as many as a cluster has rows.
 *
 * @param error standard error
 * @param degreesOfFreedom of the t distribution it is read with; about the number of clusters that carry information, less one
 * @param p two-sided, of no effect
 */
public record BiasReduced(double error, double degreesOfFreedom, double p) {
    /** Beyond so many clusters the correction moves nothing and is not computed. */
    public static final int MOST_CLUSTERS = 400;

    private static final int MOST_PARAMETERS = 250;
    private static final double LEVER = 1e-9;

    /** Nothing: one cluster, too many, or too many parameters. */
    static final BiasReduced NONE = new BiasReduced(Double.NaN, Double.NaN, Double.NaN);

    /**
     * The error of a column.
     *
     * @param cluster label from 0 of each entry
     * @param cell cell of each entry
     * @param trials rows of that cell in that cluster
     * @param successes successes among them
     */
    static BiasReduced of(CellModel model, int column, int[] cluster, int[] cell, double[] trials, double[] successes) {
        int clusters = 1 + Arrays.stream(cluster).max().orElse(-1);
        int p = model.parameters();
        if (clusters < 2 || clusters > MOST_CLUSTERS || p > MOST_PARAMETERS) {
            return NONE;
        }
        double[][][] information = new double[clusters][p][p];
        double[][] score = new double[clusters][p];
        double[] x = new double[p];
        for (int e = 0; e < cell.length; e++) {
            model.designRow(cell[e], x);
            double w = trials[e] * model.trialWeight(cell[e]);
            double r = model.score(cell[e], successes[e], trials[e]);
            double[][] s = information[cluster[e]];
            for (int i = 0; i < p; i++) {
                if (x[i] != 0) {
                    score[cluster[e]][i] += r * x[i];
                    for (int j = 0; j <= i; j++) {
                        s[i][j] += w * x[i] * x[j];
                    }
                }
            }
        }
        return of(information, score, model.position(column), model.coefficient(column));
    }

    private static BiasReduced of(double[][][] information, double[][] score, int position, double coefficient) {
        int p = score[0].length;
        Matrix sum = new Matrix(p, p);
        for (double[][] s : information) {
            for (int i = 0; i < p; i++) {
                for (int j = 0; j <= i; j++) {
                    s[j][i] = s[i][j];
                    sum.add(i, j, s[i][j]);
                    if (i != j) {
                        sum.add(j, i, s[i][j]);
                    }
                }
            }
        }
        // R with R R' = (X'WX)^-1, after columns are brought to one scale.
        double[] scale = new double[p];
        for (int i = 0; i < p; i++) {
            scale[i] = Math.sqrt(sum.get(i, i));
        }
        Matrix scaled = new Matrix(p, p);
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                scaled.set(i, j, sum.get(i, j) / (scale[i] * scale[j]));
            }
        }
        Eigen whole = Eigen.of(scaled);
        Matrix root = new Matrix(p, p);
        for (int j = 0; j < p; j++) {
            for (int i = 0; i < p; i++) {
                root.set(i, j, whole.vectors().get(i, j) / Math.sqrt(whole.values()[j]) / scale[i]);
            }
        }
        Matrix rootT = root.transposed();
        double[] v = root.row(position);
        int g = score.length;
        double variance = 0;
        double[] diagonal = new double[g];
        double[][] q = new double[g][];
        for (int c = 0; c < g; c++) {
            Eigen k = Eigen.of(rootT.times(Matrix.of(information[c])).times(root));
            Matrix u = k.vectors().transposed();
            double[] uv = u.times(v);
            double[] us = u.times(rootT.times(score[c]));
            double turned = 0;
            double[] uq = new double[p];
            for (int i = 0; i < p; i++) {
                double lambda = Math.max(0, k.values()[i]);
                double f = 1 - lambda < LEVER ? 0 : 1 / Math.sqrt(1 - lambda);
                turned += uv[i] * f * us[i];
                uq[i] = lambda * f * uv[i];
                diagonal[c] += lambda * f * f * uv[i] * uv[i];
            }
            variance += turned * turned;
            q[c] = k.vectors().times(uq);
        }
        double trace = 0;
        double squares = 0;
        for (int a = 0; a < g; a++) {
            for (int b = 0; b < g; b++) {
                double inner = 0;
                for (int i = 0; i < p; i++) {
                    inner += q[a][i] * q[b][i];
                }
                double m = (a == b ? diagonal[a] : 0) - inner;
                trace += a == b ? m : 0;
                squares += m * m;
            }
        }
        double error = Math.sqrt(variance);
        double df = trace * trace / squares;
        return of(coefficient, error, df);
    }

    /** A coefficient and its error, read with the t distribution of some degrees of freedom; nothing when there are none. */
    public static BiasReduced of(double coefficient, double error, double degreesOfFreedom) {
        if (!(error > 0) || !(degreesOfFreedom > 0)) {
            return NONE;
        }
        double z = Math.abs(coefficient / error);
        return new BiasReduced(
                error, degreesOfFreedom, 2 * new TDistribution(degreesOfFreedom).cumulativeProbability(-z));
    }

    /** Half the length of an interval in units of the coefficient. */
    public double reach(double confidence) {
        return Double.isNaN(error)
                ? Double.NaN
                : error * new TDistribution(degreesOfFreedom).inverseCumulativeProbability(0.5 + confidence / 2);
    }

    /** The smallest absolute coefficient found in 80 of 100 samples like this one at 5 %. */
    public double minimumDetectable() {
        if (Double.isNaN(error)) {
            return Double.NaN;
        }
        TDistribution t = new TDistribution(degreesOfFreedom);
        return error * (t.inverseCumulativeProbability(0.975) + t.inverseCumulativeProbability(0.8));
    }
}
