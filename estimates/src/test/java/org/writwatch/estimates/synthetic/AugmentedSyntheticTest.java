package org.writwatch.estimates.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.writwatch.estimates.linear.LeastSquares;

class AugmentedSyntheticTest {
    private static double[][] outside(double effect) {
        // The treated unit lies above every donor, so that weights that are not negative cannot reach it.
        Random random = new Random(7);
        double[][] y = new double[16][20];
        for (int i = 0; i < 16; i++) {
            double load = i == 15 ? 2.5 : i / 10.0;
            for (int t = 0; t < 20; t++) {
                y[i][t] = load * Math.sin(t * 0.7) + load * 0.3 * t + 0.05 * random.nextGaussian();
                y[i][t] += i == 15 && t >= 14 ? effect : 0;
            }
        }
        return y;
    }

    @Test
    void takesOutWhatWeightsLeaveUnbalanced() {
        double[][] y = outside(1);
        double plain =
                Synthetic.fit(SyntheticDesign.SYNTHETIC_CONTROL, y, 15, 14).effect();
        AugmentedSynthetic augmented = AugmentedSynthetic.fit(y, 14);
        assertTrue(Math.abs(plain - 1) > 1, "the synthetic control misses by " + (plain - 1));
        assertEquals(1, augmented.effect(), 0.3);
        assertEquals(1, Arrays.stream(augmented.unitWeights()).sum(), 1e-9);
    }

    @Test
    void aLargePenaltyIsTheSyntheticControl() {
        double[][] y = outside(1);
        Synthetic plain = Synthetic.fit(SyntheticDesign.SYNTHETIC_CONTROL, y, 15, 14);
        AugmentedSynthetic same = AugmentedSynthetic.fit(y, 14, 1e15);
        assertArrayEquals(plain.unitWeights(), same.unitWeights(), 1e-9);
        assertEquals(plain.effect(), same.effect(), 1e-9);
    }

    /** The other way to say it: the synthetic control's effect less the ridge prediction of what it leaves, fitted as stacked least squares. */
    @Test
    void isTheSyntheticControlLessARidgePrediction() {
        double[][] y = outside(2);
        double lambda = 0.7;
        int before = 14;
        int n = 15;
        double[] w =
                Synthetic.fit(SyntheticDesign.SYNTHETIC_CONTROL, y, n, before).unitWeights();
        double[] mean = new double[before];
        for (int t = 0; t < before; t++) {
            for (int i = 0; i < n; i++) {
                mean[t] += y[i][t] / n;
            }
        }
        double[][] x = new double[n + before][before];
        for (int i = 0; i < n; i++) {
            for (int t = 0; t < before; t++) {
                x[i][t] = y[i][t] - mean[t];
            }
        }
        for (int t = 0; t < before; t++) {
            x[n + t][t] = Math.sqrt(lambda);
        }
        double effect = 0;
        for (int t = before; t < 20; t++) {
            double[] target = new double[n + before];
            double average = 0;
            for (int i = 0; i < n; i++) {
                average += y[i][t] / n;
            }
            for (int i = 0; i < n; i++) {
                target[i] = y[i][t] - average;
            }
            double[] b = LeastSquares.fit(x, target).coefficients();
            double gap = y[n][t];
            for (int i = 0; i < n; i++) {
                gap -= w[i] * y[i][t];
            }
            for (int k = 0; k < before; k++) {
                double left = y[n][k];
                for (int i = 0; i < n; i++) {
                    left -= w[i] * y[i][k];
                }
                gap -= b[k] * left;
            }
            effect += gap / 6;
        }
        assertEquals(effect, AugmentedSynthetic.fit(y, before, lambda).effect(), 1e-7);
    }
}
