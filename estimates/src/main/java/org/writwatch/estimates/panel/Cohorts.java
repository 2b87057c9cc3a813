package org.writwatch.estimates.panel;

/** When treatment began, as tables give it. */
public final class Cohorts {
    private Cohorts() {}

    /** Whether a first-treated entry says "never": 0, missing, or infinite. */
    public static boolean never(double firstTreated) {
        return firstTreated == 0 || !Double.isFinite(firstTreated);
    }
}
