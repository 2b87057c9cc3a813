package org.writwatch.estimates.changepoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.writwatch.estimates.timeseries.LongRunVariance;

/**
 * Searches a series of counts per period (people held per day, say) for changes of level at unknown positions.
 *
 * <p>A stretch is split where the Poisson likelihood ratio of two levels against one is largest. The ratio is divided by
 * an inflation factor, the long-run variance of what the two levels leave over divided by the mean, because counts are
 * over-dispersed and the people of today are mostly the people of yesterday. The p value of the largest split is that of
 * the supremum of a standardised Brownian bridge (tail formula of Csorgo and Horvath 1997, theorem 1.3.1, after
 * Vostrikova 1981). Several changes are found by seeded binary segmentation (Kovacs, Buhlmann, Li and Munk 2023) with a
 * Bonferroni correction over the stretches looked at, so that on a series without change the chance of reporting any is
 * about {@code alpha} at most. Stretches worth fewer than {@value #FEWEST_EFFECTIVE} independent periods are never split.
 *
 * <p>Input: {@code y[t] >= 0}, finite, equally spaced; a period nobody recorded is whatever the caller decides it is.
 * Length 0 is allowed; nothing is found. Errors: {@link IllegalArgumentException} naming the position of a negative or
 * non-finite reading. Deterministic, no seed. Instances are immutable and may be shared by threads. Cost: about 10
 * milliseconds for 4,500 days.
 */
public final class ChangePointSearch {
    /** A stretch worth fewer independent periods than this is not split: nothing could be told from a slow wave. */
    public static final int FEWEST_EFFECTIVE = 30;

    /** Fewest independent arrivals each side must be expected to hold: with fewer a gap is no news. */
    public static final double FEWEST_ARRIVALS = 5;

    private final double alpha;
    private final int shortest;
    private final int stretch;

    private ChangePointSearch(double alpha, int shortest, int stretch) {
        if (!(alpha > 0 && alpha < 1) || shortest < 2 || stretch < 2 * shortest) {
            throw new IllegalArgumentException("alpha " + alpha + ", shortest " + shortest + ", stretch " + stretch);
        }
        this.alpha = alpha;
        this.shortest = shortest;
        this.stretch = stretch;
    }

    /** For days: 5 % chance of a false change in a whole series, no level below 28 days, stretches of two years and more. */
    public static ChangePointSearch daily() {
        return new ChangePointSearch(0.05, 28, 730);
    }

    /**
     * A search with its own settings.
     *
     * @param alpha largest chance of reporting any change in a series that has none; in (0, 1)
     * @param shortest fewest periods a level must last to be reported; at least 2
     * @param stretch shortest stretch that is looked at by itself; at least twice {@code shortest}
     */
    public static ChangePointSearch of(double alpha, int shortest, int stretch) {
        return new ChangePointSearch(alpha, shortest, stretch);
    }

    /**
     * All changes of level.
     *
     * @return by position; {@code from} and {@code to} of each are its neighbours, so the levels join up
     */
    public List<Change> changes(double[] y) {
        PoissonLevels levels = new PoissonLevels(y);
        int n = y.length;
        if (n < 2 * shortest || levels.sum(0, n) == 0) {
            return List.of();
        }
        List<int[]> seeded = seededStretches(n);
        List<Split> kept = new ArrayList<>();
        descend(y, levels, 0, n, seeded, kept);
        kept.sort(Comparator.comparingInt(s -> s.at));
        return joined(levels, kept, n);
    }

    /** The change with the largest statistic; empty when none is significant. The first of equals. */
    public Optional<Change> findStrongest(double[] y) {
        Change best = null;
        for (Change c : changes(y)) {
            if (best == null || c.statistic() > best.statistic()) {
                best = c;
            }
        }
        return Optional.ofNullable(best);
    }

    private void descend(double[] y, PoissonLevels levels, int from, int to, List<int[]> seeded, List<Split> kept) {
        List<int[]> looks = new ArrayList<>();
        looks.add(new int[] {from, to});
        for (int[] s : seeded) {
            if (from <= s[0] && s[1] <= to && s[1] - s[0] < to - from) {
                looks.add(s);
            }
        }
        Split best = null;
        for (int[] s : looks) {
            Split b = bestSplit(y, levels, s[0], s[1], seeded.size()).orElse(null);
            if (b != null && b.p <= alpha && (best == null || b.statistic > best.statistic)) {
                best = b;
            }
        }
        if (best != null) {
            kept.add(best);
            descend(y, levels, from, best.at, seeded, kept);
            descend(y, levels, best.at, to, seeded, kept);
        }
    }

    private record Split(int from, int at, int to, double statistic, double p, double inflation, double effective) {}

    private Optional<Split> bestSplit(double[] y, PoissonLevels levels, int from, int to, int looks) {
        int n = to - from;
        int trim = Math.max(shortest, n / 20);
        if (n < 2 * trim || levels.sum(from, to) == 0) {
            return Optional.empty();
        }
        int at = from + trim;
        double most = -1;
        for (int k = from + trim; k <= to - trim; k++) {
            double gain = levels.gain(from, k, to);
            if (gain > most) {
                most = gain;
                at = k;
            }
        }
        double before = levels.mean(from, at);
        double after = levels.mean(at, to);
        double[] rest = new double[n];
        double plain = 0;
        for (int t = from; t < to; t++) {
            double r = y[t] - (t < at ? before : after);
            rest[t - from] = r;
            plain += r * r / n;
        }
        double longRun = LongRunVariance.of(rest);
        double effective = longRun == 0 ? n : n * plain / longRun;
        if (effective < FEWEST_EFFECTIVE) {
            return Optional.empty();
        }
        double inflation = Math.max(1, longRun / levels.mean(from, to));
        double arrivals = levels.sum(from, to) / inflation;
        if (arrivals * Math.min(at - from, to - at) / n < FEWEST_ARRIVALS) {
            return Optional.empty();
        }
        // The inflation is itself an estimate: as from a t statistic to a normal one, with freedom by the periods it is
        // worth.
        double freedom = effective / 4;
        double x = Math.sqrt(freedom * Math.log1p(2 * most / inflation / freedom));
        double p = Math.min(1, looks * supremumTail(x, trim, trim, n));
        return Optional.of(new Split(from, at, to, x, p, inflation, effective));
    }

    private List<Change> joined(PoissonLevels levels, List<Split> kept, int n) {
        // Each position once more, now between its neighbours: short stretches give significance, long ones the place.
        int[] at = new int[kept.size() + 2];
        at[kept.size() + 1] = n;
        for (int i = 0; i < kept.size(); i++) {
            at[i + 1] = kept.get(i).at;
        }
        for (int i = 1; i <= kept.size(); i++) {
            double most = -1;
            int best = at[i];
            for (int k = at[i - 1] + 1; k < at[i + 1]; k++) {
                double gain = levels.gain(at[i - 1], k, at[i + 1]);
                if (gain > most) {
                    most = gain;
                    best = k;
                }
            }
            at[i] = best;
        }
        List<Change> changes = new ArrayList<>();
        for (int i = 1; i <= kept.size(); i++) {
            Split s = kept.get(i - 1);
            double before = levels.mean(at[i - 1], at[i]);
            double after = levels.mean(at[i], at[i + 1]);
            changes.add(
                    new Change(at[i], at[i - 1], at[i + 1], before, after, s.statistic, s.p, s.inflation, s.effective));
        }
        return List.copyOf(changes);
    }

    private List<int[]> seededStretches(int n) {
        List<int[]> out = new ArrayList<>();
        double length = n;
        while (length >= Math.min(n, stretch)) {
            int pieces = Math.max(1, 2 * (int) Math.ceil(n / length) - 1);
            for (int i = 0; i < pieces; i++) {
                int from = pieces == 1 ? 0 : (int) Math.round(i * (n - length) / (pieces - 1));
                out.add(new int[] {from, Math.min(n, from + (int) Math.round(length))});
            }
            length /= Math.sqrt(2);
        }
        return out;
    }

    /** P(sup |B(t)| / sqrt(t(1-t)) > x) over t leaving out shares {@code head/n} and {@code tail/n}. */
    static double supremumTail(double x, int head, int tail, int n) {
        if (x < 1.5) {
            return 1;
        }
        double h = Math.min(0.5, head / (double) n);
        double l = Math.min(0.5, tail / (double) n);
        double range = Math.log((1 - h) * (1 - l) / (h * l));
        double density = x * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
        return Math.min(1, density * ((1 - 1 / (x * x)) * range + 4 / (x * x)));
    }
}
