package org.writwatch.evidence.custody;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import org.writwatch.facts.Period;
import org.writwatch.facts.Reading;

/**
 * People held at one place, day by day, from its first row to its last. Immutable.
 *
 * <p>Unit: people held at any time that day. The release prints no zeros: a day without a row reads
 * {@link Reading.NotReported}. Sums and means count such days as nobody and say so in their names' documentation.
 */
public final class DailySeries {
    private final String code;
    private final LocalDate firstRow;
    private final int[] people;

    /**
     * @param code the facility
     * @param firstRow day of {@code people[0]}
     * @param people people on each day, 0 where there is no row; first and last are above 0
     */
    public DailySeries(String code, LocalDate firstRow, int[] people) {
        if (people.length == 0 || people[0] <= 0 || people[people.length - 1] <= 0) {
            throw new IllegalArgumentException(code + ": a series begins and ends with a row");
        }
        for (int n : people) {
            if (n < 0) {
                throw new IllegalArgumentException(code + ": people are counted from 0: " + n);
            }
        }
        this.code = code;
        this.firstRow = firstRow;
        this.people = people.clone();
    }

    /** The series with these rows, each above 0, and no others. */
    static DailySeries of(String code, SortedMap<LocalDate, Integer> days) {
        long first = days.firstKey().toEpochDay();
        int[] people = new int[Math.toIntExact(days.lastKey().toEpochDay() - first + 1)];
        days.forEach((day, n) -> people[(int) (day.toEpochDay() - first)] = n);
        return new DailySeries(code, days.firstKey(), people);
    }

    /** The facility's code. */
    public String code() {
        return code;
    }

    /** Day of the first row. */
    public LocalDate firstRow() {
        return firstRow;
    }

    /** Day of the last row. */
    public LocalDate lastRow() {
        return firstRow.plusDays(people.length - 1L);
    }

    /** People on a day; 0 when there is no row. */
    public int people(LocalDate day) {
        long at = ChronoUnit.DAYS.between(firstRow, day);
        return at < 0 || at >= people.length ? 0 : people[(int) at];
    }

    /** What the release says of a day: counted, or not reported. Never zero, because it prints none. */
    public Reading reading(LocalDate day) {
        int n = people(day);
        return n > 0 ? new Reading.Counted(n) : new Reading.NotReported();
    }

    /** Sum of people over the days of a period (person-days); days without a row add nothing. */
    public long personDays(Period period) {
        long sum = 0;
        for (int i = from(period); i < to(period); i++) {
            sum += people[i];
        }
        return sum;
    }

    /** Days of a period that have a row. */
    public int daysWithRow(Period period) {
        int days = 0;
        for (int i = from(period); i < to(period); i++) {
            days += people[i] > 0 ? 1 : 0;
        }
        return days;
    }

    /** People per day over a period, days without a row counted as nobody. */
    public double mean(Period period) {
        return (double) personDays(period) / period.days();
    }

    /** The series as a release that ended on a day would have it; empty when it has no row by then. */
    public Optional<DailySeries> until(LocalDate last) {
        int filled = clamp(ChronoUnit.DAYS.between(firstRow, last) + 1);
        while (filled > 0 && people[filled - 1] == 0) {
            filled--;
        }
        return filled == 0
                ? Optional.empty()
                : Optional.of(new DailySeries(code, firstRow, Arrays.copyOf(people, filled)));
    }

    /** All person-days of the series. */
    public long personDays() {
        return personDays(new Period(firstRow, lastRow()));
    }

    /** People on each day of a period, 0 where there is no row. */
    public int[] people(Period period) {
        int[] out = new int[Math.toIntExact(period.days())];
        int shift = Math.toIntExact(ChronoUnit.DAYS.between(period.from(), firstRow));
        for (int i = from(period); i < to(period); i++) {
            out[i + shift] = people[i];
        }
        return out;
    }

    /** The longest run of days without a row inside the series, in days. */
    public int longestGap() {
        int longest = 0;
        int run = 0;
        for (int n : people) {
            run = n > 0 ? 0 : run + 1;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private int from(Period period) {
        return clamp(ChronoUnit.DAYS.between(firstRow, period.from()));
    }

    private int to(Period period) {
        return clamp(ChronoUnit.DAYS.between(firstRow, period.to()) + 1);
    }

    private int clamp(long at) {
        return (int) Math.max(0, Math.min(people.length, at));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DailySeries o
                && code.equals(o.code)
                && firstRow.equals(o.firstRow)
                && Arrays.equals(people, o.people);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return code + " " + firstRow + ".." + lastRow();
    }
}
