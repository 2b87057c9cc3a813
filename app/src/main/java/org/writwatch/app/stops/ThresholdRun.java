package org.writwatch.app.stops;

import org.writwatch.evidence.stops.StopTable;

/** placeholder */
final class ThresholdRun {
    ThresholdRun(StopsSpecification spec, StopTable table, StopsAnswer answer) {}

    void run(int[] rows) {
        if (rows.length > 0) {
            throw new org.writwatch.estimates.NotEstimable(
                    org.writwatch.estimates.NotEstimable.Why.TREATMENT_PATTERN, "threshold " + rows.length);
        }
    }
}
