package org.writwatch.law.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
 * <p>The day of the event never counts. In a count of business days Saturdays and Sundays are off everywhere; a holiday of
 * the state only may be, since no words on what a business day is were read. A period of
 * calendar days, months or years rolls on from a last day that is off only as far as the rule that was read says so
 * ({@link CountingRule}; for the federal courts Fed. R. Civ. P. 6(a)(1)); without a rule that was read, the unrolled day is
 * the earliest end and the rolled day the latest. A day listed as closed counts as off: for a federal court that is a day
 * on which the clerk's office is inaccessible (6(a)(3)). A month ends on the day of the same number, or on its last day.
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

    /**
     * The end of a period that is counted backward from an event, such as "at least 14 days before the hearing": the last
     * day on which the act may be done. It moves back, not on, from a day that is off (Fed. R. Civ. P. 6(a)(5)); a holiday
     * that only a state keeps does not move a federal one (6(a)(6)(C)). The earlier day is the safe one.
     */
    public DayCounter backward(LocalDate event, int days) {
        LocalDate last = event.minusDays(days);
        List<Phrase> skipped = new ArrayList<>();
        LocalDate earliest = last;
        while (maybeOff(earliest)) {
            skipped.add(skip(earliest));
            earliest = earliest.minusDays(1);
        }
        LocalDate latest = last;
        while (surelyRolls(latest)) {
            latest = latest.minusDays(1);
        }
        return new DayCounter(latest, earliest, skipped);
    }

    /** Days that a rule adds after a period would otherwise end, as Fed. R. Civ. P. 6(d) adds three after service by mail. */
    public DayCounter added(DayCounter end, int days) {
        DayCounter latest = rolled(end.date().plusDays(days));
        DayCounter earliest = rolled(end.earliest().plusDays(days));
        List<Phrase> steps = new ArrayList<>(end.counted());
        steps.add(Phrase.of("law", "count.added", days, end.date()));
        steps.addAll(latest.counted());
        return new DayCounter(latest.date(), earliest.earliest(), steps);
    }

    /**
     * The end of a period of hours in the federal courts (Fed. R. Civ. P. 6(a)(2)): every hour counts from the event; an end
     * on a Saturday, Sunday or legal holiday, or while the clerk's office is closed (6(a)(3)(B)), moves to the same time on
     * the next day that is none.
     *
     * @throws IllegalArgumentException for any other jurisdiction: no rule on hours is held for them
     */
    public HourCount hours(LocalDateTime event, int hours) {
        if (!code.equals("US")) {
            throw new IllegalArgumentException("no rule on hours is held for " + code);
        }
        LocalDateTime end = event.plusHours(hours);
        List<Phrase> skipped = new ArrayList<>();
        while (maybeOff(end.toLocalDate())) {
            skipped.add(skip(end.toLocalDate()));
            end = end.plusDays(1);
        }
        return new HourCount(end, skipped);
    }

    /** The end of a period of hours, and why each day that was skipped was skipped. */
    public record HourCount(LocalDateTime end, List<Phrase> counted) {
        public HourCount {
            counted = List.copyOf(counted);
        }
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
                || own(day).isPresent()
                || closures.find(day).isPresent();
    }

    private Optional<StateHolidays.Kept> own(LocalDate day) {
        return rule.flatMap(CountingRule::own).flatMap(h -> h.find(day));
    }

    private boolean surelyOwn(LocalDate day) {
        return own(day).filter(StateHolidays.Kept::certain).isPresent();
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
                || surelyOwn(day)
                || (rule.get().federalHolidays() && FederalHolidays.find(day).isPresent());
    }

    private Phrase skip(LocalDate day) {
        Optional<String> holiday = FederalHolidays.find(day);
        if (own(day).isPresent()) {
            return Phrase.of(
                    "law",
                    "count.skip-state-holiday",
                    day,
                    Phrase.of("law", "holiday." + own(day).orElseThrow().id()));
        } else if (holiday.isPresent()) {
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
