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
     * @throws NotEstimable a unit's treatment ends again, or the column is missing where treatment may have begun, with the row
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
        double[] lastUntreated = new double[first.length];
        Arrays.fill(lastUntreated, Double.NEGATIVE_INFINITY);
        double[] out = new double[d.length];
        for (int r = 0; r < d.length; r++) {
            int u = table.unitCodes()[r];
            out[r] = first[u];
            double t = times[table.periodCodes()[r]];
            if (d[r] <= 0) {
                lastUntreated[u] = Math.max(lastUntreated[u], t);
            }
            if (t >= first[u] && d[r] <= 0) {
                throw new NotEstimable(
                        Why.TREATMENT_PATTERN,
                        "unit " + table.label(u) + " is treated from time " + said(first[u]) + " on but not at time "
                                + said(t) + " (row " + r + "); the design needs treatment that stays once begun");
            }
        }
        for (int r = 0; r < d.length; r++) {
            int u = table.unitCodes()[r];
            double t = times[table.periodCodes()[r]];
            if (Double.isNaN(d[r]) && t > lastUntreated[u] && t < first[u]) {
                throw new NotEstimable(
                        Why.TREATMENT_PATTERN,
                        "unit " + table.label(u) + " has no word on treatment at time " + said(t) + " (row " + r
                                + "), where it may have begun");
            }
        }
        return out;
    }

    private static String said(double time) {
        return time == Math.rint(time) ? Long.toString((long) time) : Double.toString(time);
    }
}
