package org.writwatch.estimates.stops;

import java.util.SplittableRandom;

/**
 * Stops of a minority by place beside its share of exposure there, and the same with nothing to find: of the stops of a place each is of
 * the minority with its share of exposure.
 */
public final class ExposureNull {
    private final double[] stops;
    private final double[] share;
    private final double minority;
    private final double expected;
    private final double deviation;

    /**
     * Counts by place.
     *
     * @param minority stops of the minority
     * @param stops of both groups
     * @param share of the exposure that is of the minority, 0 to 1
     */
    public ExposureNull(double[] minority, double[] stops, double[] share) {
        this.stops = stops;
        this.share = share;
        double m = 0;
        double e = 0;
        double v = 0;
        for (int l = 0; l < stops.length; l++) {
            m += minority[l];
            e += stops[l] * share[l];
            v += stops[l] * share[l] * (1 - share[l]);
        }
        this.minority = m;
        this.expected = e;
        this.deviation = Math.sqrt(v);
    }

    /** Stops of the minority beyond those expected. */
    public double excess() {
        return minority - expected;
    }

    /** The excess in standard deviations; NaN without any. */
    public double deviations() {
        return deviation > 0 ? excess() / deviation : Double.NaN;
    }

    /** The same of one simulated table. */
    public double simulated(SplittableRandom random) {
        double m = 0;
        for (int l = 0; l < stops.length; l++) {
            m += SearchNull.binomial(random, stops[l], share[l]);
        }
        return (m - expected) / deviation;
    }
}
