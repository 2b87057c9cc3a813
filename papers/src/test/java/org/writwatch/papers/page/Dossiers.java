package org.writwatch.papers.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.AgreementStatus;
import org.writwatch.agreements.Model;
import org.writwatch.agreements.memo.Duty;
import org.writwatch.agreements.memo.Memorandum;
import org.writwatch.evidence.Answer;
import org.writwatch.evidence.Figure;
import org.writwatch.evidence.Finding;
import org.writwatch.facts.Agency;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Place;
import org.writwatch.facts.Reach;
import org.writwatch.facts.Reading;
import org.writwatch.facts.Slug;
import org.writwatch.facts.Source;
import org.writwatch.facts.UsState;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.Confidence;
import org.writwatch.law.MandamusAnswer;
import org.writwatch.law.RecordsLaw;
import org.writwatch.law.Screening;
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
                List.of(DossierFindings.custody(place), DossierFindings.notIdentified(place)),
                DossierLaw.screening(),
                List.of(DossierLaw.requires()),
                Optional.of(DossierLaw.recordsLaw(Optional.empty())),
                List.of(new Screening.Deadline(
                        "response",
                        Optional.empty(),
                        Optional.empty(),
                        Phrase.verbatim("as promptly as possible"),
                        Optional.empty(),
                        true,
                        "N.C.G.S. § 132-6(a)",
                        List.of())),
                Optional.of(DossierLaw.mandamus()),
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
                List.of(DossierFindings.tooThin(place)),
                DossierLaw.screening(),
                List.of(DossierLaw.requires()),
                Optional.of(DossierLaw.recordsLaw(
                        Optional.of(new RecordsLaw.DayCount(10, RecordsLaw.DayCount.Kind.BUSINESS)))),
                List.of(),
                Optional.of(DossierLaw.mandamus()),
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
                List.of(DossierLaw.mandate(bad, Confidence.PRESS_ONLY)),
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
}
