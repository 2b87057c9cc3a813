package org.writwatch.estimates.panel;

import java.util.Arrays;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.NotEstimable.Why;

/** When treatment began, from a column that says whether each row is treated. */
public final class Adoption {
    private Adoption() {}

    /**
     * First time of treatment per row, the same in all rows of a unit; infinite for units never treated.
     *
     * @param treated column: 0 for untreated, above 0 for treated (a fraction in the period treatment begins)
     * @throws NotEstimable a unit's treatment ends again, with its row
     */
    public static double[] firstTreated(Observations table, String treated) {
        double[] d = table.column(treated);
        double[] times = table.times();
        double[] first = new double[table.units()];
        Arrays.fill(first, Double.POSITIVE_INFINITY);
        for (int r = 0; r < d.length; r++) {
            if (d[r] > 0) {
                int u = table.unitCodes()[r];
                first[u] = Math.min(first[u], times[table.periodCodes()[r]]);
            }
        }
        double[] out = new double[d.length];
        for (int r = 0; r < d.length; r++) {
            int u = table.unitCodes()[r];
            out[r] = first[u];
            double t = times[table.periodCodes()[r]];
            if (t >= first[u] && d[r] <= 0) {
                throw new NotEstimable(
                        Why.TREATMENT_PATTERN,
                        "unit " + table.label(u) + " is treated from " + first[u] + " on but not at " + t + " (row " + r
                                + "); the design needs treatment that stays once begun");
            }
        }
        return out;
    }
}
