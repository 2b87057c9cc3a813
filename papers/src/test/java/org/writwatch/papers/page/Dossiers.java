package org.writwatch.papers.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.AgreementStatus;
import org.writwatch.agreements.Model;
import org.writwatch.agreements.memo.Duty;
import org.writwatch.agreements.memo.Memorandum;
import org.writwatch.evidence.Answer;
import org.writwatch.evidence.Diagnostic;
import org.writwatch.evidence.Figure;
import org.writwatch.evidence.Finding;
import org.writwatch.facts.Agency;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Period;
import org.writwatch.facts.Place;
import org.writwatch.facts.Reach;
import org.writwatch.facts.Reading;
import org.writwatch.facts.Slug;
import org.writwatch.facts.Source;
import org.writwatch.facts.UsState;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.Authority;
import org.writwatch.law.Confidence;
import org.writwatch.law.Datum;
import org.writwatch.law.MandamusAnswer;
import org.writwatch.law.RecordsLaw;
import org.writwatch.law.Result;
import org.writwatch.law.Screening;
import org.writwatch.law.StateMandate;
import org.writwatch.law.Truth;
import org.writwatch.law.rule.Proof;
import org.writwatch.papers.page.Layer.Policing;

/** Dossiers as the other rooms would hand them over, for tests and for looking at pages: made-up but shaped like life. */
public final class Dossiers {
    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 24);

    private Dossiers() {}

    /** An ending that is only seen in the numbers, a state law that goes on, a statewide agency that is listed. */
    public static DossierContent mecklenburg() {
        Place place = new Place(new Fips("37119"), "Mecklenburg County", UsState.NC);
        Agency sheriff = agency("Mecklenburg County Sheriff's Office", UsState.NC, Reach.COUNTY, "37119");
        Agency highway = agency("North Carolina State Bureau of Investigation", UsState.NC, Reach.STATEWIDE, null);
        Agreement old = agreement(
                sheriff,
                Model.JEM,
                LocalDate.of(2006, 2, 27),
                new AgreementStatus.NotSeen(LocalDate.of(2018, 11, 14), LocalDate.of(2019, 1, 22)),
                LocalDate.of(2007, 8, 10),
                LocalDate.of(2018, 11, 14));
        Agreement state = agreement(
                highway,
                Model.TFM,
                LocalDate.of(2025, 4, 2),
                new AgreementStatus.Active(LocalDate.of(2026, 11, 20)),
                LocalDate.of(2025, 4, 9),
                LocalDate.of(2026, 11, 20));
        return new DossierContent(
                place,
                name(place),
                AS_OF,
                List.of(
                        new Layer(Reach.COUNTY, List.of(new Policing(sheriff, List.of(old))), Optional.empty()),
                        new Layer(
                                Reach.WITHIN_COUNTY,
                                List.of(
                                        none("Charlotte-Mecklenburg Police Department", "37119"),
                                        none("Cornelius Police Department", "37119"),
                                        none("UNC Charlotte Police", "37119")),
                                Optional.empty()),
                        new Layer(Reach.STATEWIDE, List.of(new Policing(highway, List.of(state))), Optional.empty())),
                List.of(),
                List.of(custody(place), notIdentified(place)),
                screening(),
                List.of(requires()),
                Optional.of(recordsLaw(Optional.empty())),
                List.of(new Screening.Deadline(
                        "response",
                        Optional.empty(),
                        Optional.empty(),
                        Phrase.verbatim("as promptly as possible"),
                        Optional.empty(),
                        true,
                        "N.C.G.S. § 132-6(a)",
                        List.of())),
                Optional.of(mandamus()),
                List.of(source("nc-law", "North Carolina General Assembly", "General Statutes, chapter 162")),
                List.of(
                        new DossierContent.FileNote("dossier.pdf", Phrase.verbatim("this page, to print")),
                        new DossierContent.FileNote("records-request.docx", Phrase.verbatim("a letter to edit"))),
                "writwatch dossier \"Mecklenburg County, NC\" --as-of 2026-11-24");
    }

    /** A live agreement whose memorandum is held. */
    public static DossierContent clay() {
        Place place = new Place(new Fips("12019"), "Clay County", UsState.FL);
        Agency sheriff = agency("Clay County Sheriff's Office", UsState.FL, Reach.COUNTY, "12019");
        Agency town = agency("Green Cove Springs Police Department", UsState.FL, Reach.WITHIN_COUNTY, "12019");
        Agency patrol = agency("Florida Highway Patrol", UsState.FL, Reach.STATEWIDE, null);
        Agreement jail = agreement(
                sheriff,
                Model.JEM,
                LocalDate.of(2020, 3, 11),
                new AgreementStatus.Active(LocalDate.of(2026, 11, 20)),
                LocalDate.of(2020, 4, 1),
                LocalDate.of(2026, 11, 20));
        Agreement applied = agreement(
                town,
                Model.TFM,
                null,
                new AgreementStatus.Pending(LocalDate.of(2025, 5, 1), LocalDate.of(2026, 11, 20)),
                LocalDate.of(2025, 5, 1),
                LocalDate.of(2026, 11, 20));
        Agreement over = agreement(
                patrol,
                Model.TFM,
                LocalDate.of(2025, 2, 20),
                new AgreementStatus.Ended(
                        LocalDate.of(2026, 6, 30),
                        source("fhp-letter", "Florida Highway Patrol", "Letter of termination")),
                LocalDate.of(2025, 3, 3),
                LocalDate.of(2026, 6, 1));
        Source memo =
                source("clay-memo", "U.S. Immigration and Customs Enforcement", "Memorandum of Agreement, Clay County");
        return new DossierContent(
                place,
                name(place),
                AS_OF,
                List.of(
                        new Layer(Reach.COUNTY, List.of(new Policing(sheriff, List.of(jail))), Optional.empty()),
                        new Layer(Reach.WITHIN_COUNTY, List.of(new Policing(town, List.of(applied))), Optional.empty()),
                        new Layer(Reach.STATEWIDE, List.of(new Policing(patrol, List.of(over))), Optional.empty())),
                List.of(new Memorandum(
                        Optional.of(sheriff.id()),
                        "287gJEM_ClayCoFl2020-03-11.pdf",
                        Model.JEM,
                        "JEM-2020",
                        Optional.empty(),
                        Optional.of(LocalDate.of(2020, 3, 11)),
                        21,
                        List.of(
                                new Duty(
                                        "training-before-authority",
                                        Duty.Party.AGENCY,
                                        Duty.Force.MUST,
                                        Phrase.verbatim(
                                                "Send officers to ICE training and let no one act before passing it."),
                                        "VII",
                                        4,
                                        "Before participating LEA personnel receive authorization to perform immigration officer functions, they must successfully complete mandatory training.",
                                        false,
                                        memo.at("page 4, clause VII")),
                                new Duty(
                                        "data-collection",
                                        Duty.Party.BOTH,
                                        Duty.Force.MAY,
                                        Phrase.verbatim("Share arrest data with the other on request."),
                                        "XIV",
                                        9,
                                        "ICE may request the LEA to provide specific tracking data.",
                                        false,
                                        memo.at("page 9, clause XIV"))),
                        memo)),
                List.of(tooThin(place)),
                screening(),
                List.of(requires()),
                Optional.of(recordsLaw(Optional.of(new RecordsLaw.DayCount(10, RecordsLaw.DayCount.Kind.BUSINESS)))),
                List.of(),
                Optional.of(mandamus()),
                List.of(source("fhp-letter", "Florida Highway Patrol", "Letter of termination")),
                List.of(),
                "writwatch dossier \"Clay County, FL\"");
    }

    /** Nothing found anywhere and no gap in the record: the only case that prints "no agreement". */
    public static DossierContent nothing() {
        Place place = new Place(new Fips("50009"), "Essex County", UsState.VT);
        return bare(
                place,
                List.of(
                        new Layer(
                                Reach.COUNTY,
                                List.of(none("Essex County Sheriff's Department", "50009")),
                                Optional.empty()),
                        new Layer(Reach.WITHIN_COUNTY, List.of(none("Brighton Police", "50009")), Optional.empty()),
                        new Layer(
                                Reach.STATEWIDE,
                                List.of(new Policing(
                                        agency("Vermont State Police", UsState.VT, Reach.STATEWIDE, null), List.of())),
                                Optional.empty())));
    }

    /** Nothing found, but the record has a hole. */
    public static DossierContent doubtful() {
        Place place = new Place(new Fips("50009"), "Essex County", UsState.VT);
        return bare(
                place,
                List.of(
                        new Layer(
                                Reach.COUNTY,
                                List.of(none("Essex County Sheriff's Department", "50009")),
                                Optional.empty()),
                        new Layer(
                                Reach.WITHIN_COUNTY,
                                List.of(),
                                Optional.of(Phrase.verbatim(
                                        "One agency of this state on the list could not be placed in a county."))),
                        new Layer(
                                Reach.STATEWIDE,
                                List.of(new Policing(
                                        agency("Vermont State Police", UsState.VT, Reach.STATEWIDE, null), List.of())),
                                Optional.empty())));
    }

    /** Every text a stranger could have written holds mark-up, quotes and scripts. */
    public static DossierContent hostile() {
        String bad = "</title></style><script>alert('x')</script>\"'&<img src=x onerror=alert(1)> ${7*7} {0} ñ";
        Place place = new Place(new Fips("37119"), bad, UsState.NC);
        Agency sheriff = new Agency("bad-nc", bad, UsState.NC, Reach.COUNTY, Optional.empty(), Optional.empty());
        Source source = new Source(
                "bad-source",
                bad,
                bad,
                bad,
                Optional.of(AS_OF),
                Optional.empty(),
                bad,
                Optional.of("javascript:alert(1)"));
        Agreement agreement = new Agreement(
                "bad-nc/jem",
                sheriff,
                Model.JEM,
                Optional.empty(),
                new AgreementStatus.Active(AS_OF),
                AS_OF,
                AS_OF,
                Optional.empty(),
                Optional.of("javascript:alert(1)"),
                List.of(source));
        Figure figure = new Figure(
                "bad",
                Phrase.verbatim(bad),
                Phrase.verbatim(bad),
                List.of(new Figure.Line(
                        Phrase.verbatim(bad), true, List.of(new Figure.Point(AS_OF, new Reading.Withheld(bad))))),
                List.of(new Figure.Mark(AS_OF, Phrase.verbatim(bad))));
        Finding finding = new Finding(
                "bad",
                place,
                Phrase.verbatim(bad),
                Phrase.verbatim(bad),
                new Answer.NotIdentified(Phrase.verbatim(bad), List.of(Phrase.verbatim(bad))),
                Phrase.verbatim(bad),
                List.of(),
                List.of(),
                List.of(bad),
                Phrase.verbatim(bad),
                List.of(figure),
                bad,
                List.of(source));
        DossierContent bare = bare(
                place,
                List.of(
                        new Layer(
                                Reach.COUNTY,
                                List.of(new Policing(sheriff, List.of(agreement))),
                                Optional.of(Phrase.verbatim(bad))),
                        new Layer(Reach.WITHIN_COUNTY, List.of(), Optional.empty()),
                        new Layer(Reach.STATEWIDE, List.of(), Optional.empty())));
        return new DossierContent(
                bare.place(),
                bare.name(),
                bare.asOf(),
                bare.layers(),
                List.of(),
                List.of(finding),
                bare.screening(),
                List.of(mandate(bad, Confidence.PRESS_ONLY)),
                Optional.empty(),
                List.of(),
                bare.mandamus(),
                List.of(),
                List.of(),
                bad);
    }

    private static Phrase name(Place place) {
        String bare = place.name().replaceFirst(" County$", "");
        return Phrase.of("facts", "place-kind.county", bare, place.state());
    }

    static DossierContent bare(Place place, List<Layer> layers) {
        return new DossierContent(
                place,
                name(place),
                AS_OF,
                layers,
                List.of(),
                List.of(),
                new Screening(place.state().name(), AS_OF, Optional.empty(), List.of()),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.of(
                        new MandamusAnswer(Phrase.verbatim("Usually no."), List.of(), List.of(), List.of(), List.of())),
                List.of(),
                List.of(),
                "writwatch dossier \"" + place.label() + "\"");
    }

    static Policing none(String name, String county) {
        UsState state = UsState.findByFips(county.substring(0, 2)).orElseThrow();
        Reach reach = name.contains("Sheriff") ? Reach.COUNTY : Reach.WITHIN_COUNTY;
        return new Policing(agency(name, state, reach, county), List.of());
    }

    static Agency agency(String name, UsState state, Reach reach, String county) {
        return new Agency(
                Slug.of(name + " " + state),
                name,
                state,
                reach,
                Optional.ofNullable(county).map(Fips::new),
                Optional.empty());
    }

    static Agreement agreement(
            Agency agency, Model model, LocalDate signed, AgreementStatus status, LocalDate first, LocalDate last) {
        Source list =
                source("ice-list", "U.S. Immigration and Customs Enforcement", "Participating agencies, 2026-11-20");
        return new Agreement(
                agency.id() + "/" + Slug.of(model.name()),
                agency,
                model,
                Optional.ofNullable(signed),
                status,
                first,
                last,
                status instanceof AgreementStatus.NotSeen n ? Optional.of(n.firstAbsent()) : Optional.empty(),
                Optional.of("https://www.ice.gov/doclib/287gMOA/example.pdf"),
                List.of(list.at("sheet 1, row 212"), list.at("sheet 1, row 213")));
    }

    static Source source(String id, String publisher, String title) {
        return new Source(
                id,
                publisher,
                title,
                "public record",
                Optional.of(LocalDate.of(2026, 11, 20)),
                Optional.of("0123456789abcdef".repeat(4)),
                "",
                Optional.of("https://www.example.gov/" + id));
    }

    private static Finding custody(Place place) {
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
                List.of(source("uwchr", "University of Washington Center for Human Rights", "ICE headcount by day")));
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

    private static List<Figure.Point> points(double level, boolean main) {
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

    private static Finding notIdentified(Place place) {
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
                List.of(source("uwchr", "University of Washington Center for Human Rights", "ICE headcount by day")));
    }

    private static Finding tooThin(Place place) {
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
                List.of(source("uwchr", "University of Washington Center for Human Rights", "ICE headcount by day")));
    }

    private static StateMandate requires() {
        return mandate("In effect Oct. 1, 2025.", Confidence.FROM_KNOWLEDGE);
    }

    private static StateMandate mandate(String since, Confidence confidence) {
        return new StateMandate(
                "nc-162-62",
                "NC",
                StateMandate.Position.REQUIRES,
                "N.C.G.S. § 162-62, as amended by HB 10 (2024) and HB 318 (2025)",
                since,
                Phrase.verbatim("The jail must ask about status, query ICE, and hold for up to 48 hours."),
                Phrase.verbatim(since),
                new StateMandate.Reading(
                        StateMandate.Stance.NOT_SAID,
                        StateMandate.Stance.REQUIRED,
                        StateMandate.Stance.REQUIRED,
                        StateMandate.Enforcer.OFFICIALS),
                Optional.empty(),
                List.of(),
                confidence,
                List.of("https://webservices.ncleg.gov/BillDigests/2025/H318", since),
                Optional.of(since));
    }

    private static RecordsLaw recordsLaw(Optional<RecordsLaw.DayCount> days) {
        Datum sure = datum("Any person", Confidence.VERIFIED_IN_SOURCE);
        Datum unsure = datum("None fixed", Confidence.FROM_KNOWLEDGE);
        return new RecordsLaw(
                "NC",
                "North Carolina",
                "2026-11-24",
                "N.C.G.S. ch. 132",
                sure,
                sure,
                days,
                unsure,
                sure,
                unsure,
                sure,
                sure,
                RecordsLaw.Requester.ANY_PERSON,
                new RecordsLaw.Appeal(RecordsLaw.Appeal.Kind.NONE, Optional.empty(), Optional.empty()),
                new RecordsLaw.SuitTime.NoneStated(),
                List.of(),
                List.of(),
                List.of(new RecordsLaw.Step(
                        "mediation", Phrase.verbatim("Start mediation."), unsure, Optional.empty())),
                Optional.empty(),
                List.of("Read the current text."));
    }

    private static Datum datum(String words, Confidence confidence) {
        return new Datum(
                List.of(words),
                Optional.empty(),
                "source",
                confidence,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Authority authority(String id, String citation, Confidence confidence) {
        return new Authority(
                id,
                citation,
                "case",
                "court",
                Optional.of(2020),
                List.of("NC"),
                "A local officer may hold a person for ICE under a 287(g) agreement.",
                List.of("a"),
                List.of("b"),
                List.of("A"),
                "habeas",
                Optional.empty(),
                "source",
                confidence,
                Optional.of("Read as an excerpt."),
                Optional.empty());
    }

    private static Screening screening() {
        Authority against =
                authority("chavez", "Chavez v. McFadden, 374 N.C. 458 (2020)", Confidence.VERIFIED_IN_SOURCE);
        Authority unsure = authority("x", "Doe v. Roe, 1 F.4th 1 (4th Cir. 2021)", Confidence.FROM_KNOWLEDGE);
        Screening.Claim records = new Screening.Claim(
                "D",
                Phrase.verbatim("Open-records action"),
                Result.UNKNOWN_MISSING_FACTS,
                Phrase.verbatim("No request and no refusal are on file yet."),
                List.of(new Screening.Gate(
                        "demand_refusal",
                        Truth.UNKNOWN,
                        Phrase.verbatim("A dated request and a refusal come first."),
                        List.of())),
                List.of(
                        new Screening.Element(
                                "held",
                                Phrase.verbatim("A public body holds the records."),
                                Truth.MET,
                                false,
                                List.of("f1"),
                                List.of(unsure),
                                List.of(),
                                true,
                                new Proof("is", "f1", Truth.MET, List.of())),
                        new Screening.Element(
                                "denied",
                                Phrase.verbatim("It refused, or its time ran out."),
                                Truth.UNKNOWN,
                                true,
                                List.of(),
                                List.of(),
                                List.of(against),
                                false,
                                new Proof("is", "f2", Truth.UNKNOWN, List.of()))),
                List.of(unsure),
                List.of(against),
                List.of(Set.of("request_date", "denied"), Set.of("request_date")),
                List.of(Set.of("denied")),
                List.of(new Screening.Remedy(
                        "mediation",
                        Phrase.verbatim("Mediation"),
                        Phrase.verbatim("The state asks for it soon after suit."))),
                List.of(new Screening.Deadline(
                        "d1",
                        Optional.of(LocalDate.of(2026, 12, 24)),
                        Optional.empty(),
                        Phrase.verbatim("30 days after the answer"),
                        Optional.of(AS_OF),
                        false,
                        "N.C.G.S. § 78-38.3E",
                        List.of(Phrase.verbatim("Christmas Day does not count")))),
                List.of(),
                List.of(new Screening.NextStep(
                        "mediation", Phrase.verbatim("Start mediation."), false, "N.C.G.S. § 78-38.3E")),
                Optional.of(new Screening.Writ(
                        datum("mandamus", Confidence.VERIFIED_IN_SOURCE),
                        datum("superior court", Confidence.FROM_KNOWLEDGE))));
        return new Screening(
                "NC",
                AS_OF,
                Optional.of(Phrase.verbatim("If someone is held now, call a lawyer first.")),
                List.of(records));
    }

    private static MandamusAnswer mandamus() {
        return new MandamusAnswer(
                Phrase.verbatim("Usually no."),
                List.of(
                        Phrase.verbatim("No court was found that ended a 287(g) agreement by mandamus."),
                        Phrase.verbatim(
                                "Signing such an agreement is a choice, and mandamus does not command a choice.")),
                List.of(authority("nassau", "[caption unverified] (Nassau County Article 78)", Confidence.PRESS_ONLY)),
                List.of(authority("nash", "Nash v. Mikesell, 2024 COA 68", Confidence.VERIFIED_IN_SOURCE)),
                List.of(new Screening.Remedy(
                        "records",
                        Phrase.verbatim("A records suit"),
                        Phrase.verbatim("The duty is clear and the agency must act."))));
    }
}
