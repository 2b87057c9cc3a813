package org.writwatch.evidence.design;

import java.time.LocalDate;
import java.time.YearMonth;
import org.writwatch.facts.Period;

/**
 * The months compared: whole calendar months on both sides of the month in which a change fell. The month itself belongs
 * to neither side.
 *
 * @param change the month of the change
 * @param months how many months on each side of it, {@value #FEWEST} to {@value #MOST}
 */
public record Windows(YearMonth change, int months) {
    /** Months on each side when the data reach that far. */
    public static final int MOST = 12;

    /** Fewer than this on a side and no level is compared: a season would pass for a change. */
    public static final int FEWEST = 6;

    public Windows {
        if (months < FEWEST || months > MOST) {
            throw new IllegalArgumentException("windows are " + FEWEST + " to " + MOST + " months: " + months);
        }
    }

    /** Whole months between a change and the end of the data on its shorter side, at most {@value #MOST}. */
    public static int room(LocalDate changeOn, Period data) {
        YearMonth month = YearMonth.from(changeOn);
        int room = 0;
        while (room < MOST
                && !month.minusMonths(room + 1L).atDay(1).isBefore(data.from())
                && !month.plusMonths(room + 1L).atEndOfMonth().isAfter(data.to())) {
            room++;
        }
        return room;
    }

    /** The months before. */
    public Period before() {
        return new Period(
                change.minusMonths(months).atDay(1), change.minusMonths(1).atEndOfMonth());
    }

    /** The months after. */
    public Period after() {
        return new Period(
                change.plusMonths(1).atDay(1), change.plusMonths(months).atEndOfMonth());
    }

    /** The first half of the months before. */
    public Period earlier() {
        return new Period(
                change.minusMonths(months).atDay(1),
                change.minusMonths(months - months / 2L + 1).atEndOfMonth());
    }

    /** The second half of the months before. */
    public Period later() {
        return new Period(change.minusMonths(months - months / 2L).atDay(1), before().to());
    }

    /** The same months around another month. */
    public Windows at(YearMonth other) {
        return new Windows(other, months);
    }
}
