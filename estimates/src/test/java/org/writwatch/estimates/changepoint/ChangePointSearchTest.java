package org.writwatch.estimates.changepoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangePointSearchTest {
    private static final ChangePointSearch SEARCH = ChangePointSearch.daily();
    private static final EndSearch ENDS = EndSearch.daily();

    /** 400 series per row; 5 % plus two Monte-Carlo standard errors is 7.2 %. */
    @ParameterizedTest
    @CsvSource({"730,3,1", "730,0.6,5", "2000,0.6,5", "2000,0.2,20", "4479,0.3,30", "2000,0.03,5", "1000,2,30"})
    void withoutAChangeNoneIsReported(int days, double arrivals, double stay) {
        SplittableRandom random = new SplittableRandom(287);
        int changes = 0;
        int ends = 0;
        for (int i = 0; i < 400; i++) {
            double[] y = JailModel.census(random, days, arrivals, stay);
            changes += SEARCH.changes(y).isEmpty() ? 0 : 1;
            ends += ENDS.find(y).isPresent() ? 1 : 0;
        }
        System.out.println(days + " days, " + arrivals + " a day for " + stay + ": false changes " + changes / 400.0
                + ", false ends " + ends / 400.0);
        assertTrue(changes <= 400 * 0.072, "false changes " + changes + " of 400");
        assertTrue(ends <= 400 * 0.072, "false ends " + ends + " of 400");
    }

    @Test
    void severalChangesAreFoundWhereTheyWerePlanted() {
        SplittableRandom random = new SplittableRandom(5);
        double[] y = new double[3000];
        System.arraycopy(JailModel.census(random, 1000, 1, 3), 0, y, 0, 1000);
        System.arraycopy(JailModel.census(random, 1000, 4, 3), 0, y, 1000, 1000);
        List<Change> changes = SEARCH.changes(y);
        assertEquals(2, changes.size(), changes.toString());
        assertEquals(1000, changes.get(0).index(), 10);
        assertEquals(2000, changes.get(1).index(), 2);
        assertEquals(changes.get(0).index(), changes.get(1).from());
        assertEquals(0, changes.get(1).after());
        assertEquals(2000, ENDS.find(y).orElseThrow().index(), 2);
        assertEquals(changes.get(1), SEARCH.findStrongest(y).orElseThrow());
    }

    @Test
    void aStrayRecordYearsAfterAnEndDoesNotMoveTheEnd() {
        double[] y = JailModel.census(new SplittableRandom(9), 2500, 1, 3);
        Arrays.fill(y, 1500, 2500, 0);
        int last = 1500;
        while (y[last - 1] == 0) {
            last--;
        }
        y[2200] = 1;
        End end = ENDS.find(y).orElseThrow();
        assertEquals(last, end.index());
        assertEquals(0.001, end.after(), 1e-4);
    }

    @Test
    void aSilenceNoLongerThanOneBeforeIsNoEnd() {
        double[] y = JailModel.census(new SplittableRandom(9), 1500, 1, 3);
        Arrays.fill(y, 1000, 1100, 0);
        Arrays.fill(y, 1420, 1500, 0);
        assertTrue(ENDS.find(y).isEmpty());
    }

    @Test
    void nothingIsFoundInNothing() {
        assertTrue(SEARCH.changes(new double[0]).isEmpty());
        assertTrue(SEARCH.changes(new double[1000]).isEmpty());
        assertTrue(ENDS.find(new double[1000]).isEmpty());
        double[] constant = new double[1000];
        Arrays.fill(constant, 4);
        assertTrue(SEARCH.changes(constant).isEmpty());
    }

    @Test
    void badReadingsAreNamed() {
        double[] y = new double[200];
        y[17] = Double.NaN;
        assertTrue(assertThrows(IllegalArgumentException.class, () -> SEARCH.changes(y))
                .getMessage()
                .contains("17"));
        y[17] = -1;
        assertThrows(IllegalArgumentException.class, () -> ENDS.find(y));
    }

    @Test
    void theTailFormulaAgreesWithSimulation() {
        SplittableRandom random = new SplittableRandom(3);
        int n = 2000;
        int trim = 100;
        int over = 0;
        for (int i = 0; i < 4000; i++) {
            double[] sum = new double[n + 1];
            for (int t = 0; t < n; t++) {
                sum[t + 1] = sum[t] + random.nextGaussian();
            }
            double largest = 0;
            for (int k = trim; k <= n - trim; k++) {
                double bridge = sum[k] - k / (double) n * sum[n];
                largest = Math.max(largest, Math.abs(bridge) / Math.sqrt(k * (n - k) / (double) n));
            }
            over += largest > 3 ? 1 : 0;
        }
        assertEquals(ChangePointSearch.supremumTail(3, trim, trim, n), over / 4000.0, 0.012);
    }
}
