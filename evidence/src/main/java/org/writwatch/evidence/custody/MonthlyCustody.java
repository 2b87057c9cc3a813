package org.writwatch.evidence.custody;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.writwatch.facts.Reading;

/**
 * A monthly release: detainee-days by facility and month. Immutable.
 *
 * @param first first month of the release
 * @param last last month; {@code lastDays} of its days are covered
 * @param lastDays days of the last month that the release covers
 * @param months by facility code, then month, both sorted; a month without a row is not in it
 */
public record MonthlyCustody(
        YearMonth first, YearMonth last, int lastDays, SortedMap<String, SortedMap<YearMonth, Integer>> months) {
    public MonthlyCustody {
        SortedMap<String, SortedMap<YearMonth, Integer>> copy = new TreeMap<>();
        months.forEach((code, m) -> copy.put(code, Collections.unmodifiableSortedMap(new TreeMap<>(m))));
        months = Collections.unmodifiableSortedMap(copy);
        if (last.isBefore(first) || lastDays < 1 || lastDays > last.lengthOfMonth()) {
            throw new IllegalArgumentException("months " + first + ".." + last + " with " + lastDays + " days");
        }
    }

    /**
     * The release without months that are not over on a day, or are later; as it is when all are. A release that begins
     * later keeps its first month as its frame, without a row.
     */
    public MonthlyCustody until(LocalDate day) {
        if (!day.isBefore(last.atDay(lastDays))) {
            return this;
        }
        YearMonth whole = day.equals(YearMonth.from(day).atEndOfMonth())
                ? YearMonth.from(day)
                : YearMonth.from(day).minusMonths(1);
        YearMonth end = whole.isBefore(first) ? first : whole;
        SortedMap<String, SortedMap<YearMonth, Integer>> kept = new TreeMap<>();
        months.forEach((code, own) -> {
            SortedMap<YearMonth, Integer> head = own.headMap(whole.plusMonths(1));
            if (!head.isEmpty()) {
                kept.put(code, head);
            }
        });
        return new MonthlyCustody(first, end, end.lengthOfMonth(), kept);
    }

    /** Detainee-days of a facility by month; empty when it has no row. */
    public SortedMap<YearMonth, Integer> of(String code) {
        SortedMap<YearMonth, Integer> found = months.get(code);
        return found == null ? new TreeMap<>(Map.of()) : found;
    }

    /** Days of a month that the release covers. */
    public int daysCovered(YearMonth month) {
        return month.equals(last) ? lastDays : month.lengthOfMonth();
    }

    /** People per day in a month, as the release supports it. */
    public Reading meanPerDay(String code, YearMonth month) {
        Integer days = of(code).get(month);
        if (days == null) {
            return new Reading.NotReported();
        }
        double mean = (double) days / daysCovered(month);
        if (days == 0 && daysCovered(month) == month.lengthOfMonth()) {
            return new Reading.Zero();
        }
        return daysCovered(month) == month.lengthOfMonth()
                ? new Reading.Counted(mean)
                : new Reading.Partial(mean, daysCovered(month), month.lengthOfMonth());
    }

    /** All detainee-days of a facility. */
    public long personDays(String code) {
        return of(code).values().stream().mapToLong(Integer::longValue).sum();
    }
}
