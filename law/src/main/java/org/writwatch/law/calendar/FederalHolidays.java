package org.writwatch.law.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The eleven legal public holidays of 5 U.S.C. § 6103(a) and the weekdays on which they are kept when they fall on a
 * Saturday (the Friday before, § 6103(b)(1)) or a Sunday (the Monday after, Executive Order 11582). Juneteenth counts
 * from 2021. Valid from 1986.
 */
public final class FederalHolidays {
    private static final Map<Integer, Map<LocalDate, String>> YEARS = new ConcurrentHashMap<>();

    private FederalHolidays() {}

    /**
     * The key of the holiday kept or falling on the day: "new-year", "king", "washington", "memorial", "juneteenth",
     * "independence", "labor", "columbus", "veterans", "thanksgiving" or "christmas".
     */
    public static Optional<String> find(LocalDate day) {
        return Optional.ofNullable(of(day.getYear()).get(day));
    }

    /** All days of a year that are kept: the day itself and its observance; January 1 of the next year may be kept on December 31. */
    public static Map<LocalDate, String> of(int year) {
        return YEARS.computeIfAbsent(year, FederalHolidays::build);
    }

    private static Map<LocalDate, String> build(int year) {
        Map<LocalDate, String> days = new TreeMap<>();
        keep(days, year, LocalDate.of(year, 1, 1), "new-year");
        days.put(nth(year, Month.JANUARY, 3), "king");
        days.put(nth(year, Month.FEBRUARY, 3), "washington");
        days.put(LocalDate.of(year, 5, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)), "memorial");
        if (year >= 2021) {
            keep(days, year, LocalDate.of(year, 6, 19), "juneteenth");
        }
        keep(days, year, LocalDate.of(year, 7, 4), "independence");
        days.put(nth(year, Month.SEPTEMBER, 1), "labor");
        days.put(nth(year, Month.OCTOBER, 2), "columbus");
        keep(days, year, LocalDate.of(year, 11, 11), "veterans");
        days.put(
                LocalDate.of(year, 11, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)),
                "thanksgiving");
        keep(days, year, LocalDate.of(year, 12, 25), "christmas");
        keep(days, year, LocalDate.of(year + 1, 1, 1), "new-year");
        return days;
    }

    private static LocalDate nth(int year, Month month, int nth) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, DayOfWeek.MONDAY));
    }

    private static void keep(Map<LocalDate, String> days, int year, LocalDate day, String key) {
        LocalDate kept = switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
        if (day.getYear() == year) {
            days.put(day, key);
        }
        if (kept.getYear() == year) {
            days.put(kept, key);
        }
    }
}
