package org.writwatch.estimates.multiple;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.linear.Matrix;

class MultiplicityTest {
    /** What R's p.adjust gives for these. */
    @Test
    void adjustsAsR() {
        double[] p = {0.01, 0.04, 0.03, 0.005, 0.5};
        assertArrayEquals(new double[] {0.04, 0.09, 0.09, 0.025, 0.5}, Multiplicity.holm(p), 1e-12);
        assertArrayEquals(new double[] {0.025, 0.05, 0.05, 0.025, 0.5}, Multiplicity.benjaminiHochberg(p), 1e-12);
        double[] gap = Multiplicity.holm(new double[] {0.02, Double.NaN, 0.9});
        assertEquals(0.04, gap[0], 1e-12);
        assertTrue(Double.isNaN(gap[1]));
    }

    private static JointEstimates estimates(double[] z, double correlation) {
        int n = z.length;
        Matrix v = new Matrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                v.set(i, j, i == j ? 1 : correlation);
            }
        }
        List<Term> terms =
                IntStream.range(0, n).mapToObj(i -> Term.eventTime(i)).toList();
        return new JointEstimates(terms, z, v, JointEstimates.NORMAL);
    }

    @Test
    void dependenceMakesClaimsCheaper() {
        double[] z = {2.5, 2.0, 0.3, -1};
        double[] independent = Multiplicity.romanoWolf(estimates(z, 0), 20_000, 1);
        double[] together = Multiplicity.romanoWolf(estimates(z, 0.95), 20_000, 1);
        double one =
                2 * (1 - new org.hipparchus.distribution.continuous.NormalDistribution().cumulativeProbability(2.5));
        assertEquals(1 - Math.pow(1 - one, 4), independent[0], 0.004, "Sidak when independent");
        assertTrue(together[0] < independent[0] * 0.7);
        assertTrue(independent[0] <= independent[1] && independent[1] <= independent[3]);
    }

    /** No false claim among ten in about 95 of 100 trials, with errors that move together. */
    @Test
    void keepsTheShareOfTrialsWithAFalseClaim() {
        Random random = new Random(4);
        int trials = 400;
        int wrong = 0;
        int holm = 0;
        for (int k = 0; k < trials; k++) {
            double common = random.nextGaussian();
            double[] z = new double[10];
            double[] p = new double[10];
            for (int i = 0; i < 10; i++) {
                z[i] = Math.sqrt(0.5) * (common + random.nextGaussian());
                p[i] = estimates(new double[] {z[i]}, 0).p(0);
            }
            double[] adjusted = Multiplicity.romanoWolf(estimates(z, 0.5), 400, k);
            wrong += IntStream.range(0, 10).anyMatch(i -> adjusted[i] <= 0.05) ? 1 : 0;
            double[] h = Multiplicity.holm(p);
            holm += IntStream.range(0, 10).anyMatch(i -> h[i] <= 0.05) ? 1 : 0;
        }
        double mc = Math.sqrt(0.05 * 0.95 / trials);
        assertEquals(0.05, wrong / (double) trials, 3 * mc);
        assertTrue(holm <= wrong + 4, "Holm is the more careful one");
    }

    /** Step by step as it is defined: the largest of what is left, tested against the largest errors of what is left. */
    private static double[] slowStepDown(double[] estimates, double[][] errors) {
        int n = estimates.length;
        double[] t = new double[n];
        double[][] e = new double[errors.length][n];
        for (int i = 0; i < n; i++) {
            int at = i;
            double mean = java.util.Arrays.stream(errors)
                    .mapToDouble(r -> r[at])
                    .average()
                    .orElseThrow();
            double sd = Math.sqrt(java.util.Arrays.stream(errors)
                            .mapToDouble(r -> (r[at] - mean) * (r[at] - mean))
                            .sum()
                    / (errors.length - 1));
            t[i] = Math.abs(estimates[i]) / sd;
            for (int b = 0; b < errors.length; b++) {
                e[b][i] = Math.abs(errors[b][i]) / sd;
            }
        }
        double[] p = new double[n];
        java.util.Set<Integer> left =
                new java.util.TreeSet<>(IntStream.range(0, n).boxed().toList());
        double last = 0;
        while (!left.isEmpty()) {
            int most = left.stream()
                    .max(java.util.Comparator.comparingDouble(i -> t[i]))
                    .orElseThrow();
            long reach = java.util.Arrays.stream(e)
                    .filter(r -> left.stream().mapToDouble(i -> r[i]).max().orElseThrow() >= t[most])
                    .count();
            last = Math.max(last, (reach + 1.0) / (errors.length + 1.0));
            p[most] = last;
            left.remove(most);
        }
        return p;
    }

    @Test
    void stepDownFromDrawsIsTheDefinition() {
        Random random = new Random(9);
        for (int trial = 0; trial < 20; trial++) {
            double[] estimates = random.doubles(6, -3, 3).toArray();
            double[][] errors = new double[99][6];
            for (double[] row : errors) {
                double common = random.nextGaussian();
                for (int i = 0; i < 6; i++) {
                    row[i] = (common + random.nextGaussian()) * (i + 1) / 3;
                }
            }
            assertArrayEquals(slowStepDown(estimates, errors), Multiplicity.stepDown(estimates, errors), 1e-12);
        }
    }

    /** Many draws of a normal error give what the covariance gives. */
    @Test
    void stepDownFromDrawsAgreesWithTheCovariance() {
        double[] z = {2.4, -2.1, 0.4, 1.5};
        Random random = new Random(3);
        double[][] errors = new double[40_000][4];
        for (double[] row : errors) {
            double common = random.nextGaussian();
            for (int i = 0; i < 4; i++) {
                row[i] = Math.sqrt(0.5) * (common + random.nextGaussian());
            }
        }
        assertArrayEquals(
                Multiplicity.romanoWolf(estimates(z, 0.5), 40_000, 7), Multiplicity.stepDown(z, errors), 0.01);
    }
}
