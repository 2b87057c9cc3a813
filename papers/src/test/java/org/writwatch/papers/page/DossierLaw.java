package org.writwatch.papers.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/** Law and screening as the room of law would hand them over: made-up, of each kind of answer. */
final class DossierLaw {
    private DossierLaw() {}

    static StateMandate requires() {
        return mandate("In effect Oct. 1, 2025.", Confidence.FROM_KNOWLEDGE);
    }

    static StateMandate mandate(String since, Confidence confidence) {
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

    static RecordsLaw recordsLaw(Optional<RecordsLaw.DayCount> days) {
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
                new RecordsLaw.Appeal(RecordsLaw.Appeal.Kind.NONE, Optional.empty(), Optional.empty(), false),
                new RecordsLaw.SuitTime.NoneStated(),
                List.of(),
                List.of(),
                List.of(new RecordsLaw.Step(
                        "mediation", Phrase.verbatim("Start mediation."), unsure, Optional.empty())),
                Optional.empty(),
                List.of("Read the current text."));
    }

    static Datum datum(String words, Confidence confidence) {
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

    static Screening screening() {
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
                        Optional.of(Dossiers.AS_OF),
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
                Dossiers.AS_OF,
                Optional.of(Phrase.verbatim("If someone is held now, call a lawyer first.")),
                List.of(records));
    }

    static MandamusAnswer mandamus() {
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
