package org.writwatch.evidence.stops;

import java.util.ArrayList;
import java.util.List;

/** Rows left after each filter, in the order the filters were laid on: nothing is lost without a line. One thread. */
public final class Funnel {
    private final List<Step> steps = new ArrayList<>();

    /**
     * One filter.
     *
     * @param filter its name, stable: file, where, date, time, race, twilight, window, groups, effects
     * @param left rows left after it
     */
    public record Step(String filter, long left) {}

    void add(String filter, long left) {
        steps.add(new Step(filter, left));
    }

    /** The filters in order. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }
}
