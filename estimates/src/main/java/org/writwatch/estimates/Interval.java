package org.writwatch.estimates;

/**
 * A range with its nominal coverage.
 *
 * @param lower lower end, may be negative infinity
 * @param upper upper end, at least {@code lower}
 * @param confidence nominal coverage, in (0, 1)
 */
public record Interval(double lower, double upper, double confidence) {
    public Interval {
        if (!(lower <= upper) || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("not an interval: [" + lower + ", " + upper + "] at " + confidence);
        }
    }

    /** Whether a value lies in the range, ends included. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
