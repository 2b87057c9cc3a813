package org.writwatch.estimates.power;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;

/** The smallest effect a design would find with a stated probability: to be known before the outcome is looked at. */
public final class Detectable {
    private static final NormalDistribution NORMAL = new NormalDistribution();

    private Detectable() {}

    /**
     * For an estimate that is normal: {@code (z(1 - alpha / 2) + z(power)) se} (Bloom 1995).
     *
     * @param standardError above 0
     * @param alpha size of the two-sided test, in (0, 1)
     * @param power in (0, 1)
     */
    public static double withError(double standardError, double alpha, double power) {
        return standardError
                * (NORMAL.inverseCumulativeProbability(1 - alpha / 2) + NORMAL.inverseCumulativeProbability(power));
    }

    /**
     * For a rank among placebos: the smallest constant effect that, added to placebos taken in turn, is ranked at or below alpha among the
     * others in the stated share of them. In the unit of the placebos.
     *
     * @param placebos effects where nothing happened; at least {@code 1 / alpha - 1}
     * @return infinite when there are too few placebos for any rank at alpha
     */
    public static double withPlacebos(double[] placebos, double alpha, double power) {
        int j = placebos.length;
        // Each placebo in turn is the treated one, the other j - 1 its placebos: p = rank / j.
        int allowed = (int) Math.floor(alpha * j + 1e-9);
        if (allowed < 1) {
            return Double.POSITIVE_INFINITY;
        }
        double[] needed = new double[2 * j];
        for (int i = 0; i < j; i++) {
            int own = i;
            double[] others = java.util.stream.IntStream.range(0, j)
                    .filter(k -> k != own)
                    .mapToDouble(k -> Math.abs(placebos[k]))
                    .sorted()
                    .toArray();
            double reach = others[others.length - allowed];
            needed[2 * i] = Math.max(0, reach - placebos[i]);
            needed[2 * i + 1] = Math.max(0, reach + placebos[i]);
        }
        Arrays.sort(needed);
        return needed[(int) Math.ceil(power * needed.length) - 1];
    }
}
