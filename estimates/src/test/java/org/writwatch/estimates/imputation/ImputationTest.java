package org.writwatch.estimates.imputation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.grouptime.Simulated;
import org.writwatch.estimates.linear.LeastSquares;
import org.writwatch.estimates.panel.Dropped;
import org.writwatch.estimates.panel.Observations;

/** Fast imputation and two-stage estimates against matrices written out, on a ragged, weighted panel with a covariate. */
class ImputationTest {
    private final Simulated s = new Simulated(77, 60, 8, 0.5, 0.1);
    private final Observations table;
    private final List<double[]> z = new ArrayList<>();
    private final boolean[] treated;
    private final double[] y;
    private final double[] w;

    ImputationTest() {
        SplittableRandom random = new SplittableRandom(3);
        for (int r = 0; r < s.x.length; r++) {
            s.x[r] = random.nextGaussian();
        }
        Observations all = s.table();
        // Ragged, but every unit has its first period: it is untreated then.
        int[] keep = IntStream.range(0, all.rows())
                .filter(r -> all.periodCodes()[r] == 0 || random.nextDouble() < 0.85)
                .toArray();
        table = all.rows(keep);
        y = table.column("y");
        w = table.column("w");
        treated = new boolean[table.rows()];
        for (int r = 0; r < treated.length; r++) {
            double g = table.column("g")[r];
            treated[r] = g > 0 && table.times()[table.periodCodes()[r]] >= g;
            double[] row = new double[table.units() + 7 + 1];
            row[table.unitCodes()[r]] = 1;
            if (table.periodCodes()[r] > 0) {
                row[table.units() + table.periodCodes()[r] - 1] = 1;
            }
            row[row.length - 1] = table.column("x")[r];
            z.add(row);
        }
    }

    /** Coefficients of a weighted regression of {@code v} on the rows' z, over untreated rows. */
    private double[] regression(double[] v) {
        int[] rows = IntStream.range(0, treated.length).filter(r -> !treated[r]).toArray();
        double[][] x = new double[rows.length][];
        double[] target = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double root = Math.sqrt(w[rows[i]]);
            x[i] = java.util.Arrays.stream(z.get(rows[i])).map(e -> e * root).toArray();
            target[i] = root * v[rows[i]];
        }
        return LeastSquares.fit(x, target).coefficients();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Weight of each untreated outcome in {@code sum weight * prediction}, one unit vector at a time. */
    private double[] behind(double[] weight) {
        double[] out = new double[treated.length];
        for (int r = 0; r < out.length; r++) {
            if (!treated[r]) {
                double[] unit = new double[out.length];
                unit[r] = 1;
                double[] b = regression(unit);
                for (int q = 0; q < out.length; q++) {
                    out[r] += weight[q] == 0 ? 0 : weight[q] * dot(z.get(q), b);
                }
            }
        }
        return out;
    }

    @Test
    void agreesWithTheMatrices() {
        double[] b = regression(y);
        double[] left = IntStream.range(0, y.length)
                .mapToDouble(r -> y[r] - dot(z.get(r), b))
                .toArray();
        double[] v = new double[y.length];
        double total = 0;
        for (int r = 0; r < v.length; r++) {
            v[r] = treated[r] ? w[r] : 0;
            total += v[r];
        }
        double want = 0;
        for (int r = 0; r < v.length; r++) {
            v[r] /= total;
            want += v[r] * left[r];
        }
        double[] behind = behind(v);
        Map<Integer, double[]> centres = new TreeMap<>();
        for (int r = 0; r < v.length; r++) {
            int cell = (int) (table.column("g")[r] * 100) + table.periodCodes()[r];
            double[] c = centres.computeIfAbsent(cell, k -> new double[2]);
            c[0] += v[r] * v[r] * left[r];
            c[1] += v[r] * v[r];
        }
        double[] imputed = new double[table.units()];
        double[] moments = new double[table.units()];
        for (int r = 0; r < v.length; r++) {
            int u = table.unitCodes()[r];
            double[] c = centres.get((int) (table.column("g")[r] * 100) + table.periodCodes()[r]);
            imputed[u] += treated[r] ? v[r] * (left[r] - c[0] / c[1]) : -behind[r] * left[r];
            moments[u] += treated[r] ? v[r] * (left[r] - want) : -behind[r] * left[r];
        }
        ImputationFit fit = Imputation.on(table, "y", "g")
                .covariates(List.of("x"))
                .weights("w")
                .keepSingletons()
                .fit();
        assertEquals(want, fit.average().value(0), 1e-9);
        assertEquals(root(imputed), fit.average().standardError(0), 1e-9);
        TwoStage.Fit two = TwoStage.on(table, "y", "g")
                .covariates(List.of("x"))
                .weights("w")
                .fit();
        assertEquals(want, two.average().value(0), 1e-9);
        assertEquals(root(moments), two.average().standardError(0), 1e-9);
        // Averages of averages: distances weighted by their rows' weight make up the whole.
        JointEstimates byEvent = fit.byEventTime(e -> true);
        double[] shares = new double[byEvent.size()];
        for (int r = 0; r < v.length; r++) {
            if (treated[r]) {
                double e = table.times()[table.periodCodes()[r]] - table.column("g")[r];
                shares[byEvent.indexOf(Term.eventTime(e))] += v[r];
            }
        }
        assertEquals(want, dot(shares, byEvent.values()), 1e-9);
    }

    private static double root(double[] sums) {
        return Math.sqrt(java.util.Arrays.stream(sums).map(v -> v * v).sum());
    }

    @Test
    void findsAPlantedEffectAndLeavesOutWhatCannotBePredicted() {
        int[] unit = {1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5};
        double[] time = {1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3};
        double[] g = {0, 0, 0, 3, 3, 3, 2, 2, 2, 1, 1, 1, 0, 0, 0};
        double[] y = {1, 2, 4, 5, 6, 8 + 7, 9, 10 + 5, 12 + 6, 1, 1, 1, 3, 4, 6};
        Observations t =
                Observations.of(unit, time).column("y", y).column("g", g).build();
        ImputationFit all = Imputation.on(t, "y", "g").keepSingletons().fit();
        assertEquals(6, all.average().value(0), 1e-12);
        assertEquals(List.of(new Dropped(Dropped.Reason.ALWAYS_TREATED, 3, 9)), all.dropped());
        ImputationFit seenTwice = Imputation.on(t, "y", "g").fit();
        assertEquals(7, seenTwice.average().value(0), 1e-12);
        assertEquals(
                List.of(new Dropped(Dropped.Reason.ALWAYS_TREATED, 3, 9), new Dropped(Dropped.Reason.SINGLETON, 3, 6)),
                seenTwice.dropped());
        JointEstimates byCohort = all.byCohort();
        assertEquals(5.5, byCohort.value(byCohort.indexOf(Term.group(2))), 1e-12);
    }

    @Test
    void doesNotPredictWhereNobodyIsUntreated() {
        int[] unit = {1, 1, 1, 2, 2, 2};
        double[] time = {1, 2, 3, 1, 2, 3};
        Observations t = Observations.of(unit, time)
                .column("y", new double[] {1, 2, 3, 4, 5, 6})
                .column("g", new double[] {2, 2, 2, 3, 3, 3})
                .build();
        ImputationFit fit = Imputation.on(t, "y", "g").keepSingletons().fit();
        assertEquals(1, fit.treatedRows());
        assertEquals(List.of(new Dropped(Dropped.Reason.NO_COMPARISON_LEFT, 2, 2)), fit.dropped());
        Observations none = Observations.of(unit, time)
                .column("y", new double[] {1, 2, 3, 4, 5, 6})
                .column("g", new double[6])
                .build();
        assertEquals(
                NotEstimable.Why.TOO_FEW_UNITS,
                assertThrows(
                                NotEstimable.class,
                                () -> Imputation.on(none, "y", "g").fit())
                        .why());
    }

    @Test
    void pretrendsUseUntreatedRowsOnly() {
        Observations t = s.table();
        double[] before = Imputation.on(t, "y", "g").fit().pretrends(e -> true).values();
        double[] changed = t.column("y");
        for (int r = 0; r < changed.length; r++) {
            if (t.column("g")[r] > 0 && t.times()[t.periodCodes()[r]] >= t.column("g")[r]) {
                changed[r] += 1000;
            }
        }
        double[] after = Imputation.on(t, "y", "g").fit().pretrends(e -> true).values();
        assertEquals(4, before.length);
        for (int i = 0; i < before.length; i++) {
            assertEquals(before[i], after[i], 1e-12);
            assertTrue(Math.abs(before[i]) < 2);
        }
    }
}
