package org.writwatch.estimates.fewclusters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.fixedeffects.Errors;
import org.writwatch.estimates.fixedeffects.FixedEffectsModel;

class WildClusterTest {
    private static final int G = 10;
    private static final int PERIODS = 6;

    private final int[] unit = new int[G * PERIODS];
    private final int[] time = new int[G * PERIODS];
    private final double[] d = new double[G * PERIODS];

    private double[] noise(Random random, double effect) {
        double[] y = new double[G * PERIODS];
        for (int g = 0; g < G; g++) {
            double at = random.nextGaussian();
            for (int t = 0; t < PERIODS; t++) {
                int r = g * PERIODS + t;
                unit[r] = g;
                time[r] = t;
                d[r] = g < 5 && t >= 3 ? 1 : 0;
                at = 0.5 * at + random.nextGaussian();
                y[r] = g + at + effect * d[r];
            }
        }
        return y;
    }

    /** Outcomes remade and the model fitted afresh for every sign pattern. */
    @Test
    void isWhatRefittingEveryPatternGives() {
        double[] y = noise(new Random(5), 1);
        WildCluster fast = WildCluster.test(y, d, new int[][] {unit, time}, unit, 999, 1);
        double[] restricted =
                FixedEffectsModel.of(y).absorb(unit).absorb(time).fit().fitted();
        int[] rows = FixedEffectsModel.of(y).absorb(unit).absorb(time).fit().rowsUsed();
        double[] fitted = new double[y.length];
        for (int i = 0; i < rows.length; i++) {
            fitted[rows[i]] = restricted[i];
        }
        double own = t(y);
        int atLeast = 0;
        for (int b = 0; b < 1 << G; b++) {
            double[] other = new double[y.length];
            for (int r = 0; r < y.length; r++) {
                double sign = (b >> unit[r] & 1) == 0 ? 1 : -1;
                other[r] = fitted[r] + sign * (y[r] - fitted[r]);
            }
            atLeast += Math.abs(t(other)) >= Math.abs(own) * (1 - 1e-9) ? 1 : 0;
        }
        assertEquals(atLeast / 1024.0, fast.p(), 1e-12);
        assertEquals(1024, fast.patterns());
    }

    private double t(double[] y) {
        JointEstimates e = FixedEffectsModel.of(y)
                .absorb(unit)
                .absorb(time)
                .regressor("d", d)
                .fit()
                .estimates(Errors.clustered(unit));
        return e.value(0) / Math.sqrt(e.covariance().get(0, 0));
    }

    @Test
    void rejectsFiveInAHundredWithoutEffectAndFindsALargeOne() {
        Random random = new Random(9);
        int trials = 300;
        int rejected = 0;
        int found = 0;
        for (int k = 0; k < trials; k++) {
            rejected += WildCluster.test(noise(random, 0), d, new int[][] {unit, time}, unit, 999, 1)
                                    .p()
                            <= 0.05
                    ? 1
                    : 0;
            if (k < 60) {
                found += WildCluster.test(noise(random, 3), d, new int[][] {unit, time}, unit, 999, 1)
                                        .p()
                                <= 0.05
                        ? 1
                        : 0;
            }
        }
        assertEquals(0.05, rejected / (double) trials, 3 * Math.sqrt(0.05 * 0.95 / trials));
        assertTrue(found > 45, "found " + found);
    }

    @Test
    void refusesFewTreatedClusters() {
        double[] y = noise(new Random(1), 0);
        double[] few = d.clone();
        for (int r = 0; r < few.length; r++) {
            few[r] = unit[r] < 4 ? few[r] : 0;
        }
        NotEstimable e = assertThrows(
                NotEstimable.class, () -> WildCluster.test(y, few, new int[][] {unit, time}, unit, 999, 1));
        assertTrue(e.getMessage().contains("4 treated clusters"), e.getMessage());
        y[3] = Double.NaN;
        assertThrows(
                IllegalArgumentException.class, () -> WildCluster.test(y, d, new int[][] {unit, time}, unit, 999, 1));
    }
}
