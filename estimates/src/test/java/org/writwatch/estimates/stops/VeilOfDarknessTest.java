package org.writwatch.estimates.stops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.linear.Eigen;
import org.writwatch.estimates.linear.Matrix;

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

    /** The definition in as many dimensions as rows, on few rows, against the short way. */
    @Test
    void biasReducedErrorIsThatOfTheDefinition() {
        SplittableRandom random = new SplittableRandom(5);
        int n = 60;
        int g = 5;
        double[][] x = {new double[n], new double[n]};
        int[] group = new int[n];
        int[] cluster = new int[n];
        double[] one = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[0][i] = random.nextInt(2);
            x[1][i] = random.nextDouble();
            group[i] = i % 2;
            cluster[i] = random.nextInt(g);
            one[i] = 1;
            y[i] = random.nextInt(2);
        }
        CellModel m = CellModel.logit(x, group, one, y);
        BiasReduced fast = m.biasReduced(0, cluster);
        Matrix d = new Matrix(n, 4);
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            double w = Math.sqrt(m.fitted()[i] * (1 - m.fitted()[i]));
            d.set(i, group[i], w);
            d.set(i, 2, w * x[0][i]);
            d.set(i, 3, w * x[1][i]);
            z[i] = (y[i] - m.fitted()[i]) / w;
        }
        Matrix inverse = inverse(d.transposed().times(d));
        Matrix hat = d.times(inverse).times(d.transposed());
        double variance = 0;
        Matrix a = new Matrix(g, n);
        for (int c = 0; c < g; c++) {
            int k = c;
            int[] rows = java.util.stream.IntStream.range(0, n)
                    .filter(i -> cluster[i] == k)
                    .toArray();
            Matrix own = new Matrix(rows.length, rows.length);
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < rows.length; j++) {
                    own.set(i, j, (i == j ? 1 : 0) - hat.get(rows[i], rows[j]));
                }
            }
            Eigen e = Eigen.of(own);
            double t = 0;
            for (int i = 0; i < rows.length; i++) {
                double turned = 0;
                for (int j = 0; j < rows.length; j++) {
                    double r = 0;
                    for (int l = 0; l < rows.length; l++) {
                        r += e.vectors().get(i, l) * e.vectors().get(j, l) / Math.sqrt(e.values()[l]);
                    }
                    double xc = 0;
                    for (int q = 0; q < 4; q++) {
                        xc += d.get(rows[j], q) * inverse.get(q, 2);
                    }
                    turned += r * xc;
                }
                a.set(c, rows[i], turned);
                t += turned * z[rows[i]];
            }
            variance += t * t;
        }
        assertEquals(Math.sqrt(variance), fast.error(), 1e-9);
        Matrix rest = new Matrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rest.set(i, j, (i == j ? 1 : 0) - hat.get(i, j));
            }
        }
        Matrix p = a.times(rest).times(a.transposed());
        double trace = 0;
        double squares = 0;
        for (int i = 0; i < g; i++) {
            trace += p.get(i, i);
            for (int j = 0; j < g; j++) {
                squares += p.get(i, j) * p.get(i, j);
            }
        }
        assertEquals(trace * trace / squares, fast.degreesOfFreedom(), 1e-8);
    }

    private static Matrix inverse(Matrix m) {
        Eigen e = Eigen.of(m);
        int n = m.rows();
        Matrix r = new Matrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int l = 0; l < n; l++) {
                    r.add(i, j, e.vectors().get(i, l) * e.vectors().get(j, l) / e.values()[l]);
                }
            }
        }
        return r;
    }

    /** Every relabelling that moves at most the share stays inside the bounds; moving at the extremes reaches them. */
    @Test
    void boundsHoldWhateverIsRelabelled() {
        SplittableRandom random = new SplittableRandom(8);
        VeilRows rows = simulated(random, -0.3, 10, 0, new int[STOPS]);
        VeilOfDarkness fit = VeilOfDarkness.fit(rows);
        Relabelled bounds = fit.relabelled(0.05);
        assertTrue(bounds.lower() < fit.coefficient() && bounds.upper() > fit.coefficient());
        for (int trial = 0; trial < 6; trial++) {
            boolean[] minority = rows.minority().clone();
            for (int i = 0; i < STOPS; i++) {
                boolean picked = trial == 0 ? rows.dark()[i] : trial == 1 ? !rows.dark()[i] : random.nextBoolean();
                minority[i] |= picked && random.nextDouble() < 0.04;
            }
            double b = VeilOfDarkness.fit(VeilRows.of(rows.minute(), rows.dark(), minority, List.of(), 4))
                    .coefficient();
            assertTrue(b >= bounds.lower() - 0.02 && b <= bounds.upper() + 0.02, b + " outside " + bounds);
        }
        Relabelled r = Relabelled.difference(10, 100, 20, 400, 0.01);
        assertEquals(14.0 / 104 - 16.0 / 396, r.upper(), 1e-12);
        assertEquals(10.0 / 104 - 20.0 / 396, r.lower(), 1e-12);
        assertTrue(r.keepsSignOf(0.05));
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
