package org.writwatch.estimates.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.linear.Matrix;
import org.writwatch.estimates.placebo.RankInference;

class PowerTest {
    @Test
    void detectableEffectIsFoundAsOftenAsItSays() {
        assertEquals(2.801585 * 0.1, Detectable.withError(0.1, 0.05, 0.8), 1e-6);
        Random random = new Random(2);
        double[] placebos =
                random.ints(60, 0, 1).mapToDouble(i -> random.nextGaussian()).toArray();
        double effect = Detectable.withPlacebos(placebos, 0.05, 0.8);
        int found = 0;
        for (int i = 0; i < 60; i++) {
            double[] others = new double[59];
            for (int k = 0, at = 0; k < 60; k++) {
                if (k != i) {
                    others[at++] = placebos[k];
                }
            }
            for (int sign = -1; sign <= 1; sign += 2) {
                double treated = placebos[i] + sign * effect;
                found += RankInference.of(treated, others, RankInference.Side.TWO_SIDED)
                                        .p()
                                <= 0.05
                        ? 1
                        : 0;
            }
        }
        assertEquals(0.8, found / 120.0, 0.05);
        assertTrue(Double.isInfinite(Detectable.withPlacebos(new double[10], 0.05, 0.8)));
    }

    @Test
    void pretestPowerIsThatOfIndependentNormals() {
        Matrix v = new Matrix(4, 4);
        for (int i = 0; i < 4; i++) {
            v.set(i, i, 0.04);
        }
        PretestPower test = PretestPower.of(new double[] {-3, -2, 0, 1}, v, 2, -1, 0.05, 1);
        assertEquals(1 - 0.95 * 0.95, test.power(0), 0.006);
        // A slope of 0.2: means one and two standard errors below, at distances 1 and 2 from the base.
        var normal = new org.hipparchus.distribution.continuous.NormalDistribution();
        double z = 1.959963985;
        double one = normal.cumulativeProbability(z - 1) - normal.cumulativeProbability(-z - 1);
        double two = normal.cumulativeProbability(z - 2) - normal.cumulativeProbability(-z - 2);
        assertEquals(1 - one * two, test.power(0.2), 0.01);
        double half = test.slope(0.5);
        assertEquals(0.5, test.power(half), 0.001);
        assertTrue(test.slope(0.8) > half);
        double[] mean = test.meanGivenPass(half);
        assertEquals(2 * half, mean[3], 0.02, "independent of those tested: the whole bias stays");
        assertTrue(Math.abs(mean[0]) < 2 * half, "what was tested looks better than it is");
        assertThrows(NotEstimable.class, () -> PretestPower.of(new double[] {0, 1}, v, 0, -1, 0.05, 1));
    }
}
