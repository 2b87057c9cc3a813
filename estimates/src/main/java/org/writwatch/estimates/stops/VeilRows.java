package org.writwatch.estimates.stops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stops of a veil-of-darkness comparison, one row each: minority or reference driver, light or dark, minute of the day, and labels of
 * the factors to hold fixed.
 *
 * <ul>
 *   <li>{@code minute}: 0 to 1439
 *   <li>{@code dark}: whether the stop was in the dark
 *   <li>{@code minority}: whether the driver is of the minority; all others are of the reference group
 *   <li>{@code factors}: label per row from 0, one array per factor
 *   <li>{@code products}: pairs of factors whose combinations get their own constants
 *   <li>{@code splineBy}: factor whose levels get their own spline, or -1
 *   <li>{@code splineDf}: columns of the spline
 * </ul>
 */
public final class VeilRows {
    private final short[] minute;
    private final boolean[] dark;
    private final boolean[] minority;
    private final List<int[]> factors;
    private final List<int[]> products;
    private final int splineBy;
    private final int splineDf;

    /** Arrays are kept, not copied. */
    public VeilRows(
            short[] minute,
            boolean[] dark,
            boolean[] minority,
            List<int[]> factors,
            List<int[]> products,
            int splineBy,
            int splineDf) {
        factors = List.copyOf(factors);
        products = List.copyOf(products);
        if (dark.length != minute.length || minority.length != minute.length) {
            throw new IllegalArgumentException("columns of different lengths");
        }
        for (int[] f : factors) {
            if (f.length != minute.length) {
                throw new IllegalArgumentException("a factor of another length");
            }
        }
        if (splineBy >= factors.size() || splineDf < 1 || splineDf > 20) {
            throw new IllegalArgumentException("spline by " + splineBy + " with " + splineDf + " columns");
        }

        this.minute = minute;
        this.dark = dark;
        this.minority = minority;
        this.factors = factors;
        this.products = products;
        this.splineBy = splineBy;
        this.splineDf = splineDf;
    }

    /** The minute. Not a copy. */
    public short[] minute() {
        return minute;
    }

    /** The dark. Not a copy. */
    public boolean[] dark() {
        return dark;
    }

    /** The minority. Not a copy. */
    public boolean[] minority() {
        return minority;
    }

    /** The factors. Not a copy. */
    public List<int[]> factors() {
        return factors;
    }

    /** The products. Not a copy. */
    public List<int[]> products() {
        return products;
    }

    /** The spline by. */
    public int splineBy() {
        return splineBy;
    }

    /** The spline df. */
    public int splineDf() {
        return splineDf;
    }

    /** Rows with factors only. */
    public static VeilRows of(short[] minute, boolean[] dark, boolean[] minority, List<int[]> factors, int splineDf) {
        return new VeilRows(minute, dark, minority, factors, List.of(), -1, splineDf);
    }

    int rows() {
        return minute.length;
    }

    /** Rows with the same design gathered in cells. */
    Cells cells() {
        int n = rows();
        long size = 2L * 1440;
        int[] levels = new int[factors.size()];
        for (int f = 0; f < levels.length; f++) {
            levels[f] = 1 + Arrays.stream(factors.get(f)).max().orElse(0);
            size = Math.multiplyExact(size, levels[f]);
        }
        CellIndex index = CellIndex.below(size);
        int[] cell = new int[n];
        for (int i = 0; i < n; i++) {
            long key = 0;
            for (int f = 0; f < levels.length; f++) {
                key = key * levels[f] + factors.get(f)[i];
            }
            cell[i] = index.number((key * 1440 + minute[i]) * 2 + (dark[i] ? 1 : 0));
        }
        double[] trials = new double[index.size()];
        double[] successes = new double[trials.length];
        for (int i = 0; i < n; i++) {
            trials[cell[i]]++;
            if (minority[i]) {
                successes[cell[i]]++;
            }
        }
        int[] first = new int[trials.length];
        for (int i = n - 1; i >= 0; i--) {
            first[cell[i]] = i;
        }
        return new Cells(this, cell, first, trials, successes, levels);
    }

    /** The cells: the row of each first one, counts, and the cell of every row. */
    static final class Cells {
        private final VeilRows rows;
        private final int[] cell;
        private final int[] first;
        private final double[] trials;
        private final double[] successes;
        private final int[] levels;

        /** Arrays are kept, not copied. */
        Cells(VeilRows rows, int[] cell, int[] first, double[] trials, double[] successes, int[] levels) {
            this.rows = rows;
            this.cell = cell;
            this.first = first;
            this.trials = trials;
            this.successes = successes;
            this.levels = levels;
        }

        /** The rows. */
        VeilRows rows() {
            return rows;
        }

        /** The cell. Not a copy. */
        int[] cell() {
            return cell;
        }

        /** The first. Not a copy. */
        int[] first() {
            return first;
        }

        /** The trials. Not a copy. */
        double[] trials() {
            return trials;
        }

        /** The successes. Not a copy. */
        double[] successes() {
            return successes;
        }

        /** The levels. Not a copy. */
        int[] levels() {
            return levels;
        }

        NaturalSpline spline() {
            long[] count = new long[1440];
            for (int c = 0; c < first.length; c++) {
                count[rows.minute[first[c]]] += (long) trials[c];
            }
            double[] values = new double[1440];
            int k = 0;
            for (int m = 0; m < 1440; m++) {
                if (count[m] > 0) {
                    count[k] = count[m];
                    values[k++] = m;
                }
            }
            return NaturalSpline.of(Arrays.copyOf(values, k), Arrays.copyOf(count, k), rows.splineDf);
        }

        /** The factor whose constants are profiled out: the one with most levels, or -1. */
        int absorbed() {
            int best = -1;
            for (int f = 0; f < levels.length; f++) {
                best = best < 0 || levels[f] > levels[best] ? f : best;
            }
            return best;
        }

        int[] group() {
            int f = absorbed();
            int[] g = new int[first.length];
            if (f < 0) {
                return g;
            }
            int[] renumbered = new int[levels[f]];
            Arrays.fill(renumbered, -1);
            int next = 0;
            for (int c = 0; c < g.length; c++) {
                int level = rows.factors.get(f)[first[c]];
                if (renumbered[level] < 0) {
                    renumbered[level] = next++;
                }
                g[c] = renumbered[level];
            }
            return g;
        }

        /** Columns of the design, darkness first. */
        double[][] columns(boolean withDark) {
            List<double[]> x = new ArrayList<>();
            if (withDark) {
                x.add(column(i -> rows.dark[i] ? 1 : 0));
            }
            NaturalSpline spline = spline();
            for (int j = 0; j < spline.columns(); j++) {
                int k = j;
                double[] curve = new double[1440];
                for (int m = 0; m < 1440; m++) {
                    curve[m] = spline.at(k, m);
                }
                x.add(column(i -> curve[rows.minute[i]]));
                if (rows.splineBy >= 0) {
                    int[] by = rows.factors.get(rows.splineBy);
                    for (int level = 1; level < levels[rows.splineBy]; level++) {
                        int l = level;
                        x.add(column(i -> by[i] == l ? curve[rows.minute[i]] : 0));
                    }
                }
            }
            for (int f = 0; f < levels.length; f++) {
                if (f != absorbed()) {
                    int[] codes = rows.factors.get(f);
                    for (int level = 1; level < levels[f]; level++) {
                        int l = level;
                        x.add(column(i -> codes[i] == l ? 1 : 0));
                    }
                }
            }
            for (int[] pair : rows.products) {
                int[] a = rows.factors.get(pair[0]);
                int[] b = rows.factors.get(pair[1]);
                for (int l = 1; l < levels[pair[0]]; l++) {
                    for (int m = 1; m < levels[pair[1]]; m++) {
                        int p = l;
                        int q = m;
                        x.add(column(i -> a[i] == p && b[i] == q ? 1 : 0));
                    }
                }
            }
            return x.toArray(double[][]::new);
        }

        private double[] column(java.util.function.IntToDoubleFunction of) {
            double[] v = new double[first.length];
            for (int c = 0; c < v.length; c++) {
                v[c] = of.applyAsDouble(first[c]);
            }
            return v;
        }

        @Nullable String emptySide() {
            double[] n = new double[4];
            for (int c = 0; c < first.length; c++) {
                int d = rows.dark[first[c]] ? 2 : 0;
                n[d] += trials[c] - successes[c];
                n[d + 1] += successes[c];
            }
            String[] names = {
                "reference stops in light",
                "minority stops in light",
                "reference stops in the dark",
                "minority stops in the dark"
            };
            for (int i = 0; i < 4; i++) {
                if (n[i] == 0) {
                    return names[i];
                }
            }
            return null;
        }
    }
}
