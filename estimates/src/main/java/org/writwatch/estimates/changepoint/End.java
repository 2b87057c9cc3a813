package org.writwatch.estimates.changepoint;

/**
 * The end of a series: from {@code index} on it stays at nothing until its last reading.
 *
 * @param index first position of the silence that lasts
 * @param from start of the stretch that says what was usual, inclusive
 * @param to length of the series
 * @param before mean per period over {@code [from, index)}, above 0
 * @param after mean per period over {@code [index, to)}; 0, or a stray record's worth
 * @param silence length of the last unbroken run of zeros; {@code to - index} unless stray records follow
 * @param longestSilenceBefore longest run of zeros in {@code [from, index)}
 * @param block periods per block of the permutation test; longer than {@code longestSilenceBefore}
 * @param p chance that every silent block comes last if blocks came in random order
 */
public record End(
        int index,
        int from,
        int to,
        double before,
        double after,
        int silence,
        int longestSilenceBefore,
        int block,
        double p) {
    public End {
        if (!(0 <= from && from < index && index < to) || !(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("no end at " + index + " within [" + from + ", " + to + "), p " + p);
        }
    }

    /** Whether nothing at all was counted after the end. */
    public boolean toNothing() {
        return after == 0;
    }
}
