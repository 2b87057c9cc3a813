package org.writwatch.estimates.fixedeffects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.hipparchus.distribution.discrete.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.panel.Observations;

class StaggeredPoissonTest {
    private static final int PERIODS = 6;

    private interface Count {
        double of(int unit, int time, double mean);
    }

    /** Ten units for each of the starts 3, 5 and never; the mean is multiplied by 1.5 in the first treated period, then by 2. */
    private static Observations table(Count count, double[] starts) {
        int units = 10 * starts.length;
        int n = units * PERIODS;
        int[] unit = new int[n];
        double[] time = new double[n];
        double[] y = new double[n];
        double[] start = new double[n];
        double[] people = new double[n];
        for (int r = 0; r < n; r++) {
            unit[r] = r / PERIODS;
            int t = r % PERIODS + 1;
            time[r] = t;
            start[r] = starts[unit[r] % starts.length];
            people[r] = 1000 + 100 * unit[r];
            double e = start[r] == 0 ? -1 : t - start[r];
            double ratio = e < 0 ? 1 : e == 0 ? 1.5 : 2;
            y[r] = count.of(unit[r], t, people[r] * (0.01 + 0.001 * (unit[r] % 3)) * (1 + 0.1 * t) * ratio);
        }
        return Observations.of(unit, time)
                .column("y", y)
                .column("start", start)
                .column("people", people)
                .build();
    }

    private static final double[] STAGGERED = {3, 5, 0};

    @Test
    void findsRatiosThatHoldExactly() {
        Observations t = table((u, p, m) -> m, STAGGERED);
        StaggeredPoissonFit fit =
                StaggeredPoisson.on(t, "y", "start").exposure("people").fit();
        Errors errors = Errors.clustered(t.unitCodes());
        JointEstimates b = fit.logRatios(errors);
        assertEquals(4 + 2, b.size());
        for (int i = 0; i < b.size(); i++) {
            double want = b.terms().get(i).second() == 0 ? Math.log(1.5) : Math.log(2);
            assertEquals(want, b.value(i), 1e-8, b.terms().get(i).label());
        }
        // Differences, counted row by row with the ratio known.
        double gained = 0;
        double without = 0;
        int rows = 0;
        double first = 0;
        int firsts = 0;
        double[] y = t.column("y");
        for (int r = 0; r < y.length; r++) {
            double s = t.column("start")[r];
            double e = s == 0 ? -1 : r % PERIODS + 1 - s;
            if (e >= 0) {
                double ratio = e == 0 ? 1.5 : 2;
                gained += y[r] - y[r] / ratio;
                without += y[r] / ratio;
                rows++;
                first += e == 0 ? y[r] - y[r] / ratio : 0;
                firsts += e == 0 ? 1 : 0;
            }
        }
        assertEquals(gained / rows, fit.average(errors).value(0), 1e-7);
        JointEstimates events = fit.byEventTime(errors);
        assertEquals(first / firsts, events.value(events.indexOf(Term.eventTime(0))), 1e-7);
        assertEquals(
                Math.log((without + gained) / without),
                fit.pooledLogRatio(errors).value(0),
                1e-8);
        assertEquals(2, fit.byCohort(errors).size());
        assertEquals(4, fit.byCalendarTime(errors).size());
    }

    @Test
    void intervalsCoverTheRatioOfCounts() {
        int covered = 0;
        int trials = 150;
        for (int k = 0; k < trials; k++) {
            Random random = new Random(k);
            Observations t = table(
                    (u, p, m) -> new PoissonDistribution(m).inverseCumulativeProbability(random.nextDouble()),
                    STAGGERED);
            StaggeredPoissonFit fit =
                    StaggeredPoisson.on(t, "y", "start").exposure("people").fit();
            JointEstimates b = fit.logRatios(Errors.clustered(t.unitCodes()));
            int i = b.indexOf(Term.cohortEventTime(3, 1));
            covered += b.interval(i, 0.95).contains(Math.log(2)) ? 1 : 0;
        }
        assertTrue(covered >= 0.89 * trials && covered <= 0.99 * trials, covered + " of " + trials);
    }

    @Test
    void withoutNeverTreatedTheLastCohortIsTheComparison() {
        Observations t = table((u, p, m) -> m, new double[] {3, 5});
        StaggeredPoissonFit fit =
                StaggeredPoisson.on(t, "y", "start").exposure("people").fit();
        JointEstimates b = fit.logRatios(Errors.clustered(t.unitCodes()));
        assertEquals(2, b.size(), "only the periods before the last start");
        assertEquals(Math.log(2), b.value(1), 1e-8);
        assertTrue(fit.dropped().stream().anyMatch(d -> d.rows() == 20 * 2));
        Observations together = table((u, p, m) -> m, new double[] {3});
        assertThrows(
                NotEstimable.class,
                () -> StaggeredPoisson.on(together, "y", "start").fit());
        Observations nobody = table((u, p, m) -> m, new double[] {0});
        assertThrows(
                NotEstimable.class,
                () -> StaggeredPoisson.on(nobody, "y", "start").fit());
    }
}
