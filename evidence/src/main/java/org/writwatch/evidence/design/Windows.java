package org.writwatch.evidence.design;

import java.time.LocalDate;
import java.time.YearMonth;
import org.writwatch.facts.Period;

/**
 * The months compared (of a table of quarters or years: those): whole ones on both sides of the one in which a change fell, which
 * belongs to neither side.
 *
 * @param change the first month of the period of the change
 * @param length how many periods on each side of it, within the bounds of the step
 * @param step how long a period is
 */
public record Windows(YearMonth change, int length, Step step) {
    /** Months on each side when the data reach that far. */
    public static final int MOST = 12;

    /** Fewer months than this on a side and no level is compared: a season would pass for a change. */
    public static final int FEWEST = 6;

    public Windows {
        if (length < step.fewest() || length > step.most()) {
            throw new IllegalArgumentException(
                    "windows are " + step.fewest() + " to " + step.most() + " " + step.key() + "s: " + length);
        }
    }

    /** Windows of months. */
    public Windows(YearMonth change, int length) {
        this(change, length, Step.MONTH);
    }

    /** Whole months between a change and the end of the data on its shorter side, at most {@value #MOST}. */
    public static int room(LocalDate changeOn, Period data) {
        return room(YearMonth.from(changeOn), data, Step.MONTH);
    }

    /** Whole periods between the one of a change and the end of the data on its shorter side, at most those of the step. */
    public static int room(YearMonth change, Period data, Step step) {
        int room = 0;
        while (room < step.most()
                && !step.plus(change, -room - 1).atDay(1).isBefore(data.from())
                && !step.plus(change, room + 2).minusMonths(1).atEndOfMonth().isAfter(data.to())) {
            room++;
        }
        return room;
    }

    /** The first month of the period that many after that of the change; before it when negative. */
    public YearMonth at(int periods) {
        return step.plus(change, periods);
    }

    /** The time before. */
    public Period before() {
        return new Period(at(-length).atDay(1), change.minusMonths(1).atEndOfMonth());
    }

    /** The time after. */
    public Period after() {
        return new Period(at(1).atDay(1), at(length + 1).minusMonths(1).atEndOfMonth());
    }

    /** The first half of the time before. */
    public Period earlier() {
        return new Period(
                at(-length).atDay(1), at(-length + length / 2).minusMonths(1).atEndOfMonth());
    }

    /** The second half of the time before. */
    public Period later() {
        return new Period(at(-length + length / 2).atDay(1), before().to());
    }

    /** The same months around another month. */
    public Windows at(YearMonth other) {
        return new Windows(other, length, step);
    }
}
