package org.writwatch.estimates.synthetic;

import org.writwatch.estimates.linear.Cholesky;
import org.writwatch.estimates.linear.Matrix;

/**
 * Synthetic control with what its weights leave unbalanced taken out by a ridge regression (Ben-Michael, Feller and Rothstein 2021, Journal
 * of the American Statistical Association 116, section 4).
 *
 * <p>With donors' centred outcomes before the start as rows of X and the synthetic weights w, the weights become {@code w + X (X'X +
 * lambda I)^-1 (x - X'w)}: they still sum to one, may be negative, and fit the treated unit more closely the smaller lambda is. Lambda is
 * chosen by leaving out one period before the start at a time (their section 4.4). Immutable; safe to share.
 */
public final class AugmentedSynthetic {
    private static final int PRICES = 20;

    private final double[] weights;
    private final double price;
    private final double[] gaps;
    private final double effect;

    private AugmentedSynthetic(double[] weights, double price, double[] gaps, double effect) {
        this.weights = weights;
        this.price = price;
        this.gaps = gaps;
        this.effect = effect;
    }

    /**
     * Fits, with lambda chosen.
     *
     * @param y outcomes: a row per unit, comparison units first and then one treated unit
     * @param before how many periods are before the start; at least 3
     */
    public static AugmentedSynthetic fit(double[][] y, int before) {
        Synthetic base = Synthetic.fit(SyntheticDesign.SYNTHETIC_CONTROL, y, y.length - 1, before);
        double[] w = base.unitWeights();
        double top = Math.max(largest(y, before), 1e-12);
        double best = Double.POSITIVE_INFINITY;
        double chosen = top;
        for (int k = 0; k < PRICES && before >= 3; k++) {
            double price = top * Math.pow(10, -8.0 * k / (PRICES - 1));
            double error = 0;
            for (int out = 0; out < before; out++) {
                double[] a = augmented(y, before, out, w, price);
                double gap = y[y.length - 1][out];
                for (int i = 0; i < a.length; i++) {
                    gap -= a[i] * y[i][out];
                }
                error += gap * gap;
            }
            if (error < best * (1 - 1e-9)) {
                best = error;
                chosen = price;
            }
        }
        return with(y, before, w, chosen);
    }

    /** Fits with a given lambda; as it grows the weights go to those of the synthetic control. */
    public static AugmentedSynthetic fit(double[][] y, int before, double lambda) {
        return with(
                y,
                before,
                Synthetic.fit(SyntheticDesign.SYNTHETIC_CONTROL, y, y.length - 1, before)
                        .unitWeights(),
                lambda);
    }

    private static AugmentedSynthetic with(double[][] y, int before, double[] w, double price) {
        double[] a = augmented(y, before, -1, w, price);
        int periods = y[0].length;
        double[] gaps = y[y.length - 1].clone();
        double effect = 0;
        for (int t = 0; t < periods; t++) {
            for (int i = 0; i < a.length; i++) {
                gaps[t] -= a[i] * y[i][t];
            }
            effect += t >= before ? gaps[t] / (periods - before) : 0;
        }
        return new AugmentedSynthetic(a, price, gaps, effect);
    }

    /** Weights with one period left out ({@code out}, or -1 for none). */
    private static double[] augmented(double[][] y, int before, int out, double[] w, double price) {
        int n = y.length - 1;
        int[] use = java.util.stream.IntStream.range(0, before)
                .filter(t -> t != out)
                .toArray();
        int p = use.length;
        double[][] x = new double[n][p];
        double[] left = new double[p];
        for (int k = 0; k < p; k++) {
            double mean = 0;
            for (int i = 0; i < n; i++) {
                mean += y[i][use[k]] / n;
            }
            left[k] = y[n][use[k]] - mean;
            for (int i = 0; i < n; i++) {
                x[i][k] = y[i][use[k]] - mean;
                left[k] -= w[i] * x[i][k];
            }
        }
        Matrix rows = Matrix.of(x);
        Matrix gram = rows.transposed().times(rows);
        for (int k = 0; k < p; k++) {
            gram.add(k, k, price);
        }
        double[] add = rows.times(Cholesky.of(gram).solve(left));
        double[] a = w.clone();
        for (int i = 0; i < n; i++) {
            a[i] += add[i];
        }
        return a;
    }

    private static double largest(double[][] y, int before) {
        int n = y.length - 1;
        double trace = 0;
        for (int t = 0; t < before; t++) {
            double mean = 0;
            for (int i = 0; i < n; i++) {
                mean += y[i][t] / n;
            }
            for (int i = 0; i < n; i++) {
                trace += (y[i][t] - mean) * (y[i][t] - mean);
            }
        }
        return trace;
    }

    /** The average effect after the start. */
    public double effect() {
        return effect;
    }

    /** Weight of each comparison unit; they sum to one and may be negative. */
    public double[] unitWeights() {
        return weights.clone();
    }

    /** The ridge penalty that was used. */
    public double lambda() {
        return price;
    }

    /** Treated unit less its weighted comparison, per period. */
    public double[] gaps() {
        return gaps.clone();
    }
}
