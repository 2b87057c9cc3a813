package org.writwatch.papers.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A straight axis: values from {@code low} to {@code high} on positions from {@code from} to {@code to}.
 *
 * @param low least value; below {@code high}
 * @param high greatest value
 * @param from position of {@code low}, in user units
 * @param to position of {@code high}
 */
record Scale(double low, double high, double from, double to) {
    private static final int MOST_TICKS = 6;

    Scale {
        if (!(low < high)) {
            throw new IllegalArgumentException("an axis needs a length: " + low + " to " + high);
        }
    }

    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    double at(LocalDate day) {
        return at((double) day.toEpochDay());
    }

    /** A step of 1, 2 or 5 times a power of ten that divides {@code top} into at most {@code most} pieces. */
    static double step(double top, int most) {
        double raw = top / most;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double times : new double[] {1, 2, 5}) {
            if (times * power >= raw * (1 - 1e-9)) {
                return times * power;
            }
        }
        return 10 * power;
    }

    /** Decimals needed to print multiples of the step exactly. */
    static int decimals(double step) {
        return Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
    }

    /** Firsts of January, or of each quarter when the time is short, at most seven of them. */
    static List<LocalDate> ticks(LocalDate first, LocalDate last) {
        long months = (last.getYear() - first.getYear()) * 12L + last.getMonthValue() - first.getMonthValue();
        int every = 600;
        for (int step : new int[] {240, 120, 60, 24, 12, 6, 3, 1}) {
            every = months / step <= MOST_TICKS ? step : every;
        }
        List<LocalDate> ticks = new ArrayList<>();
        LocalDate at = LocalDate.of(first.getYear(), 1, 1);
        if (every > 12) {
            int years = every / 12;
            at = LocalDate.of(Math.floorDiv(first.getYear(), years) * years, 1, 1);
        }
        for (; !at.isAfter(last); at = at.plusMonths(every)) {
            if (!at.isBefore(first)) {
                ticks.add(at);
            }
        }
        return List.copyOf(ticks);
    }
}
