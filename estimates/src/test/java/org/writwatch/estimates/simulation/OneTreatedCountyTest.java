package org.writwatch.estimates.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.grouptime.CallawaySantAnna;
import org.writwatch.estimates.panel.Observations;
import org.writwatch.estimates.placebo.NearInSize;
import org.writwatch.estimates.placebo.OneTreatedUnit;
import org.writwatch.estimates.power.Detectable;
import org.writwatch.estimates.reference.Expected;
import org.writwatch.estimates.reference.Table;

/**
 * One treated county: how often a test of no effect rejects when nothing happened. Real counties never treated (the minimum-wage panel of the
 * package did), teen employment 2005 to 2006.
 */
class OneTreatedCountyTest {
    private double[] change;
    private double[] people;

    private void read() {
        Table all = Expected.data("mpdta.csv");
        Map<String, double[]> of = new LinkedHashMap<>();
        Map<String, Double> size = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.number(i, "first_treat") == 0) {
                double year = all.number(i, "year");
                double[] pair = of.computeIfAbsent(all.text(i, "countyreal"), k -> new double[2]);
                if (year == 2005 || year == 2006) {
                    pair[(int) year - 2005] = all.number(i, "lemp");
                }
                size.put(all.text(i, "countyreal"), all.number(i, "lpop"));
            }
        }
        change = of.values().stream().mapToDouble(p -> p[1] - p[0]).toArray();
        people = size.values().stream().mapToDouble(Math::exp).toArray();
    }

    private static Observations table(double[] change, int treated) {
        int n = change.length;
        int[] unit = new int[2 * n];
        double[] time = new double[2 * n];
        double[] y = new double[2 * n];
        double[] start = new double[2 * n];
        for (int u = 0; u < n; u++) {
            for (int t = 0; t < 2; t++) {
                unit[2 * u + t] = u;
                time[2 * u + t] = 2005 + t;
                y[2 * u + t] = t * change[u];
                start[2 * u + t] = u == treated ? 2006 : 0;
            }
        }
        return Observations.of(unit, time).column("y", y).column("start", start).build();
    }

    /** The analytic error of group-time effects with one treated unit: wrong in four of five cases where nothing happened. */
    @Test
    void theAnalyticErrorRejectsFourNullsInFive() {
        read();
        assertEquals(309, change.length);
        long rejected = IntStream.range(0, change.length)
                .filter(u -> {
                    JointEstimates e = CallawaySantAnna.on(table(change, u), "y", "start")
                            .fit()
                            .cells();
                    int i = e.indexOf(Term.groupTime(2006, 2006));
                    double se = Math.sqrt(e.covariance().get(i, i));
                    return Math.abs(e.value(i)) > 1.959963985 * se;
                })
                .count();
        System.out.printf(
                Locale.ROOT,
                "analytic error, one treated county: %d of 309 true nulls rejected at 5 %% (%.1f %%)%n",
                rejected,
                100 * rejected / 309.0);
        assertEquals(0.796, rejected / 309.0, 0.0005);
    }

    /** Rank among donors drawn apart from the counties that are tested, by quintile of population. */
    @Test
    void ranksAmongOthersKeepTheirSize() {
        read();
        int n = change.length;
        int[] bySize = IntStream.range(0, n)
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(u -> people[u]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] quintile = new int[n];
        for (int k = 0; k < n; k++) {
            quintile[bySize[k]] = 5 * k / n;
        }
        Random random = new Random(287);
        int[] tested = new int[6];
        int[] rank = new int[6];
        int[] scaled = new int[6];
        int[] near = new int[6];
        int[] found = new int[6];
        int splits = 200;
        double detectable = 0;
        for (int s = 0; s < splits; s++) {
            int[] order = IntStream.range(0, n).toArray();
            for (int i = n - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swap = order[i];
                order[i] = order[j];
                order[j] = swap;
            }
            int donors = 159;
            double[][] series = new double[donors][];
            double[] sizes = new double[donors];
            for (int i = 0; i < donors; i++) {
                series[i] = new double[] {0, change[order[i]]};
                sizes[i] = people[order[i]];
            }
            double[] placebos =
                    OneTreatedUnit.of(new double[] {0, 0}, series, 1).placebos();
            double effect = Detectable.withPlacebos(placebos, 0.05, 0.8);
            detectable += effect / splits;
            for (int i = donors; i < n; i++) {
                int u = order[i];
                OneTreatedUnit none = OneTreatedUnit.of(new double[] {0, change[u]}, series, 1);
                boolean no = none.rank().p() <= 0.05;
                boolean fp = none.fermanPinto(people[u], sizes).orElse(1.0) <= 0.05;
                double[][] like = Arrays.stream(NearInSize.of(people[u], sizes, NearInSize.COUNT))
                        .mapToObj(k -> series[k])
                        .toArray(double[][]::new);
                boolean of = OneTreatedUnit.of(new double[] {0, change[u]}, like, 1)
                                .rank()
                                .p()
                        <= 0.05;
                boolean yes = OneTreatedUnit.of(new double[] {0, change[u] + 2 * effect}, series, 1)
                                .rank()
                                .p()
                        <= 0.05;
                for (int q : new int[] {quintile[u], 5}) {
                    tested[q]++;
                    rank[q] += no ? 1 : 0;
                    scaled[q] += fp ? 1 : 0;
                    near[q] += of ? 1 : 0;
                    found[q] += yes ? 1 : 0;
                }
            }
        }
        System.out.println(
                "population quintile, counties tested, rank rejects %, Ferman-Pinto rejects %, rank among 39 of like size rejects %, twice the detectable effect found %");
        for (int q = 0; q < 6; q++) {
            System.out.printf(
                    Locale.ROOT,
                    "%s, %d, %.1f, %.1f, %.1f, %.1f%n",
                    q == 5 ? "all" : Integer.toString(q + 1),
                    tested[q] / splits,
                    100.0 * rank[q] / tested[q],
                    100.0 * scaled[q] / tested[q],
                    100.0 * near[q] / tested[q],
                    100.0 * found[q] / tested[q]);
        }
        System.out.printf(Locale.ROOT, "effect found in 80 %%: %.3f (log points)%n", detectable);
        double size = rank[5] / (double) tested[5];
        // Counties are tested many times over: the error is that of 309 counties, not of all tests.
        double error = Math.sqrt(0.05 * 0.95 / n);
        assertEquals(0.05, size, 2 * error);
        for (int q = 0; q < 6; q++) {
            double of = q == 5 ? error : Math.sqrt(0.05 * 0.95 * 5 / n);
            assertEquals(0.05, near[q] / (double) tested[q], 2 * of, "among counties of like size, quintile " + q);
        }
        assertTrue(found[5] >= 0.8 * tested[5], "power " + found[5] / (double) tested[5]);
        assertTrue(Arrays.stream(tested).allMatch(t -> t > 0));
    }
}
