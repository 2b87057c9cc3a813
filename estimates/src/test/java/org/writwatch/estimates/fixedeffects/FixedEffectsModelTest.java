package org.writwatch.estimates.fixedeffects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.linear.Matrix;
import org.writwatch.estimates.panel.Dropped;

/** Sparse, partialled-out regressions against one dummy per level. */
class FixedEffectsModelTest {
    private final int n = 400;
    private final int[] unit = new int[n];
    private final int[] time = new int[n];
    private final int[] region = new int[n];
    private final int[] state = new int[n];
    private final double[] a = new double[n];
    private final double[] b = new double[n];
    private final int[] kind = new int[n];
    private final double[] y = new double[n];
    private final double[] w = new double[n];

    FixedEffectsModelTest() {
        SplittableRandom random = new SplittableRandom(20_260_304);
        for (int r = 0; r < n; r++) {
            unit[r] = 7 + random.nextInt(45);
            time[r] = 2000 + random.nextInt(9);
            region[r] = random.nextInt(5);
            state[r] = unit[r] / 4;
            a[r] = random.nextGaussian() + 0.1 * unit[r];
            b[r] = 1e6 + random.nextGaussian();
            kind[r] = random.nextInt(4) - 1;
            w[r] = 0.3 + random.nextDouble();
            y[r] = 2 * a[r] - 0.7 * (b[r] - 1e6) + kind[r] + Math.sin(unit[r]) + 0.4 * time[r] + random.nextGaussian();
        }
    }

    private FixedEffectsModel model(List<int[]> effects) {
        FixedEffectsModel m = FixedEffectsModel.of(y)
                .regressor("a", a)
                .regressor("b", b)
                .indicators(List.of(Term.eventTime(0), Term.eventTime(1), Term.eventTime(2)), kind)
                .weights(w)
                .keepSingletons();
        effects.forEach(m::absorb);
        return m;
    }

    private DenseRegression dense(List<int[]> effects) {
        double[][] x = {a, Arrays.stream(b).map(v -> v - 1e6).toArray(), of(0), of(1), of(2)};
        return new DenseRegression(x, effects, y, w);
    }

    private double[] of(int k) {
        return Arrays.stream(kind).mapToDouble(v -> v == k ? 1 : 0).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {2_500, 3})
    void agreesWithADummyPerLevel(int mostLevels) {
        List<int[]> effects = List.of(time, unit, region);
        DenseRegression slow = dense(effects);
        FixedEffectsFit fit = model(effects).mostLevels(mostLevels).fit();
        double k = 5 + 9 + 45 + 5 - 2;
        same(slow, fit, slow.iid().scaled(1 / (n - k)), Errors.iid());
        int[] rows = new int[n];
        Arrays.setAll(rows, i -> i);
        same(slow, fit, slow.clustered(rows).scaled(n / (n - k)), Errors.robust());
        // Units lie within states: their levels are not counted.
        double g = Arrays.stream(state).distinct().count();
        same(slow, fit, slow.clustered(state).scaled(g / (g - 1) * (n - 1) / (n - (k - 44))), Errors.clustered(state));
        // Times do not lie within regions, nor regions within times.
        same(slow, fit, slow.clustered(time).scaled(9.0 / 8 * (n - 1) / (n - (k - 8))), Errors.clustered(time));
        int[] both = new int[n];
        Arrays.setAll(both, r -> unit[r] * 10_000 + time[r]);
        Matrix sum = slow.clustered(unit)
                .plus(slow.clustered(time))
                .plus(slow.clustered(both).scaled(-1));
        same(slow, fit, sum.scaled(9.0 / 8 * (n - 1) / (n - (k - 44 - 8))), Errors.clustered(unit, time));
    }

    private static void same(DenseRegression slow, FixedEffectsFit fit, Matrix covariance, Errors errors) {
        JointEstimates e = fit.estimates(errors);
        assertArrayEquals(slow.beta, e.values(), 1e-9);
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                assertEquals(
                        covariance.get(i, j), e.covariance().get(i, j), 1e-9 * covariance.get(i, i), errors.toString());
            }
        }
    }

    @Test
    void withoutFixedEffectsThereIsAConstant() {
        DenseRegression slow = dense(List.of(new int[n]));
        same(slow, model(List.of()).fit(), slow.iid().scaled(1.0 / (n - 6)), Errors.iid());
    }

    @Test
    void poissonSolvesItsFirstOrderConditions() {
        double[] counts = counts();
        double[] log = new double[n];
        Arrays.setAll(log, r -> 0.1 * Math.cos(r));
        FixedEffectsFit fit = FixedEffectsModel.of(counts)
                .family(Family.POISSON)
                .absorb(unit)
                .absorb(time)
                .regressor("a", a)
                .offset(log)
                .fit();
        double[] fitted = fit.fitted();
        int[] rows = fit.rowsUsed();
        double byA = 0;
        double[] byUnit = new double[60];
        double[] byTime = new double[9];
        double[] w = new double[rows.length];
        double[] z = new double[rows.length];
        double[] x = new double[rows.length];
        double[] state = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double left = counts[rows[i]] - fitted[i];
            byA += left * a[rows[i]];
            byUnit[unit[rows[i]]] += left;
            byTime[time[rows[i]] - 2000] += left;
            w[i] = fitted[i];
            z[i] = Math.log(fitted[i]) - log[rows[i]] + left / fitted[i];
            x[i] = a[rows[i]];
            state[i] = this.state[rows[i]];
        }
        assertEquals(0, byA, 1e-3);
        for (double s : byUnit) {
            assertEquals(0, s, 1e-3);
        }
        for (double s : byTime) {
            assertEquals(0, s, 1e-3);
        }
        // At the solution a weighted regression of the working outcome gives the same coefficient and sandwich.
        DenseRegression slow = new DenseRegression(
                new double[][] {x},
                List.of(
                        Arrays.stream(rows).map(r -> unit[r]).toArray(),
                        Arrays.stream(rows).map(r -> time[r]).toArray()),
                z,
                w);
        JointEstimates e = fit.estimates(Errors.clustered(this.state));
        assertEquals(slow.beta[0], e.value(0), 1e-6);
        int[] clusters = Arrays.stream(state).mapToInt(v -> (int) v).toArray();
        double g = Arrays.stream(clusters).distinct().count();
        double m = rows.length;
        double k = 1 + 9;
        double want = Math.sqrt(slow.clustered(clusters).get(0, 0) * g / (g - 1) * (m - 1) / (m - k));
        assertEquals(want, e.standardError(0), 1e-6 * want);
    }

    private double[] counts() {
        SplittableRandom random = new SplittableRandom(5);
        double[] counts = new double[n];
        for (int r = 0; r < n; r++) {
            double mean = Math.exp(0.3 * a[r] - 1 + 0.2 * Math.sin(unit[r]));
            double p = Math.exp(-mean);
            double u = random.nextDouble();
            for (double sum = p; sum < u && counts[r] < 1000; sum += p) {
                counts[r]++;
                p *= mean / counts[r];
            }
            if (unit[r] == 11) {
                counts[r] = 0;
            }
        }
        return counts;
    }

    @Test
    void dropsWhatSaysNothingAndSaysSo() {
        double[] counts = counts();
        unit[17] = 999;
        w[3] = 0;
        counts[5] = Double.NaN;
        FixedEffectsFit fit = FixedEffectsModel.of(counts)
                .family(Family.POISSON)
                .absorb(unit)
                .absorb(time)
                .weights(w)
                .regressor("a", a)
                .regressor("state", Arrays.stream(state).asDoubleStream().toArray())
                .regressor("again", Arrays.stream(a).map(v -> 3 * v + 2).toArray())
                .fit();
        int zeros = (int) Arrays.stream(unit).filter(u -> u == 11).count();
        assertEquals(
                List.of(
                        new Dropped(Dropped.Reason.NOT_FINITE, 1, 5),
                        new Dropped(Dropped.Reason.NO_WEIGHT, 1, 3),
                        new Dropped(Dropped.Reason.SINGLETON, 1, 17),
                        new Dropped(Dropped.Reason.ALL_ZERO, zeros, first(11))),
                fit.dropped());
        assertEquals(List.of(Term.coefficient("state"), Term.coefficient("again")), fit.collinear());
        assertEquals(n - 3 - zeros, fit.rows());
    }

    private int first(int u) {
        for (int r = 0; r < n; r++) {
            if (unit[r] == u) {
                return r;
            }
        }
        return -1;
    }

    @Test
    void refusesWhatHasNoAnswer() {
        NotEstimable all = assertThrows(
                NotEstimable.class,
                () -> FixedEffectsModel.of(y)
                        .absorb(unit)
                        .regressor("s", Arrays.stream(state).asDoubleStream().toArray())
                        .fit());
        assertEquals(NotEstimable.Why.COLLINEAR, all.why());
        assertTrue(all.getMessage().contains("s"));
        double[] counts = counts();
        double[] onlyZeros = new double[n];
        for (int r = 0; r < n; r++) {
            onlyZeros[r] = counts[r] == 0 && unit[r] != 11 ? 1 : 0;
        }
        NotEstimable separated = assertThrows(
                NotEstimable.class,
                () -> FixedEffectsModel.of(counts)
                        .family(Family.POISSON)
                        .absorb(unit)
                        .regressor("zero", onlyZeros)
                        .fit());
        assertEquals(NotEstimable.Why.NO_CONVERGENCE, separated.why());
        counts[4] = -1;
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> FixedEffectsModel.of(counts)
                                .family(Family.POISSON)
                                .regressor("a", a)
                                .fit())
                .getMessage()
                .startsWith("row 4"));
    }

    @Test
    void orderOfRowsDoesNotMatter() {
        int[] reversed = new int[n];
        double[] ry = new double[n];
        double[] ra = new double[n];
        for (int r = 0; r < n; r++) {
            reversed[r] = unit[n - 1 - r];
            ry[r] = y[n - 1 - r];
            ra[r] = a[n - 1 - r];
        }
        JointEstimates one =
                FixedEffectsModel.of(y).absorb(unit).regressor("a", a).fit().estimates(Errors.clustered(unit));
        JointEstimates two = FixedEffectsModel.of(ry)
                .absorb(reversed)
                .regressor("a", ra)
                .fit()
                .estimates(Errors.clustered(reversed));
        assertEquals(one.value(0), two.value(0), 1e-12);
        assertEquals(one.standardError(0), two.standardError(0), 1e-12);
    }
}
