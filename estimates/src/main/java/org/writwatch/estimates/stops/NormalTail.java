package org.writwatch.estimates.stops;

/**
 * Upper tail and density of the standard normal at once, in double precision relative to the tail down to 1e-300 (rational approximation
 * of Hart 1968, number 5666, as West 2005 gives it; continued fraction beyond 7.07).
 */
final class NormalTail {
    private static final double ROOT_TWO_PI = 2.5066282746310002;
    private static final double SPLIT = 7.07106781186547;
    private static final double[] TOP = {
        0.0352624965998911,
        0.700383064443688,
        6.37396220353165,
        33.912866078383,
        112.079291497871,
        221.213596169931,
        220.206867912376
    };
    private static final double[] BOTTOM = {
        0.0883883476483184,
        1.75566716318264,
        16.064177579207,
        86.7807322029461,
        296.564248779674,
        637.333633378831,
        793.826512519948,
        440.413735824752
    };

    private NormalTail() {}

    /** Chance of a value above {@code x}, given {@code exp(-x * x / 2)}. */
    static double above(double x, double e) {
        double a = Math.abs(x);
        double tail;
        if (a > 37) {
            tail = 0;
        } else if (a < SPLIT) {
            double top = TOP[0];
            for (int i = 1; i < TOP.length; i++) {
                top = top * a + TOP[i];
            }
            double bottom = BOTTOM[0];
            for (int i = 1; i < BOTTOM.length; i++) {
                bottom = bottom * a + BOTTOM[i];
            }
            tail = e * top / bottom;
        } else {
            tail = e / (a + 1 / (a + 2 / (a + 3 / (a + 4 / (a + 0.65))))) / ROOT_TWO_PI;
        }
        return x > 0 ? tail : 1 - tail;
    }

    /** Density, given {@code exp(-x * x / 2)}. */
    static double density(double e) {
        return e / ROOT_TWO_PI;
    }
}
