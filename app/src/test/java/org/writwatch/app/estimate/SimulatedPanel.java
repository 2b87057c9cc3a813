package org.writwatch.app.estimate;

import java.util.Random;

/** A small panel with what real ones have: cohorts of several sizes, one alone, one always treated, one starting after the last period. */
final class SimulatedPanel {
    static final String KEYS = "data: table.csv\nunit: unit\ntime: time\nfirst_treated: g\n";

    private SimulatedPanel() {}

    /**
     * Forty units over nine periods.
     *
     * @param gaps whether some rows are missing and some cells empty
     */
    static String csv(boolean gaps) {
        Random random = new Random(11);
        StringBuilder s = new StringBuilder("unit,time,g,y,x1,x2,w,pop,count,state,region,d,post\n");
        int[] cohorts = {0, 0, 4, 4, 5, 5, 7};
        for (int u = 0; u < 40; u++) {
            int g = u == 39 ? 6 : u == 38 ? 1 : u == 37 ? 20 : cohorts[u % 7];
            double level = random.nextGaussian();
            double x1 = random.nextGaussian();
            double w = 0.5 + random.nextInt(100) / 50.0;
            int pop = 2000 + random.nextInt(90000);
            double e = 0;
            for (int t = 1; t <= 9; t++) {
                e = 0.5 * e + random.nextGaussian() / 2;
                int d = g > 0 && t >= g ? 1 : 0;
                double x2 = random.nextGaussian();
                double y = level + 0.1 * t + 0.2 * x1 * t + 0.5 * d + 0.3 * x2 + e;
                int count = (int) Math.round(pop / 1000.0 * Math.exp(0.1 * level + 0.2 * d + 0.1 * e));
                if (gaps && random.nextInt(17) == 0) {
                    continue;
                }
                String outcome = gaps && random.nextInt(30) == 0 ? "NA" : Double.toString(y);
                String first = gaps && random.nextInt(30) == 0 ? "" : Double.toString(x1);
                s.append(u + "," + t + "," + g + "," + outcome + "," + first + "," + x2 + "," + w + "," + pop + ","
                        + count + "," + u / 4 + "," + (u % 2 == 0 ? "a" : "b") + "," + d + "," + (t >= 5 ? 1 : 0)
                        + "\n");
            }
        }
        return s.toString();
    }
}
