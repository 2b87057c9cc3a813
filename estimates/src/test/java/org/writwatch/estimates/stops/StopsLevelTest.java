package org.writwatch.estimates.stops;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * How often each test rejects when there is nothing to find, at a nominal 5 %. A few tables by default; the figures of the docs come from
 * {@code -Dwritwatch.level=2000}.
 */
class StopsLevelTest {
    private static final int RUNS = Integer.getInteger("writwatch.level", 0);

    @Test
    void everyTestKeepsItsLevel() {
        int runs = RUNS > 0 ? RUNS : 40;
        for (int clusters : RUNS > 0 ? new int[] {5, 8, 12, 20, 40} : new int[] {8}) {
            Map<String, Integer> rejected = new LinkedHashMap<>();
            for (int r = 0; r < runs; r++) {
                SplittableRandom random = new SplittableRandom(1000L * clusters + r);
                veil(random, clusters, r, rejected);
                searches(random, clusters, rejected);
                rates(random, rejected);
            }
            for (Map.Entry<String, Integer> e : rejected.entrySet()) {
                double share = (double) e.getValue() / runs;
                System.out.printf(
                        java.util.Locale.ROOT, "%d clusters, %s: %.1f %%%n", clusters, e.getKey(), 100 * share);
                boolean known = e.getKey().startsWith("naive");
                // Five binomial errors of the simulation around a band of 2 to 8 percent.
                double slack = 5 * Math.sqrt(0.05 * 0.95 / runs);
                assertTrue(known || share < 0.08 + slack, e.getKey() + " rejects " + share + " with " + clusters);
            }
        }
    }

    private static void veil(SplittableRandom random, int clusters, int seed, Map<String, Integer> rejected) {
        int n = 2000;
        short[] minute = new short[n];
        boolean[] dark = new boolean[n];
        boolean[] minority = new boolean[n];
        int[] cluster = new int[n];
        double[] own = new double[clusters];
        double[] late = new double[clusters];
        for (int c = 0; c < clusters; c++) {
            own[c] = 0.4 * random.nextGaussian();
            late[c] = 0.25 * random.nextGaussian();
        }
        for (int i = 0; i < n; i++) {
            minute[i] = (short) (1010 + random.nextInt(250));
            dark[i] = random.nextDouble() < (minute[i] - 1000) / 270.0;
            cluster[i] = random.nextInt(clusters);
            // Officers differ in whom they stop and in how that changes after dark, with no change on average.
            double eta = -1 + own[cluster[i]] + (dark[i] ? late[cluster[i]] : 0);
            minority[i] = random.nextDouble() < 1 / (1 + Math.exp(-eta));
        }
        VeilOfDarkness fit = VeilOfDarkness.fit(VeilRows.of(minute, dark, minority, List.of(), 4));
        count(rejected, "naive veil, model error", Rates.twoSided(fit.coefficient() / fit.modelError()));
        count(rejected, "naive veil, clustered error", Rates.twoSided(fit.coefficient() / fit.clusterError(cluster)));
        count(rejected, "veil, CR2 with t", fit.biasReduced(cluster).p());
        count(
                rejected,
                "veil, score bootstrap",
                fit.bootstrap(cluster, 999, seed).p());
    }

    private static void searches(SplittableRandom random, int clusters, Map<String, Integer> rejected) {
        int cells = clusters * 2;
        double[][] x = new double[1][cells];
        int[] cluster = new int[cells];
        double[] stops = new double[cells];
        double[] searched = new double[cells];
        for (int c = 0; c < clusters; c++) {
            double base = -2.5 + 0.4 * random.nextGaussian();
            double own = 0.3 * random.nextGaussian();
            for (int g = 0; g < 2; g++) {
                int i = 2 * c + g;
                x[0][i] = g;
                cluster[i] = c;
                stops[i] = 200 + random.nextInt(200);
                double p = 1 / (1 + Math.exp(-base - g * own));
                for (int k = 0; k < stops[i]; k++) {
                    searched[i] += random.nextDouble() < p ? 1 : 0;
                }
            }
        }
        CellModel m = CellModel.logit(x, cluster, stops, searched);
        count(rejected, "naive searches, model error", Rates.twoSided(m.coefficient(0) / m.modelError(0)));
        count(rejected, "searches, CR2 with t", m.biasReduced(0, cluster).p());
    }

    private static void rates(SplittableRandom random, Map<String, Integer> rejected) {
        double[] n = {300, 200};
        double[] hits = new double[2];
        for (int g = 0; g < 2; g++) {
            for (int k = 0; k < n[g]; k++) {
                hits[g] += random.nextDouble() < 0.25 ? 1 : 0;
            }
        }
        count(
                rejected,
                "difference of hit rates",
                Rates.difference(hits[1], n[1], hits[0], n[0]).p());
        count(rejected, "chi-squared of hits", Rates.chiSquared(hits, n).p());
    }

    private static void count(Map<String, Integer> rejected, String test, double p) {
        rejected.merge(test, p < 0.05 ? 1 : 0, Integer::sum);
    }
}
