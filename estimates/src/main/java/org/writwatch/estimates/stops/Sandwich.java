package org.writwatch.estimates.stops;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Standard errors from sums of scores. */
final class Sandwich {
    private Sandwich() {}

    /** Clustered error of one coefficient from its influence and the residual of each observation. */
    static double cluster(double[] influence, IntToDoubleFunction residual, int[] cluster, int n, int parameters) {
        double[] sums = new double[1 + Arrays.stream(cluster).max().orElse(0)];
        boolean[] seen = new boolean[sums.length];
        for (int i = 0; i < cluster.length; i++) {
            sums[cluster[i]] += influence[i] * residual.applyAsDouble(i);
            seen[cluster[i]] = true;
        }
        return ofSums(sums, count(seen), n, parameters);
    }

    static int count(boolean[] seen) {
        int g = 0;
        for (boolean s : seen) {
            g += s ? 1 : 0;
        }
        return g;
    }

    /** The error of sums over {@code g} clusters; NaN for a single cluster. */
    static double ofSums(double[] sums, int g, long n, int parameters) {
        if (g < 2 || n <= parameters) {
            return Double.NaN;
        }
        double s = 0;
        for (double v : sums) {
            s += v * v;
        }
        return Math.sqrt(s * g / (g - 1.0) * (n - 1.0) / (n - parameters));
    }
}
