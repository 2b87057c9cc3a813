package org.writwatch.estimates.changepoint;

import java.util.Optional;

/**
 * Finds the position from which a series of counts stays at nothing, if there is one.
 *
 * <p>The candidate is the split with the largest Poisson likelihood ratio among those whose mean after is at most
 * {@value #NOTHING} of the mean over the {@code lookback} periods before, so a stray record years later does not hide an end.
 * It is an end when the silence is longer than any of the stretch before, and a block permutation test rejects chance: the
 * stretch is cut into blocks twice as long as its longest silence (never below {@code shortest}), and {@code p} is the share
 * of orders of the blocks in which all silent blocks come after the split, {@code C(A, m) / C(N, m)} with m silent blocks, A
 * blocks after and N in all. Nothing is assumed about the distribution of counts, only that long blocks of an unchanged
 * series could have come in any order; people who stay for weeks fill many days of one block, not many blocks.
 *
 * <p>Input as for {@link ChangePointSearch}. Deterministic; immutable; linear in the length.
 */
public final class EndSearch {
    /** "Nothing": at most this share of the level before. */
    public static final double NOTHING = 0.002;

    private final double alpha;
    private final int shortest;
    private final int lookback;

    private EndSearch(double alpha, int shortest, int lookback) {
        if (!(alpha > 0 && alpha < 1) || shortest < 1 || lookback < 2 * shortest) {
            throw new IllegalArgumentException("alpha " + alpha + ", shortest " + shortest + ", lookback " + lookback);
        }
        this.alpha = alpha;
        this.shortest = shortest;
        this.lookback = lookback;
    }

    /** For days: 5 %, no silence below 28 days, 730 days looked back. */
    public static EndSearch daily() {
        return new EndSearch(0.05, 28, 730);
    }

    /**
     * A search with its own settings.
     *
     * @param alpha largest chance of reporting an end of a series that goes on; in (0, 1)
     * @param shortest fewest periods of silence that can be an end; at least 1
     * @param lookback periods before the end that say what was usual; at least twice {@code shortest}
     */
    public static EndSearch of(double alpha, int shortest, int lookback) {
        return new EndSearch(alpha, shortest, lookback);
    }

    /**
     * Looks for the end.
     *
     * @param y counts per period, finite, at least 0
     * @return empty when the series did not end, or too little is known to say so
     * @throws IllegalArgumentException a negative or non-finite reading, with its position
     */
    public Optional<End> find(double[] y) {
        PoissonLevels levels = new PoissonLevels(y);
        int n = y.length;
        int at = candidate(levels, n);
        if (at < 0) {
            return Optional.empty();
        }
        int from = Math.max(firstCounted(y), at - lookback);
        int longest = longestRun(y, from, at);
        int block = Math.max(shortest, 2 * longest);
        int blocksBefore = (at - from) / block;
        int blocksAfter = 0;
        int silent = 0;
        for (int t = at; t + block <= n; t += block) {
            blocksAfter++;
            silent += levels.sum(t, t + block) == 0 ? 1 : 0;
        }
        double p = shareOfOrders(blocksBefore + blocksAfter, blocksAfter, silent);
        if (blocksBefore < 1 || silent < 1 || p > alpha) {
            return Optional.empty();
        }
        return Optional.of(new End(
                at, from, n, levels.mean(from, at), levels.mean(at, n), longestRun(y, at, n), longest, block, p));
    }

    private int candidate(PoissonLevels levels, int n) {
        int best = -1;
        double most = 0;
        for (int k = shortest; k <= n - shortest; k++) {
            int from = Math.max(0, k - lookback);
            double before = levels.mean(from, k);
            if (before > 0 && levels.mean(k, n) <= NOTHING * before) {
                double gain = levels.gain(from, k, n);
                if (gain > most) {
                    most = gain;
                    best = k;
                }
            }
        }
        return best;
    }

    private static double shareOfOrders(int all, int after, int silent) {
        double share = 1;
        for (int i = 0; i < silent; i++) {
            share *= (after - i) / (double) (all - i);
        }
        return share;
    }

    private static int firstCounted(double[] y) {
        int t = 0;
        while (t < y.length && y[t] == 0) {
            t++;
        }
        return t;
    }

    private static int longestRun(double[] y, int from, int to) {
        int longest = 0;
        int run = 0;
        for (int t = from; t < to; t++) {
            run = y[t] == 0 ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
