package org.writwatch.estimates.reference;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.writwatch.estimates.Interval;
import org.writwatch.estimates.honest.HonestPath;
import org.writwatch.estimates.honest.HonestPath.Method;
import org.writwatch.estimates.linear.Matrix;

/** Intervals of the package HonestDiD, by its own two examples. */
class HonestReferenceTest {
    @Test
    void benzartiAndCarloni() {
        check("bc");
    }

    @Test
    void lovenheimAndWillen() {
        check("lw");
    }

    private static void check(String name) {
        Table t = Expected.data("honestdid_" + name + ".csv");
        int n = t.size();
        Matrix sigma = new Matrix(n, n);
        int pre = 0;
        for (int i = 0; i < n; i++) {
            pre += (int) t.number(i, "is_pre");
            for (int j = 0; j < n; j++) {
                sigma.set(i, j, t.number(i, "sigma_" + (j + 1)));
            }
        }
        HonestPath path = HonestPath.of(t.numbers("beta"), sigma, pre);
        Map<String, Interval> done = new HashMap<>();
        String of = "honest_" + name;
        Map<String, Expected.Computed> cases = new HashMap<>();
        cases.put(of, (q, k1, k2) -> end(path.original(0.95), q));
        cases.put(
                of + "_RM_CLF",
                (q, k1, k2) -> end(
                        done.computeIfAbsent(
                                "rm" + k1, k -> path.relativeMagnitude(Double.parseDouble(k1), Method.HYBRID, 0.95)),
                        q));
        cases.put(
                of + "_SD_CLF",
                (q, k1, k2) -> end(
                        done.computeIfAbsent(
                                "sd" + k1, k -> path.smoothness(Double.parseDouble(k1), Method.HYBRID, 0.95)),
                        q));
        cases.put(
                of + "_SD_FLCI",
                (q, k1, k2) -> end(path.smoothness(Double.parseDouble(k1), Method.FIXED_LENGTH, 0.95), q));
        Expected.of("honestdid_" + name + ".csv").check(cases);
    }

    private static double end(Interval i, String quantity) {
        return quantity.endsWith("lb") ? i.lower() : i.upper();
    }
}
