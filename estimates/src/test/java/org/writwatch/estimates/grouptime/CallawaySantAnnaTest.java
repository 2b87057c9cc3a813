package org.writwatch.estimates.grouptime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.drdid.Method;
import org.writwatch.estimates.panel.Dropped;
import org.writwatch.estimates.panel.Observations;

class CallawaySantAnnaTest {
    private static final Simulated DATA = new Simulated(7, 400, 7, 1, 0);

    /** Every cell, error and average again from the definition: means by hand, one influence per unit, no shortcut. */
    @ParameterizedTest
    @EnumSource(Controls.class)
    void agreesWithTheDefinitionWorkedOutSlowly(Controls controls) {
        GroupTimeEffects fast = CallawaySantAnna.on(DATA.table(), "y", "g")
                .controls(controls)
                .weights("w")
                .fit();
        SlowGroupTime slow = new SlowGroupTime(DATA, controls);
        JointEstimates cells = fast.cells();
        for (int i = 0; i < cells.size(); i++) {
            double g = cells.terms().get(i).first();
            double t = cells.terms().get(i).second();
            if (t == g - 1) {
                assertEquals(0, cells.value(i));
                assertTrue(Double.isNaN(cells.standardError(i)));
                continue;
            }
            assertEquals(slow.att(g, t), cells.value(i), 1e-10);
            assertEquals(slow.standardError(slow.influence(g, t)), cells.standardError(i), 1e-11);
        }
        JointEstimates simple = fast.simple();
        assertEquals(slow.simple(), simple.value(0), 1e-10);
        assertEquals(slow.standardError(slow.simpleInfluence()), simple.standardError(0), 1e-11);
    }

    /** A covariate that is only noise must leave the fast path's answer nearly alone; a constant weight exactly alone. */
    @Test
    void theModelPathWithoutRealCovariatesIsTheMomentPath() {
        double[] tiny = new double[DATA.y.length];
        for (int i = 0; i < tiny.length; i++) {
            tiny[i] = DATA.unit[i] % 2;
        }
        Observations o = Observations.of(DATA.unit, DATA.time)
                .column("y", DATA.y)
                .column("g", DATA.g)
                .column("odd", tiny)
                .build();
        JointEstimates plain = CallawaySantAnna.on(o, "y", "g").fit().cells();
        for (Method m : List.of(Method.DOUBLY_ROBUST, Method.REGRESSION, Method.WEIGHTING)) {
            JointEstimates with = CallawaySantAnna.on(o, "y", "g")
                    .covariates(List.of("odd"))
                    .method(m)
                    .fit()
                    .cells();
            for (int i = 0; i < plain.size(); i++) {
                assertEquals(
                        plain.value(i),
                        with.value(i),
                        0.12,
                        m + " " + plain.terms().get(i));
            }
        }
    }

    /** The logit is wrong here on purpose: the doubly robust form leans on the regression. */
    @Test
    void covariatesRepairTrendsThatDependOnThem() {
        Simulated tilted = new Simulated(3, 4000, 7, 1, 0.5);
        double wrong =
                CallawaySantAnna.on(tilted.table(), "y", "g").fit().simple().value(0);
        double truth = 0;
        double weight = 0;
        for (int i = 0; i < tilted.y.length; i++) {
            if (tilted.g[i] > 0 && tilted.time[i] >= tilted.g[i]) {
                truth += tilted.time[i] - tilted.g[i] + 1;
                weight++;
            }
        }
        truth /= weight;
        for (Method m : List.of(Method.DOUBLY_ROBUST, Method.REGRESSION)) {
            JointEstimates right = CallawaySantAnna.on(tilted.table(), "y", "g")
                    .covariates(List.of("x"))
                    .method(m)
                    .fit()
                    .simple();
            assertEquals(truth, right.value(0), 4 * right.standardError(0), m.name());
        }
        assertTrue(Math.abs(wrong - truth) > 0.2, "without covariates it should be wrong: " + wrong + " for " + truth);
    }

    /** Cross-section formulas on complete data: the same effects, the errors of the same rows summed by unit. */
    @Test
    void unbalancedOnCompleteDataIsBalanced() {
        GroupTimeEffects balanced = CallawaySantAnna.on(DATA.table(), "y", "g").fit();
        GroupTimeEffects rows = CallawaySantAnna.on(DATA.table(), "y", "g")
                .sampling(Sampling.UNBALANCED)
                .fit();
        JointEstimates a = balanced.dynamic().parts();
        JointEstimates b = rows.dynamic().parts();
        for (int i = 0; i < a.size(); i++) {
            assertEquals(a.value(i), b.value(i), 1e-10);
            if (!Double.isNaN(a.standardError(i))) {
                assertEquals(a.standardError(i), b.standardError(i), 1e-10);
            }
        }
    }

    @Test
    void clusteringByUnitChangesNothingAndByPairsSums() {
        GroupTimeEffects e = CallawaySantAnna.on(DATA.table(), "y", "g").fit();
        JointEstimates own = e.clustered(DATA.unit).simple();
        assertEquals(e.simple().standardError(0), own.standardError(0), 1e-12);
        int[] pairs = Arrays.stream(DATA.unit).map(u -> u / 2).toArray();
        assertFalse(Math.abs(e.clustered(pairs).simple().standardError(0) - own.standardError(0)) < 1e-9);
    }

    @Test
    void uniformBandsAreWiderThanPointwiseAndTheSameEachTime() {
        JointEstimates es =
                CallawaySantAnna.on(DATA.table(), "y", "g").fit().dynamic().parts();
        double critical = es.simultaneousCritical(0.95, 287);
        assertEquals(critical, es.simultaneousCritical(0.95, 287));
        assertTrue(critical > es.pointwiseCritical(0.95) + 0.3 && critical < 3.2, "critical " + critical);
    }

    @Test
    void nobodyNeverTreatedUsesTheLastCohortAndSaysWhatItDropped() {
        double[] g = DATA.g.clone();
        for (int i = 0; i < g.length; i++) {
            g[i] = g[i] == 0 ? 6 : g[i];
        }
        Observations o = Observations.of(DATA.unit, DATA.time)
                .column("y", DATA.y)
                .column("g", g)
                .build();
        GroupTimeEffects e = CallawaySantAnna.on(o, "y", "g")
                .controls(Controls.NOT_YET_TREATED)
                .fit();
        assertEquals(Dropped.Reason.NO_COMPARISON_LEFT, e.dropped().get(0).reason());
        assertEquals(800, e.dropped().get(0).rows());
        assertTrue(e.cells().terms().stream().allMatch(t -> t.second() < 6 && t.first() < 6));
        NotEstimable no = assertThrows(
                NotEstimable.class, () -> CallawaySantAnna.on(o, "y", "g").fit());
        assertEquals(NotEstimable.Why.NO_CONTROLS, no.why());
    }

    @Test
    void alwaysTreatedGapsAndMissingNumbersAreDroppedAndCounted() {
        int n = DATA.y.length;
        double[] y = DATA.y.clone();
        double[] g = DATA.g.clone();
        for (int i = 0; i < n; i++) {
            if (DATA.unit[i] == 1000) {
                g[i] = 1;
            }
            if (DATA.unit[i] == 1001 && DATA.time[i] == 2) {
                y[i] = Double.NaN;
            }
        }
        int[] rows = java.util.stream.IntStream.range(0, n)
                .filter(i -> !(DATA.unit[i] == 1002 && DATA.time[i] == 5))
                .toArray();
        Observations o = Observations.of(DATA.unit, DATA.time)
                .column("y", y)
                .column("g", g)
                .build()
                .rows(rows);
        GroupTimeEffects e = CallawaySantAnna.on(o, "y", "g").fit();
        assertEquals(397, e.units());
        assertEquals(
                List.of(Dropped.Reason.UNIT_WITH_GAPS, Dropped.Reason.NOT_FINITE, Dropped.Reason.ALWAYS_TREATED),
                e.dropped().stream().map(Dropped::reason).toList());
        assertEquals(List.of(6, 7, 7), e.dropped().stream().map(Dropped::rows).toList());
        GroupTimeEffects all =
                CallawaySantAnna.on(o, "y", "g").sampling(Sampling.UNBALANCED).fit();
        assertEquals(399, all.units());
    }

    @Test
    void collinearCovariatesAreRefusedCellByCell() {
        Observations o = Observations.of(DATA.unit, DATA.time)
                .column("y", DATA.y)
                .column("g", DATA.g)
                .column("x", DATA.x)
                .column("double", Arrays.stream(DATA.x).map(v -> 2 * v).toArray())
                .build();
        GroupTimeEffects e = CallawaySantAnna.on(o, "y", "g")
                .covariates(List.of("x", "double"))
                .fit();
        int cell = e.cells().indexOf(Term.groupTime(3, 4));
        assertTrue(Double.isNaN(e.cells().value(cell)));
        assertTrue(e.refusal(cell).orElseThrow().contains("column 2"));
    }

    @Test
    void contradictionsAreNamed() {
        double[] g = DATA.g.clone();
        g[5] = 4.5;
        Observations o = Observations.of(DATA.unit, DATA.time)
                .column("y", DATA.y)
                .column("g", g)
                .build();
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> CallawaySantAnna.on(o, "y", "g").fit())
                .getMessage();
        assertTrue(message.contains("unit " + DATA.unit[5]), message);
        int[] twice = new int[DATA.y.length + 1];
        for (int i = 0; i < DATA.y.length; i++) {
            twice[i] = i;
        }
        String duplicate = assertThrows(
                        IllegalArgumentException.class,
                        () -> CallawaySantAnna.on(DATA.table().rows(twice), "y", "g")
                                .fit())
                .getMessage();
        assertTrue(duplicate.contains("rows 0 and " + DATA.y.length), duplicate);
        assertThrows(
                IllegalArgumentException.class,
                () -> CallawaySantAnna.on(DATA.table(), "outcome", "g").fit());
    }

    /** A county alone in its group: the package did prints a t value of 13; the effect is the same, the count is beside it. */
    @Test
    void aGroupOfOneIsCounted() {
        double[] g = new double[DATA.y.length];
        for (int i = 0; i < g.length; i++) {
            g[i] = DATA.unit[i] == 1007 ? 4 : 0;
        }
        Observations o = Observations.of(DATA.unit, DATA.time)
                .column("y", DATA.y)
                .column("g", g)
                .build();
        GroupTimeEffects e = CallawaySantAnna.on(o, "y", "g").fit();
        assertEquals(1, e.treatedUnits());
        assertEquals(1, e.unitsOf(4));
        assertEquals(0, e.unitsOf(3));
    }
}
