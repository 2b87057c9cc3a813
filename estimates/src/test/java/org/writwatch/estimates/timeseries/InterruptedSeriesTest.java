package org.writwatch.estimates.timeseries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.linear.LeastSquares;

class InterruptedSeriesTest {
    @Test
    void recoversAPlantedBreakExactlyWithoutNoise() {
        double[] y = new double[40];
        for (int t = 0; t < 40; t++) {
            y[t] = 3 + 0.5 * t - (t >= 25 ? 4 + 0.25 * (t - 25) : 0);
        }
        InterruptedSeries s = InterruptedSeries.fit(y, 25);
        assertEquals(3, s.terms().get(0).estimate(), 1e-10);
        assertEquals(0.5, s.terms().get(1).estimate(), 1e-11);
        assertEquals(-4, s.terms().get(2).estimate(), 1e-10);
        assertEquals(-0.25, s.terms().get(3).estimate(), 1e-11);
        assertEquals(-4 - 0.25 * 7, s.meanDifference().estimate(), 1e-10);
        assertEquals(y[39] - s.withoutInterruption()[39], s.fitted()[39] - s.withoutInterruption()[39], 1e-9);
    }

    /** Lag 0, by two separate lines: level change and its White variance from the two sides alone. */
    @Test
    void lagZeroEqualsTwoSeparateLines() {
        SplittableRandom random = new SplittableRandom(4);
        int n = 60;
        int k = 35;
        double[] y = new double[n];
        for (int t = 0; t < n; t++) {
            y[t] = random.nextGaussian() * (1 + t / 20.0);
        }
        double[] before = line(y, 0, k, k);
        double[] after = line(y, k, n, k);
        InterruptedSeries.Term level = InterruptedSeries.fit(y, k, 0).terms().get(2);
        assertEquals(after[0] - before[0], level.estimate(), 1e-10);
        assertEquals(Math.sqrt((before[1] + after[1]) * n / (n - 4.0)), level.standardError(), 1e-10);
    }

    /** Value of the line through y[from..to) at position {@code at}, and the White variance of that value. */
    private static double[] line(double[] y, int from, int to, int at) {
        double m = (from + to - 1) / 2.0;
        double sxx = 0;
        double sxy = 0;
        double mean = 0;
        for (int t = from; t < to; t++) {
            sxx += (t - m) * (t - m);
            sxy += (t - m) * y[t];
            mean += y[t] / (to - from);
        }
        double slope = sxy / sxx;
        double variance = 0;
        for (int t = from; t < to; t++) {
            double u = y[t] - mean - slope * (t - m);
            double weight = 1.0 / (to - from) + (at - m) * (t - m) / sxx;
            variance += weight * weight * u * u;
        }
        return new double[] {mean + slope * (at - m), variance};
    }

    @Test
    void intervalsCoverThePlantedLevelChangeUnderPersistence() {
        SplittableRandom random = new SplittableRandom(11);
        int covered = 0;
        int coveredWithoutLag = 0;
        for (int i = 0; i < 500; i++) {
            double[] y = new double[400];
            double u = 0;
            for (int t = 0; t < 400; t++) {
                u = 0.4 * u + random.nextGaussian();
                y[t] = 10 + u + (t >= 200 ? 2 : 0);
            }
            covered += InterruptedSeries.fit(y, 200, 12)
                            .terms()
                            .get(2)
                            .interval(0.95)
                            .contains(2)
                    ? 1
                    : 0;
            coveredWithoutLag += InterruptedSeries.fit(y, 200, 0)
                            .terms()
                            .get(2)
                            .interval(0.95)
                            .contains(2)
                    ? 1
                    : 0;
        }
        assertTrue(covered >= 450, "covered " + covered + " of 500");
        assertTrue(coveredWithoutLag < 430, "ignoring persistence should cover too rarely: " + coveredWithoutLag);
    }

    @Test
    void tooShortASideIsRefused() {
        NotEstimable e = assertThrows(NotEstimable.class, () -> InterruptedSeries.fit(new double[10], 8));
        assertEquals(NotEstimable.Why.TOO_FEW_PERIODS, e.why());
        assertTrue(e.getMessage().contains("8 and 2"));
        assertThrows(
                IllegalArgumentException.class,
                () -> InterruptedSeries.fit(new double[] {1, 2, 3, Double.NaN, 5, 6, 7, 8}, 4));
    }

    @Test
    void aCollinearColumnIsLeftOutAndReported() {
        double[][] x = {{1, 2, 3}, {1, 3, 4}, {1, 5, 6}, {1, 7, 8}};
        LeastSquares ls = LeastSquares.fit(x, new double[] {1, 2, 4, 6});
        assertEquals(2, ls.used().length);
        assertEquals(1, ls.coefficients()[1], 1e-12);
        assertEquals(0, ls.coefficients()[2]);
    }

    @Test
    void longRunVarianceOfAFirstOrderAutoregression() {
        SplittableRandom random = new SplittableRandom(2);
        double[] u = new double[20000];
        for (int t = 1; t < u.length; t++) {
            u[t] = 0.8 * u[t - 1] + random.nextGaussian();
        }
        assertEquals(25, LongRunVariance.of(u), 4);
    }
}
