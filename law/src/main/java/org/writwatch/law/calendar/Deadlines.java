package org.writwatch.law.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.Datum;
import org.writwatch.law.RecordsLaw;
import org.writwatch.law.RecordsLaw.DayCount;
import org.writwatch.law.RecordsLaw.SuitTime;
import org.writwatch.law.Screening.Deadline;
import org.writwatch.law.Screening.Range;

/**
 * Dates that follow from a records law. A law without a verified number gets no date: its words are printed, with
 * {@code [VERIFY]} where nobody has read them in a source. Where the count itself is in doubt (a state office may or may
 * not keep a federal holiday; a period may or may not run on from a weekend) the date is the later reading and the range
 * says so. Always to be confirmed with counsel.
 */
public final class Deadlines {
    private Deadlines() {}

    /**
     * When the agency's answer is due.
     *
     * @param sent the day the request reaches the agency; the day itself does not count
     */
    public static Deadline recordsResponse(RecordsLaw law, LocalDate sent) {
        return counted("response", law, law.responseDeadline(), law.responseDays(), Optional.of(sent));
    }

    /** When an answer is due, the day of the request not being known. */
    public static Deadline recordsResponse(RecordsLaw law) {
        return counted("response", law, law.responseDeadline(), law.responseDays(), Optional.empty());
    }

    /** How long there is to appeal inside the administration, from the denial. */
    public static Deadline recordsAppeal(RecordsLaw law, Optional<LocalDate> denied) {
        return counted("appeal", law, law.administrativeAppeal(), law.appeal().within(), denied);
    }

    /** How long there is to sue, from the day the law counts from. */
    public static Deadline recordsSuit(RecordsLaw law, Optional<LocalDate> start) {
        Datum datum = law.deadlineForSuit();
        if (start.isPresent()
                && law.suitTime() instanceof SuitTime.Within w
                && datum.confidence().verified()) {
            return deadline("suit", law, datum, start, Optional.of(DayCounter.rolled(end(w, start.get()))));
        }
        return deadline("suit", law, datum, start, Optional.empty());
    }

    /** The last day of a period to sue, before any roll. */
    public static LocalDate end(SuitTime.Within within, LocalDate start) {
        return switch (within.unit()) {
            case DAYS -> start.plusDays(within.amount());
            case MONTHS -> start.plusMonths(within.amount());
            case YEARS -> start.plusYears(within.amount());
        };
    }

    private static Deadline counted(
            String id, RecordsLaw law, Datum datum, Optional<DayCount> days, Optional<LocalDate> start) {
        boolean known = datum.confidence().verified() && days.isPresent() && start.isPresent();
        Optional<DayCounter> count = known ? Optional.of(DayCounter.count(start.get(), days.get())) : Optional.empty();
        return deadline(id, law, datum, start, count);
    }

    private static Deadline deadline(
            String id, RecordsLaw law, Datum datum, Optional<LocalDate> start, Optional<DayCounter> count) {
        boolean federal = law.jurisdiction().equals("US");
        boolean doubtful =
                count.isPresent() && !count.get().earliest().equals(count.get().date()) && !federal;
        List<Phrase> steps = new ArrayList<>();
        count.ifPresent(c -> {
            start.ifPresent(s -> steps.add(Phrase.of("law", "count.start", s)));
            steps.addAll(c.counted());
            steps.add(Phrase.of("law", "count.end", c.date()));
            if (!federal) {
                steps.add(Phrase.of("law", "count.state-holidays"));
            }
            steps.add(Phrase.of("law", "count.confirm"));
        });
        return new Deadline(
                id,
                count.map(DayCounter::date),
                doubtful ? count.map(c -> new Range(c.earliest(), c.date())) : Optional.empty(),
                Phrase.of("law", "deadline." + id, Phrase.verbatim(datum.printed())),
                start,
                datum.confidence().verified(),
                datum.authority().orElse(law.statute()),
                steps);
    }
}
