package org.writwatch.estimates.panel;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A long table: one row per unit and time, in any order, with named columns of numbers.
 *
 * <p>Columns are the caller's arrays, not copies: they must not change while a design uses them. Missing numbers are NaN.
 * Units and times are given as labels; inside, both are codes by ascending label.
 */
public final class Observations {
    private final int[] labels;
    private final int[] unit;
    private final double[] times;
    private final int[] period;
    private final Map<String, double[]> columns;

    private Observations(int[] labels, int[] unit, double[] times, int[] period, Map<String, double[]> columns) {
        this.labels = labels;
        this.unit = unit;
        this.times = times;
        this.period = period;
        this.columns = columns;
    }

    /**
     * Starts a table.
     *
     * @param unit label of the unit, per row
     * @param time a finite number per row: a year, a month number
     * @throws IllegalArgumentException unequal lengths, or a time that is not finite, with its row
     */
    public static Builder of(int[] unit, double[] time) {
        return new Builder(unit, time);
    }

    /** Collects columns. */
    public static final class Builder {
        private final int[] unit;
        private final double[] time;
        private final Map<String, double[]> columns = new LinkedHashMap<>();

        private Builder(int[] unit, double[] time) {
            if (unit.length != time.length) {
                throw new IllegalArgumentException(unit.length + " units and " + time.length + " times");
            }
            this.unit = unit;
            this.time = time;
        }

        /** Adds a column; the array is not copied. */
        public Builder column(String name, double[] values) {
            if (values.length != unit.length) {
                throw new IllegalArgumentException(
                        "column " + name + " has " + values.length + " rows, the table " + unit.length);
            }
            if (columns.putIfAbsent(name, values) != null) {
                throw new IllegalArgumentException("column " + name + " twice");
            }
            return this;
        }

        /** The table. */
        public Observations build() {
            for (int i = 0; i < time.length; i++) {
                if (!Double.isFinite(time[i])) {
                    throw new IllegalArgumentException("row " + i + ": time is " + time[i]);
                }
            }
            int[] labels = Labels.distinct(unit);
            double[] times = Labels.distinct(time);
            return new Observations(
                    labels, Labels.codes(unit, labels), times, Labels.codes(time, times), new LinkedHashMap<>(columns));
        }
    }

    /** Number of rows. */
    public int rows() {
        return unit.length;
    }

    /** Number of distinct units. */
    public int units() {
        return labels.length;
    }

    /** Label of a unit code. */
    public int label(int unitCode) {
        return labels[unitCode];
    }

    /** Distinct times, ascending. */
    public double[] times() {
        return times.clone();
    }

    /** Unit code per row; not a copy. */
    public int[] unitCodes() {
        return unit;
    }

    /** Position of the row's time in {@link #times()}; not a copy. */
    public int[] periodCodes() {
        return period;
    }

    /** Names of the columns, in the order they were added. */
    public Set<String> columns() {
        return columns.keySet();
    }

    /**
     * A column; not a copy.
     *
     * @throws IllegalArgumentException no such column; the message lists what there is
     */
    public double[] column(String name) {
        double[] c = columns.get(name);
        if (c == null) {
            throw new IllegalArgumentException("no column " + name + "; there are " + columns.keySet());
        }
        return c;
    }

    /** The rows at these positions, in that order. Times and units that no longer occur are forgotten. */
    public Observations rows(int[] keep) {
        int[] u = new int[keep.length];
        double[] t = new double[keep.length];
        for (int i = 0; i < keep.length; i++) {
            u[i] = labels[unit[keep[i]]];
            t[i] = times[period[keep[i]]];
        }
        Builder b = new Builder(u, t);
        columns.forEach((name, values) ->
                b.column(name, Arrays.stream(keep).mapToDouble(r -> values[r]).toArray()));
        return b.build();
    }
}
