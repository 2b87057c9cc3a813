package org.writwatch.estimates.stops;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Draws of several chains of one posterior, with what tells whether they can be believed. */
public final class Draws {
    private final double[][][] draws;
    private final int divergences;
    private final long leapfrogs;

    Draws(double[][][] draws, int divergences, long leapfrogs) {
        this.draws = draws;
        this.divergences = divergences;
        this.leapfrogs = leapfrogs;
    }

    /** Draws after warm-up whose path went wrong: above a handful, the posterior has a corner the sampler did not reach. */
    public int divergences() {
        return divergences;
    }

    /** Steps taken in all, warm-up included. */
    public long leapfrogs() {
        return leapfrogs;
    }

    /** Chains. */
    public int chains() {
        return draws.length;
    }

    /** Parameters of a draw. */
    int dimension() {
        return draws[0][0].length;
    }

    /**
     * A quantity over the draws.
     *
     * @param mean its mean
     * @param sd its standard deviation
     * @param low 2.5 % quantile
     * @param high 97.5 % quantile
     * @param rHat between and within chains, split in halves: near 1 when they agree (Gelman and others 2013, section 11.4)
     * @param ess independent draws the mean is worth, by autocorrelations of the split chains (the same, section 11.5)
     */
    public record Summary(double mean, double sd, double low, double high, double rHat, double ess) {}

    /** Summary of a function of the parameters. */
    public Summary summary(ToDoubleFunction<double[]> quantity) {
        int half = draws[0].length / 2;
        double[][] split = new double[draws.length * 2][half];
        for (int c = 0; c < draws.length; c++) {
            for (int i = 0; i < half; i++) {
                split[2 * c][i] = quantity.applyAsDouble(draws[c][i]);
                split[2 * c + 1][i] = quantity.applyAsDouble(draws[c][draws[c].length - half + i]);
            }
        }
        double[] all =
                Arrays.stream(split).flatMapToDouble(Arrays::stream).sorted().toArray();
        double mean = Arrays.stream(all).average().orElse(Double.NaN);
        double squares = 0;
        for (double v : all) {
            squares += (v - mean) * (v - mean);
        }
        double[] convergence = convergence(split);
        return new Summary(
                mean,
                Math.sqrt(squares / (all.length - 1)),
                quantile(all, 0.025),
                quantile(all, 0.975),
                convergence[0],
                convergence[1]);
    }

    /** All values of a quantity, chain after chain. */
    public double[] values(ToDoubleFunction<double[]> quantity) {
        return Arrays.stream(draws)
                .flatMap(Arrays::stream)
                .mapToDouble(quantity)
                .toArray();
    }

    private static double quantile(double[] sorted, double p) {
        double h = (sorted.length - 1) * p;
        int i = (int) h;
        return i + 1 < sorted.length ? sorted[i] + (h - i) * (sorted[i + 1] - sorted[i]) : sorted[i];
    }

    private static double[] convergence(double[][] chains) {
        int m = chains.length;
        int n = chains[0].length;
        double[] means = new double[m];
        double within = 0;
        for (int c = 0; c < m; c++) {
            means[c] = Arrays.stream(chains[c]).average().orElse(0);
            double s = 0;
            for (double v : chains[c]) {
                s += (v - means[c]) * (v - means[c]);
            }
            within += s / (n - 1) / m;
        }
        double grand = Arrays.stream(means).average().orElse(0);
        double between = 0;
        for (double v : means) {
            between += (v - grand) * (v - grand) / (m - 1);
        }
        double plus = within * (n - 1) / n + between;
        if (!(within > 0)) {
            return new double[] {1, (double) m * n};
        }
        double tau = 1;
        double previous = Double.POSITIVE_INFINITY;
        for (int t = 1; t + 1 < n; t += 2) {
            double pair = correlation(chains, means, t, within, plus) + correlation(chains, means, t + 1, within, plus);
            if (t == 1) {
                double lead = 1 + correlation(chains, means, 1, within, plus);
                tau = -1 + 2 * lead;
                pair = correlation(chains, means, 2, within, plus) + correlation(chains, means, 3, within, plus);
                t = 2;
            }
            if (pair < 0) {
                break;
            }
            pair = Math.min(pair, previous);
            previous = pair;
            tau += 2 * pair;
        }
        double total = (double) m * n;
        double ess = Math.min(total / Math.max(tau, 1 / Math.log10(total)), total * Math.log10(total));
        return new double[] {Math.sqrt(plus / within), ess};
    }

    private static double correlation(double[][] chains, double[] means, int lag, double within, double plus) {
        double s = 0;
        int n = chains[0].length;
        for (int c = 0; c < chains.length; c++) {
            double[] x = chains[c];
            double a = 0;
            for (int i = 0; i + lag < n; i++) {
                a += (x[i] - means[c]) * (x[i + lag] - means[c]);
            }
            s += a / n / chains.length;
        }
        return 1 - (within * (n - 1) / n - s) / plus;
    }
}
