package org.writwatch.estimates.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.NotEstimable.Why;

/**
 * Units that have every period, with finite numbers in the columns a design needs. Units by ascending label, periods by time.
 */
public final class BalancedPanel {
    private final Observations table;
    private final int[] unitCodes;
    private final int periods;
    /** Row of unit i in period t at {@code i * periods + t}; null when that is the row itself. */
    private final int @org.jspecify.annotations.Nullable [] rowOf;

    private final List<Dropped> dropped;

    private BalancedPanel(
            Observations table,
            int[] unitCodes,
            int periods,
            int @org.jspecify.annotations.Nullable [] rowOf,
            List<Dropped> dropped) {
        this.table = table;
        this.unitCodes = unitCodes;
        this.periods = periods;
        this.rowOf = rowOf;
        this.dropped = List.copyOf(dropped);
    }

    /**
     * Arranges a table.
     *
     * @param needed columns that must be finite in every period of a unit
     * @throws IllegalArgumentException the same unit and time twice, with both rows
     * @throws NotEstimable no unit has every period
     */
    public static BalancedPanel of(Observations table, List<String> needed) {
        int units = table.units();
        int periods = table.times().length;
        int[] unit = table.unitCodes();
        int[] period = table.periodCodes();
        boolean ordered = table.rows() == (long) units * periods;
        for (int i = 0; ordered && i < unit.length; i++) {
            ordered = unit[i] * periods + period[i] == i;
        }
        boolean[] bad = new boolean[table.rows()];
        boolean anyBad = markNotFinite(table, needed, bad);
        int[] all = new int[units];
        Arrays.setAll(all, i -> i);
        if (ordered && !anyBad) {
            return new BalancedPanel(table, all, periods, null, List.of());
        }
        int[] grid = new int[Math.multiplyExact(units, periods)];
        Arrays.fill(grid, -1);
        for (int r = 0; r < unit.length; r++) {
            int at = unit[r] * periods + period[r];
            if (grid[at] >= 0) {
                throw new IllegalArgumentException("rows " + grid[at] + " and " + r + " are both unit "
                        + table.label(unit[r]) + " at time " + table.times()[period[r]]);
            }
            grid[at] = r;
        }
        int[] kept = new int[units];
        int k = 0;
        int[] count = new int[2];
        int[] first = {Integer.MAX_VALUE, Integer.MAX_VALUE};
        for (int u = 0; u < units; u++) {
            boolean gap = false;
            boolean notFinite = false;
            for (int t = 0; t < periods; t++) {
                int r = grid[u * periods + t];
                gap |= r < 0;
                notFinite |= r >= 0 && bad[r];
            }
            if (!gap && !notFinite) {
                System.arraycopy(grid, u * periods, grid, k * periods, periods);
                kept[k++] = u;
                continue;
            }
            int kind = notFinite ? 1 : 0;
            for (int t = 0; t < periods; t++) {
                int r = grid[u * periods + t];
                if (r >= 0) {
                    count[kind]++;
                    first[kind] = Math.min(first[kind], r);
                }
            }
        }
        if (k == 0) {
            throw new NotEstimable(
                    Why.TOO_FEW_UNITS, "no unit has all " + periods + " periods; there are " + units + " units");
        }
        List<Dropped> dropped = new ArrayList<>();
        if (count[0] > 0) {
            dropped.add(new Dropped(Dropped.Reason.UNIT_WITH_GAPS, count[0], first[0]));
        }
        if (count[1] > 0) {
            dropped.add(new Dropped(Dropped.Reason.NOT_FINITE, count[1], first[1]));
        }
        return new BalancedPanel(table, Arrays.copyOf(kept, k), periods, Arrays.copyOf(grid, k * periods), dropped);
    }

    private static boolean markNotFinite(Observations table, List<String> needed, boolean[] bad) {
        boolean any = false;
        for (String name : needed) {
            double[] c = table.column(name);
            for (int r = 0; r < c.length; r++) {
                if (!Double.isFinite(c[r])) {
                    bad[r] = true;
                    any = true;
                }
            }
        }
        return any;
    }

    /** Number of units. */
    public int units() {
        return unitCodes.length;
    }

    /** Number of periods. */
    public int periods() {
        return periods;
    }

    /** Times of the periods, ascending. */
    public double[] times() {
        return table.times();
    }

    /** Label of a unit. */
    public int label(int unit) {
        return table.label(unitCodes[unit]);
    }

    /** Row of the table that holds a unit in a period. */
    public int row(int unit, int period) {
        int at = unit * periods + period;
        return rowOf == null ? at : rowOf[at];
    }

    /** A column arranged unit after unit, period after period; may be the caller's own array. */
    public double[] column(String name) {
        double[] c = table.column(name);
        if (rowOf == null) {
            return c;
        }
        double[] out = new double[rowOf.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = c[rowOf[i]];
        }
        return out;
    }

    /** What had to be left out, and why. */
    public List<Dropped> dropped() {
        return dropped;
    }
}
