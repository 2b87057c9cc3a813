package org.writwatch.app.stops;

import java.util.Arrays;
import java.util.Map;
import org.writwatch.app.estimate.Numbers;
import org.writwatch.estimates.stops.StandardDeviations;

/** Columns of a model from labels of cells. */
final class StopCells {
    private StopCells() {}

    static int[] pick(int[] of, int[] at) {
        return Arrays.stream(at).map(i -> of[i]).toArray();
    }

    static double[] pick(double[] of, int[] at) {
        return Arrays.stream(at).mapToDouble(i -> of[i]).toArray();
    }

    /** Labels from 0 without gaps, in ascending order. */
    static int[] dense(int[] labels) {
        int[] distinct = Arrays.stream(labels).distinct().sorted().toArray();
        return Arrays.stream(labels).map(l -> Arrays.binarySearch(distinct, l)).toArray();
    }

    /** A column for each label but the first. */
    static double[][] dummies(int[] labels, int levels) {
        double[][] x = new double[Math.max(0, levels - 1)][labels.length];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] > 0) {
                x[labels[i] - 1][i] = 1;
            }
        }
        return x;
    }

    /** Whether none or all of a group's trials ended so: its log odds are then infinite, and software prints where it stopped. */
    static boolean separated(double yes, double trials) {
        return yes == 0 || yes == trials;
    }

    static void deviations(StopsAnswer answer, String name, String group, StandardDeviations.Count c) {
        Map<String, Object> one = answer.estimate(name, group, "", c.deviations(), Map.of(), "");
        StopsAnswer.putOrNull(one, "p", Numbers.measured(c.p()));
        one.put("observed", (long) c.observed());
        one.put("expected", c.expected());
        StopsAnswer.putOrNull(one, "normal_equivalent", Numbers.measured(c.equivalent()));
        answer.caveat("standard-deviations");
    }
}
