package org.writwatch.estimates.honest;

import java.util.Arrays;
import org.hipparchus.special.Erf;
import org.writwatch.estimates.linear.Eigen;
import org.writwatch.estimates.linear.Matrix;

/**
 * Test that some nuisance values satisfy {@code E[y] <= X delta}, given which combination of moments binds, after a first stage
 * against the least favourable critical value (Andrews, Roth and Pakes 2023; the hybrid of Rambachan and Roth 2023, section 3.2.2).
 *
 * <p>The statistic is normal, truncated to the values at which the same combination stays the binding one. Rejects when it is above
 * the larger of zero and the {@code 1 - (alpha - kappa) / (1 - kappa)} quantile of that truncated normal. With a first-stage size
 * {@code kappa} of 0 the test is the conditional one alone. Not safe to share.
 */
final class ConditionalTest {
    private static final double ROOT_TWO = Math.sqrt(2);

    private final double[][] variance;
    private final DualProgram program;
    private final double size;
    private final double leastFavourable;

    /**
     * Sets up.
     *
     * @param x nuisance matrix, a row per moment
     * @param variance of the moments
     * @param alpha size of the whole test
     * @param kappa size of its first stage; 0 for none
     * @param draws of the first stage's critical value
     */
    ConditionalTest(double[][] x, double[][] variance, double alpha, double kappa, int draws, int seed) {
        this.variance = variance;
        int n = variance.length;
        double[] sd = new double[n];
        Arrays.setAll(sd, i -> Math.sqrt(variance[i][i]));
        this.program = new DualProgram(sd, x);
        this.size = (alpha - kappa) / (1 - kappa);
        this.leastFavourable = kappa == 0 ? Double.POSITIVE_INFINITY : leastFavourable(kappa, draws, seed);
    }

    /**
     * The {@code 1 - kappa} quantile of the statistic when every moment binds, by simulation: normals times the symmetric root of the
     * variance, as the reference package draws them.
     */
    private double leastFavourable(double kappa, int draws, int seed) {
        int n = variance.length;
        Eigen parts = Eigen.of(Matrix.of(variance));
        Matrix middle = new Matrix(n, n);
        double[] values = parts.values();
        for (int i = 0; i < n; i++) {
            middle.set(i, i, Math.sqrt(Math.max(0, values[i])));
        }
        Matrix root = parts.vectors().sandwich(middle);
        ReferenceNormals normals = new ReferenceNormals(seed);
        double[] eta = new double[draws];
        double[] z = new double[n];
        for (int b = 0; b < draws; b++) {
            for (int k = 0; k < n; k++) {
                z[k] = normals.next();
            }
            eta[b] = program.solve(root.times(z)).value();
        }
        Arrays.sort(eta);
        double at = (draws - 1) * (1 - kappa);
        int low = (int) Math.floor(at);
        return eta[low] + (at - low) * (eta[Math.min(low + 1, draws - 1)] - eta[low]);
    }

    /** Whether the moments are rejected. */
    boolean rejects(double[] y) {
        DualProgram.Solution own = program.solve(y);
        double eta = own.value();
        if (eta > leastFavourable) {
            return true;
        }
        if (eta <= 0) {
            return false;
        }
        double[] g = own.weights();
        int n = y.length;
        double[] b = new double[n];
        double spread = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                b[i] += variance[i][j] * g[j];
            }
            spread += g[i] * b[i];
        }
        if (spread < Math.ulp(1.0)) {
            return true;
        }
        double sigma = Math.sqrt(spread);
        double[] rest = new double[n];
        for (int i = 0; i < n; i++) {
            b[i] /= spread;
            rest[i] = y[i] - b[i] * eta;
        }
        double upper = end(rest, b, eta, Math.min(leastFavourable, eta + 40 * sigma), leastFavourable);
        double lower = end(rest, b, eta, eta - 40 * sigma, Double.NEGATIVE_INFINITY);
        double critical = Math.max(0, truncatedQuantile(1 - size, lower / sigma, upper / sigma));
        return eta / sigma > critical;
    }

    /**
     * How far the statistic can go before another combination binds: Newton's method on a convex, piecewise linear function, from
     * outside.
     */
    private double end(double[] rest, double[] b, double inside, double from, double otherwise) {
        double c = from;
        double slack = 1e-9 * (1 + Math.abs(inside) + Math.abs(from));
        for (int step = 0; step < 500; step++) {
            double[] y = new double[rest.length];
            for (int i = 0; i < y.length; i++) {
                y[i] = rest[i] + c * b[i];
            }
            DualProgram.Solution s = program.solve(y);
            if (s.value() - c <= slack) {
                return step == 0 ? otherwise : c;
            }
            double at = 0;
            double slope = 0;
            for (int i = 0; i < y.length; i++) {
                at += s.weights()[i] * rest[i];
                slope += s.weights()[i] * b[i];
            }
            if (Math.abs(1 - slope) < 1e-14) {
                return c;
            }
            double next = at / (1 - slope);
            boolean crossed = from > inside ? next <= inside : next >= inside;
            if (crossed) {
                return inside;
            }
            if (Math.abs(next - c) <= slack * 1e-3) {
                return next;
            }
            c = next;
        }
        return c;
    }

    private static double above(double z) {
        return 0.5 * Erf.erfc(z / ROOT_TWO);
    }

    /** Quantile of a standard normal cut to an interval, by halving; from the upper tail where that is the smaller one. */
    static double truncatedQuantile(double p, double lower, double upper) {
        if (lower + upper < 0) {
            return -upperTail(1 - p, -upper, -lower);
        }
        return upperTail(p, lower, upper);
    }

    private static double upperTail(double p, double lower, double upper) {
        double a = above(lower);
        double want = a - p * (a - above(upper));
        double low = Math.max(lower, -40);
        double high = Math.min(upper, 40);
        if (!(a > 0) || low >= high) {
            return lower;
        }
        for (int i = 0; i < 200 && high - low > 1e-13 * (1 + Math.abs(low)); i++) {
            double mid = (low + high) / 2;
            if (above(mid) > want) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return (low + high) / 2;
    }
}
