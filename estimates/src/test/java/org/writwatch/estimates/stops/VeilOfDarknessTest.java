package org.writwatch.estimates.stops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.writwatch.estimates.NotEstimable;

class VeilOfDarknessTest {
    private static final int STOPS = 4000;

    /** Stops of officers who differ in whom they stop, each in a few clusters; darkness moves the odds by {@code effect}. */
    private static VeilRows simulated(
            SplittableRandom random, double effect, int clusters, double spread, int[] cluster) {
        short[] minute = new short[STOPS];
        boolean[] dark = new boolean[STOPS];
        boolean[] minority = new boolean[STOPS];
        double[] own = new double[clusters];
        for (int c = 0; c < clusters; c++) {
            own[c] = spread * random.nextGaussian();
        }
        for (int i = 0; i < STOPS; i++) {
            minute[i] = (short) (1010 + random.nextInt(250));
            dark[i] = random.nextDouble() < (minute[i] - 1000) / 270.0;
            cluster[i] = random.nextInt(clusters);
            double odds = Math.exp(-1 + own[cluster[i]] + 0.3 * Math.sin(minute[i] / 40.0) + (dark[i] ? effect : 0));
            minority[i] = random.nextDouble() < odds / (1 + odds);
        }
        return VeilRows.of(minute, dark, minority, List.of(), 4);
    }

    @Test
    void findsAPlantedEffectAndCoversIt() {
        SplittableRandom random = new SplittableRandom(20261);
        int covered = 0;
        double sum = 0;
        int runs = 60;
        for (int r = 0; r < runs; r++) {
            VeilOfDarkness fit = VeilOfDarkness.fit(simulated(random, -0.4, 50, 0, new int[STOPS]));
            sum += fit.coefficient();
            covered += Math.abs(fit.coefficient() + 0.4) < 1.96 * fit.hc1() ? 1 : 0;
        }
        assertEquals(-0.4, sum / runs, 0.04);
        assertTrue(covered >= 52, covered + " of 60 intervals hold the planted effect");
    }

    @Test
    void cellsGiveWhatRowsGive() {
        VeilRows rows = simulated(new SplittableRandom(3), -0.3, 10, 0.2, new int[STOPS]);
        VeilOfDarkness fit = VeilOfDarkness.fit(rows);
        VeilRows.Cells cells = rows.cells();
        double[][] columns = cells.columns(true);
        double[][] x = new double[columns.length][STOPS];
        double[] y = new double[STOPS];
        double[] one = new double[STOPS];
        for (int i = 0; i < STOPS; i++) {
            for (int j = 0; j < x.length; j++) {
                x[j][i] = columns[j][cells.cell()[i]];
            }
            y[i] = rows.minority()[i] ? 1 : 0;
            one[i] = 1;
        }
        CellModel slow = CellModel.logit(x, new int[STOPS], one, y);
        assertEquals(slow.coefficient(0), fit.coefficient(), 1e-9);
        assertEquals(slow.modelError(0), fit.modelError(), 1e-9);
        assertEquals(slow.rowDeviance(), fit.deviance(), 1e-6);
    }

    @Test
    void refusesWhenAGroupOfStopsIsEmpty() {
        boolean[] light = new boolean[STOPS];
        VeilRows rows = simulated(new SplittableRandom(3), 0, 10, 0, new int[STOPS]);
        VeilRows noDark = VeilRows.of(rows.minute(), light, rows.minority(), List.of(), 4);
        assertThrows(NotEstimable.class, () -> VeilOfDarkness.fit(noDark));
    }

    @Test
    void knotsAreQuantilesOfRowsAndTheCurveIsNatural() {
        NaturalSpline s = NaturalSpline.of(new double[] {1, 2, 3, 4, 5}, new long[] {1, 10, 1, 1, 3}, 2);
        assertEquals(2, s.knots()[1], "the median row, not the middle value");
        NaturalSpline wide = NaturalSpline.of(new double[] {0, 1, 2, 3, 4}, new long[] {1, 1, 1, 1, 1}, 4);
        for (int c = 0; c < wide.columns(); c++) {
            for (int k = 0; k < 5; k++) {
                assertEquals(k == c + 1 ? 1 : 0, wide.at(c, k), 1e-12);
            }
            double beyond = wide.at(c, 6) - 2 * wide.at(c, 5) + wide.at(c, 4);
            assertEquals(0, beyond, 1e-9, "straight beyond the range");
        }
    }

    /** With no effect and few clusters, the score bootstrap rejects about one time in twenty; the plain clustered error far more often. */
    @Test
    void bootstrapKeepsItsLevelWithFewClusters() {
        SplittableRandom random = new SplittableRandom(77);
        int runs = 400;
        int rejected = 0;
        for (int r = 0; r < runs; r++) {
            int[] cluster = new int[STOPS];
            VeilOfDarkness fit = VeilOfDarkness.fit(simulated(random, 0, 10, 0.3, cluster));
            rejected += fit.bootstrap(cluster, 199, r).p() < 0.05 ? 1 : 0;
        }
        double share = (double) rejected / runs;
        System.out.println("score bootstrap, 10 clusters: rejects " + share);
        assertTrue(share > 0.02 && share < 0.085, share + " rejected at 5 percent");
    }

    @Test
    void exactCountsOfStandardDeviations() {
        // Castaneda v. Partida: 339 of 870 jurors where 79.1 percent of the population were Mexican-American: about 29
        // deviations.
        StandardDeviations.Count c = StandardDeviations.binomial(339, 870, 0.791);
        assertEquals(688, c.expected(), 1);
        assertEquals(-29, c.deviations(), 0.5);
        StandardDeviations.Count h = StandardDeviations.hypergeometric(3, 20, 10, 6);
        assertEquals(3, h.expected(), 1e-12);
        assertEquals(1, h.p(), 1e-9);
        // Eight marked of eight drawn from ten marked in twenty: 45 of 125970 ways, and as many none.
        StandardDeviations.Count all = StandardDeviations.hypergeometric(8, 20, 10, 8);
        assertEquals(2 * 45 / 125970.0, all.p(), 1e-12);
    }
}
