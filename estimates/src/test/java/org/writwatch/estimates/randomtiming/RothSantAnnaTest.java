package org.writwatch.estimates.randomtiming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.grouptime.CallawaySantAnna;
import org.writwatch.estimates.grouptime.Controls;
import org.writwatch.estimates.grouptime.GroupTimeEffects;
import org.writwatch.estimates.grouptime.Simulated;
import org.writwatch.estimates.panel.Dropped;
import org.writwatch.estimates.panel.Observations;

class RothSantAnnaTest {
    /** With beta 1 the averages are those of Callaway and Sant'Anna with not-yet-treated controls. */
    @Test
    void betaOneIsDifferencesInDifferences() {
        Observations t = new Simulated(5, 200, 8, 0.5, 0.1).table();
        GroupTimeEffects did = CallawaySantAnna.on(t, "y", "g")
                .controls(Controls.NOT_YET_TREATED)
                .fit();
        RothSantAnna.Fit fit = RothSantAnna.on(t, "y", "g").beta(1).fit();
        assertEquals(did.simple().value(0), fit.simple().refined().value(0), 1e-10);
        JointEstimates dynamic = fit.byEventTime().refined();
        JointEstimates want = did.dynamic().parts();
        for (double e = 0; e <= 5; e++) {
            assertEquals(
                    want.value(want.indexOf(Term.eventTime(e))),
                    dynamic.value(dynamic.indexOf(Term.eventTime(e))),
                    1e-10);
        }
        assertEquals(
                did.byCalendarTime().overall().value(0),
                fit.calendar().refined().value(0),
                1e-10);
        assertEquals(did.byGroup().overall().value(0), fit.cohort().refined().value(0), 1e-10);
    }

    @Test
    void theEfficientWeightHasTheSmallestVariance() {
        Observations t = new Simulated(6, 200, 8, 0.5, 0).table();
        RothSantAnna.Estimates best = RothSantAnna.on(t, "y", "g").fit().simple();
        double beta = best.beta().get(0);
        for (double b : new double[] {0, 1, beta - 0.05, beta + 0.05}) {
            RothSantAnna.Estimates other =
                    RothSantAnna.on(t, "y", "g").beta(b).fit().simple();
            assertTrue(best.neyman().standardError(0) < other.neyman().standardError(0), "beta " + b);
        }
        assertTrue(best.refined().standardError(0) <= best.neyman().standardError(0));
        assertEquals(1.5, best.refined().value(0), 0.5);
    }

    @Test
    void leavesOutCohortsOfOne() {
        Simulated s = new Simulated(7, 100, 8, 0.5, 0);
        for (int r = 0; r < s.unit.length; r++) {
            s.g[r] = s.unit[r] == 1042 ? 5 : s.g[r];
        }
        RothSantAnna.Fit fit = RothSantAnna.on(s.table(), "y", "g").fit();
        assertEquals(Dropped.Reason.SINGLETON, fit.dropped().get(0).reason());
        assertEquals(99, fit.units());
        Observations two = Observations.of(new int[] {1, 1, 2, 2}, new double[] {1, 2, 1, 2})
                .column("y", new double[] {1, 2, 3, 4})
                .column("g", new double[] {2, 2, 2, 2})
                .build();
        assertThrows(NotEstimable.class, () -> RothSantAnna.on(two, "y", "g").fit());
    }
}
