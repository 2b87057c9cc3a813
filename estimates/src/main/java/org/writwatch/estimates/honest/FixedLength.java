package org.writwatch.estimates.honest;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.special.Erf;
import org.writwatch.estimates.Interval;
import org.writwatch.estimates.linear.Cholesky;
import org.writwatch.estimates.linear.Matrix;

/**
 * The shortest interval of fixed length around a linear estimator when slopes change by at most M from period to period (Rambachan and Roth
 * 2023, section 4.1; Armstrong and Kolesar 2018).
 *
 * <p>An estimator subtracts from the average after the start a straight line drawn through the coefficients before it. Its worst bias is M
 * times the sum of absolute weights on second differences; weights on those before the start are free. Every best estimator lies on the
 * path that trades variance for that sum with a price; the path is followed exactly, kink by kink (Efron and others 2004), and the half
 * length {@code sd * cv(bias / sd)} is minimised along it.
 */
final class FixedLength {
    private final int pre;
    private final double[] beta;
    private final double[] fixed;
    private final Matrix quadratic;
    private final double[] linear;
    private final double constant;
    private final double biasAfter;
    private final List<double[]> path = new ArrayList<>();

    /**
     * Follows the path.
     *
     * @param weights of the periods after the start
     */
    FixedLength(double[] beta, Matrix sigma, int pre, double[] weights) {
        this.pre = pre;
        this.beta = beta;
        int n = beta.length;
        int post = n - pre;
        int free = pre - 1;
        double slope = 0;
        double after = 0;
        for (int s = 1; s <= post; s++) {
            slope += s * weights[s - 1];
            double sum = 0;
            for (int t = 1; t <= s; t++) {
                sum += t * weights[post - s + t - 1];
            }
            after += Math.abs(sum);
        }
        this.biasAfter = after;
        this.fixed = new double[n];
        System.arraycopy(weights, 0, fixed, pre, post);
        spread(fixed, free, slope);
        Matrix directions = new Matrix(free, n);
        for (int j = 0; j < free; j++) {
            double[] row = new double[n];
            spread(row, j, 1);
            for (int k = 0; k < n; k++) {
                directions.set(j, k, row[k]);
            }
        }
        double[] v = sigma.times(fixed);
        this.quadratic = directions.sandwich(sigma);
        this.linear = directions.times(v);
        double s = 0;
        for (int k = 0; k < n; k++) {
            s += fixed[k] * v[k];
        }
        this.constant = s;
        follow(free);
    }

    /** A weight c on the second difference at j, as weights on coefficients before the start. */
    private void spread(double[] row, int j, double c) {
        for (int k = 0; k < 3 && j + k < pre; k++) {
            row[j + k] += k == 1 ? -2 * c : c;
        }
    }

    /** Corners of the path, from no free weight at all to the least variance. */
    private void follow(int free) {
        double[] c = new double[free];
        path.add(c.clone());
        if (free == 0) {
            return;
        }
        double price = 0;
        int first = 0;
        for (int j = 0; j < free; j++) {
            if (Math.abs(linear[j]) > price) {
                price = Math.abs(linear[j]);
                first = j;
            }
        }
        List<Integer> active = new ArrayList<>(List.of(first));
        double[] sign = new double[free];
        sign[first] = -Math.signum(linear[first]);
        int last = -1;
        for (int step = 0; step < 40 * (free + 2) && price > 0 && !active.isEmpty(); step++) {
            int[] set = active.stream().mapToInt(Integer::intValue).toArray();
            double[] direction = Cholesky.of(quadratic.part(set))
                    .solve(active.stream().mapToDouble(j -> sign[j]).toArray());
            double[] full = new double[free];
            for (int i = 0; i < set.length; i++) {
                full[set[i]] = direction[i];
            }
            double[] gradient = quadratic.times(c);
            double[] change = quadratic.times(full);
            double best = price;
            int event = -1;
            boolean leaves = false;
            double enters = 0;
            for (int j = 0; j < free; j++) {
                if (active.contains(j)) {
                    double by = -c[j] / full[j];
                    if (by > 1e-12 * price && by < best && j != last) {
                        best = by;
                        event = j;
                        leaves = true;
                    }
                } else {
                    double g = gradient[j] + linear[j];
                    for (int side = -1; side <= 1; side += 2) {
                        double by = (price - side * g) / (1 + side * change[j]);
                        if (by > 1e-12 * price && by < best && j != last) {
                            best = by;
                            event = j;
                            leaves = false;
                            enters = -side;
                        }
                    }
                }
            }
            for (int j = 0; j < free; j++) {
                c[j] += best * full[j];
            }
            price -= best;
            last = -1;
            if (event >= 0 && leaves) {
                c[event] = 0;
                active.remove(Integer.valueOf(event));
                last = event;
            } else if (event >= 0) {
                active.add(event);
                sign[event] = enters;
            }
            path.add(c.clone());
            if (event < 0) {
                return;
            }
        }
    }

    private double sd(double[] c) {
        double[] q = quadratic.times(c);
        double v = constant;
        for (int j = 0; j < c.length; j++) {
            v += c[j] * (q[j] + 2 * linear[j]);
        }
        return Math.sqrt(Math.max(v, 0));
    }

    private double half(double[] c, double m, double alpha) {
        double bias = biasAfter;
        for (double v : c) {
            bias += Math.abs(v);
        }
        double sd = sd(c);
        return m == 0 ? sd * foldedQuantile(0, alpha) : sd * foldedQuantile(m * bias / sd, alpha);
    }

    /** The interval for a bound M. */
    Interval interval(double m, double alpha) {
        int corners = path.size();
        int best = 0;
        double shortest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < corners; i++) {
            double h = half(path.get(i), m, alpha);
            if (h < shortest) {
                shortest = h;
                best = i;
            }
        }
        double[] chosen = path.get(best);
        for (int i = Math.max(1, best); i <= Math.min(corners - 1, best + 1); i++) {
            double[] c = within(path.get(i - 1), path.get(i), m, alpha);
            double h = half(c, m, alpha);
            if (h < shortest) {
                shortest = h;
                chosen = c;
            }
        }
        double[] l = fixed.clone();
        for (int j = 0; j < chosen.length; j++) {
            spread(l, j, chosen[j]);
        }
        double centre = 0;
        for (int k = 0; k < l.length; k++) {
            centre += l[k] * beta[k];
        }
        return new Interval(centre - shortest, centre + shortest, 1 - alpha);
    }

    /** Golden section between two corners. */
    private double[] within(double[] from, double[] to, double m, double alpha) {
        double golden = (Math.sqrt(5) - 1) / 2;
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double a = high - golden * (high - low);
            double b = low + golden * (high - low);
            if (half(mixed(from, to, a), m, alpha) <= half(mixed(from, to, b), m, alpha)) {
                high = b;
            } else {
                low = a;
            }
        }
        return mixed(from, to, (low + high) / 2);
    }

    private static double[] mixed(double[] from, double[] to, double share) {
        double[] c = new double[from.length];
        for (int j = 0; j < c.length; j++) {
            c[j] = from[j] + share * (to[j] - from[j]);
        }
        return c;
    }

    /** The {@code 1 - alpha} quantile of the absolute value of a normal with mean t and variance 1, by halving. */
    static double foldedQuantile(double t, double alpha) {
        double low = 0;
        double high = t + 40;
        for (int i = 0; i < 200 && high - low > 1e-13 * high; i++) {
            double x = (low + high) / 2;
            double outside = 0.5 * (Erf.erfc((x - t) / Math.sqrt(2)) + Erf.erfc((x + t) / Math.sqrt(2)));
            if (outside > alpha) {
                low = x;
            } else {
                high = x;
            }
        }
        return (low + high) / 2;
    }
}
