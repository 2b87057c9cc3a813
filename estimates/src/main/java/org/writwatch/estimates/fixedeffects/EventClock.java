package org.writwatch.estimates.fixedeffects;

import java.util.Arrays;
import org.writwatch.estimates.panel.Cohorts;
import org.writwatch.estimates.panel.Observations;

/**
 * Distance of each row from its unit's start of treatment, and the reference each cohort is measured from: the last time of the table
 * before its start, less the anticipation.
 */
final class EventClock {
    /** First time of treatment per row; infinite for never, or not within the table. */
    final double[] start;
    /** Time of the row. */
    final double[] time;

    private final double[] times;
    private final double anticipation;

    EventClock(Observations table, String firstTreated, double anticipation) {
        this.times = table.times();
        this.anticipation = anticipation;
        double[] given = table.column(firstTreated);
        int[] period = table.periodCodes();
        this.start = new double[given.length];
        this.time = new double[given.length];
        double[] ofUnit = new double[table.units()];
        Arrays.fill(ofUnit, Double.NaN);
        double last = times[times.length - 1];
        for (int r = 0; r < given.length; r++) {
            time[r] = times[period[r]];
            start[r] = Cohorts.never(given[r]) || given[r] > last ? Double.POSITIVE_INFINITY : given[r];
            int u = table.unitCodes()[r];
            if (Double.isNaN(ofUnit[u])) {
                ofUnit[u] = start[r];
            } else if (ofUnit[u] != start[r]) {
                throw new IllegalArgumentException("unit " + table.label(u) + " starts treatment at " + ofUnit[u]
                        + " and at " + start[r] + " (row " + r + ")");
            }
        }
    }

    boolean never(int row) {
        return Double.isInfinite(start[row]);
    }

    /** Whether the row's unit was treated so early that no time before it is in the table. */
    boolean always(int row) {
        return start[row] - anticipation <= times[0];
    }

    double event(int row) {
        return time[row] - start[row];
    }

    /** Whether the row is its unit's reference. */
    boolean reference(int row) {
        int after = Arrays.binarySearch(times, time[row]) + 1;
        double before = start[row] - anticipation;
        return time[row] < before && (after == times.length || times[after] >= before);
    }
}
