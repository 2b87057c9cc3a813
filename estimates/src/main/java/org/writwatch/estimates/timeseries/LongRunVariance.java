package org.writwatch.estimates.timeseries;

/**
 * Variance of a mean of dependent readings, times their number: the spectral density at frequency zero.
 *
 * <p>An autoregression is fitted by the Durbin-Levinson recursion, its order chosen by the corrected Akaike criterion,
 * and its variance carried to frequency zero (Berk 1974; den Haan and Levin 1997). Daily, weekly and four-weekly sums are
 * each fitted and the largest answer wins, so that slow waves hidden under daily noise are not missed. Errs upwards.
 */
public final class LongRunVariance {
    private static final int[] SUMS = {7, 28};
    private static final int FEWEST_SUMS = 24;

    private LongRunVariance() {}

    /**
     * Estimates the long-run variance.
     *
     * @param residuals readings with their mean already removed, in time order
     * @return long-run variance per period; never below the plain variance; 0 only when every residual is 0
     */
    public static double of(double[] residuals) {
        int n = residuals.length;
        double plain = 0;
        for (double r : residuals) {
            plain += r * r;
        }
        plain /= Math.max(1, n);
        if (plain == 0) {
            return 0;
        }
        double largest = Math.max(plain, autoregressive(residuals, Math.min(30, n / 12)));
        for (int size : SUMS) {
            if (n / size >= FEWEST_SUMS) {
                double[] sums = sums(residuals, size);
                largest = Math.max(largest, autoregressive(sums, Math.min(12, sums.length / 6)) / size);
            }
        }
        return largest;
    }

    private static double[] sums(double[] r, int size) {
        int m = r.length / size;
        int skip = r.length - m * size;
        double[] out = new double[m];
        for (int i = 0; i < m * size; i++) {
            out[i / size] += r[skip + i];
        }
        return out;
    }

    private static double autoregressive(double[] r, int longest) {
        int n = r.length;
        double[] gamma = new double[longest + 1];
        for (int lag = 0; lag <= longest; lag++) {
            double s = 0;
            for (int t = lag; t < n; t++) {
                s += r[t] * r[t - lag];
            }
            gamma[lag] = s / n;
        }
        if (gamma[0] <= 0) {
            return 0;
        }
        double[] a = new double[longest + 1];
        double[] previous = new double[longest + 1];
        double innovation = gamma[0];
        double bestCriterion = n * Math.log(innovation);
        double bestVariance = innovation;
        double bestGain = 1;
        for (int p = 1; p <= longest; p++) {
            double k = gamma[p];
            for (int j = 1; j < p; j++) {
                k -= a[j] * gamma[p - j];
            }
            k /= innovation;
            System.arraycopy(a, 0, previous, 0, p);
            a[p] = k;
            for (int j = 1; j < p; j++) {
                a[j] = previous[j] - k * previous[p - j];
            }
            innovation *= 1 - k * k;
            if (innovation <= 1e-12 * gamma[0]) {
                break;
            }
            double criterion = n * Math.log(innovation) + 2.0 * (p + 1) * n / (n - p - 2);
            if (criterion < bestCriterion) {
                bestCriterion = criterion;
                bestVariance = innovation;
                bestGain = 1;
                for (int j = 1; j <= p; j++) {
                    bestGain -= a[j];
                }
            }
        }
        // Autoregressive coefficients are biased towards independence by about (1 + 3 rho) / n (Kendall 1954).
        double gain = Math.max(Math.max(bestGain, 0.01) - 2 * (3 - 2 * bestGain) / n, 0.005);
        return bestVariance / (gain * gain);
    }
}
