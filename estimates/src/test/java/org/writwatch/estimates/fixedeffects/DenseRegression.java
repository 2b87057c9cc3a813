package org.writwatch.estimates.fixedeffects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.writwatch.estimates.linear.LeastSquares;
import org.writwatch.estimates.linear.Matrix;

/** Regression with a dummy for every level, from the definitions; small tables only. */
final class DenseRegression {
    final double[] beta;
    private final double[][] x;
    private final double[] scoreScale;
    private final Matrix bread;
    private final int regressors;
    private final double sigma2;

    /** Columns of x first, then all dummies; weighted. */
    DenseRegression(double[][] regressors, List<int[]> effects, double[] y, double[] w) {
        int n = y.length;
        List<double[]> columns = new ArrayList<>();
        for (int[] e : effects) {
            for (int level : Arrays.stream(e).sorted().distinct().toArray()) {
                columns.add(
                        Arrays.stream(e).mapToDouble(v -> v == level ? 1 : 0).toArray());
            }
        }
        int dummies = columns.size();
        columns.addAll(List.of(regressors));
        double[][] scaled = new double[n][columns.size()];
        double[] target = new double[n];
        for (int r = 0; r < n; r++) {
            target[r] = Math.sqrt(w[r]) * y[r];
            for (int j = 0; j < columns.size(); j++) {
                scaled[r][j] = Math.sqrt(w[r]) * columns.get(j)[r];
            }
        }
        LeastSquares ls = LeastSquares.fit(scaled, target);
        this.regressors = regressors.length;
        int[] used = ls.used();
        this.beta = Arrays.copyOfRange(ls.coefficients(), dummies, columns.size());
        this.bread = Matrix.of(ls.inverseGram());
        this.x = new double[n][used.length];
        this.scoreScale = ls.residuals();
        double ss = 0;
        for (int r = 0; r < n; r++) {
            for (int j = 0; j < used.length; j++) {
                x[r][j] = scaled[r][used[j]];
            }
            ss += scoreScale[r] * scoreScale[r];
        }
        this.sigma2 = ss;
    }

    /** Residual sum of squares times the inverse, for the regressors. */
    Matrix iid() {
        return last(bread.scaled(sigma2));
    }

    /** Sandwich with scores summed by label. */
    Matrix clustered(int[] cluster) {
        Map<Integer, double[]> scores = new TreeMap<>();
        for (int r = 0; r < x.length; r++) {
            double[] s = scores.computeIfAbsent(cluster[r], k -> new double[x[0].length]);
            for (int j = 0; j < s.length; j++) {
                s[j] += x[r][j] * scoreScale[r];
            }
        }
        Matrix meat = new Matrix(x[0].length, x[0].length);
        for (double[] s : scores.values()) {
            for (int i = 0; i < s.length; i++) {
                for (int j = 0; j < s.length; j++) {
                    meat.add(i, j, s[i] * s[j]);
                }
            }
        }
        return last(bread.sandwich(meat));
    }

    private Matrix last(Matrix all) {
        int[] mine = new int[regressors];
        Arrays.setAll(mine, i -> all.rows() - regressors + i);
        return all.part(mine);
    }
}
