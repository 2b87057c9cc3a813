package org.writwatch.estimates.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.writwatch.estimates.NotEstimable;

class SyntheticTest {
    private static final int DONORS = 12;
    private static final int PERIODS = 24;
    private static final int BEFORE = 18;

    /** Independent random walks; the last unit is half of two others, and 3 higher after the start. */
    private static double[][] planted(double effect) {
        Random random = new Random(5);
        double[][] y = new double[DONORS + 1][PERIODS];
        for (int i = 0; i < DONORS; i++) {
            double level = 10 * i;
            for (int t = 0; t < PERIODS; t++) {
                level += random.nextGaussian();
                y[i][t] = level;
            }
        }
        for (int t = 0; t < PERIODS; t++) {
            y[DONORS][t] = 0.5 * y[2][t] + 0.5 * y[7][t] + (t >= BEFORE ? effect : 0);
        }
        return y;
    }

    @Test
    void findsAPlantedEffectAndItsPlantedWeights() {
        Synthetic sc = Synthetic.fit(SyntheticDesign.SYNTHETIC_CONTROL, planted(3), DONORS, BEFORE);
        assertEquals(3, sc.effect(), 0.1);
        assertEquals(0.5, sc.unitWeights()[2], 0.1);
        assertEquals(0.5, sc.unitWeights()[7], 0.1);
        assertEquals(1, Arrays.stream(sc.unitWeights()).sum(), 1e-12);
        Synthetic[] placebos = sc.placebos();
        assertEquals(1.0 / (DONORS + 1), sc.errorRatioRank(placebos).p(), 1e-12);
        assertTrue(sc.conformal(3) > 0.3, "the truth is not rejected");
        assertTrue(sc.conformal(0) < sc.conformal(3), "no effect is less likely");
    }

    @Test
    void fineIterationsFindThePlantedWeights() {
        Synthetic fine = Synthetic.fit(
                SyntheticDesign.SYNTHETIC_CONTROL, planted(3), DONORS, BEFORE, new Synthetic.Precision(1e-9, 400_000));
        assertEquals(0.5, fine.unitWeights()[2], 0.02);
        assertEquals(0.5, fine.unitWeights()[7], 0.02);
        assertEquals(3, fine.effect(), 0.02);
    }

    /** Panels drawn afresh: rejects 5 in 100 when nothing happened, and finds what is three times the noise. */
    @Test
    void conformalKeepsItsSizeAndFindsALargeEffect() {
        Random random = new Random(29);
        int trials = 400;
        int rejected = 0;
        int found = 0;
        for (int k = 0; k < trials; k++) {
            double[][] y = new double[9][40];
            for (double[] row : y) {
                Arrays.setAll(row, t -> random.nextGaussian());
            }
            rejected += conformal(y) <= 0.05 ? 1 : 0;
            for (int t = 36; t < 40; t++) {
                y[8][t] += 3;
            }
            found += conformal(y) <= 0.05 ? 1 : 0;
        }
        double error = Math.sqrt(0.05 * 0.95 / trials);
        assertEquals(0.05, rejected / (double) trials, 3 * error);
        assertTrue(found >= 0.8 * trials, "found " + found);
    }

    private static double conformal(double[][] y) {
        return Synthetic.fit(SyntheticDesign.SYNTHETIC_DID, y, 8, 36).conformal(0);
    }

    @Test
    void weightsAreThoseOfAnIndependentSolver() {
        Random random = new Random(11);
        for (int trial = 0; trial < 20; trial++) {
            int n = 3 + random.nextInt(6);
            int rows = 5 + random.nextInt(10);
            double[][] columns = new double[n][rows];
            double[] target = new double[rows];
            for (int i = 0; i < rows; i++) {
                target[i] = random.nextGaussian();
                for (int j = 0; j < n; j++) {
                    columns[j][i] = random.nextGaussian();
                }
            }
            double zeta = 0.3;
            double[] fast =
                    new SimplexWeights(columns, target, false, zeta, 1e-13).from(SimplexWeights.equal(n), 1_000_000);
            double[] slow = exponentiatedGradient(columns, target, zeta);
            assertEquals(objective(columns, target, zeta, slow), objective(columns, target, zeta, fast), 2e-6);
            assertEquals(1, Arrays.stream(fast).sum(), 1e-9);
            assertTrue(Arrays.stream(fast).min().orElse(-1) >= 0);
        }
    }

    /** Another method altogether: multiplicative steps on the simplex, small and many. */
    private static double[] exponentiatedGradient(double[][] columns, double[] target, double zeta) {
        int n = columns.length;
        int rows = target.length;
        double[] x = SimplexWeights.equal(n);
        for (int step = 0; step < 40_000; step++) {
            double[] left = new double[rows];
            for (int i = 0; i < rows; i++) {
                left[i] = -target[i];
                for (int j = 0; j < n; j++) {
                    left[i] += x[j] * columns[j][i];
                }
            }
            double sum = 0;
            for (int j = 0; j < n; j++) {
                double g = 2 * zeta * zeta * x[j];
                for (int i = 0; i < rows; i++) {
                    g += 2 * columns[j][i] * left[i] / rows;
                }
                x[j] *= Math.exp(-0.05 * g);
                sum += x[j];
            }
            for (int j = 0; j < n; j++) {
                x[j] /= sum;
            }
        }
        return x;
    }

    private static double objective(double[][] columns, double[] target, double zeta, double[] x) {
        double value = 0;
        for (int i = 0; i < target.length; i++) {
            double e = -target[i];
            for (int j = 0; j < x.length; j++) {
                e += x[j] * columns[j][i];
            }
            value += e * e / target.length;
        }
        for (double v : x) {
            value += zeta * zeta * v * v;
        }
        return value;
    }

    @Test
    void plainDifferenceIsThatOfFourMeans() {
        double[][] y = planted(3);
        double[] change = new double[DONORS + 1];
        for (int i = 0; i <= DONORS; i++) {
            double pre = Arrays.stream(y[i], 0, BEFORE).average().orElseThrow();
            change[i] = Arrays.stream(y[i], BEFORE, PERIODS).average().orElseThrow() - pre;
        }
        double want =
                change[DONORS] - Arrays.stream(change, 0, DONORS).average().orElseThrow();
        Synthetic did = Synthetic.fit(SyntheticDesign.DIFFERENCE_IN_DIFFERENCES, y, DONORS, BEFORE);
        assertEquals(want, did.effect(), 1e-10);
        double after = Arrays.stream(did.gaps(), BEFORE, PERIODS).average().orElseThrow();
        assertEquals(want, after, 1e-10, "gaps average to the effect");
    }

    @Test
    void refusesAJackknifeOfOneTreatedUnit() {
        Synthetic one = Synthetic.fit(SyntheticDesign.SYNTHETIC_DID, planted(3), DONORS, BEFORE);
        assertEquals(
                NotEstimable.Why.TOO_FEW_UNITS,
                assertThrows(NotEstimable.class, one::jackknife).why());
        Synthetic several = Synthetic.fit(SyntheticDesign.SYNTHETIC_DID, planted(3), DONORS - 4, BEFORE);
        assertTrue(several.jackknife() > 0);
        assertEquals(
                NotEstimable.Why.TOO_FEW_UNITS,
                assertThrows(NotEstimable.class, () -> one.bootstrapError(10, 1))
                        .why());
        assertEquals(several.placeboError(50, 1), several.placeboError(50, 1), 0.0, "the seed decides");
        assertThrows(NotEstimable.class, () -> Synthetic.fit(SyntheticDesign.SYNTHETIC_DID, planted(3), 1, BEFORE));
        assertThrows(NotEstimable.class, () -> Synthetic.fit(SyntheticDesign.SYNTHETIC_DID, planted(3), DONORS, 1));
    }

    /** Ten treated among forty: the three errors of one estimate are near the spread of estimates over many tables. */
    @Test
    void errorsOfSeveralTreatedUnitsAreNearTheSpreadOfTheirEstimates() {
        double[] effects = new double[60];
        double[] errors = new double[3];
        for (int k = 0; k < effects.length; k++) {
            Random random = new Random(70 + k);
            double[][] y = new double[40][8];
            for (double[] row : y) {
                double level = random.nextGaussian();
                for (int t = 0; t < row.length; t++) {
                    row[t] = level + 0.2 * t + random.nextGaussian();
                }
            }
            Synthetic fit = Synthetic.fit(SyntheticDesign.SYNTHETIC_DID, y, 30, 5);
            effects[k] = fit.effect();
            if (k % 10 == 0) {
                errors[0] += fit.bootstrapError(60, k) / 6;
                errors[1] += fit.jackknife() / 6;
                errors[2] += fit.placeboError(60, k) / 6;
            }
        }
        double spread = Synthetic.spread(effects);
        for (double error : errors) {
            assertEquals(spread, error, 0.3 * spread, Arrays.toString(errors));
        }
    }
}
