package org.writwatch.estimates.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.drdid.DrDid;
import org.writwatch.estimates.drdid.Method;
import org.writwatch.estimates.drdid.Sample;
import org.writwatch.estimates.fixedeffects.Errors;
import org.writwatch.estimates.fixedeffects.Family;
import org.writwatch.estimates.fixedeffects.StaggeredPoisson;
import org.writwatch.estimates.fixedeffects.SunAbraham;
import org.writwatch.estimates.fixedeffects.TwoWayFixedEffects;
import org.writwatch.estimates.grouptime.CallawaySantAnna;
import org.writwatch.estimates.imputation.Imputation;
import org.writwatch.estimates.imputation.TwoStage;
import org.writwatch.estimates.linear.Matrix;
import org.writwatch.estimates.panel.Observations;
import org.writwatch.estimates.randomtiming.RothSantAnna;

/**
 * How often 95 % intervals hold the truth, and how often a test of no effect rejects when there is none, where each design's assumptions
 * hold. {@code -Dwritwatch.trials=2000} for the table of the docs.
 */
class CoverageTest {
    private static final int UNITS = 150;
    private static final int PERIODS = 7;
    private static final int TRIALS = Integer.getInteger("writwatch.trials", 300);

    private interface Design {
        JointEstimates of(Observations t);
    }

    /** Starts at 4, 6 and never, drawn at random; trends parallel; errors that last; an effect of 1. */
    private static Observations table(int trial, double effect) {
        Random random = new Random(1000 + trial);
        int n = UNITS * PERIODS;
        int[] unit = new int[n];
        double[] time = new double[n];
        double[] y = new double[n];
        double[] start = new double[n];
        double[] treated = new double[n];
        int[] order = IntStream.range(0, UNITS).toArray();
        for (int i = UNITS - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        for (int u = 0; u < UNITS; u++) {
            double level = 2 * random.nextGaussian();
            double error = random.nextGaussian();
            double s = new double[] {4, 6, 0}[order[u] % 3];
            for (int t = 1; t <= PERIODS; t++) {
                int r = u * PERIODS + t - 1;
                error = 0.5 * error + random.nextGaussian();
                unit[r] = u;
                time[r] = t;
                start[r] = s;
                treated[r] = s > 0 && t >= s ? 1 : 0;
                y[r] = level + 0.3 * t + error + effect * treated[r];
            }
        }
        return Observations.of(unit, time)
                .column("y", y)
                .column("start", start)
                .column("treated", treated)
                .build();
    }

    /** Counts with cohort levels, a common growth of means, noise that lasts, and a ratio under treatment. */
    private static Observations counts(int trial, double logRatio) {
        Random random = new Random(5000 + trial);
        int n = UNITS * PERIODS;
        int[] unit = new int[n];
        double[] time = new double[n];
        double[] y = new double[n];
        double[] start = new double[n];
        double[] treated = new double[n];
        for (int u = 0; u < UNITS; u++) {
            double level = 2.5 + 0.5 * random.nextGaussian();
            double error = 0.2 * random.nextGaussian();
            double s = new double[] {4, 6, 0}[u % 3];
            for (int t = 1; t <= PERIODS; t++) {
                int r = u * PERIODS + t - 1;
                error = 0.5 * error + 0.15 * random.nextGaussian();
                unit[r] = u;
                time[r] = t;
                start[r] = s;
                treated[r] = s > 0 && t >= s ? 1 : 0;
                y[r] = poisson(random, Math.exp(level + 0.05 * t + error + logRatio * treated[r]));
            }
        }
        return Observations.of(unit, time)
                .column("y", y)
                .column("start", start)
                .column("treated", treated)
                .build();
    }

    private static double poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int k = 0;
        while (product > limit) {
            product *= random.nextDouble();
            k++;
        }
        return k;
    }

    /** Changes between two periods of the first cohort and the never treated, with a covariate that moves both group and trend. */
    private static JointEstimates twoByTwo(int trial, double effect, Method method) {
        Random random = new Random(9000 + trial);
        boolean[] treated = new boolean[UNITS];
        double[] change = new double[UNITS];
        double[] x = new double[2 * UNITS];
        double[] w = new double[UNITS];
        for (int u = 0; u < UNITS; u++) {
            double z = random.nextGaussian();
            treated[u] = random.nextDouble() < 1 / (1 + Math.exp(0.3 - 0.5 * z));
            change[u] = 0.4 + z + random.nextGaussian() + (treated[u] ? effect : 0);
            x[2 * u] = 1;
            x[2 * u + 1] = z;
            w[u] = 1;
        }
        DrDid fit = DrDid.panel(method, Sample.changes(treated, change, x, 2, w));
        return new JointEstimates(
                List.of(Term.overall()),
                new double[] {fit.att()},
                Matrix.of(new double[][] {{fit.standardError() * fit.standardError()}}),
                JointEstimates.NORMAL);
    }

    /** What a design says of a table with this effect. */
    private interface Trial {
        JointEstimates of(int trial, double effect);
    }

    private static Map<String, Trial> trials() {
        Map<String, Trial> all = new LinkedHashMap<>();
        designs().forEach((name, design) -> all.put(name, (k, effect) -> design.of(table(k, effect))));
        all.put(
                "poisson",
                (k, effect) -> TwoWayFixedEffects.on(counts(k, effect), "y")
                        .family(Family.POISSON)
                        .byTreatment("treated")
                        .estimates(Errors.clustered(counts(k, effect).unitCodes())));
        all.put(
                "etwfe-poisson",
                (k, effect) -> StaggeredPoisson.on(counts(k, effect), "y", "start")
                        .fit()
                        .pooledLogRatio(Errors.clustered(counts(k, effect).unitCodes())));
        all.put("drdid dr", (k, effect) -> twoByTwo(k, effect, Method.IMPROVED));
        all.put("drdid ipw", (k, effect) -> twoByTwo(k, effect, Method.WEIGHTING));
        all.put("drdid reg", (k, effect) -> twoByTwo(k, effect, Method.REGRESSION));
        return all;
    }

    private static Map<String, Design> designs() {
        Map<String, Design> designs = new LinkedHashMap<>();
        designs.put(
                "callaway-santanna",
                t -> CallawaySantAnna.on(t, "y", "start").fit().simple());
        designs.put("sun-abraham", t -> SunAbraham.on(t, "y", "start").fit().average(Errors.clustered(t.unitCodes())));
        designs.put("imputation", t -> Imputation.on(t, "y", "start").fit().average());
        designs.put("two-stage", t -> TwoStage.on(t, "y", "start").fit().average());
        designs.put(
                "roth-santanna",
                t -> RothSantAnna.on(t, "y", "start").fit().simple().refined());
        designs.put(
                "twfe",
                t -> TwoWayFixedEffects.on(t, "y").byTreatment("treated").estimates(Errors.clustered(t.unitCodes())));
        return designs;
    }

    @Test
    void intervalsCoverAndTestsKeepTheirSize() {
        System.out.println(
                "design, trials, coverage of 95 % intervals, rejection of a true null at 5 %, Monte-Carlo error of each");
        trials().forEach((name, design) -> {
            int[] both = IntStream.range(0, TRIALS)
                    .parallel()
                    .mapToObj(k -> {
                        JointEstimates with = design.of(k, 0.2);
                        JointEstimates without = design.of(k + 100_000, 0);
                        return new int[] {with.interval(0, 0.95).contains(0.2) ? 1 : 0, without.p(0) <= 0.05 ? 1 : 0};
                    })
                    .reduce(new int[2], (a, b) -> new int[] {a[0] + b[0], a[1] + b[1]});
            double covered = both[0] / (double) TRIALS;
            double rejected = both[1] / (double) TRIALS;
            double error = Math.sqrt(0.05 * 0.95 / TRIALS);
            System.out.printf(
                    java.util.Locale.ROOT, "%s, %d, %.3f, %.3f, %.3f%n", name, TRIALS, covered, rejected, error);
            assertTrue(Math.abs(covered - 0.95) <= Math.max(0.02, 3 * error), name + " covers " + covered);
            assertTrue(Math.abs(rejected - 0.05) <= Math.max(0.02, 3 * error), name + " rejects " + rejected);
        });
    }
}
