package org.writwatch.evidence.design;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** How long the periods of a table are. A period is known by its first month. */
public enum Step {
    /** A season must fit: half a year at least. */
    MONTH(1, 6, 12),
    /** A whole year at least, so that every season is on both sides. */
    QUARTER(3, 4, 8),
    /** One or two years tell no level from a stray year. */
    YEAR(12, 3, 5);

    private final int months;
    private final int fewest;
    private final int most;

    Step(int months, int fewest, int most) {
        this.months = months;
        this.fewest = fewest;
        this.most = most;
    }

    /** The step of a table by the kind of its period; days are summed by month; none for a table of one period. */
    public static Optional<Step> of(String kind) {
        return switch (kind) {
            case "day", "month" -> Optional.of(MONTH);
            case "quarter" -> Optional.of(QUARTER);
            case "year", "fiscal-year" -> Optional.of(YEAR);
            default -> Optional.empty();
        };
    }

    /** Months in a period. */
    public int months() {
        return months;
    }

    /** Fewer periods than this on a side and no level is compared. */
    public int fewest() {
        return fewest;
    }

    /** Periods on each side when the data reach that far. */
    public int most() {
        return most;
    }

    /** The period that many after another. */
    public YearMonth plus(YearMonth first, int periods) {
        return first.plusMonths((long) periods * months);
    }

    /** The last day of a period. */
    public LocalDate end(YearMonth first) {
        return plus(first, 1).minusMonths(1).atEndOfMonth();
    }

    /** The period that holds a month, by the first month of any other period of the table. */
    public YearMonth holding(YearMonth month, YearMonth any) {
        return plus(any, (int) Math.floorDiv(any.until(month, ChronoUnit.MONTHS), (long) months));
    }

    /** "month", for the keys of phrases. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
