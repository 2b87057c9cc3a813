package org.writwatch.law.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.Truth;

/**
 * The end of a counted period, and why each day that was skipped was skipped.
 *
 * @param date the last day when every day that may be off is off
 * @param earliest the last day when only days that are off for certain are; the same day when nothing is in doubt
 * @param counted each skipped day, in order
 */
public record DayCounter(LocalDate date, LocalDate earliest, List<Phrase> counted) {
    public DayCounter {
        counted = List.copyOf(counted);
        if (earliest.isAfter(date)) {
            throw new IllegalArgumentException(earliest + " is after " + date);
        }
    }

    /** Whether the period is over on a day: unknown between the earliest and the latest end. */
    public Truth over(LocalDate day) {
        if (day.isAfter(date)) {
            return Truth.MET;
        }
        return day.isAfter(earliest) ? Truth.UNKNOWN : Truth.NOT_MET;
    }

    /** The same end, the unrolled day being possible too. */
    public DayCounter from(LocalDate unrolled) {
        return new DayCounter(date, unrolled.isBefore(earliest) ? unrolled : earliest, counted);
    }

    static boolean weekend(LocalDate day) {
        return day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
    }
}
