package org.writwatch.estimates.grouptime;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Sum of {@code v v'} over many vectors, worked out in a fixed number of lanes that are added in order: the same bits on any number
 * of threads.
 */
final class OuterProducts {
    private static final int LANES = 8;
    private static final int SHORTEST_LANE = 2048;
    private static final int SIDE_BY_SIDE = 4;

    private final int width;
    private final double[] sum;

    private OuterProducts(int width, double[] sum) {
        this.width = width;
        this.sum = sum;
    }

    /** Fills the vector at a position; all zeros on entry. */
    interface Filling {
        void fill(int position, double[] out);
    }

    static OuterProducts over(int from, int to, int width, Supplier<Filling> fillings) {
        int n = to - from;
        int lanes = Math.max(1, Math.min(LANES, n / SHORTEST_LANE));
        double[][] parts = IntStream.range(0, lanes)
                .parallel()
                .mapToObj(l -> lane(
                        from + (int) ((long) n * l / lanes),
                        from + (int) ((long) n * (l + 1) / lanes),
                        width,
                        fillings.get()))
                .toArray(double[][]::new);
        double[] sum = parts[0];
        for (int l = 1; l < lanes; l++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += parts[l][i];
            }
        }
        return new OuterProducts(width, sum);
    }

    double get(int i, int j) {
        return sum[Math.max(i, j) * width + Math.min(i, j)];
    }

    private static double[] lane(int from, int to, int width, Filling filling) {
        double[] sum = new double[width * width];
        double[][] v = new double[SIDE_BY_SIDE][width];
        for (int i = from; i < to; i += SIDE_BY_SIDE) {
            for (int s = 0; s < SIDE_BY_SIDE; s++) {
                Arrays.fill(v[s], 0);
                if (i + s < to) {
                    filling.fill(i + s, v[s]);
                }
            }
            for (int a = 0; a < width; a++) {
                add(sum, a * width, a, v[0], v[1], v[2], v[3]);
            }
        }
        return sum;
    }

    /** Row {@code a} of the lower triangle, four vectors at once. */
    private static void add(double[] sum, int row, int a, double[] v0, double[] v1, double[] v2, double[] v3) {
        double a0 = v0[a];
        double a1 = v1[a];
        double a2 = v2[a];
        double a3 = v3[a];
        for (int b = 0; b <= a; b++) {
            sum[row + b] += a0 * v0[b] + a1 * v1[b] + (a2 * v2[b] + a3 * v3[b]);
        }
    }
}
