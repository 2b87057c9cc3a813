package org.writwatch.law.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.writwatch.facts.yaml.YamlMap;
import org.writwatch.law.Datum;
import org.writwatch.law.load.DataReader;

/**
 * The legal holidays of one state as its own law lists them. A day that a governor, a president or a court adds is not
 * here. Safe for use by several threads.
 */
public final class StateHolidays {
    private final Datum datum;
    private final boolean sundayMoves;
    private final boolean saturdayBefore;
    private final List<Day> days;
    private final Map<Integer, Map<LocalDate, Kept>> years = new ConcurrentHashMap<>();

    private StateHolidays(Datum datum, boolean sundayMoves, boolean saturdayBefore, List<Day> days) {
        this.datum = datum;
        this.sundayMoves = sundayMoves;
        this.saturdayBefore = saturdayBefore;
        this.days = List.copyOf(days);
    }

    /**
     * One holiday of the list.
     *
     * @param id names a phrase, "holiday." before it
     * @param month 1 to 12
     * @param day day of the month, when the date is fixed
     * @param easter days after Easter Sunday (before it when negative), when the date hangs on it
     * @param weekday 1 (Monday) to 7, when it is the nth of a month
     * @param nth 1 to 4, or -1 for the last
     * @param offset days after that day
     * @param from first year it is known to be kept
     * @param certain false where the words read leave its date to another law
     */
    record Day(
            String id,
            int month,
            Optional<Integer> day,
            Optional<Integer> easter,
            int weekday,
            int nth,
            int offset,
            int from,
            boolean certain) {
        LocalDate in(int year) {
            if (easter.isPresent()) {
                return easterSunday(year).plusDays(easter.get());
            } else if (day.isPresent()) {
                return LocalDate.of(year, month, day.get());
            }
            return LocalDate.of(year, month, 1)
                    .with(TemporalAdjusters.dayOfWeekInMonth(nth, DayOfWeek.of(weekday)))
                    .plusDays(offset);
        }
    }

    /** Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, 2nd ed., chapter 8). */
    static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int g = (8 * b + 13) / 25;
        int h = (19 * a + b - b / 4 - g + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 19 * l) / 433;
        int n = (h + l - 7 * m + 90) / 25;
        int day = (h + l - 7 * m + 33 * n + 19) % 32;
        return LocalDate.of(year, n, day);
    }

    /** A day that is kept, and whether that is certain. */
    public record Kept(String id, boolean certain) {}

    /** Reads a list. */
    static StateHolidays read(YamlMap map) {
        List<Day> days = new ArrayList<>();
        for (YamlMap m : map.maps("days")) {
            Optional<Integer> day = m.findInteger("day");
            Optional<Integer> easter = m.findInteger("easter");
            boolean counted = day.isEmpty() && easter.isEmpty();
            days.add(new Day(
                    m.text("id"),
                    easter.isPresent() ? 1 : m.integer("month"),
                    day,
                    easter,
                    counted ? m.integer("weekday") : 1,
                    counted ? m.integer("nth") : 1,
                    m.findInteger("offset").orElse(0),
                    m.findInteger("from").orElse(0),
                    m.findWord("certain", Map.of("true", true, "false", false)).orElse(true)));
            m.done();
        }
        StateHolidays holidays = new StateHolidays(
                DataReader.datum(map.map("rule")),
                map.word("sunday", Map.of("moves", true, "stays", false)),
                map.findWord("saturday", Map.of("before", true, "stays", false)).orElse(false),
                days);
        map.done();
        return holidays;
    }

    /** Where the list was read. */
    public Datum datum() {
        return datum;
    }

    /** The holiday that falls or is kept on a day. */
    public Optional<Kept> find(LocalDate day) {
        return Optional.ofNullable(
                years.computeIfAbsent(day.getYear(), this::build).get(day));
    }

    private Map<LocalDate, Kept> build(int year) {
        Map<LocalDate, Kept> kept = new TreeMap<>();
        for (Day day : days) {
            if (year >= day.from()) {
                LocalDate on = day.in(year);
                Kept one = new Kept(day.id(), day.certain());
                kept.putIfAbsent(on, one);
                if (sundayMoves && on.getDayOfWeek() == DayOfWeek.SUNDAY) {
                    kept.putIfAbsent(on.plusDays(1), one);
                }
            }
        }
        if (saturdayBefore) {
            days.forEach(day -> before(day, year, kept));
        }
        return kept;
    }

    /** The Friday before a holiday on a Saturday; that of a New Year's Day falls in the year before. */
    private static void before(Day day, int year, Map<LocalDate, Kept> kept) {
        for (int y = Math.max(year, day.from()); y <= year + 1; y++) {
            LocalDate friday = day.in(y).minusDays(1);
            if (friday.getDayOfWeek() == DayOfWeek.FRIDAY && friday.getYear() == year) {
                kept.putIfAbsent(friday, new Kept(day.id(), day.certain()));
            }
        }
    }
}
