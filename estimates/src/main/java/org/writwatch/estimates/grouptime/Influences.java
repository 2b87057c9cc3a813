package org.writwatch.estimates.grouptime;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.linear.Matrix;

/**
 * Influence of each unit on each cell's effect, then on each cohort's share of units. Scaled so that the covariance is the sum of
 * outer products over the square of the number of units.
 */
interface Influences {
    /** Number of units. */
    int units();

    /** Cells plus cohorts. */
    int width();

    /** Fills the influences of one unit; {@code out} is all zeros on entry. May be called by several threads. */
    void fill(int unit, double[] out);

    /** Covariance with every unit by itself; fixed chunks, merged in order. */
    default Matrix covariance() {
        int width = width();
        int chunk = 8192;
        int chunks = (units() + chunk - 1) / chunk;
        Matrix[] parts = IntStream.range(0, chunks)
                .parallel()
                .mapToObj(c -> outerProducts(c * chunk, Math.min(units(), (c + 1) * chunk)))
                .toArray(Matrix[]::new);
        Matrix sum = new Matrix(width, width);
        for (Matrix part : parts) {
            sum = sum.plus(part);
        }
        return mirrored(sum.scaled(1.0 / units() / units()));
    }

    /** Covariance when units of one cluster may move together. */
    default Matrix covariance(int[] cluster, int clusters) {
        int width = width();
        double[] @Nullable [] sums = sums(cluster, clusters);
        Matrix sum = new Matrix(width, width);
        for (double @Nullable [] s : sums) {
            if (s != null) {
                addOuter(sum, s);
            }
        }
        return mirrored(sum.scaled(1.0 / units() / units()));
    }

    /**
     * Multiplier bootstrap: every row is one draw of the mean influence with Rademacher multipliers (plus or minus one), one
     * per cluster (or unit, when there are none). Draws come in fixed blocks with a stream each.
     */
    default Matrix draws(int count, long seed, int @Nullable [] cluster, int clusters) {
        double[] @Nullable [] rows = cluster == null ? null : sums(cluster, clusters);
        int block = 256;
        int blocks = (count + block - 1) / block;
        SplittableRandom source = new SplittableRandom(seed);
        SplittableRandom[] streams = new SplittableRandom[blocks];
        java.util.Arrays.setAll(streams, b -> source.split());
        Matrix out = new Matrix(count, width());
        IntStream.range(0, blocks).parallel().forEach(b -> {
            int to = Math.min(count, (b + 1) * block);
            double[] row = new double[width()];
            for (int i = 0; i < (rows == null ? units() : clusters); i++) {
                if (rows == null) {
                    java.util.Arrays.fill(row, 0);
                    fill(i, row);
                } else {
                    double[] sum = rows[i];
                    if (sum == null) {
                        continue;
                    }
                    row = sum;
                }
                long signs = 0;
                for (int d = b * block; d < to; d++) {
                    signs = d % 64 == 0 ? streams[b].nextLong() : signs >>> 1;
                    double v = (signs & 1) == 0 ? -1 : 1;
                    for (int j = 0; j < row.length; j++) {
                        out.add(d, j, v * row[j] / units());
                    }
                }
            }
        });
        return out;
    }

    private double[] @Nullable [] sums(int[] cluster, int clusters) {
        int width = width();
        double[] @Nullable [] sums = new double[clusters][];
        double[] row = new double[width];
        for (int i = 0; i < units(); i++) {
            java.util.Arrays.fill(row, 0);
            fill(i, row);
            double[] to = sums[cluster[i]];
            if (to == null) {
                sums[cluster[i]] = row.clone();
            } else {
                for (int j = 0; j < width; j++) {
                    to[j] += row[j];
                }
            }
        }
        return sums;
    }

    private Matrix outerProducts(int from, int to) {
        Matrix sum = new Matrix(width(), width());
        double[] row = new double[width()];
        for (int i = from; i < to; i++) {
            java.util.Arrays.fill(row, 0);
            fill(i, row);
            addOuter(sum, row);
        }
        return sum;
    }

    private static void addOuter(Matrix m, double[] v) {
        double[] out = m.data();
        int n = v.length;
        for (int i = 0; i < n; i++) {
            double a = v[i];
            if (a != 0) {
                int row = i * n;
                for (int j = 0; j <= i; j++) {
                    out[row + j] += a * v[j];
                }
            }
        }
    }

    private static Matrix mirrored(Matrix lower) {
        for (int i = 0; i < lower.rows(); i++) {
            for (int j = 0; j < i; j++) {
                lower.set(j, i, lower.get(i, j));
            }
        }
        return lower;
    }
}
