package org.writwatch.law.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.Datum;
import org.writwatch.law.Law;
import org.writwatch.law.RecordsLaw;
import org.writwatch.law.RecordsLaw.DayCount;
import org.writwatch.law.RecordsLaw.SuitTime;
import org.writwatch.law.Screening.Deadline;
import org.writwatch.law.Screening.Range;

/**
 * Dates that follow from a law's clock. A law without a verified number gets no date: its words are printed, with
 * {@code [VERIFY]} where nobody has read them in a source. Where the count itself is in doubt (a state office may or may
 * not keep a federal holiday; a period may or may not run on from a weekend) the range says so, and the date is the safe
 * reading: the earlier for what the person suing must do, the later for what an agency owes. Always to be confirmed with
 * counsel.
 */
public final class Deadlines {
    private final CourtCalendar calendar;

    private Deadlines(CourtCalendar calendar) {
        this.calendar = calendar;
    }

    /** Deadlines counted on a calendar. */
    public static Deadlines on(CourtCalendar calendar) {
        return new Deadlines(calendar);
    }

    /**
     * When the agency's answer is due.
     *
     * @param sent the day the request reaches the agency; the day itself does not count
     */
    public static Deadline recordsResponse(RecordsLaw law, LocalDate sent) {
        return on(CourtCalendar.of(Law.bundled(), law.jurisdiction())).response(law, Optional.of(sent));
    }

    /** When an answer is due, the day of the request not being known. */
    public static Deadline recordsResponse(RecordsLaw law) {
        return on(CourtCalendar.of(Law.bundled(), law.jurisdiction())).response(law, Optional.empty());
    }

    /** When the agency's answer to a records request is due. */
    public Deadline response(RecordsLaw law, Optional<LocalDate> sent) {
        return days("response", law.statute(), law.responseDeadline(), law.responseDays(), sent);
    }

    /** How long there is to appeal inside the administration, from the denial. */
    public Deadline appeal(RecordsLaw law, Optional<LocalDate> denied) {
        return days(
                "appeal",
                law.statute(),
                law.administrativeAppeal(),
                law.appeal().within(),
                denied);
    }

    /** How long there is to sue over records, from the day the law counts from. */
    public Deadline suit(RecordsLaw law, Optional<LocalDate> start) {
        Optional<SuitTime.Within> within =
                law.suitTime() instanceof SuitTime.Within w ? Optional.of(w) : Optional.empty();
        return period("suit", "suit", law.statute(), law.deadlineForSuit(), within, start);
    }

    /** A deadline of a clock, from the day it starts. */
    public Deadline of(Clock clock, Optional<LocalDate> start) {
        return period(clock.id(), clock.kind(), "", clock.datum(), clock.period(), start);
    }

    /** A deadline of a period in days, months or years. */
    public Deadline period(
            String id,
            String kind,
            String statute,
            Datum datum,
            Optional<SuitTime.Within> within,
            Optional<LocalDate> start) {
        boolean known = datum.confidence().verified() && within.isPresent() && start.isPresent();
        Optional<DayCounter> count = known ? Optional.of(calendar.end(within.get(), start.get())) : Optional.empty();
        Phrase rule = Phrase.of("law", "deadline." + kind, datum.said());
        return deadline(id, rule, statute, datum, start, count, !kind.equals("answer"));
    }

    /** What an agency owes by a day that was counted elsewhere. */
    public Deadline deadline(
            String id,
            Phrase rule,
            String statute,
            Datum datum,
            Optional<LocalDate> start,
            Optional<DayCounter> count) {
        return deadline(id, rule, statute, datum, start, count, false);
    }

    /** {@code own}: it is for the person suing to keep. */
    private Deadline deadline(
            String id,
            Phrase rule,
            String statute,
            Datum datum,
            Optional<LocalDate> start,
            Optional<DayCounter> count,
            boolean own) {
        return new Deadline(
                id,
                count.map(own ? DayCounter::earliest : DayCounter::date),
                count.filter(c -> !c.earliest().equals(c.date())).map(c -> new Range(c.earliest(), c.date())),
                rule,
                start,
                datum.confidence().verified(),
                datum.authority().orElse(statute),
                count.map(c -> steps(c, start)).orElse(List.of()));
    }

    /** The last day of a period to sue, before any roll. */
    public static LocalDate end(SuitTime.Within within, LocalDate start) {
        return switch (within.unit()) {
            case DAYS -> start.plusDays(within.amount());
            case MONTHS -> start.plusMonths(within.amount());
            case YEARS -> start.plusYears(within.amount());
        };
    }

    private Deadline days(String id, String statute, Datum datum, Optional<DayCount> days, Optional<LocalDate> start) {
        boolean known = datum.confidence().verified() && days.isPresent() && start.isPresent();
        Optional<DayCounter> count = known ? Optional.of(calendar.count(start.get(), days.get())) : Optional.empty();
        Phrase rule = Phrase.of("law", "deadline." + id, datum.said());
        return deadline(id, rule, statute, datum, start, count, id.equals("appeal"));
    }

    /** A count made for itself, day by day: the start, each day skipped and why, the end, the rule. */
    public List<Phrase> explained(DayCounter count, LocalDate start) {
        return steps(count, Optional.of(start));
    }

    private List<Phrase> steps(DayCounter count, Optional<LocalDate> start) {
        List<Phrase> steps = new ArrayList<>();
        start.ifPresent(s -> steps.add(Phrase.of("law", "count.start", s)));
        steps.addAll(count.counted());
        steps.add(
                count.earliest().equals(count.date())
                        ? Phrase.of("law", "count.end", count.date())
                        : Phrase.of("law", "count.range", count.earliest(), count.date()));
        steps.add(calendar.rule()
                .map(r -> Phrase.of(
                        "law",
                        "count.rule",
                        Phrase.verbatim(r.datum().authority().orElse(r.code())),
                        r.datum().said()))
                .orElseGet(() -> Phrase.of("law", "count.no-rule")));
        if (!calendar.code().equals("US")) {
            steps.add(calendar.rule()
                    .flatMap(CountingRule::own)
                    .map(h -> Phrase.of(
                            "law",
                            "count.state-holidays-held",
                            Phrase.verbatim(h.datum().authority().orElse(""))))
                    .orElseGet(() -> Phrase.of("law", "count.state-holidays")));
        }
        steps.add(Phrase.of("law", "count.confirm"));
        return steps;
    }
}
