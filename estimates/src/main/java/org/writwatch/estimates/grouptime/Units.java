package org.writwatch.estimates.grouptime;

import org.jspecify.annotations.Nullable;

/** A balanced panel ready to be compared: everything unit after unit, period after period. */
final class Units {
    final int n;
    final int periods;
    final int[] cohort;
    final double[] y;
    /** Weight per unit and period; null when all are 1. */
    final double @Nullable [] w;
    /** Covariates, each per unit and period. */
    final double[][] x;

    final int cohorts;

    Units(int periods, int[] cohort, int cohorts, double[] y, double @Nullable [] w, double[][] x) {
        this.n = cohort.length;
        this.periods = periods;
        this.cohort = cohort;
        this.cohorts = cohorts;
        this.y = y;
        this.w = w;
        this.x = x;
    }

    double weight(int unit, int period) {
        return w == null ? 1 : w[unit * periods + period];
    }

    /** Weight used for shares of cohorts: that of the first period. */
    double weight(int unit) {
        return weight(unit, 0);
    }

    boolean weightsConstant() {
        return w == null || constant(w);
    }

    boolean covariatesConstant() {
        for (double[] c : x) {
            if (!constant(c)) {
                return false;
            }
        }
        return true;
    }

    private boolean constant(double[] c) {
        for (int i = 0; i < n; i++) {
            for (int t = 1; t < periods; t++) {
                if (c[i * periods + t] != c[i * periods]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Mean first-period weight of each cohort over all units: {@code sum(w [G = g]) / n}. */
    double[] shares() {
        double[] p = new double[cohorts];
        for (int i = 0; i < n; i++) {
            p[cohort[i]] += weight(i);
        }
        for (int c = 0; c < cohorts; c++) {
            p[c] /= n;
        }
        return p;
    }
}
