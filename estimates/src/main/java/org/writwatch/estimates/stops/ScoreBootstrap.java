package org.writwatch.estimates.stops;

import java.util.SplittableRandom;

/**
 * Wild bootstrap of a sum of cluster scores under the null, studentised about its mean. Every pattern is counted with up to 12 clusters: of
 * the six weights of Webb (2023, Canadian Journal of Economics 56, 839) with seven or fewer, of signs beyond; with more clusters signs are
 * drawn.
 */
public final class ScoreBootstrap {
    private static final int ALL_PATTERNS = 12;

    /** With so few clusters signs alone have too few patterns to tell 5 %; Webb's weights have {@code 6^G}. */
    private static final int SIX_POINTS = 7;

    private static final double[] WEBB = {-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)};

    private ScoreBootstrap() {}

    /**
     * A test of the null.
     *
     * @param statistic sum of scores over its cluster-robust error
     * @param p share of patterns at least as extreme; never 0
     * @param clusters how many there are
     * @param patterns counted or drawn
     */
    public record Test(double statistic, double p, int clusters, int patterns) {}

    static Test test(double[] scores, int draws, long seed) {
        int g = scores.length;
        double observed = studentised(scores);
        if (g < 2) {
            return new Test(observed, Double.NaN, g, 0);
        }
        double[] turned = new double[g];
        double bar = Math.abs(observed) * (1 - 1e-12);
        if (g <= SIX_POINTS) {
            return everyWebb(scores, observed, bar);
        }
        if (g <= ALL_PATTERNS) {
            int patterns = 1 << g;
            int beyond = 0;
            for (int b = 0; b < patterns; b++) {
                for (int c = 0; c < g; c++) {
                    turned[c] = ((b >> c) & 1) == 0 ? scores[c] : -scores[c];
                }
                beyond += Math.abs(studentised(turned)) >= bar ? 1 : 0;
            }
            return new Test(observed, (double) beyond / patterns, g, patterns);
        }
        SplittableRandom random = new SplittableRandom(seed);
        int beyond = 1;
        for (int b = 0; b < draws; b++) {
            long bits = 0;
            for (int c = 0; c < g; c++) {
                if ((c & 63) == 0) {
                    bits = random.nextLong();
                }
                turned[c] = ((bits >>> (c & 63)) & 1) == 0 ? scores[c] : -scores[c];
            }
            beyond += Math.abs(studentised(turned)) >= bar ? 1 : 0;
        }
        return new Test(observed, (double) beyond / (draws + 1), g, draws);
    }

    private static Test everyWebb(double[] scores, double observed, double bar) {
        int g = scores.length;
        int patterns = (int) Math.pow(WEBB.length, g);
        double[] turned = new double[g];
        int beyond = 0;
        for (int b = 0; b < patterns; b++) {
            int rest = b;
            for (int c = 0; c < g; c++) {
                turned[c] = scores[c] * WEBB[rest % WEBB.length];
                rest /= WEBB.length;
            }
            beyond += Math.abs(studentised(turned)) >= bar ? 1 : 0;
        }
        return new Test(observed, (double) beyond / patterns, g, patterns);
    }

    private static double studentised(double[] s) {
        double sum = 0;
        double squares = 0;
        for (double v : s) {
            sum += v;
            squares += v * v;
        }
        double variance = squares - sum * sum / s.length;
        return variance > 0 ? sum / Math.sqrt(variance) : sum == 0 ? 0 : Math.copySign(1e300, sum);
    }
}
