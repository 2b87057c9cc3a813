package org.writwatch.estimates;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.writwatch.estimates.linear.Matrix;

/** Quantile of the largest absolute coordinate of a normal vector, by simulation in fixed chunks. */
final class SupT {
    private static final int CHUNK = 5_000;
    private static final int MOST_CHUNKS = 20;
    private static final int FEWER_CHUNKS = 8;
    private static final int FEWEST_CHUNKS = 4;
    private static final int BLOCK = 50;

    private SupT() {}

    static double critical(Matrix covariance, double confidence, long seed) {
        int n = covariance.rows();
        double[][] root = correlationRoot(covariance);
        int chunks = n <= 40 ? MOST_CHUNKS : n <= 200 ? FEWER_CHUNKS : FEWEST_CHUNKS;
        SplittableRandom source = new SplittableRandom(seed);
        SplittableRandom[] streams = new SplittableRandom[chunks];
        Arrays.setAll(streams, i -> source.split());
        double[] largest = IntStream.range(0, chunks)
                .parallel()
                .mapToObj(c -> draw(root, n, streams[c]))
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
        return largest[(int) Math.ceil(confidence * largest.length) - 1];
    }

    /** Draws side by side in blocks, so that the innermost loop runs over draws and is done several at a time. */
    private static double[] draw(double[][] root, int n, SplittableRandom random) {
        double[] out = new double[CHUNK];
        double[][] z = new double[n][BLOCK];
        double[] sum = new double[BLOCK];
        for (int from = 0; from < CHUNK; from += BLOCK) {
            for (int d = 0; d < BLOCK; d++) {
                for (int j = 0; j < n; j++) {
                    z[j][d] = random.nextGaussian();
                }
            }
            for (int i = 0; i < n; i++) {
                Arrays.fill(sum, 0);
                double[] r = root[i];
                int j = 0;
                for (; j + 3 < r.length; j += 4) {
                    add(sum, r, z, j);
                }
                for (; j < r.length; j++) {
                    add(sum, r[j], z[j]);
                }
                for (int d = 0; d < BLOCK; d++) {
                    out[from + d] = Math.max(out[from + d], Math.abs(sum[d]));
                }
            }
        }
        return out;
    }

    /** Four coordinates at once, in order: the same bits, and a quarter of the traffic of sums. */
    private static void add(double[] sum, double[] r, double[][] z, int j) {
        double r0 = r[j];
        double r1 = r[j + 1];
        double r2 = r[j + 2];
        double r3 = r[j + 3];
        double[] z0 = z[j];
        double[] z1 = z[j + 1];
        double[] z2 = z[j + 2];
        double[] z3 = z[j + 3];
        for (int d = 0; d < BLOCK; d++) {
            sum[d] = sum[d] + r0 * z0[d] + r1 * z1[d] + r2 * z2[d] + r3 * z3[d];
        }
    }

    private static void add(double[] sum, double times, double[] z) {
        for (int d = 0; d < BLOCK; d++) {
            sum[d] += times * z[d];
        }
    }

    /** Lower-triangular root of the correlation; a coordinate the others determine gets no draw of its own. */
    private static double[][] correlationRoot(Matrix v) {
        int n = v.rows();
        double[][] l = new double[n][];
        for (int i = 0; i < n; i++) {
            l[i] = new double[i + 1];
            double left = 1;
            for (int j = 0; j < i; j++) {
                double s = v.get(i, j) / Math.sqrt(v.get(i, i) * v.get(j, j));
                for (int k = 0; k < j; k++) {
                    s -= l[i][k] * l[j][k];
                }
                l[i][j] = l[j][j] > 1e-7 ? s / l[j][j] : 0;
                left -= l[i][j] * l[i][j];
            }
            l[i][i] = Math.sqrt(Math.max(0, left));
        }
        return l;
    }
}
