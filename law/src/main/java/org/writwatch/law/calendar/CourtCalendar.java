package org.writwatch.law.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.Law;
import org.writwatch.law.RecordsLaw.DayCount;
import org.writwatch.law.RecordsLaw.SuitTime;

/**
 * The days of one jurisdiction: which are off for certain, which may be, and how a period ends.
 *
 * <p>The day of the event never counts. In a count of business days Saturdays and Sundays are off everywhere. A period of
 * calendar days, months or years rolls on from a last day that is off only as far as the rule that was read says so
 * ({@link CountingRule}; for the federal courts Fed. R. Civ. P. 6(a)(1)); without a rule that was read, the unrolled day is
 * the earliest end and the rolled day the latest. A month ends on the day of the same number, or on its last day.
 *
 * @param code the jurisdiction, "US" for the federal courts
 * @param rule its rule on counting, when one was read in a source
 * @param closures days on which the user says the court is closed
 */
public record CourtCalendar(String code, Optional<CountingRule> rule, Closures closures) {
    /** The calendar of a jurisdiction, no closure known. */
    public static CourtCalendar of(Law law, String code) {
        return new CourtCalendar(code, law.counting(code), Closures.NONE);
    }

    /** The same with these closures. */
    public CourtCalendar with(Closures more) {
        return new CourtCalendar(code, rule, more);
    }

    /** Counts days from a start. */
    public DayCounter count(LocalDate start, DayCount count) {
        boolean small = rule.flatMap(CountingRule::shortPeriod)
                .filter(n -> count.days() < n)
                .isPresent();
        return count.kind() == DayCount.Kind.BUSINESS || small
                ? business(start, count.days())
                : rolled(start.plusDays(count.days()));
    }

    /** The end of a period to sue. */
    public DayCounter end(SuitTime.Within within, LocalDate start) {
        return within.unit() == SuitTime.Unit.DAYS
                ? count(start, new DayCount(within.amount(), DayCount.Kind.CALENDAR))
                : rolled(Deadlines.end(within, start));
    }

    /** A last day that may be off, and where it moves. */
    public DayCounter rolled(LocalDate last) {
        List<Phrase> skipped = new ArrayList<>();
        LocalDate latest = last;
        while (maybeOff(latest)) {
            skipped.add(skip(latest));
            latest = latest.plusDays(1);
        }
        return new DayCounter(latest, first(last, this::surelyRolls), skipped);
    }

    private DayCounter business(LocalDate start, int days) {
        List<Phrase> skipped = new ArrayList<>();
        LocalDate latest = start;
        for (int counted = 0; counted < days; ) {
            latest = latest.plusDays(1);
            if (maybeOff(latest)) {
                skipped.add(skip(latest));
            } else {
                counted++;
            }
        }
        LocalDate earliest = start;
        for (int counted = 0; counted < days; counted++) {
            earliest = first(earliest.plusDays(1), this::surelyNoBusiness);
        }
        return new DayCounter(latest, earliest, skipped);
    }

    private static LocalDate first(LocalDate from, Predicate<LocalDate> off) {
        LocalDate day = from;
        while (off.test(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private boolean maybeOff(LocalDate day) {
        return DayCounter.weekend(day)
                || FederalHolidays.find(day).isPresent()
                || closures.find(day).isPresent();
    }

    private boolean surelyNoBusiness(LocalDate day) {
        return DayCounter.weekend(day)
                || closures.find(day).isPresent()
                || (code.equals("US") && FederalHolidays.find(day).isPresent());
    }

    private boolean surelyRolls(LocalDate day) {
        if (rule.isEmpty()) {
            return false;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SUNDAY
                || (day.getDayOfWeek() == DayOfWeek.SATURDAY && rule.get().saturdayRolls());
        return weekend
                || closures.find(day).isPresent()
                || (rule.get().federalHolidays() && FederalHolidays.find(day).isPresent());
    }

    private Phrase skip(LocalDate day) {
        Optional<String> holiday = FederalHolidays.find(day);
        if (holiday.isPresent()) {
            return Phrase.of("law", "count.skip-holiday", day, Phrase.of("law", "holiday." + holiday.get()));
        } else if (DayCounter.weekend(day)) {
            boolean saturday = day.getDayOfWeek() == DayOfWeek.SATURDAY;
            return Phrase.of(
                    "law", "count.skip-weekend", day, Phrase.of("law", saturday ? "count.saturday" : "count.sunday"));
        }
        return Phrase.of(
                "law",
                "count.skip-closure",
                day,
                Phrase.verbatim(closures.find(day).orElse("")));
    }
}
