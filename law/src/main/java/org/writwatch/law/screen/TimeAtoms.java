package org.writwatch.law.screen;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.writwatch.law.CertificationStatute;
import org.writwatch.law.Law;
import org.writwatch.law.RecordsLaw;
import org.writwatch.law.RecordsLaw.SuitTime;
import org.writwatch.law.Truth;
import org.writwatch.law.UscisLaw.Clock;
import org.writwatch.law.calendar.Closures;
import org.writwatch.law.calendar.CourtCalendar;
import org.writwatch.law.calendar.DayCounter;
import org.writwatch.law.load.ReadingsFile;
import org.writwatch.law.matter.Matter;

/** What the calendar makes of a matter's dates, where verified law has a number; unknown elsewhere. */
final class TimeAtoms {
    static final List<String> NAMES = List.of(
            "time.response_over",
            "time.appeal_over",
            "time.suit_open",
            "time.writ_open",
            "time.report_over",
            "time.cert_over",
            "time.hard_clock_over",
            "time.posted_over");

    private final Law law;
    private final Matter matter;
    private final RecordsLaw records;
    private final LawAtoms readings;
    private final DutyAtoms duties;
    private final UscisAtoms uscis;
    private final CourtCalendar calendar;
    private final CourtCalendar federal;

    TimeAtoms(Law law, Matter matter, LawAtoms readings, DutyAtoms duties, UscisAtoms uscis, Closures closures) {
        this.law = law;
        this.matter = matter;
        this.records = law.records(matter.jurisdiction());
        this.readings = readings;
        this.duties = duties;
        this.uscis = uscis;
        this.calendar = CourtCalendar.of(law, matter.jurisdiction()).with(closures);
        this.federal = CourtCalendar.of(law, "US").with(closures);
    }

    Truth known(String atom) {
        return switch (atom) {
            case "time.response_over" -> responseOver();
            case "time.appeal_over" -> appealOver();
            case "time.suit_open" -> suitOpen();
            case "time.writ_open" -> writOpen();
            case "time.report_over" -> reportOver();
            case "time.cert_over" -> certificationOver();
            case "time.hard_clock_over" -> hardClockOver();
            case "time.posted_over" -> postedOver();
            default -> throw new IllegalArgumentException("no calendar question is called " + atom);
        };
    }

    /** The facts that settle it; empty when no fact could. */
    List<String> facts(String atom) {
        return switch (atom) {
            case "time.response_over" ->
                records.responseDays().isPresent() ? List.of("request_date", "answered") : List.of();
            case "time.appeal_over" -> records.appeal().decided().isPresent() ? List.of("appeal_date") : List.of();
            case "time.suit_open" -> suitLimit().isPresent() ? List.of(suitStart()) : List.of();
            case "time.writ_open" -> writLimit().isPresent() ? List.of("refusal_date") : List.of();
            case "time.report_over" -> duties.reportDue().isPresent() ? List.of("report_year") : List.of();
            case "time.cert_over" ->
                duties.certificationDays().isPresent()
                        ? List.of("cert_request_date", "in_removal_proceedings")
                        : List.of();
            case "time.hard_clock_over" ->
                uscis.clock()
                        .map(c -> List.of(clockStart(c)))
                        .orElse(uscis.form().isEmpty() ? List.of("uscis_form") : List.of());
            default -> List.of("filed_date", "posted_months");
        };
    }

    private Truth fact(String id) {
        return matter.truth(id);
    }

    /** A refusal is an answer: what has run out unanswered is then no longer so. */
    private Truth responseOver() {
        Truth answered = fact("denied") == Truth.MET ? Truth.MET : fact("answered");
        Optional<LocalDate> asked = matter.day("request_date");
        if (records.responseDays().isEmpty() || asked.isEmpty()) {
            return answered == Truth.MET || fact("request_date") == Truth.NOT_MET ? Truth.NOT_MET : Truth.UNKNOWN;
        }
        Truth over = calendar.count(asked.get(), records.responseDays().get()).over(matter.asOf());
        if (over == Truth.NOT_MET || answered == Truth.MET) {
            return Truth.NOT_MET;
        }
        return over == Truth.MET ? LawAtoms.not(answered) : Truth.UNKNOWN;
    }

    private Truth appealOver() {
        Optional<LocalDate> appealed = matter.day("appeal_date");
        boolean counted = records.administrativeAppeal().confidence().verified()
                && records.appeal().decided().isPresent();
        if (!counted || appealed.isEmpty()) {
            return fact("appeal_date") == Truth.NOT_MET ? Truth.NOT_MET : Truth.UNKNOWN;
        }
        return calendar.count(appealed.get(), records.appeal().decided().get()).over(matter.asOf());
    }

    private Optional<SuitTime.Within> suitLimit() {
        if (records.deadlineForSuit().confidence().verified()) {
            return records.suitTime() instanceof SuitTime.Within w ? Optional.of(w) : Optional.empty();
        }
        return readings.writLimit()
                .flatMap(ReadingsFile.SuitLimit::years)
                .map(y -> new SuitTime.Within(y, SuitTime.Unit.YEARS, SuitTime.Start.DENIAL));
    }

    private String suitStart() {
        return suitLimit()
                .filter(w -> w.start() == SuitTime.Start.APPEAL_DECIDED)
                .map(w -> "appeal_denied_date")
                .orElse("denial_date");
    }

    private Truth suitOpen() {
        Optional<SuitTime.Within> limit = suitLimit();
        Optional<LocalDate> start = matter.day(suitStart());
        if (limit.isEmpty()) {
            return records.suitTime() instanceof SuitTime.NoneStated
                            && records.deadlineForSuit().confidence().verified()
                    ? Truth.NOT_MET
                    : Truth.UNKNOWN;
        } else if (start.isEmpty()) {
            return latestKnown().filter(d -> open(limit.get(), d) == Truth.MET).isPresent() ? Truth.MET : Truth.UNKNOWN;
        }
        return open(limit.get(), start.get());
    }

    /** Unknown between the earliest and the latest reading of the last day. */
    private Truth open(SuitTime.Within limit, LocalDate start) {
        return LawAtoms.not(calendar.end(limit, start).over(matter.asOf()));
    }

    /** The period can not have begun before the latest of these days. */
    private Optional<LocalDate> latestKnown() {
        return Stream.of("request_date", "denial_date", "appeal_date")
                .flatMap(f -> matter.day(f).stream())
                .max(Comparator.naturalOrder());
    }

    private Optional<ReadingsFile.WritLimit> writLimit() {
        return law.readings()
                .writLimit(matter.jurisdiction())
                .filter(l -> law.jurisdiction(matter.jurisdiction())
                        .get(l.datum())
                        .confidence()
                        .verified());
    }

    /** Open until the last day; after it closed, or unknown where a court may let it run on. */
    private Truth writOpen() {
        Optional<ReadingsFile.WritLimit> limit = writLimit();
        Optional<LocalDate> refused = matter.day("refusal_date");
        if (limit.isEmpty() || refused.isEmpty()) {
            return Truth.UNKNOWN;
        }
        Truth open = open(limit.get().within(), refused.get());
        return open == Truth.NOT_MET && limit.get().soft() ? Truth.UNKNOWN : open;
    }

    private Truth reportOver() {
        if (duties.reportDue().isEmpty()) {
            return Truth.NOT_MET;
        }
        return matter.number("report_year")
                .map(y -> over(calendar, duties.reportDue().get().atYear(y + 1)))
                .orElse(Truth.UNKNOWN);
    }

    private Truth certificationOver() {
        Optional<CertificationStatute> law = duties.certificationDays();
        Optional<LocalDate> asked = matter.day("cert_request_date");
        if (law.isEmpty()) {
            return Truth.NOT_MET;
        } else if (asked.isEmpty()) {
            return fact("cert_request_date") == Truth.NOT_MET ? Truth.NOT_MET : Truth.UNKNOWN;
        }
        int usual = law.get().days().orElseThrow();
        Truth late = over(calendar, asked.get().plusDays(usual));
        Truth lateInRemoval =
                over(calendar, asked.get().plusDays(law.get().daysInRemoval().orElse(usual)));
        return switch (fact("in_removal_proceedings")) {
            case MET -> lateInRemoval;
            case NOT_MET -> late;
            case UNKNOWN -> late == lateInRemoval ? late : Truth.UNKNOWN;
        };
    }

    static String clockStart(Clock clock) {
        return clock.start() == Clock.Start.INTERVIEW ? "interview_date" : "filed_date";
    }

    /** Past a limit that binds: met only where the words were verified and courts hold to them. */
    private Truth hardClockOver() {
        if (uscis.form().isEmpty()) {
            return Truth.UNKNOWN;
        }
        Optional<Clock> clock = uscis.clock();
        if (clock.isEmpty() || clock.get().force() == Clock.Force.NOT_ENFORCEABLE) {
            return Truth.NOT_MET;
        }
        Optional<LocalDate> start = matter.day(clockStart(clock.get()));
        if (start.isEmpty()) {
            return fact(clockStart(clock.get())) == Truth.NOT_MET ? Truth.NOT_MET : Truth.UNKNOWN;
        }
        Truth over = over(federal, start.get().plusDays(clock.get().days()));
        if (over != Truth.MET) {
            return over;
        }
        boolean binds = clock.get().force() == Clock.Force.HARD && uscis.verified();
        return binds ? Truth.MET : Truth.UNKNOWN;
    }

    /** Past the time the agency itself posts. After a naturalization interview only the 120 days count. */
    private Truth postedOver() {
        boolean naturalization = uscis.form().map(f -> f.id().equals("n400")).orElse(false);
        if (uscis.form().isEmpty() || (naturalization && fact("interview_date") != Truth.NOT_MET)) {
            return naturalization && fact("interview_date") == Truth.MET ? Truth.NOT_MET : Truth.UNKNOWN;
        }
        Optional<LocalDate> filed = matter.day("filed_date");
        Optional<Integer> months = matter.number("posted_months");
        if (filed.isEmpty() || months.isEmpty()) {
            return fact("filed_date") == Truth.NOT_MET ? Truth.NOT_MET : Truth.UNKNOWN;
        }
        return over(federal, filed.get().plusMonths(months.get()));
    }

    /** Whether a last day has passed, unknown while a court may let it move on from a day that is off. */
    private Truth over(CourtCalendar days, LocalDate last) {
        DayCounter end = days.rolled(last).from(last);
        return end.over(matter.asOf());
    }
}
