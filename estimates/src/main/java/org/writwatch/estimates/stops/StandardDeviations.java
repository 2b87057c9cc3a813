package org.writwatch.estimates.stops;

import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.distribution.discrete.HypergeometricDistribution;
import org.hipparchus.special.Erf;

/**
 * How many standard deviations an observed count lies from the expected one, as courts read statistics ("greater than two or three
 * standard deviations", Castaneda v. Partida, 430 U.S. 482, 496 n.17 (1977); Hazelwood School District v. United States, 433 U.S. 299
 * (1977)), with the exact chance beside it: the normal reading is poor when counts are small.
 */
public final class StandardDeviations {
    private StandardDeviations() {}

    /**
     * A count against its expectation.
     *
     * @param observed the count
     * @param expected its expectation
     * @param deviations (observed - expected) over the exact standard deviation
     * @param p exact two-sided chance: of all counts no likelier than the observed one
     * @param equivalent standard deviations of a normal with the same two-sided chance, with the sign of the difference
     */
    public record Count(double observed, double expected, double deviations, double p, double equivalent) {}

    /** {@code observed} of {@code trials}, each with the chance {@code share}: drawing from a large population. */
    public static Count binomial(int observed, int trials, double share) {
        BinomialDistribution d = new BinomialDistribution(trials, share);
        double expected = trials * share;
        double sd = Math.sqrt(trials * share * (1 - share));
        return of(observed, expected, sd, 0, trials, d::logProbability);
    }

    /**
     * {@code observed} marked ones among {@code drawn} from a pool of {@code pool} of which {@code marked} are marked, without putting back.
     */
    public static Count hypergeometric(int observed, int pool, int marked, int drawn) {
        HypergeometricDistribution d = new HypergeometricDistribution(pool, marked, drawn);
        double n = pool;
        double expected = (double) drawn * marked / n;
        double sd = Math.sqrt(expected * (1 - marked / n) * (n - drawn) / Math.max(1, n - 1));
        return of(observed, expected, sd, d.getSupportLowerBound(), d.getSupportUpperBound(), d::logProbability);
    }

    private static Count of(
            int observed, double expected, double sd, int low, int high, java.util.function.IntToDoubleFunction log) {
        double bar = log.applyAsDouble(observed) + 1e-7;
        double p = 0;
        // Both distributions rise to one peak and fall: walk in from each end until the probabilities pass the bar.
        int a = low;
        for (; a <= high && log.applyAsDouble(a) <= bar; a++) {
            p += Math.exp(log.applyAsDouble(a));
        }
        for (int b = high; b > a && log.applyAsDouble(b) <= bar; b--) {
            p += Math.exp(log.applyAsDouble(b));
        }
        p = Math.min(1, p);
        double z = Math.sqrt(2) * Erf.erfcInv(Math.max(p, 1e-300));
        double deviations = sd > 0 ? (observed - expected) / sd : 0;
        return new Count(observed, expected, deviations, p, Math.copySign(z, deviations));
    }
}
