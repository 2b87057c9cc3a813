package org.writwatch.estimates.fixedeffects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.grouptime.CallawaySantAnna;
import org.writwatch.estimates.grouptime.Simulated;
import org.writwatch.estimates.panel.Dropped;
import org.writwatch.estimates.panel.Observations;

class SunAbrahamTest {
    /** Sun and Abraham 2021, proposition 3: on a balanced panel the cells are Callaway and Sant'Anna's with never-treated controls. */
    @Test
    void equalsGroupTimeEffectsOnABalancedPanel() {
        Observations table = new Simulated(11, 120, 8, 0.5, 0).table();
        JointEstimates cells = SunAbraham.on(table, "y", "g").fit().coefficients(Errors.clustered(table.unitCodes()));
        JointEstimates groupTime = CallawaySantAnna.on(table, "y", "g").fit().cells();
        double n = table.rows();
        double k = cells.size() + 8;
        double correction = Math.sqrt(120.0 / 119 * (n - 1) / (n - k));
        assertEquals(3 * 7, cells.size());
        for (int i = 0; i < cells.size(); i++) {
            Term t = cells.terms().get(i);
            int j = groupTime.indexOf(Term.groupTime(t.first(), t.first() + t.second()));
            assertEquals(groupTime.value(j), cells.value(i), 1e-10);
            assertEquals(groupTime.standardError(j) * correction, cells.standardError(i), 1e-10);
        }
    }

    @Test
    void comparesWithTheLastCohortUntilItIsTreated() {
        Simulated s = new Simulated(12, 120, 8, 0.5, 0);
        Observations all = s.table();
        int[] treated = java.util.stream.IntStream.range(0, all.rows())
                .filter(r -> s.g[r] > 0)
                .toArray();
        Observations table = all.rows(treated);
        NotEstimable refused = assertThrows(
                NotEstimable.class, () -> SunAbraham.on(table, "y", "g").fit());
        assertEquals(NotEstimable.Why.NO_CONTROLS, refused.why());
        SunAbrahamFit fit =
                SunAbraham.on(table, "y", "g").lastCohortAsReference().fit();
        assertEquals(Dropped.Reason.NO_COMPARISON_LEFT, fit.dropped().get(0).reason());
        assertEquals(table.units() * 3, fit.dropped().get(0).rows());
        // The same without the last cohort's own periods, the cohort relabelled never treated.
        int[] early = java.util.stream.IntStream.range(0, table.rows())
                .filter(r -> table.times()[table.periodCodes()[r]] < 6)
                .toArray();
        JointEstimates want = SunAbraham.on(table.rows(early), "y", "g").fit().average(Errors.iid());
        assertEquals(want.value(0), fit.average(Errors.iid()).value(0), 1e-12);
        assertEquals(want.standardError(0), fit.average(Errors.iid()).standardError(0), 1e-12);
    }

    @Test
    void leavesOutWhoWasTreatedBeforeTheTableBegins() {
        Simulated s = new Simulated(13, 90, 8, 0.5, 0);
        int early = (int) java.util.Arrays.stream(s.g).filter(g -> g == 3).count();
        java.util.Arrays.setAll(s.g, r -> s.g[r] == 3 ? 1 : s.g[r]);
        SunAbrahamFit fit = SunAbraham.on(s.table(), "y", "g").fit();
        assertEquals(Dropped.Reason.ALWAYS_TREATED, fit.dropped().get(0).reason());
        assertEquals(early, fit.dropped().get(0).rows());
        assertTrue(fit.byCohort(Errors.iid()).terms().stream().noneMatch(t -> t.first() == 1));
    }

    @Test
    void poolsTheEndsOfTheWindow() {
        Observations table = new Simulated(14, 150, 8, 0.5, 0).table();
        JointEstimates all = TwoWayFixedEffects.on(table, "y")
                .byEventTime("g", EventWindow.ALL)
                .estimates(Errors.iid());
        JointEstimates binned = TwoWayFixedEffects.on(table, "y")
                .byEventTime("g", new EventWindow(-2, 3, true))
                .estimates(Errors.iid());
        FixedEffectsFit cut = TwoWayFixedEffects.on(table, "y").byEventTime("g", new EventWindow(-2, 3, false));
        assertEquals(10, all.size());
        assertEquals(
                java.util.List.of(-2.0, 0.0, 1.0, 2.0, 3.0),
                binned.terms().stream().map(Term::first).toList());
        assertEquals(5, cut.estimates(Errors.iid()).size());
        assertTrue(cut.rows() < table.rows());
    }
}
