package org.writwatch.estimates.grouptime;

import java.util.SplittableRandom;
import org.writwatch.estimates.panel.Observations;

/** A staggered panel with known effects, rows in random order. */
public final class Simulated {
    public final int[] unit;
    public final double[] time;
    public final double[] y;
    public final double[] g;
    public final double[] x;
    public final double[] w;

    /** Cohorts 0 (never), 3, 4, 6 of times 1 to {@code periods}; effect {@code effect * (t - g + 1)}; trend depends on x. */
    public Simulated(long seed, int units, int periods, double effect, double slope) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = units * periods;
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        unit = new int[n];
        time = new double[n];
        y = new double[n];
        g = new double[n];
        x = new double[n];
        w = new double[n];
        double[] starts = {0, 3, 4, 6};
        for (int i = 0; i < units; i++) {
            double xi = random.nextGaussian();
            double start = starts[(int) Math.min(3, Math.max(0, Math.floor(random.nextDouble() * 3 + 0.4 + 0.3 * xi)))];
            double level = 100 * random.nextGaussian();
            double weight = 0.5 + random.nextDouble();
            for (int t = 1; t <= periods; t++) {
                int r = order[i * periods + t - 1];
                unit[r] = 1000 + i;
                time[r] = t;
                g[r] = start;
                x[r] = xi;
                w[r] = weight;
                boolean treated = start > 0 && t >= start;
                y[r] = level
                        + 0.3 * t
                        + slope * t * xi
                        + random.nextGaussian()
                        + (treated ? effect * (t - start + 1) : 0);
            }
        }
    }

    public Observations table() {
        return Observations.of(unit, time)
                .column("y", y)
                .column("g", g)
                .column("x", x)
                .column("w", w)
                .build();
    }
}
