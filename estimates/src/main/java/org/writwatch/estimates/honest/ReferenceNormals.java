package org.writwatch.estimates.honest;

import org.hipparchus.special.Erf;

/**
 * Standard normals in the order in which R gives them after {@code set.seed}: Mersenne Twister (Matsumoto and Nishimura 1998) filled by a
 * linear congruential generator, 27 + 32 bits a number, inverted. With them simulated critical values are those of the reference package,
 * draw by draw, and two experts get the same interval.
 */
final class ReferenceNormals {
    private static final int N = 624;
    private static final int M = 397;
    private static final double WIDE = 134217728;

    private final int[] state = new int[N];
    private int at = N;

    ReferenceNormals(int seed) {
        int s = seed;
        for (int i = 0; i < 51; i++) {
            s = 69069 * s + 1;
        }
        for (int i = 0; i < N; i++) {
            s = 69069 * s + 1;
            state[i] = s;
        }
    }

    private double uniform() {
        if (at == N) {
            for (int k = 0; k < N; k++) {
                int y = (state[k] & 0x80000000) | (state[(k + 1) % N] & 0x7fffffff);
                state[k] = state[(k + M) % N] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
            }
            at = 0;
        }
        int y = state[at++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        y ^= y >>> 18;
        double u = (y & 0xffffffffL) * 2.3283064365386963e-10;
        return Math.min(Math.max(u, 1e-10), 1 - 1e-10);
    }

    /** The next number. */
    double next() {
        double u = Math.floor(WIDE * uniform()) + uniform();
        double p = u / WIDE;
        return p < 0.5 ? -Math.sqrt(2) * Erf.erfcInv(2 * p) : Math.sqrt(2) * Erf.erfcInv(2 * (1 - p));
    }
}
