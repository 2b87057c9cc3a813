package org.writwatch.estimates.drdid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Repeated cross-sections with weights against DRDID 1.2.3 (R 4.2.2) on a table of formulas: {@code drdid_imp_rc(y, post, D, covariates =
 * cbind(1, x), i.weights = w)} and its kin.
 */
class WeightedCrossSectionsTest {
    @Test
    void estimatesAndErrorsAreThoseOfThePackage() {
        int n = 80;
        boolean[] d = new boolean[n];
        boolean[] post = new boolean[n];
        double[] y = new double[n];
        double[] x = new double[2 * n];
        double[] w = new double[n];
        for (int i = 0; i < n; i++) {
            d[i] = 7 * i % 5 < 2;
            post[i] = i / 5 % 2 == 1;
            x[2 * i] = 1;
            x[2 * i + 1] = Math.cos(2.3 * i);
            w[i] = 1 + 0.3 * (i % 4);
            y[i] = 2 * Math.sin(1.7 * i) + x[2 * i + 1] + (d[i] && post[i] ? 0.5 : 0);
        }
        Map<Method, double[]> reference = Map.of(
                Method.IMPROVED, new double[] {1.055762919, 0.668361984},
                Method.DOUBLY_ROBUST, new double[] {1.056683909, 0.680647062},
                Method.REGRESSION, new double[] {0.935518509, 0.692303023},
                Method.WEIGHTING, new double[] {0.911036510, 0.723676423},
                Method.RAW_WEIGHTING, new double[] {0.900761788, 0.729783980});
        reference.forEach((method, want) -> {
            DrDid e = DrDid.crossSections(method, Sample.levels(d, post, y, x, 2, w));
            assertEquals(want[0], e.att(), 1e-8, method + " estimate");
            assertEquals(want[1], e.standardError(), 1e-8, method + " error");
        });
    }
}
