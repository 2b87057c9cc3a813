package org.writwatch.estimates.fewclusters;

import java.util.SplittableRandom;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.fixedeffects.FixedEffectsFit;
import org.writwatch.estimates.fixedeffects.FixedEffectsModel;
import org.writwatch.estimates.panel.Labels;

/**
 * Wild cluster restricted bootstrap of the t statistic of one coefficient in a linear model with fixed effects (Cameron, Gelbach and Miller
 * 2008; MacKinnon and Webb 2018).
 *
 * <p>Signs are given to whole clusters of restricted residuals. With up to 12 clusters all sign patterns are tried, so no draw is at random
 * and no p below {@code 2 / 2^G} exists. With few <em>treated</em> clusters the method fails (MacKinnon and Webb 2018), so fewer than five
 * are refused.
 *
 * @param statistic t by the cluster-robust error without a correction
 * @param p two-sided, symmetric
 * @param clusters G
 * @param patterns how many sign patterns were tried
 */
public record WildCluster(double statistic, double p, int clusters, int patterns) {
    private static final int ALL_PATTERNS = 12;
    private static final int FEWEST_TREATED = 5;

    /**
     * Tests that a coefficient is zero.
     *
     * @param y outcome, finite
     * @param d regressor, finite, zero where untreated
     * @param effects labels of fixed effects
     * @param cluster label per row
     * @param draws sign patterns when there are too many to try all
     * @throws NotEstimable fewer than five clusters with a regressor that is not zero, or than two without
     */
    public static WildCluster test(double[] y, double[] d, int[][] effects, int[] cluster, int draws, long seed) {
        int[] labels = Labels.distinct(cluster);
        int[] code = Labels.codes(cluster, labels);
        int g = labels.length;
        boolean[] treated = new boolean[g];
        int some = 0;
        for (int r = 0; r < y.length; r++) {
            if (!Double.isFinite(y[r]) || !Double.isFinite(d[r])) {
                throw new IllegalArgumentException("row " + r + ": " + y[r] + ", " + d[r]);
            }
            if (d[r] != 0 && !treated[code[r]]) {
                treated[code[r]] = true;
                some++;
            }
        }
        if (some < FEWEST_TREATED || g < FEWEST_TREATED + 1) {
            throw new NotEstimable(
                    NotEstimable.Why.TOO_FEW_UNITS,
                    some + " treated clusters of " + g + "; " + FEWEST_TREATED + " are needed, and one more");
        }
        double[] left = residuals(d, null, effects);
        double[] restricted = residuals(y, null, effects);
        double size = 0;
        for (double v : left) {
            size += v * v;
        }
        // Scores of cluster h when only cluster k keeps its residuals: everything after is linear in the signs.
        double[] slope = new double[g];
        double[][] score = new double[g][g];
        for (int k = 0; k < g; k++) {
            double[] only = new double[y.length];
            for (int r = 0; r < y.length; r++) {
                if (code[r] == k) {
                    only[r] = restricted[r];
                    slope[k] += left[r] * restricted[r] / size;
                }
            }
            double[] full = residuals(only, left, effects);
            for (int r = 0; r < y.length; r++) {
                score[code[r]][k] += left[r] * full[r];
            }
        }
        double[] ones = new double[g];
        java.util.Arrays.fill(ones, 1);
        double own = statistic(slope, score, ones, size);
        boolean all = g <= ALL_PATTERNS;
        int patterns = all ? 1 << g : draws;
        SplittableRandom random = new SplittableRandom(seed);
        int atLeast = 0;
        double[] sign = new double[g];
        for (int b = 0; b < patterns; b++) {
            for (int k = 0; k < g; k++) {
                boolean up = all ? (b >> k & 1) == 0 : random.nextBoolean();
                sign[k] = up ? 1 : -1;
            }
            atLeast += Math.abs(statistic(slope, score, sign, size)) >= Math.abs(own) * (1 - 1e-10) ? 1 : 0;
        }
        double p = all ? atLeast / (double) patterns : (atLeast + 1.0) / (patterns + 1.0);
        return new WildCluster(own, p, g, patterns);
    }

    private static double statistic(double[] slope, double[][] score, double[] sign, double size) {
        double b = 0;
        double v = 0;
        for (int h = 0; h < sign.length; h++) {
            b += slope[h] * sign[h];
            double s = 0;
            for (int k = 0; k < sign.length; k++) {
                s += score[h][k] * sign[k];
            }
            v += s * s;
        }
        return v == 0 ? 0 : b * size / Math.sqrt(v);
    }

    /** What fixed effects, and a regressor already free of them, leave of a column. */
    private static double[] residuals(double[] y, double @org.jspecify.annotations.Nullable [] x, int[][] effects) {
        FixedEffectsModel m = FixedEffectsModel.of(y).keepSingletons();
        for (int[] e : effects) {
            m.absorb(e);
        }
        if (x != null) {
            m.regressor("x", x);
        }
        FixedEffectsFit fit = m.fit();
        double[] fitted = fit.fitted();
        int[] rows = fit.rowsUsed();
        double[] out = new double[y.length];
        for (int i = 0; i < rows.length; i++) {
            out[rows[i]] = y[rows[i]] - fitted[i];
        }
        return out;
    }
}
