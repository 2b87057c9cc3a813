package org.writwatch.estimates.honest;

import org.writwatch.estimates.NotEstimable;

/**
 * Greatest {@code g'y} over weights {@code g >= 0} with {@code g'sd = 1} and {@code g'X = 0}: the least common slack of moments
 * {@code y - X delta <= eta sd}, from its dual side (Andrews, Roth and Pakes 2023, equation 11). The weights that are allowed do not
 * depend on y, so each solution starts from the last one. Revised simplex method; Bland's rule once steps stop helping. Not safe to
 * share.
 */
final class DualProgram {
    private static final double TOLERANCE = 1e-9;
    private static final int REFACTOR = 40;

    private final int m;
    private final int n;
    /** Constraint column of moment j, scaled; the first entry is 1. */
    private final double[][] column;

    private final double[] sd;
    private final int[] basis;
    private final double[][] inverse;
    private final double[] level;
    private int sinceRefactor;

    /**
     * Sets up and finds weights that are allowed.
     *
     * @param sd of each moment, above 0
     * @param x a row per moment, a column per nuisance parameter; may have no columns
     */
    DualProgram(double[] sd, double[][] x) {
        this.n = sd.length;
        this.m = x[0].length + 1;
        this.sd = sd.clone();
        this.column = new double[n][m];
        double[] largest = new double[m];
        for (int j = 0; j < n; j++) {
            column[j][0] = 1;
            for (int i = 1; i < m; i++) {
                column[j][i] = x[j][i - 1] / sd[j];
                largest[i] = Math.max(largest[i], Math.abs(column[j][i]));
            }
        }
        for (double[] c : column) {
            for (int i = 1; i < m; i++) {
                c[i] /= largest[i] == 0 ? 1 : largest[i];
            }
        }
        this.basis = new int[m];
        this.inverse = new double[m][m];
        this.level = new double[m];
        for (int i = 0; i < m; i++) {
            basis[i] = n + i;
            inverse[i][i] = 1;
        }
        level[0] = 1;
        start();
    }

    /** Drives the artificial variables out. */
    private void start() {
        double[] cost = new double[n + m];
        for (int i = 0; i < m; i++) {
            cost[n + i] = -1;
        }
        climb(cost);
        for (int i = 0; i < m; i++) {
            if (basis[i] >= n && level[i] > 1e-7) {
                throw new NotEstimable(NotEstimable.Why.COLLINEAR, "no weights free the moments of nuisance");
            }
        }
        for (int i = 0; i < m; i++) {
            if (basis[i] >= n) {
                for (int j = 0; j < n; j++) {
                    double[] d = direction(j);
                    if (!inBasis(j) && Math.abs(d[i]) > 1e-7) {
                        pivot(i, j, d);
                        break;
                    }
                }
            }
        }
    }

    private boolean inBasis(int j) {
        for (int b : basis) {
            if (b == j) {
                return true;
            }
        }
        return false;
    }

    /** The greatest value and its weights, in the scale of the moments. */
    Solution solve(double[] y) {
        double[] cost = new double[n + m];
        for (int j = 0; j < n; j++) {
            cost[j] = y[j] / sd[j];
        }
        climb(cost);
        double[] g = new double[n];
        double value = 0;
        for (int i = 0; i < m; i++) {
            if (basis[i] < n) {
                g[basis[i]] = Math.max(0, level[i]) / sd[basis[i]];
                value += g[basis[i]] * y[basis[i]];
            }
        }
        return new Solution(value, g);
    }

    private void climb(double[] cost) {
        double size = 0;
        for (int j = 0; j < n; j++) {
            size = Math.max(size, Math.abs(cost[j]));
        }
        double least = TOLERANCE * Math.max(size, 1);
        for (int step = 0; step < 20_000; step++) {
            boolean bland = step > 40 * m;
            double[] price = new double[m];
            for (int i = 0; i < m; i++) {
                double c = cost[basis[i]];
                if (c != 0) {
                    for (int k = 0; k < m; k++) {
                        price[k] += c * inverse[i][k];
                    }
                }
            }
            int enter = -1;
            double best = least;
            for (int j = 0; j < n; j++) {
                double reduced = cost[j];
                double[] c = column[j];
                for (int k = 0; k < m; k++) {
                    reduced -= price[k] * c[k];
                }
                if (reduced > best && !inBasis(j)) {
                    enter = j;
                    best = reduced;
                    if (bland) {
                        break;
                    }
                }
            }
            if (enter < 0) {
                return;
            }
            double[] d = direction(enter);
            int leave = -1;
            double ratio = Double.POSITIVE_INFINITY;
            for (int i = 0; i < m; i++) {
                boolean artificial = basis[i] >= n && Math.abs(d[i]) > 1e-7 && level[i] < 1e-12;
                if (d[i] > 1e-9 || artificial) {
                    double r = artificial ? 0 : Math.max(0, level[i]) / d[i];
                    boolean tie = Math.abs(r - ratio) <= 1e-14;
                    boolean better = r < ratio && !tie;
                    if (leave >= 0 && tie) {
                        better = bland ? basis[i] < basis[leave] : Math.abs(d[i]) > Math.abs(d[leave]);
                    }
                    if (better) {
                        ratio = Math.min(r, ratio);
                        leave = i;
                    }
                }
            }
            if (leave < 0) {
                throw new NotEstimable(NotEstimable.Why.NO_CONVERGENCE, "moments without a bound");
            }
            pivot(leave, enter, d);
        }
        throw new NotEstimable(NotEstimable.Why.NO_CONVERGENCE, "the linear program did not settle");
    }

    private double[] direction(int j) {
        double[] d = new double[m];
        for (int i = 0; i < m; i++) {
            double s = 0;
            for (int k = 0; k < m; k++) {
                s += inverse[i][k] * column[j][k];
            }
            d[i] = s;
        }
        return d;
    }

    private void pivot(int leave, int enter, double[] d) {
        double step = level[leave] / d[leave];
        for (int i = 0; i < m; i++) {
            level[i] -= step * d[i];
        }
        level[leave] = step;
        double[] row = inverse[leave];
        for (int k = 0; k < m; k++) {
            row[k] /= d[leave];
        }
        for (int i = 0; i < m; i++) {
            if (i != leave && d[i] != 0) {
                for (int k = 0; k < m; k++) {
                    inverse[i][k] -= d[i] * row[k];
                }
            }
        }
        basis[leave] = enter;
        if (++sinceRefactor >= REFACTOR) {
            refactor();
        }
    }

    /** The inverse afresh, by elimination with pivoting, so that rounding does not pile up. */
    private void refactor() {
        sinceRefactor = 0;
        double[][] a = new double[m][2 * m];
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < m; k++) {
                a[k][i] = basis[i] < n ? column[basis[i]][k] : k == basis[i] - n ? 1 : 0;
            }
            a[i][m + i] = 1;
        }
        for (int c = 0; c < m; c++) {
            int top = c;
            for (int r = c + 1; r < m; r++) {
                top = Math.abs(a[r][c]) > Math.abs(a[top][c]) ? r : top;
            }
            if (Math.abs(a[top][c]) < 1e-13) {
                return;
            }
            double[] swap = a[c];
            a[c] = a[top];
            a[top] = swap;
            double by = a[c][c];
            for (int k = c; k < 2 * m; k++) {
                a[c][k] /= by;
            }
            for (int r = 0; r < m; r++) {
                double f = a[r][c];
                if (r != c && f != 0) {
                    for (int k = c; k < 2 * m; k++) {
                        a[r][k] -= f * a[c][k];
                    }
                }
            }
        }
        for (int i = 0; i < m; i++) {
            System.arraycopy(a[i], m, inverse[i], 0, m);
            level[i] = inverse[i][0];
        }
    }

    /** The greatest value and the weights that reach it. */
    static final class Solution {
        private final double value;
        private final double[] weights;

        Solution(double value, double[] weights) {
            this.value = value;
            this.weights = weights;
        }

        double value() {
            return value;
        }

        /** Not a copy. */
        double[] weights() {
            return weights;
        }
    }
}
