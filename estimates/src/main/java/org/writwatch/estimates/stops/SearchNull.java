package org.writwatch.estimates.stops;

import java.util.SplittableRandom;

/**
 * Searches and finds of two groups by place, and the same with nothing to find: in every place both groups are searched at the place's own
 * rate and searches of both find at one rate.
 */
public final class SearchNull {
    private final double[][] stops;
    private final double[][] searches;
    private final double[][] hits;

    /**
     * Counts by group (0 the reference, 1 the minority) and place.
     *
     * @param stops stops of each group by place
     * @param searches not more than stops
     * @param hits not more than searches
     */
    public SearchNull(double[][] stops, double[][] searches, double[][] hits) {
        this.stops = stops;
        this.searches = searches;
        this.hits = hits;
    }

    /**
     * Two statistics, each an estimate over its error.
     *
     * @param search log odds of a search, minority against reference, constants of places; NaN when not estimable
     * @param searchEstimate the log odds
     * @param hit difference of the hit rates
     * @param hitEstimate the difference
     */
    public record Statistics(double search, double searchEstimate, double hit, double hitEstimate) {}

    /**
     * Searches and finds by group and place.
     *
     * <p>Arrays are kept, not copied.
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Table(double[][] searches, double[][] hits) {}

    /** The counts. */
    public Table observed() {
        return new Table(searches, hits);
    }

    /** One table without a difference. */
    public Table simulated(SplittableRandom random) {
        int places = stops[0].length;
        double all = sum(searches[0]) + sum(searches[1]);
        double found = all > 0 ? (sum(hits[0]) + sum(hits[1])) / all : 0;
        double[][] s = new double[2][places];
        double[][] h = new double[2][places];
        for (int l = 0; l < places; l++) {
            double n = stops[0][l] + stops[1][l];
            double p = n > 0 ? (searches[0][l] + searches[1][l]) / n : 0;
            for (int g = 0; g < 2; g++) {
                s[g][l] = binomial(random, stops[g][l], p);
                h[g][l] = binomial(random, s[g][l], found);
            }
        }
        return new Table(s, h);
    }

    static double binomial(SplittableRandom random, double n, double p) {
        int yes = 0;
        for (int i = 0; i < n; i++) {
            yes += random.nextDouble() < p ? 1 : 0;
        }
        return yes;
    }

    /** The statistics of a table with the stops of this one. */
    public Statistics of(Table table) {
        double[][] s = table.searches();
        double[][] h = table.hits();
        double search = Double.NaN;
        double b = Double.NaN;
        int cells = 0;
        for (double[] group : stops) {
            for (double n : group) {
                cells += n > 0 ? 1 : 0;
            }
        }
        double[][] x = new double[1][cells];
        int[] place = new int[cells];
        double[] trials = new double[cells];
        double[] yes = new double[cells];
        int at = 0;
        int used = 0;
        for (int l = 0; l < stops[0].length; l++) {
            boolean any = false;
            for (int g = 0; g < 2; g++) {
                if (stops[g][l] > 0) {
                    x[0][at] = g;
                    place[at] = used;
                    trials[at] = stops[g][l];
                    yes[at++] = s[g][l];
                    any = true;
                }
            }
            used += any ? 1 : 0;
        }
        if (sum(s[0]) > 0 && sum(s[1]) > 0) {
            CellModel m = CellModel.logit(x, place, trials, yes);
            b = m.coefficient(0);
            search = b / m.modelError(0);
        }
        double n1 = sum(s[1]);
        double n0 = sum(s[0]);
        double difference = n1 > 0 && n0 > 0 ? sum(h[1]) / n1 - sum(h[0]) / n0 : Double.NaN;
        double pooled = (sum(h[1]) + sum(h[0])) / (n1 + n0);
        double error = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n0));
        return new Statistics(search, b, error > 0 ? difference / error : Double.NaN, difference);
    }

    private static double sum(double[] v) {
        double s = 0;
        for (double d : v) {
            s += d;
        }
        return s;
    }
}
