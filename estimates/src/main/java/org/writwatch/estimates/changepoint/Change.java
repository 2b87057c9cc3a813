package org.writwatch.estimates.changepoint;

/**
 * One change of level in a series {@code y[0..n)}.
 *
 * @param index first position of the new level: {@code y[from..index)} was before, {@code y[index..to)} after
 * @param from start of the stretch before, inclusive
 * @param to end of the stretch after, exclusive
 * @param before mean per period over {@code [from, index)}
 * @param after mean per period over {@code [index, to)}
 * @param statistic signed-root likelihood ratio on the scale of a standard normal deviate, already divided by the
 *     inflation; at least 0, no sign
 * @param p chance of so large a statistic anywhere in the series if nothing changed; corrected for the search
 * @param inflation how many times larger the long-run variance is than that of independent Poisson counts; at least 1
 * @param effectivePeriods number of independent periods the stretch is worth, given how much counts persist
 */
public record Change(
        int index,
        int from,
        int to,
        double before,
        double after,
        double statistic,
        double p,
        double inflation,
        double effectivePeriods) {
    public Change {
        if (!(0 <= from && from < index && index < to)) {
            throw new IllegalArgumentException("no change at " + index + " within [" + from + ", " + to + ")");
        }
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p = " + p);
        }
    }

    /** Whether nothing at all was counted after the change. */
    public boolean toNothing() {
        return after == 0;
    }

    /** After minus before, per period. */
    public double difference() {
        return after - before;
    }
}
