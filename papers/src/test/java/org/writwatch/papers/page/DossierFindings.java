package org.writwatch.papers.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.writwatch.evidence.Answer;
import org.writwatch.evidence.Diagnostic;
import org.writwatch.evidence.Figure;
import org.writwatch.evidence.Finding;
import org.writwatch.facts.Period;
import org.writwatch.facts.Place;
import org.writwatch.facts.Reading;
import org.writwatch.facts.phrase.Phrase;

/** Findings as the room of evidence would hand them over: made-up, of each kind of answer. */
final class DossierFindings {
    private DossierFindings() {}

    static Finding custody(Place place) {
        return new Finding(
                "custody-mecklnc",
                place,
                Phrase.verbatim("How many people did ICE hold in this jail, before and after?"),
                Phrase.verbatim(
                        "The jail was compared with 24 jails picked by a fixed rule from the data before the change."),
                new Answer.Estimated(
                        -3.49,
                        3.49,
                        0,
                        new Period(LocalDate.of(2017, 12, 1), LocalDate.of(2018, 11, 30)),
                        new Period(LocalDate.of(2018, 12, 13), LocalDate.of(2019, 12, 12)),
                        true,
                        Optional.of(new Answer.Interval(-4.21, -2.63, 0.95)),
                        Optional.of(LocalDate.of(2018, 12, 6)),
                        new Answer.Placebo(24, 1, 0.04, 0.04),
                        Phrase.verbatim("people per day")),
                Phrase.verbatim(
                        "ICE custody in this jail went from 3.49 people a day to no rows at all. The data fit a fall of 2.63 to 4.21 people a day, if absence is zero."),
                List.of(
                        Phrase.verbatim("Whether people called the police more or less."),
                        Phrase.verbatim("Whether the delegation, the bed contract or the hold practice ended.")),
                List.of(
                        new Diagnostic(
                                "pre-fit",
                                Diagnostic.Verdict.FOR,
                                Phrase.verbatim("The jails moved alike before the change.")),
                        new Diagnostic(
                                "absence",
                                Diagnostic.Verdict.AGAINST,
                                Phrase.verbatim(
                                        "The file drops jails whose contract ended, so no row is not proof of zero.")),
                        new Diagnostic(
                                "covid",
                                Diagnostic.Verdict.NEUTRAL,
                                Phrase.verbatim("No window touches March 2020 or later."))),
                List.of("Alamance County, NC", "Cabarrus County, NC", "Gaston County, NC"),
                Phrase.verbatim("97 percent of the detainee-days in the file could be placed in a county."),
                List.of(figure()),
                "UWCHR release 2024-05",
                List.of(Dossiers.source(
                        "uwchr", "University of Washington Center for Human Rights", "ICE headcount by day")));
    }

    static Figure figure() {
        List<Figure.Line> lines = new ArrayList<>();
        lines.add(new Figure.Line(Phrase.verbatim("Mecklenburg County, NC"), true, points(3.5, true)));
        for (int i = 0; i < 6; i++) {
            lines.add(new Figure.Line(Phrase.verbatim("Comparison " + (i + 1)), false, points(0.4 + 0.7 * i, false)));
        }
        return new Figure(
                "custody-mecklnc",
                Phrase.verbatim("People in ICE custody in the jail"),
                Phrase.verbatim("people per day"),
                lines,
                List.of(
                        new Figure.Mark(LocalDate.of(2018, 12, 6), Phrase.verbatim("estimated change")),
                        new Figure.Mark(LocalDate.of(2019, 1, 22), Phrase.verbatim("first list without it"))));
    }

    static List<Figure.Point> points(double level, boolean main) {
        List<Figure.Point> points = new ArrayList<>();
        for (int m = 0; m < 36; m++) {
            YearMonth month = YearMonth.of(2017, 1).plusMonths(m);
            Reading reading = new Reading.Counted(level + 0.3 * Math.sin(m * level));
            if (main && m == 5) {
                reading = new Reading.Zero();
            } else if (main && (m == 23 || m == 2)) {
                reading = new Reading.Partial(1.1, 6, 31);
            } else if (main && m > 30) {
                reading = new Reading.Withheld("small cell");
            } else if (main && m > 23) {
                reading = new Reading.NotReported();
            }
            points.add(new Figure.Point(month.atDay(1), reading));
        }
        return points;
    }

    static Finding notIdentified(Place place) {
        return new Finding(
                "cause-mecklnc",
                place,
                Phrase.verbatim("Did the end of the agreement cause this?"),
                Phrase.verbatim("Three things may have ended in the same week."),
                new Answer.NotIdentified(
                        Phrase.verbatim(
                                "This file alone can't tell the agreement, the bed contract and the hold practice apart."),
                        List.of(
                                Phrase.verbatim("The bed contract with its end date."),
                                Phrase.verbatim("The letter that ended the agreement."))),
                Phrase.verbatim("The cause can't be told from this file."),
                List.of(),
                List.of(),
                List.of(),
                Phrase.verbatim("Same file as above."),
                List.of(),
                "UWCHR release 2024-05",
                List.of(Dossiers.source(
                        "uwchr", "University of Washington Center for Human Rights", "ICE headcount by day")));
    }

    static Finding tooThin(Place place) {
        return new Finding(
                "custody-thin",
                place,
                Phrase.verbatim("How many people did ICE hold in this jail, before and after?"),
                Phrase.verbatim("Change-point search on days."),
                new Answer.TooThin(
                        Phrase.verbatim("There are 41 person-days in all."),
                        Phrase.verbatim("At least 365 would be enough."),
                        Phrase.verbatim("the daily count of people held on ICE detainers")),
                Phrase.verbatim("Too few person-days for an estimate."),
                List.of(),
                List.of(),
                List.of(),
                Phrase.verbatim("Two of 24 months are reported."),
                List.of(),
                "UWCHR release 2024-05",
                List.of(Dossiers.source(
                        "uwchr", "University of Washington Center for Human Rights", "ICE headcount by day")));
    }
}
