package org.writwatch.estimates.synthetic;

import java.util.Arrays;

/**
 * Weights that are not negative and sum to one and bring a combination of columns near a target: Frank and Wolfe's method with exact line
 * search on {@code zeta^2 |x|^2 + |A x - b|^2 / rows} (Arkhangelsky, Athey, Hirshberg, Imbens and Wager 2021, eqs. 4 and 6).
 */
final class SimplexWeights {
    private final double[][] columns;
    private final double[] target;
    private final double ridge;
    private final double smallest;

    /**
     * @param columns the columns of A, each as long as the target
     * @param intercept whether a constant may be added: columns and target are then centred
     * @param zeta strength of the penalty
     * @param smallest the iterations end when the objective falls by less than the square of this
     */
    SimplexWeights(double[][] columns, double[] target, boolean intercept, double zeta, double smallest) {
        this.columns = new double[columns.length][];
        for (int j = 0; j < columns.length; j++) {
            this.columns[j] = intercept ? centred(columns[j]) : columns[j];
        }
        this.target = intercept ? centred(target) : target;
        this.ridge = target.length * zeta * zeta;
        this.smallest = smallest * smallest;
    }

    private static double[] centred(double[] v) {
        double mean = Arrays.stream(v).average().orElse(0);
        return Arrays.stream(v).map(x -> x - mean).toArray();
    }

    static double[] equal(int n) {
        double[] x = new double[n];
        Arrays.fill(x, 1.0 / n);
        return x;
    }

    /** Weights of a quarter of the largest or less become zero. */
    static double[] sparse(double[] x) {
        double largest = Arrays.stream(x).max().orElse(0);
        double[] out = Arrays.stream(x).map(v -> v <= largest / 4 ? 0 : v).toArray();
        double sum = Arrays.stream(out).sum();
        return Arrays.stream(out).map(v -> v / sum).toArray();
    }

    /** Iterates from a start; at most {@code most} steps. */
    double[] from(double[] start, int most) {
        int rows = target.length;
        double[] x = start.clone();
        double[] left = new double[rows];
        for (int j = 0; j < x.length; j++) {
            if (x[j] != 0) {
                for (int i = 0; i < rows; i++) {
                    left[i] += x[j] * columns[j][i];
                }
            }
        }
        for (int i = 0; i < rows; i++) {
            left[i] -= target[i];
        }
        double before = Double.NaN;
        for (int step = 0; step < most; step++) {
            step(x, left);
            double value = (dot(left, left) + ridge * dot(x, x)) / rows;
            if (step >= 1 && !(before - value > smallest)) {
                break;
            }
            before = value;
        }
        return x;
    }

    private void step(double[] x, double[] left) {
        int best = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double slope = 0;
        for (int j = 0; j < x.length; j++) {
            double g = dot(columns[j], left) + ridge * x[j];
            slope -= g * x[j];
            if (g < lowest) {
                lowest = g;
                best = j;
            }
        }
        slope += lowest;
        double length = 0;
        double[] to = columns[best];
        for (int i = 0; i < left.length; i++) {
            double d = to[i] - (left[i] + target[i]);
            length += d * d;
        }
        double moved = dot(x, x) - 2 * x[best] + 1;
        double curvature = length + ridge * moved;
        if (!(curvature > 0)) {
            return;
        }
        double share = Math.min(1, Math.max(0, -slope / curvature));
        for (int i = 0; i < left.length; i++) {
            left[i] += share * (to[i] - (left[i] + target[i]));
        }
        for (int j = 0; j < x.length; j++) {
            x[j] *= 1 - share;
        }
        x[best] += share;
    }

    private static double dot(double[] a, double[] b) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * b[i];
        }
        return s;
    }
}
