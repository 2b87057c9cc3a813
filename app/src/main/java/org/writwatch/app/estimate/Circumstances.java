package org.writwatch.app.estimate;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What a reader should know of the table itself, whatever the design: numbers that are missing, and the months of the pandemic. */
final class Circumstances {
    /** First and last month of the window, 2020-03 to 2021-06, in months counted from year 0; quarters in the same way. */
    private static final double FIRST_MONTH = 2020 * 12 + 2;

    private static final double LAST_MONTH = 2021 * 12 + 5;
    private static final double FIRST_QUARTER = 2020 * 4;
    private static final double LAST_QUARTER = 2021 * 4 + 1;
    private static final long FIRST_DAY = java.time.LocalDate.of(2020, 3, 1).toEpochDay();
    private static final long LAST_DAY = java.time.LocalDate.of(2021, 6, 30).toEpochDay();

    private Circumstances() {}

    static void note(Sheet sheet, Answer answer) {
        double[] y = sheet.observations.column(Sheet.OUTCOME);
        int found = (int) Arrays.stream(y).filter(Double::isFinite).count();
        boolean units = sheet.spec.unit != null && !sheet.spec.panel.equals("repeated-cross-section");
        long whole = units ? (long) sheet.observations.units() * sheet.observations.times().length : y.length;
        if (found < whole) {
            answer.diagnostic(
                    "missing",
                    Numbers.map(
                            "expected",
                            whole,
                            "found",
                            (long) found,
                            "share",
                            Numbers.measured(1 - found / (double) whole)));
        }
        double[] times = sheet.observations.times();
        int touched = (int) Arrays.stream(times)
                .filter(t -> pandemic(sheet.calendar, t, yearly(times)))
                .count();
        if (touched > 0) {
            answer.diagnostic("pandemic", Numbers.map("periods", touched, "note", answer.say("estimate.pandemic")));
        }
    }

    private static boolean pandemic(Calendar calendar, double t, boolean yearly) {
        return switch (calendar) {
            case NUMBERS -> yearly && (t == 2020 || t == 2021);
            case YEARS -> t == 2020 || t == 2021;
            case QUARTERS -> FIRST_QUARTER <= t && t <= LAST_QUARTER;
            case MONTHS, MONTH_NUMBERS -> FIRST_MONTH <= t && t <= LAST_MONTH;
            case DAYS -> FIRST_DAY <= t && t <= LAST_DAY;
        };
    }

    /** Whole numbers that can only be years. */
    private static boolean yearly(double[] times) {
        return IntStream.range(0, times.length)
                .allMatch(i -> times[i] == Math.rint(times[i]) && times[i] >= 1900 && times[i] <= 2100);
    }
}
