package org.writwatch.estimates.bacon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.fixedeffects.Errors;
import org.writwatch.estimates.fixedeffects.TwoWayFixedEffects;
import org.writwatch.estimates.grouptime.Simulated;
import org.writwatch.estimates.panel.Adoption;
import org.writwatch.estimates.panel.Observations;

class GoodmanBaconTest {
    /** The theorem itself: the weighted comparisons add up to the regression's coefficient, always-treated units included. */
    @Test
    void comparisonsAddUpToTheRegression() {
        Simulated s = new Simulated(31, 80, 8, 0.4, 0.2);
        Arrays.setAll(s.g, r -> s.g[r] == 3 ? 1 : s.g[r]);
        Observations table = s.table();
        GoodmanBacon b = GoodmanBacon.of(table, "y", "g");
        double want = TwoWayFixedEffects.on(table, "y")
                .sinceStart("g")
                .estimates(Errors.iid())
                .value(0);
        assertEquals(want, b.coefficient(), 1e-10);
        assertEquals(1, b.comparisons().stream().mapToDouble(Comparison::weight).sum(), 1e-12);
        assertTrue(b.weight(Comparison.Kind.LATER_VS_ALWAYS) > 0);
        assertTrue(b.weight(Comparison.Kind.LATER_VS_EARLIER) > 0);
    }

    @Test
    void withoutNoiseEachComparisonIsTheEffectItCompares() {
        int[] unit = {1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3};
        double[] time = {1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4};
        double[] d = {0, 1, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0};
        double[] y = {5, 7, 7, 7, 1, 1, 2, 2, 9, 9, 9, 9};
        Observations table =
                Observations.of(unit, time).column("d", d).column("y", y).build();
        Observations dated = Observations.of(unit, time)
                .column("y", y)
                .column("g", Adoption.firstTreated(table, "d"))
                .build();
        GoodmanBacon b = GoodmanBacon.of(dated, "y", "g");
        b.comparisons().forEach(c -> assertEquals(c.treated() == 2 ? 2 : 1, c.estimate(), 1e-12));
        assertEquals(4, b.comparisons().size());
    }

    @Test
    void refusesTreatmentThatEndsAndGroupsThatDoNotDiffer() {
        int[] unit = {1, 1, 1, 2, 2, 2};
        double[] time = {1, 2, 3, 1, 2, 3};
        Observations off = Observations.of(unit, time)
                .column("d", new double[] {0, 1, 0, 0, 0, 0})
                .build();
        NotEstimable ends = assertThrows(NotEstimable.class, () -> Adoption.firstTreated(off, "d"));
        assertEquals(NotEstimable.Why.TREATMENT_PATTERN, ends.why());
        assertTrue(ends.getMessage().contains("unit 1") && ends.getMessage().contains("row 2"));
        Observations same = Observations.of(unit, time)
                .column("y", new double[] {1, 2, 3, 4, 5, 6})
                .column("g", new double[] {2, 2, 2, 2, 2, 2})
                .build();
        NotEstimable alike = assertThrows(NotEstimable.class, () -> GoodmanBacon.of(same, "y", "g"));
        assertEquals(NotEstimable.Why.NO_CONTROLS, alike.why());
    }
}
