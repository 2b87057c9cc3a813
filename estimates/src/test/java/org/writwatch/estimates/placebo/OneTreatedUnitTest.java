package org.writwatch.estimates.placebo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.writwatch.estimates.NotEstimable;

class OneTreatedUnitTest {
    private static double[][] noise(Random random, int units, int periods) {
        double[][] y = new double[units][periods];
        for (double[] row : y) {
            Arrays.setAll(row, t -> random.nextGaussian());
        }
        return y;
    }

    @Test
    void placebosAreWhatTreatingEachDonorWouldGive() {
        double[][] y = noise(new Random(3), 25, 8);
        double[] treated = y[24];
        double[][] donors = Arrays.copyOf(y, 24);
        OneTreatedUnit one = OneTreatedUnit.of(treated, donors, 5);
        for (int j = 0; j < 24; j++) {
            double[][] others = new double[23][];
            for (int i = 0, at = 0; i < 24; i++) {
                if (i != j) {
                    others[at++] = donors[i];
                }
            }
            assertEquals(OneTreatedUnit.of(donors[j], others, 5).effect(), one.placebos()[j], 1e-12);
        }
    }

    /** Places that were donors to nobody: each test draws its treated unit and its donors afresh. */
    @Test
    void rejectsFiveInAHundredWithoutEffectAndFindsALargeOne() {
        Random random = new Random(17);
        int rejected = 0;
        int covered = 0;
        int found = 0;
        int trials = 2000;
        for (int k = 0; k < trials; k++) {
            double[][] y = noise(random, 40, 8);
            double[][] donors = Arrays.copyOf(y, 39);
            OneTreatedUnit none = OneTreatedUnit.of(y[39], donors, 4);
            rejected += none.rank().p() <= 0.05 ? 1 : 0;
            covered += none.conleyTaber(0.95).orElseThrow().contains(0) ? 1 : 0;
            for (int t = 4; t < 8; t++) {
                y[39][t] += 4;
            }
            found += OneTreatedUnit.of(y[39], donors, 4).rank().p() <= 0.05 ? 1 : 0;
        }
        double error = Math.sqrt(0.05 * 0.95 / trials);
        assertEquals(0.05, rejected / (double) trials, 2.5 * error);
        assertTrue(covered / (double) trials > 0.9, "coverage " + covered);
        assertTrue(found > 0.95 * trials);
    }

    @Test
    void sizeMatters() {
        Random random = new Random(23);
        double[] sizes = new double[60];
        double[][] donors = new double[60][8];
        for (int i = 0; i < 60; i++) {
            sizes[i] = i < 30 ? 1000 : 100_000;
            double spread = i < 30 ? 1 : 0.1;
            Arrays.setAll(donors[i], t -> spread * random.nextGaussian());
        }
        double[] treated = new double[8];
        Arrays.setAll(treated, t -> 0.1 * random.nextGaussian() + (t >= 4 ? 0.5 : 0));
        OneTreatedUnit one = OneTreatedUnit.of(treated, donors, 4);
        double large = one.fermanPinto(100_000, sizes).orElseThrow();
        double small = one.fermanPinto(1000, sizes).orElseThrow();
        assertTrue(large < 0.05, "unusual for a large place: " + large);
        assertTrue(small > 0.2, "not for a small one: " + small);
    }

    @Test
    void refusesWhatSaysNothing() {
        double[][] y = noise(new Random(1), 3, 4);
        assertThrows(NotEstimable.class, () -> OneTreatedUnit.of(y[0], new double[][] {y[1]}, 2));
        assertThrows(NotEstimable.class, () -> OneTreatedUnit.of(y[0], new double[][] {y[1], y[2]}, 0));
        assertTrue(OneTreatedUnit.of(y[0], new double[][] {y[1], y[2]}, 2)
                .conleyTaber(0.95)
                .isEmpty());
    }
}
