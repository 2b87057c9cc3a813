package org.writwatch.estimates.grouptime;

import java.util.stream.IntStream;
import org.writwatch.estimates.linear.Matrix;

/**
 * Without covariates a balanced panel is known by each cohort's weight, mean outcome per period, and weighted cross-products of
 * outcomes: one pass over the data gives every effect and the covariance of all of them.
 *
 * <p>Units are taken relative to their own first period and cross-products about a provisional centre, so that a large common
 * level costs no digits. Lanes are fixed and merged in order: the same bits on any number of threads.
 */
final class Moments {
    private static final int LANES = 16;
    private static final int SHORTEST_LANE = 4096;

    final int periods;
    final int cohorts;
    final long[] units;
    /** Sum of weights per cohort. */
    final double[] weight;
    /** Mean outcome less that of the unit's first period, per cohort and period. */
    final double[][] mean;
    /** Per cohort, sum of w^2 z z' with z = (outcome less cohort mean, per period; 1). */
    final Matrix[] cross;

    private Moments(int periods, int cohorts) {
        this.periods = periods;
        this.cohorts = cohorts;
        this.units = new long[cohorts];
        this.weight = new double[cohorts];
        this.mean = new double[cohorts][periods];
        this.cross = new Matrix[cohorts];
    }

    static Moments of(Units u) {
        double[][] centre = new double[u.cohorts][];
        for (int i = 0, left = u.cohorts; i < u.n && left > 0; i++) {
            if (centre[u.cohort[i]] == null) {
                centre[u.cohort[i]] = new double[u.periods];
                for (int t = 0; t < u.periods; t++) {
                    centre[u.cohort[i]][t] = u.y[i * u.periods + t] - u.y[i * u.periods];
                }
                left--;
            }
        }
        int lanes = Math.max(1, Math.min(LANES, u.n / SHORTEST_LANE));
        Sums[] parts = IntStream.range(0, lanes)
                .parallel()
                .mapToObj(l -> Sums.of(u, centre, (int) ((long) u.n * l / lanes), (int) ((long) u.n * (l + 1) / lanes)))
                .toArray(Sums[]::new);
        for (int l = 1; l < lanes; l++) {
            parts[0].add(parts[l]);
        }
        return parts[0].finish(centre);
    }

    /** Sums about the provisional centre; the last entry of a vector is the constant. */
    private static final class Sums {
        private final int cohorts;
        private final int periods;
        private final long[] units;
        private final double[] weight;
        private final double[][] first;
        private final double[][] second;

        Sums(int cohorts, int periods) {
            this.cohorts = cohorts;
            this.periods = periods;
            this.units = new long[cohorts];
            this.weight = new double[cohorts];
            this.first = new double[cohorts][periods];
            this.second = new double[cohorts][(periods + 1) * (periods + 1)];
        }

        static Sums of(Units u, double[][] centre, int from, int to) {
            int periods = u.periods;
            int side = periods + 1;
            Sums s = new Sums(u.cohorts, periods);
            double[] z = new double[side];
            z[periods] = 1;
            for (int i = from; i < to; i++) {
                int c = u.cohort[i];
                double[] about = centre[c];
                double w = u.weight(i);
                int row = i * periods;
                double start = u.y[row];
                double[] firsts = s.first[c];
                for (int t = 1; t < periods; t++) {
                    double v = u.y[row + t] - start - about[t];
                    z[t] = v;
                    firsts[t] += w * v;
                }
                s.units[c]++;
                s.weight[c] += w;
                double[] seconds = s.second[c];
                for (int t = 1; t < side; t++) {
                    double wz = w * w * z[t];
                    int o = t * side;
                    for (int r = 1; r <= t; r++) {
                        seconds[o + r] += wz * z[r];
                    }
                }
            }
            return s;
        }

        void add(Sums other) {
            for (int c = 0; c < cohorts; c++) {
                units[c] += other.units[c];
                weight[c] += other.weight[c];
                for (int t = 0; t < periods; t++) {
                    first[c][t] += other.first[c][t];
                }
                for (int k = 0; k < second[c].length; k++) {
                    second[c][k] += other.second[c][k];
                }
            }
        }

        Moments finish(double[][] centre) {
            Moments m = new Moments(periods, cohorts);
            int side = periods + 1;
            for (int c = 0; c < cohorts; c++) {
                m.units[c] = units[c];
                m.weight[c] = weight[c];
                Matrix a = Matrix.wrap(side, side, second[c]);
                double[] shift = new double[side];
                for (int t = 1; t < periods; t++) {
                    shift[t] = first[c][t] / weight[c];
                    m.mean[c][t] = centre[c][t] + shift[t];
                }
                Matrix out = new Matrix(side, side);
                double ones = a.get(periods, periods);
                for (int t = 1; t < side; t++) {
                    for (int r = 1; r <= t; r++) {
                        double bt = t == periods ? ones : a.get(periods, t);
                        double br = r == periods ? ones : a.get(periods, r);
                        double v = a.get(t, r) - bt * shift[r] - shift[t] * br + ones * shift[t] * shift[r];
                        out.set(t, r, v);
                        out.set(r, t, v);
                    }
                }
                m.cross[c] = out;
            }
            return m;
        }
    }
}
