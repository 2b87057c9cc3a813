package org.writwatch.estimates.placebo;

import java.util.stream.IntStream;

/**
 * The comparison units nearest in size to the treated one. Rates of small places vary more, so that a small place ranked among all looks
 * extreme too often; among places of its size it does not.
 */
public final class NearInSize {
    /** How many: enough for a p value of {@code 1 / 40}. */
    public static final int COUNT = 39;

    private NearInSize() {}

    /**
     * Positions of the nearest, ascending; all of them when there are no more than {@code count}.
     *
     * @param own size of the treated unit before the start, above 0
     * @param sizes of the comparison units before the start, above 0; nearness is of logarithms, and the earlier wins a tie
     * @param count how many, at least 1
     */
    public static int[] of(double own, double[] sizes, int count) {
        double[] distance = IntStream.range(0, sizes.length)
                .mapToDouble(i -> Math.abs(Math.log(sizes[i] / own)))
                .toArray();
        return IntStream.range(0, sizes.length)
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(i -> distance[i]))
                .limit(count)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }
}
