package org.writwatch.estimates.changepoint;

import java.util.SplittableRandom;

/** A jail in which nothing changes: people arrive at random and stay for a while. */
final class JailModel {
    private JailModel() {}

    /** Poisson arrivals per day, exponential stays with the given mean in days; stationary start. */
    static double[] census(SplittableRandom random, int days, double arrivals, double stay) {
        int warm = (int) (20 * stay) + 1;
        double[] change = new double[days + warm + 1];
        for (int t = 0; t < days + warm; t++) {
            for (int a = poisson(random, arrivals); a > 0; a--) {
                int leaves = t + 1 + (int) (-Math.log(1 - random.nextDouble()) * stay);
                change[t]++;
                change[Math.min(change.length - 1, leaves)]--;
            }
        }
        double[] y = new double[days];
        double now = 0;
        for (int t = 0; t < days + warm; t++) {
            now += change[t];
            if (t >= warm) {
                y[t - warm] = now;
            }
        }
        return y;
    }

    private static int poisson(SplittableRandom random, double mean) {
        double limit = Math.exp(-mean);
        int k = 0;
        for (double p = random.nextDouble(); p > limit; p *= random.nextDouble()) {
            k++;
        }
        return k;
    }
}
