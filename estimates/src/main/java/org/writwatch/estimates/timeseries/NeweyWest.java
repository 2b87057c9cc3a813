package org.writwatch.estimates.timeseries;

import org.writwatch.estimates.linear.LeastSquares;

/**
 * Covariance of least-squares coefficients that allows for unequal variance and for dependence up to a lag (Newey and West
 * 1987): {@code (X'X)^-1 [G_0 + sum_l w_l (G_l + G_l')] (X'X)^-1}, {@code w_l = 1 - l / (lag + 1)}, times n / (n - k).
 */
public final class NeweyWest {
    private NeweyWest() {}

    /**
     * Computes the covariance.
     *
     * @param x the design the fit was made from, rows in time order
     * @param fit its least-squares fit, no column left out
     * @param lag longest lag with weight; at least 0
     * @return covariance by column of {@code x}
     */
    public static double[][] covariance(double[][] x, LeastSquares fit, int lag) {
        int n = x.length;
        int k = fit.coefficients().length;
        if (fit.used().length < k) {
            throw new IllegalArgumentException(
                    "collinear columns have no covariance: used " + fit.used().length + " of " + k);
        }
        double[][] meat = new double[k][k];
        for (int l = 0; l <= lag; l++) {
            double weight = 1 - l / (lag + 1.0);
            for (int t = l; t < n; t++) {
                double uu = weight * fit.residuals()[t] * fit.residuals()[t - l];
                for (int i = 0; i < k; i++) {
                    for (int j = 0; j < k; j++) {
                        double g = uu * x[t][i] * x[t - l][j];
                        meat[i][j] += g;
                        if (l > 0) {
                            meat[j][i] += g;
                        }
                    }
                }
            }
        }
        double[][] bread = fit.inverseGram();
        double[][] half = new double[k][k];
        double[][] v = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                for (int m = 0; m < k; m++) {
                    half[i][j] += bread[i][m] * meat[m][j];
                }
            }
        }
        double scale = n / (double) (n - k);
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                for (int m = 0; m < k; m++) {
                    v[i][j] += scale * half[i][m] * bread[m][j];
                }
            }
        }
        return v;
    }
}
