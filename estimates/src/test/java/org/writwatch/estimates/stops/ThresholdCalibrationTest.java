package org.writwatch.estimates.stops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Simulation-based calibration (Talts and others 2018): parameters from the prior, data from the model, and the rank of the truth among the
 * draws, which must be uniform. Long: run with {@code -Dwritwatch.calibration=200}, the number of simulated data sets.
 */
class ThresholdCalibrationTest {
    private static final int BINS = 10;

    @Test
    void ranksOfTheTruthAreUniform() {
        int runs = Integer.getInteger("writwatch.calibration", 0);
        if (runs == 0) {
            System.out.println("skipped: calibration of the threshold test; run with -Dwritwatch.calibration=200");
        }
        Assumptions.assumeTrue(runs > 0, "long");
        SplittableRandom random = new SplittableRandom(4242);
        int[] group = {0, 0, 0, 1, 1, 1};
        int[] place = {0, 1, 2, 0, 1, 2};
        int[][] bins = new int[3][BINS];
        int done = 0;
        for (int r = 0; r < runs; r++) {
            double[] stops = {4000, 2500, 6000, 1500, 900, 2000};
            double[] searches = new double[6];
            double[] hits = new double[6];
            ThresholdModel prior = new ThresholdModel(new ThresholdCells(group, place, stops, stops, stops, 0));
            double[] truth = new double[prior.dimension()];
            for (int j = 0; j < truth.length; j++) {
                truth[j] = random.nextGaussian();
            }
            truth[2] = Math.log(Math.abs(random.nextGaussian()));
            for (int i = 0; i < 6; i++) {
                truth[5 + i] = truth[group[i]] + Math.exp(truth[2]) * random.nextGaussian();
                double s = prior.searchRate(truth, i);
                double h = prior.hitRate(truth, i);
                for (int k = 0; k < stops[i]; k++) {
                    if (random.nextDouble() < s) {
                        searches[i]++;
                        hits[i] += random.nextDouble() < h ? 1 : 0;
                    }
                }
            }
            if (java.util.Arrays.stream(searches).sum() == 0) {
                continue;
            }
            ThresholdCells cells = new ThresholdCells(group, place, stops, searches, hits, 0);
            ThresholdModel model = new ThresholdModel(cells);
            Draws draws = Nuts.sample(model, 1, 500, 990, random.nextLong());
            for (int q = 0; q < 3; q++) {
                int of = new int[] {0, 4, 5}[q];
                double[] values = draws.values(d -> of == 5 ? model.threshold(d, 3) - model.threshold(d, 0) : d[of]);
                double real = of == 5 ? prior.threshold(truth, 3) - prior.threshold(truth, 0) : truth[of];
                int rank = 0;
                for (int i = 0; i < values.length; i += 10) {
                    rank += values[i] < real ? 1 : 0;
                }
                bins[q][Math.min(BINS - 1, rank * BINS / 100)]++;
            }
            done++;
        }
        for (int[] b : bins) {
            double chi = 0;
            for (int n : b) {
                double e = (double) done / BINS;
                chi += (n - e) * (n - e) / e;
            }
            double p = Rates.chiSquaredTail(chi, BINS - 1);
            System.out.println("ranks " + java.util.Arrays.toString(b) + " p " + p);
            assertTrue(p > 0.01, "ranks are not uniform: " + java.util.Arrays.toString(b));
        }
        assertEquals(0, Math.max(0, runs - done - runs / 10), "most data sets have a search");
    }

    @Test
    void gradientsAreThoseOfTheDensities() {
        ThresholdCells cells = new ThresholdCells(
                new int[] {0, 1, 0, 1},
                new int[] {0, 0, 1, 1},
                new double[] {4000, 900, 3000, 700},
                new double[] {90, 40, 70, 20},
                new double[] {40, 12, 33, 9},
                0);
        for (LogDensity d : new LogDensity[] {new ThresholdModel(cells), new ThresholdBeta(cells)}) {
            double[] at = d.start();
            SplittableRandom random = new SplittableRandom(8);
            for (int j = 0; j < at.length; j++) {
                at[j] += 0.2 * random.nextGaussian();
            }
            double[] gradient = new double[at.length];
            d.at(at, gradient);
            double[] unused = new double[at.length];
            for (int j = 0; j < at.length; j++) {
                double[] up = at.clone();
                double[] down = at.clone();
                up[j] += 1e-5;
                down[j] -= 1e-5;
                double slope = (d.at(up, unused) - d.at(down, unused)) / 2e-5;
                assertEquals(
                        slope,
                        gradient[j],
                        1e-5 * (1 + Math.abs(slope)),
                        d.getClass().getSimpleName() + " " + j);
            }
        }
    }
}
