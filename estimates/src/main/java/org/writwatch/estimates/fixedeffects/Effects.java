package org.writwatch.estimates.fixedeffects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.panel.Dropped;

/**
 * The fixed effects of the rows a model uses: which rows stay, in an order in which those of the largest effect are together, and codes
 * without gaps.
 */
final class Effects {
    /** Row of the caller's table per row used. */
    final int[] rowOf;
    /** Levels per effect, in the caller's order; empty when there is none. */
    final int[] levels;
    /** Codes per effect and row used. */
    final List<int[]> codes;
    /** Position of the effect whose rows are together; -1 when there is none and the constant takes its place. */
    final int absorbed;

    final Groups groups;

    private Effects(int[] rowOf, int[] levels, List<int[]> codes, int absorbed, Groups groups) {
        this.rowOf = rowOf;
        this.levels = levels;
        this.codes = codes;
        this.absorbed = absorbed;
        this.groups = groups;
    }

    /**
     * Chooses rows.
     *
     * @param keep rows that can be used at all; changed
     * @param effects a label per row and effect
     * @param zeros counts of which a level must have one above zero; null when any outcome will do
     * @param dropped reasons are added
     */
    static Effects of(
            boolean[] keep,
            List<int[]> effects,
            boolean keepSingletons,
            double @Nullable [] zeros,
            List<Dropped> dropped) {
        if (!effects.isEmpty()) {
            prune(keep, effects, keepSingletons, zeros, dropped);
        }
        int[] rows = IntStream.range(0, keep.length).filter(r -> keep[r]).toArray();
        if (rows.length == 0) {
            String why = dropped.stream()
                    .map(d -> ", " + d.rows() + " "
                            + d.reason()
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace('_', ' '))
                    .collect(java.util.stream.Collectors.joining());
            throw new NotEstimable(NotEstimable.Why.TOO_FEW_UNITS, "no row is left of " + keep.length + why);
        }
        if (effects.isEmpty()) {
            return new Effects(rows, new int[0], List.of(), -1, Groups.single(rows.length));
        }
        int[] levels = new int[effects.size()];
        List<int[]> codes = new ArrayList<>();
        int largest = 0;
        for (int d = 0; d < levels.length; d++) {
            int[] label = effects.get(d);
            int[] mine = new int[rows.length];
            for (int i = 0; i < mine.length; i++) {
                mine[i] = label[rows[i]];
            }
            Coded coded = Coded.of(mine);
            levels[d] = coded.levels();
            codes.add(coded.code());
            largest = levels[d] > levels[largest] ? d : largest;
        }
        int[] by = codes.get(largest);
        int[] start = new int[levels[largest] + 1];
        boolean sorted = true;
        for (int i = 0; i < by.length; i++) {
            start[by[i] + 1]++;
            sorted &= i == 0 || by[i - 1] <= by[i];
        }
        for (int g = 0; g < levels[largest]; g++) {
            start[g + 1] += start[g];
        }
        if (sorted) {
            return new Effects(rows, levels, codes, largest, new Groups(start));
        }
        int[] next = start.clone();
        int[] order = new int[by.length];
        for (int i = 0; i < by.length; i++) {
            order[next[by[i]]++] = i;
        }
        List<int[]> ordered = codes.stream().map(c -> arranged(c, order)).toList();
        return new Effects(arranged(rows, order), levels, ordered, largest, new Groups(start));
    }

    private static void prune(
            boolean[] keep,
            List<int[]> effects,
            boolean keepSingletons,
            double @Nullable [] zeros,
            List<Dropped> dropped) {
        int[][] codes = new int[effects.size()][];
        int[] levels = new int[effects.size()];
        for (int d = 0; d < codes.length; d++) {
            Coded c = Coded.of(effects.get(d));
            codes[d] = c.code();
            levels[d] = c.levels();
        }
        int[] count = new int[2];
        int[] first = {-1, -1};
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int d = 0; d < codes.length; d++) {
                int[] rows = new int[levels[d]];
                boolean[] some = new boolean[levels[d]];
                for (int r = 0; r < keep.length; r++) {
                    if (keep[r]) {
                        rows[codes[d][r]]++;
                        some[codes[d][r]] |= zeros == null || zeros[r] > 0;
                    }
                }
                for (int r = 0; r < keep.length; r++) {
                    if (!keep[r]) {
                        continue;
                    }
                    boolean single = !keepSingletons && rows[codes[d][r]] == 1;
                    boolean nothing = !some[codes[d][r]];
                    if (single || nothing) {
                        int kind = nothing ? 1 : 0;
                        keep[r] = false;
                        first[kind] = count[kind]++ == 0 ? r : Math.min(first[kind], r);
                        changed = true;
                    }
                }
            }
        }
        if (count[0] > 0) {
            dropped.add(new Dropped(Dropped.Reason.SINGLETON, count[0], first[0]));
        }
        if (count[1] > 0) {
            dropped.add(new Dropped(Dropped.Reason.ALL_ZERO, count[1], first[1]));
        }
    }

    /** A column of the caller's table for the rows used, in their order; the caller's own array when that is all of it. */
    double[] arranged(double[] column) {
        if (isWhole(column.length)) {
            return column;
        }
        double[] out = new double[rowOf.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = column[rowOf[i]];
        }
        return out;
    }

    /** Codes of the caller's table for the rows used, in their order. */
    int[] arranged(int[] column) {
        return isWhole(column.length) ? column : arranged(column, rowOf);
    }

    private boolean isWhole(int length) {
        if (length != rowOf.length) {
            return false;
        }
        for (int i = 0; i < rowOf.length; i++) {
            if (rowOf[i] != i) {
                return false;
            }
        }
        return true;
    }

    private static int[] arranged(int[] column, int[] order) {
        int[] out = new int[order.length];
        Arrays.setAll(out, i -> column[order[i]]);
        return out;
    }
}
