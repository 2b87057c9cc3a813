package org.writwatch.estimates.multiple;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.linear.Eigen;
import org.writwatch.estimates.linear.Matrix;

/** P values adjusted for how many claims are made. Given in the order of the claims; a NaN stays NaN and is not counted. */
public final class Multiplicity {
    private Multiplicity() {}

    /** Holm (1979): no false claim among all with the stated probability, whatever their dependence. */
    public static double[] holm(double[] p) {
        int[] order = order(p);
        double[] out = absent(p.length);
        double running = 0;
        for (int i = 0; i < order.length; i++) {
            running = Math.max(running, Math.min(1, (order.length - i) * p[order[i]]));
            out[order[i]] = running;
        }
        return out;
    }

    /** Benjamini and Hochberg (1995): the expected share of false ones among the claims made; for independent or positively dependent tests. */
    public static double[] benjaminiHochberg(double[] p) {
        int[] order = order(p);
        double[] out = absent(p.length);
        double running = 1;
        for (int i = order.length - 1; i >= 0; i--) {
            running = Math.min(running, p[order[i]] * order.length / (i + 1));
            out[order[i]] = running;
        }
        return out;
    }

    /**
     * Romano and Wolf (2005; p values as in 2016): like Holm, but with the dependence between the estimates taken from their covariance, so
     * that claims that move together cost less. The largest studentised error is simulated as normal with that covariance.
     *
     * @param estimates tested against zero; one without variance gets NaN
     * @param draws of the simulation, at least 1
     */
    public static double[] romanoWolf(JointEstimates estimates, int draws, long seed) {
        int n = estimates.size();
        double[] t = new double[n];
        for (int i = 0; i < n; i++) {
            t[i] = -Math.abs(estimates.value(i) / estimates.standardError(i));
        }
        int[] order = order(t);
        int k = order.length;
        Matrix covariance = estimates.covariance().part(order);
        Eigen parts = Eigen.of(covariance);
        double[] values = parts.values();
        Matrix vectors = parts.vectors();
        double[] sd = IntStream.range(0, k)
                .mapToDouble(i -> Math.sqrt(covariance.get(i, i)))
                .toArray();
        int[] atLeast = new int[k];
        SplittableRandom random = new SplittableRandom(seed);
        for (int b = 0; b < draws; b++) {
            double[] z = new double[k];
            for (int j = 0; j < k; j++) {
                double by = random.nextGaussian() * Math.sqrt(Math.max(0, values[j]));
                for (int i = 0; i < k; i++) {
                    z[i] += by * vectors.get(i, j);
                }
            }
            double most = 0;
            for (int i = k - 1; i >= 0; i--) {
                most = Math.max(most, Math.abs(z[i]) / sd[i]);
                atLeast[i] += most >= -t[order[i]] ? 1 : 0;
            }
        }
        double[] out = absent(n);
        double running = 0;
        for (int i = 0; i < k; i++) {
            running = Math.max(running, (atLeast[i] + 1.0) / (draws + 1.0));
            out[order[i]] = running;
        }
        return out;
    }

    /**
     * The same step-down from draws instead of a covariance (Romano and Wolf 2005, algorithm 4.1; p values as in Romano and Wolf 2016).
     *
     * @param estimates tested against zero; NaN is left out
     * @param errors a row per draw, a column per estimate: what the estimates are off by when nothing is true. Bootstrap estimates less the
     *     estimates, or effects of placebo places. Rows with a NaN among the estimates tested are left out. Each column is studentised by its
     *     own standard deviation, as is the estimate
     * @throws org.writwatch.estimates.NotEstimable no row is whole
     */
    public static double[] stepDown(double[] estimates, double[][] errors) {
        int n = estimates.length;
        double[][] whole = Arrays.stream(errors)
                .filter(row ->
                        IntStream.range(0, n).allMatch(i -> Double.isNaN(estimates[i]) || Double.isFinite(row[i])))
                .toArray(double[][]::new);
        if (whole.length == 0) {
            throw new org.writwatch.estimates.NotEstimable(
                    org.writwatch.estimates.NotEstimable.Why.TOO_FEW_UNITS,
                    "none of " + errors.length + " draws has all estimates");
        }
        double[] sd = new double[n];
        double[] t = new double[n];
        for (int i = 0; i < n; i++) {
            double mean = 0;
            for (double[] row : whole) {
                mean += row[i] / whole.length;
            }
            for (double[] row : whole) {
                sd[i] += (row[i] - mean) * (row[i] - mean) / Math.max(1, whole.length - 1);
            }
            sd[i] = Math.sqrt(sd[i]);
            t[i] = sd[i] > 0 ? -Math.abs(estimates[i]) / sd[i] : Double.NaN;
        }
        int[] order = order(t);
        int[] atLeast = new int[order.length];
        for (double[] row : whole) {
            double most = 0;
            for (int i = order.length - 1; i >= 0; i--) {
                most = Math.max(most, Math.abs(row[order[i]]) / sd[order[i]]);
                atLeast[i] += most >= -t[order[i]] * (1 - 1e-12) ? 1 : 0;
            }
        }
        double[] out = absent(n);
        double running = 0;
        for (int i = 0; i < order.length; i++) {
            running = Math.max(running, (atLeast[i] + 1.0) / (whole.length + 1.0));
            out[order[i]] = running;
        }
        return out;
    }

    private static int[] order(double[] p) {
        return IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double[] absent(int n) {
        double[] out = new double[n];
        Arrays.fill(out, Double.NaN);
        return out;
    }
}
