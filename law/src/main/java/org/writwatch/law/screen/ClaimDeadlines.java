package org.writwatch.law.screen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.Datum;
import org.writwatch.law.Law;
import org.writwatch.law.RecordsLaw;
import org.writwatch.law.RecordsLaw.Appeal;
import org.writwatch.law.RecordsLaw.SuitTime;
import org.writwatch.law.ReportingStatute;
import org.writwatch.law.Screening.Deadline;
import org.writwatch.law.Spanish;
import org.writwatch.law.Truth;
import org.writwatch.law.UscisLaw.Form;
import org.writwatch.law.calendar.Closures;
import org.writwatch.law.calendar.CourtCalendar;
import org.writwatch.law.calendar.DayCounter;
import org.writwatch.law.calendar.Deadlines;
import org.writwatch.law.load.ReadingsFile;
import org.writwatch.law.matter.Matter;

/** Every date one claim has in one matter: the answer, the appeal, the suit, the writ, the report, the form's own clock. */
final class ClaimDeadlines {
    private static final List<String> WRITS = List.of("B", "C", "E", "F", "G");

    private final Law law;
    private final Matter matter;
    private final UscisAtoms uscis;
    private final CourtCalendar calendar;
    private final Deadlines here;

    ClaimDeadlines(Law law, Matter matter, UscisAtoms uscis, Closures closures) {
        this.law = law;
        this.matter = matter;
        this.uscis = uscis;
        this.calendar = CourtCalendar.of(law, matter.jurisdiction()).with(closures);
        this.here = Deadlines.on(calendar);
    }

    List<Deadline> list(String claim) {
        List<Deadline> all = new ArrayList<>();
        switch (claim) {
            case "D" -> all.addAll(records());
            case "F" -> law.reporting(matter.jurisdiction()).forEach(r -> all.add(report(r)));
            case "G" -> certification(all);
            case "H" -> uscis.form().ifPresent(f -> form(f, all));
            default -> {}
        }
        if (WRITS.contains(claim)) {
            all.add(writ());
        }
        law.clocks().stream()
                .filter(c -> c.runs(claim, matter.jurisdiction()))
                .map(c -> on(claim).of(c, matter.day(c.start())))
                .forEach(all::add);
        return all;
    }

    /** A claim about federal delay is counted by the federal rule, wherever the person lives. */
    private Deadlines on(String claim) {
        return claim.equals("H") ? Deadlines.on(federal()) : here;
    }

    private CourtCalendar federal() {
        return CourtCalendar.of(law, "US").with(calendar.closures());
    }

    private List<Deadline> records() {
        RecordsLaw records = law.records(matter.jurisdiction());
        List<Deadline> all = new ArrayList<>();
        all.add(here.response(records, matter.day("request_date")));
        if (records.appeal().kind() != Appeal.Kind.NONE) {
            all.add(here.appeal(records, matter.day("denial_date")));
        }
        Optional<LocalDate> appealed = matter.day("appeal_denied_date");
        all.add(here.suit(records, appealed.isPresent() ? appealed : matter.day("denial_date")));
        return all;
    }

    private Deadline writ() {
        Optional<ReadingsFile.WritLimit> limit = law.readings().writLimit(matter.jurisdiction());
        Datum datum = law.jurisdiction(matter.jurisdiction())
                .get(limit.map(ReadingsFile.WritLimit::datum).orElse("limitations"));
        Optional<SuitTime.Within> within = limit.map(ReadingsFile.WritLimit::within);
        return here.period("writ", "writ", "", datum, within, matter.day("refusal_date"));
    }

    private Deadline report(ReportingStatute statute) {
        Optional<DayCounter> due = statute.usable() && statute.due().isPresent()
                ? matter.number("report_year")
                        .map(y -> statute.due().get().atYear(y + 1))
                        .map(this::loose)
                : Optional.empty();
        Phrase rule = Phrase.of("law", "deadline.report", Spanish.phrase(statute.duty()));
        return here.deadline("report-" + statute.id(), rule, statute.cite(), statute.datum(), Optional.empty(), due);
    }

    private void certification(List<Deadline> all) {
        law.certification(matter.jurisdiction()).stream()
                .filter(c -> c.days().isPresent())
                .forEach(c -> {
                    Optional<LocalDate> asked = matter.day("cert_request_date");
                    int usual = c.days().orElseThrow();
                    boolean removal = matter.truth("in_removal_proceedings") == Truth.MET;
                    int days = removal ? c.daysInRemoval().orElse(usual) : usual;
                    Optional<DayCounter> end = c.usable() ? asked.map(d -> loose(d.plusDays(days))) : Optional.empty();
                    Phrase rule =
                            Phrase.of("law", "deadline.certification", c.datum().said());
                    all.add(here.deadline("certification-" + c.id(), rule, "", c.datum(), asked, end));
                });
    }

    private void form(Form form, List<Deadline> all) {
        Deadlines federal = Deadlines.on(federal());
        form.clock().ifPresent(c -> {
            Optional<LocalDate> start = matter.day(TimeAtoms.clockStart(c));
            boolean verified = form.duty().confidence().verified();
            Optional<DayCounter> end = verified ? start.map(d -> federalLoose(d.plusDays(c.days()))) : Optional.empty();
            Phrase words = Spanish.phrase(List.of(form.clockText()), verified ? "" : " [VERIFY]");
            Phrase rule = Phrase.of("law", "deadline.form-clock", words);
            all.add(federal.deadline("form-clock", rule, form.clockText(), form.duty(), start, end));
        });
        matter.number("posted_months").ifPresent(months -> {
            Optional<LocalDate> filed = matter.day("filed_date");
            Phrase rule = Phrase.of("law", "deadline.posted", months);
            Optional<DayCounter> end = filed.map(d -> federalLoose(d.plusMonths(months)));
            all.add(federal.deadline("posted", rule, "", form.duty(), filed, end));
        });
    }

    /** A last day of somebody else's time: it may or may not move on from a day that is off. */
    private DayCounter loose(LocalDate last) {
        return calendar.rolled(last).from(last);
    }

    private DayCounter federalLoose(LocalDate last) {
        return federal().rolled(last).from(last);
    }
}
