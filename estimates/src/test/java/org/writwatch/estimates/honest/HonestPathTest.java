package org.writwatch.estimates.honest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.writwatch.estimates.Interval;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.honest.HonestPath.Method;
import org.writwatch.estimates.linear.Matrix;

class HonestPathTest {
    private static Matrix covariance(int n, double sd) {
        Matrix v = new Matrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                v.set(i, j, sd * sd * (i == j ? 1 : 0.5));
            }
        }
        return v;
    }

    @Test
    void normalsAreThoseOfR() {
        ReferenceNormals r = new ReferenceNormals(0);
        for (double want : new double[] {1.262954285, -0.326233361, 1.329799263, 1.272429321, 0.414641434}) {
            assertEquals(want, r.next(), 1e-9);
        }
    }

    /** Every corner of the set of weights, by solving for every choice of as many moments as there are equations. */
    private static double best(double[] sd, double[][] x, double[] y) {
        int n = sd.length;
        int m = x[0].length + 1;
        double best = Double.NEGATIVE_INFINITY;
        for (int mask = 0; mask < 1 << n; mask++) {
            if (Integer.bitCount(mask) != m) {
                continue;
            }
            double[][] a = new double[m][m + 1];
            int at = 0;
            int[] set = new int[m];
            for (int j = 0; j < n; j++) {
                if ((mask >> j & 1) == 1) {
                    set[at] = j;
                    a[0][at] = sd[j];
                    for (int k = 1; k < m; k++) {
                        a[k][at] = x[j][k - 1];
                    }
                    at++;
                }
            }
            a[0][m] = 1;
            if (!eliminate(a)) {
                continue;
            }
            double value = 0;
            boolean allowed = true;
            for (int k = 0; k < m; k++) {
                allowed &= a[k][m] >= -1e-10;
                value += a[k][m] * y[set[k]];
            }
            best = allowed ? Math.max(best, value) : best;
        }
        return best;
    }

    private static boolean eliminate(double[][] a) {
        int m = a.length;
        for (int c = 0; c < m; c++) {
            int top = c;
            for (int r = c; r < m; r++) {
                top = Math.abs(a[r][c]) > Math.abs(a[top][c]) ? r : top;
            }
            if (Math.abs(a[top][c]) < 1e-10) {
                return false;
            }
            double[] swap = a[c];
            a[c] = a[top];
            a[top] = swap;
            for (int r = 0; r < m; r++) {
                double f = a[r][c] / a[c][c];
                for (int k = c; r != c && k <= m; k++) {
                    a[r][k] -= f * a[c][k];
                }
            }
        }
        for (int c = 0; c < m; c++) {
            a[c][m] /= a[c][c];
        }
        return true;
    }

    @Test
    void linearProgramFindsTheBestCorner() {
        Random random = new Random(3);
        for (int trial = 0; trial < 60; trial++) {
            int pairs = 3 + random.nextInt(3);
            int k = random.nextInt(3);
            int n = 2 * pairs;
            double[] sd = new double[n];
            double[][] x = new double[n][k];
            for (int i = 0; i < n; i++) {
                sd[i] = 0.5 + random.nextDouble();
                for (int c = 0; c < k; c++) {
                    x[i][c] = i < pairs ? random.nextGaussian() : -x[i - pairs][c];
                }
            }
            DualProgram program = new DualProgram(sd, x);
            for (int again = 0; again < 5; again++) {
                double[] y = random.doubles(n, -2, 2).toArray();
                assertEquals(best(sd, x, y), program.solve(y).value(), 1e-9);
            }
        }
    }

    /** Where another combination takes over, by walking in small steps instead of by Newton's method. */
    @Test
    void truncationEndsWhereAnotherCombinationBinds() {
        assertEquals(1.959963985, ConditionalTest.truncatedQuantile(0.975, -40, 40), 1e-8);
        assertEquals(0.6744897502, ConditionalTest.truncatedQuantile(0.5, 0, 40), 1e-8);
        assertEquals(-0.6744897502, ConditionalTest.truncatedQuantile(0.5, -40, 0), 1e-8);
        assertTrue(ConditionalTest.truncatedQuantile(0.95, 9, 10) > 9);
        // Two moments, no nuisance: given that the first is the larger, its statistic is cut at the second.
        double[][] x = {{}, {}};
        double[][] v = {{1, 0}, {0, 1}};
        ConditionalTest test = new ConditionalTest(x, v, 0.05, 0, 0, 0);
        for (double second = -1; second < 2.4; second += 0.1) {
            double critical = Math.max(0, ConditionalTest.truncatedQuantile(0.95, second, 40));
            assertTrue(test.rejects(new double[] {critical + 1e-6, second}), "second " + second);
            if (critical - 1e-6 > second) {
                assertTrue(!test.rejects(new double[] {critical - 1e-6, second}), "second " + second);
            }
        }
    }

    /** The shortest interval by trying a fine grid of weights on two second differences. */
    @Test
    void fixedLengthIsTheShortestOfAGrid() {
        double[] beta = {0.3, 0.1, -0.2, 0.5, 0.9};
        Matrix v = covariance(5, 0.4);
        v.set(0, 0, 0.3);
        v.set(3, 3, 0.25);
        double[] l = {0.5, 0.5};
        for (double m : new double[] {0, 0.05, 0.3, 2}) {
            double shortest = Double.POSITIVE_INFINITY;
            double centre = 0;
            for (double a = -2; a <= 2; a += 0.02) {
                for (double b = -3; b <= 3; b += 0.02) {
                    // Weights on the three earlier coefficients: second differences a, b and the fixed one on the line
                    // through the start.
                    double s = 0.5 * 1 + 0.5 * 2;
                    double[] w = {a, -2 * a + b, a - 2 * b + s, l[0], l[1]};
                    double variance = 0;
                    double value = 0;
                    for (int i = 0; i < 5; i++) {
                        value += w[i] * beta[i];
                        for (int j = 0; j < 5; j++) {
                            variance += w[i] * w[j] * v.get(i, j);
                        }
                    }
                    double bias = Math.abs(a) + Math.abs(b) + 0.5 + (0.5 + 2 * 0.5);
                    double sd = Math.sqrt(variance);
                    double half = sd * FixedLength.foldedQuantile(m * bias / sd, 0.05);
                    if (half < shortest) {
                        shortest = half;
                        centre = value;
                    }
                }
            }
            Interval got = new FixedLength(beta, v, 3, l).interval(m, 0.05);
            double half = (got.upper() - got.lower()) / 2;
            assertTrue(half <= shortest + 1e-12, m + ": " + half + " against " + shortest);
            assertEquals(shortest, half, 2e-3 * shortest, "M " + m);
            assertEquals(centre, got.lower() + half, 0.05, "M " + m);
        }
        assertEquals(1.959963985, FixedLength.foldedQuantile(0, 0.05), 1e-8);
        assertEquals(10 + 1.644853627, FixedLength.foldedQuantile(10, 0.05), 1e-8);
    }

    /** A trend that bends by exactly M at its worst: intervals cover the truth about as often as they say. */
    @Test
    void intervalsCoverWhenTheBoundHolds() {
        Matrix v = new Matrix(5, 5);
        for (int i = 0; i < 5; i++) {
            v.set(i, i, 0.04);
        }
        double m = 0.1;
        double[] trend = {0.3, 0.1, 0, 0.3, 0.7};
        for (int i = 0; i < 2; i++) {
            // From the left: slopes -0.2, -0.1, 0 and after the start up by M each period.
            trend[i] = i == 0 ? 0.3 : 0.1;
        }
        double[] slopes = {-0.2, -0.1, 0, 0.1, 0.2, 0.3};
        double[] level = new double[6];
        for (int t = 1; t < 6; t++) {
            level[t] = level[t - 1] + slopes[t];
        }
        for (int t = 0; t < 5; t++) {
            trend[t] = (t < 3 ? level[t] : level[t + 1]) - level[3];
        }
        Random random = new Random(8);
        int trials = 300;
        int fixed = 0;
        int hybrid = 0;
        int relative = 0;
        for (int k = 0; k < trials; k++) {
            double[] beta = new double[5];
            for (int t = 0; t < 5; t++) {
                beta[t] = trend[t] + 0.2 * random.nextGaussian() + (t >= 3 ? 1 : 0);
            }
            HonestPath path = HonestPath.of(beta, v, 3);
            fixed += path.smoothness(m, Method.FIXED_LENGTH, 0.95).contains(1) ? 1 : 0;
            if (k < 60) {
                hybrid += path.smoothness(m, Method.HYBRID, 0.95).contains(1) ? 1 : 0;
                relative += path.relativeMagnitude(2, Method.HYBRID, 0.95).contains(1) ? 1 : 0;
            }
        }
        assertTrue(fixed >= 0.92 * trials, "fixed length covers " + fixed);
        assertTrue(hybrid >= 52, "hybrid covers " + hybrid + " of 60");
        assertTrue(relative >= 52, "relative magnitudes cover " + relative + " of 60");
    }

    @Test
    void widerBoundsGiveWiderIntervalsAndABreakdown() {
        double[] beta = {0.02, -0.03, 0.01, 1.0, 1.1};
        HonestPath path = HonestPath.of(beta, covariance(5, 0.1), 3).forAverage();
        Interval before = path.original(0.95);
        for (double m : new double[] {0, 0.5, 1, 2}) {
            Interval next = path.relativeMagnitude(m, Method.HYBRID, 0.95);
            assertTrue(next.upper() - next.lower() >= 0.98 * (before.upper() - before.lower()), "at " + m);
            before = next;
        }
        double relative = path.breakdown(true, 10, 0.95);
        assertTrue(!path.relativeMagnitude(relative * 0.9, Method.HYBRID, 0.95).contains(0));
        assertTrue(path.relativeMagnitude(relative * 1.1, Method.HYBRID, 0.95).contains(0));
        double smooth = path.breakdown(false, 2, 0.95);
        assertTrue(!path.smoothness(smooth, Method.FIXED_LENGTH, 0.95).contains(0));
        assertTrue(path.smoothness(smooth + 0.01, Method.FIXED_LENGTH, 0.95).contains(0));
        assertEquals(
                0, HonestPath.of(new double[] {0, 0.1}, covariance(2, 1), 1).breakdown(true, 1, 0.95));
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThrows(NotEstimable.class, () -> HonestPath.of(new double[] {1, 2}, covariance(2, 1), 0));
        assertThrows(NotEstimable.class, () -> HonestPath.of(new double[] {1, 2}, covariance(2, 1), 2));
        assertThrows(IllegalArgumentException.class, () -> HonestPath.of(new double[] {1}, covariance(2, 1), 1));
        assertThrows(
                IllegalArgumentException.class, () -> HonestPath.of(new double[] {1, Double.NaN}, covariance(2, 1), 1));
        assertThrows(IllegalArgumentException.class, () -> HonestPath.of(new double[] {1, 2}, new Matrix(2, 2), 1));
        HonestPath path = HonestPath.of(new double[] {1, 2}, covariance(2, 1), 1);
        assertThrows(IllegalArgumentException.class, () -> path.relativeMagnitude(-1, Method.HYBRID, 0.95));
        assertThrows(IllegalArgumentException.class, () -> path.relativeMagnitude(1, Method.FIXED_LENGTH, 0.95));
        assertThrows(IllegalArgumentException.class, () -> path.forWeights(new double[] {0}));
    }
}
