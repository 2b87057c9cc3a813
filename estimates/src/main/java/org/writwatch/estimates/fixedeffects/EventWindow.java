package org.writwatch.estimates.fixedeffects;

/**
 * Which distances from the start of treatment have a coefficient of their own.
 *
 * @param earliest first event time
 * @param latest last event time, at least {@code earliest}
 * @param binEnds whether what lies outside is pooled with the end it lies beyond; otherwise those rows are left out
 */
public record EventWindow(double earliest, double latest, boolean binEnds) {
    /** Every event time. */
    public static final EventWindow ALL = new EventWindow(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);

    public EventWindow {
        if (!(earliest <= latest)) {
            throw new IllegalArgumentException("no event time from " + earliest + " to " + latest);
        }
    }

    boolean contains(double event) {
        return earliest <= event && event <= latest;
    }

    double within(double event) {
        return Math.max(earliest, Math.min(latest, event));
    }
}
