package org.writwatch.papers.draft.records;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.AgreementStatus;
import org.writwatch.agreements.Model;
import org.writwatch.agreements.memo.Duty;
import org.writwatch.agreements.memo.Memorandum;
import org.writwatch.facts.Agency;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Place;
import org.writwatch.facts.Reach;
import org.writwatch.facts.Source;
import org.writwatch.facts.UsState;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.Authority;
import org.writwatch.law.Law;
import org.writwatch.law.Result;
import org.writwatch.law.Screening;
import org.writwatch.law.Truth;
import org.writwatch.law.calendar.Deadlines;
import org.writwatch.law.rule.Proof;

/** Matters with the shape of real ones: no memorandum held, one held, a state with a number of days. */
final class Samples {
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 24);

    private Samples() {}

    static Source source(String id, String title, String location) {
        return new Source(
                id,
                "U.S. Immigration and Customs Enforcement",
                title,
                "public record",
                Optional.of(LocalDate.of(2026, 3, 5)),
                Optional.of("0123456789abcdef".repeat(4)),
                location,
                Optional.of("https://www.ice.gov/doclib/287g/" + id + ".xlsx"));
    }

    static final Law LAW = Law.bundled();

    static Optional<Authority> overlay() {
        return LAW.findAuthority("2366");
    }

    static Agency sheriff(String county, UsState state, String fips) {
        String name = county + " Sheriff’s Office";
        return new Agency(
                org.writwatch.facts.Slug.of(name + " " + state),
                name,
                state,
                Reach.COUNTY,
                Optional.of(new Fips(fips)),
                Optional.empty());
    }

    /** No longer listed, no memorandum held, a state without a number of days. */
    static RequestInputs mecklenburg() {
        Agency agency = sheriff("Mecklenburg County", UsState.NC, "37119");
        Agreement gone = new Agreement(
                agency.id() + "/jem/2017-02-28",
                agency,
                Model.JEM,
                Optional.of(LocalDate.of(2017, 2, 28)),
                new AgreementStatus.NotSeen(LocalDate.of(2018, 11, 20), LocalDate.of(2018, 12, 14)),
                LocalDate.of(2017, 4, 3),
                LocalDate.of(2018, 11, 20),
                Optional.of(LocalDate.of(2018, 12, 14)),
                Optional.empty(),
                List.of(
                        source("list-2018-11-20", "Delegation of Immigration Authority, list of agencies", "row 41"),
                        source("list-2018-12-14", "Delegation of Immigration Authority, list of agencies", "whole")));
        return new RequestInputs(
                AS_OF,
                new AgencyRecord(
                        agency,
                        new Place(new Fips("37119"), "Mecklenburg County", UsState.NC),
                        Optional.of("Sheriff"),
                        List.of(source("fbi-agencies", "Agencies by county", "NC0600000")),
                        List.of(gone),
                        List.of(),
                        List.of()),
                List.of(
                        Asked.of(Phrase.verbatim(
                                "Certificates of training of each officer who acted under the agreement")),
                        Asked.of(Phrase.verbatim("The daily count of people held for ICE by kind of hold"))),
                LAW.records(UsState.NC),
                overlay(),
                List.of(),
                Optional.empty());
    }

    /** Active, with a memorandum that is held and quoted. */
    static RequestInputs clay() {
        Agency agency = sheriff("Clay County", UsState.FL, "12019");
        Source memo = source("287gJEM_ClayCoFl2020-03-11", "Memorandum of agreement, Clay County", "");
        Duty training = new Duty(
                "training-before-authority",
                Duty.Party.AGENCY,
                Duty.Force.MUST,
                Phrase.verbatim("Officers are trained and examined before they act."),
                "IV.C",
                3,
                "Before participating LEA personnel receive authorization to perform immigration officer functions"
                        + " granted under this MOA, they must successfully complete mandatory training provided by ICE.",
                false,
                memo.at("page 3, section IV.C"));
        Duty complaints = new Duty(
                "complaint-notice",
                Duty.Party.AGENCY,
                Duty.Force.MUST,
                Phrase.verbatim("The agency tells ICE of complaints."),
                "Appendix B",
                14,
                "The LEA will inform ICE of all complaints within 48 hours.",
                false,
                memo.at("page 14, Appendix B"));
        Agreement active = new Agreement(
                agency.id() + "/jem/2020-03-11",
                agency,
                Model.JEM,
                Optional.of(LocalDate.of(2020, 3, 11)),
                new AgreementStatus.Active(LocalDate.of(2026, 11, 20)),
                LocalDate.of(2020, 6, 9),
                LocalDate.of(2026, 11, 20),
                Optional.empty(),
                Optional.of("https://www.ice.gov/doclib/287gMOA/287gJEM_ClayCoFl2020-03-11.pdf"),
                List.of(source("participating-2026-11-20", "Participating agencies", "sheet 1, row 212")));
        return new RequestInputs(
                AS_OF,
                new AgencyRecord(
                        agency,
                        new Place(new Fips("12019"), "Clay County", UsState.FL),
                        Optional.of("Sheriff"),
                        List.of(source("fbi-agencies", "Agencies by county", "FL0100000")),
                        List.of(active),
                        List.of(),
                        List.of(new Memorandum(
                                Optional.of(agency.id()),
                                "287gJEM_ClayCoFl2020-03-11.pdf",
                                Model.JEM,
                                "JEM-2020",
                                Optional.empty(),
                                Optional.of(LocalDate.of(2020, 3, 11)),
                                16,
                                List.of(training, complaints),
                                memo))),
                List.of(
                        Asked.under(
                                Phrase.verbatim(
                                        "The certificate of training and the examination result of each officer who"
                                                + " acts or acted under the agreement"),
                                training),
                        Asked.under(
                                Phrase.verbatim(
                                        "Each notice of a complaint sent to ICE, and what came of it, without the"
                                                + " names of those who complained"),
                                complaints)),
                LAW.records(UsState.FL),
                overlay(),
                List.of(),
                Optional.empty());
    }

    /** A state with a number of days, and where only some may ask; no agreement found. */
    static RequestInputs princeWilliam() {
        Agency agency = sheriff("Prince William County", UsState.VA, "51153");
        return new RequestInputs(
                AS_OF,
                new AgencyRecord(
                        agency,
                        new Place(new Fips("51153"), "Prince William County", UsState.VA),
                        Optional.of("Sheriff"),
                        List.of(),
                        List.of(),
                        List.of(source("participating-2026-11-20", "Participating agencies", "all rows")),
                        List.of()),
                List.of(),
                LAW.records(UsState.VA),
                overlay(),
                List.of(Deadlines.recordsResponse(LAW.records(UsState.VA), AS_OF)),
                Optional.of("María José Ñúñez"));
    }

    /** The records claim as it screens before anything has happened. */
    static Screening.Claim claim() {
        List<Authority> adverse =
                List.of(LAW.authority("clarke"), LAW.authority("hudson"), LAW.authority("foic"), LAW.authority("2366"));
        return new Screening.Claim(
                "D",
                Phrase.verbatim("Open-records mandamus or statutory records action"),
                Result.UNKNOWN_MISSING_FACTS,
                Phrase.verbatim("No request, delivery or refusal is on file"),
                List.of(),
                List.of(
                        new Screening.Element(
                                "D.public_records",
                                Phrase.verbatim("the records are held by a public body"),
                                Truth.UNKNOWN,
                                false,
                                List.of("records_public_body"),
                                List.of(),
                                List.of(),
                                true,
                                new Proof("is", "records_public_body", Truth.UNKNOWN, List.of())),
                        new Screening.Element(
                                "D.no_exemption",
                                Phrase.verbatim("no exemption covers them"),
                                Truth.UNKNOWN,
                                true,
                                List.of("exemption_cited"),
                                List.of(),
                                adverse,
                                false,
                                new Proof("is", "exemption_cited", Truth.UNKNOWN, List.of()))),
                List.of(LAW.authority("clarke")),
                adverse,
                List.of(Set.of("request_date", "denied")),
                List.of(),
                List.of(new Screening.Remedy(
                        "federal-foia",
                        Phrase.verbatim("Ask ICE for the same records under the federal Act"),
                        Phrase.verbatim("ICE holds its own copy of each agreement"))),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** Nothing has happened yet. */
    static PetitionInputs unripe(RequestInputs request) {
        return new PetitionInputs(
                request, claim(), LAW.jurisdiction(request.record().agency().state()), RequestHistory.empty());
    }

    /** The same request in another state. */
    static RequestInputs in(UsState state) {
        RequestInputs in = princeWilliam();
        return new RequestInputs(
                AS_OF, in.record(), in.asked(), LAW.records(state), in.overlay(), List.of(), in.requester());
    }

    static RequestHistory done(Map<String, Event> steps) {
        return new RequestHistory(
                Optional.of("María José Ñúñez"),
                Optional.of(new Event(
                        LocalDate.of(2026, 8, 3),
                        "by e-mail",
                        Optional.of("E-mail of August 3, 2026, with the request"))),
                Optional.of(
                        new Event(LocalDate.of(2026, 8, 4), "", Optional.of("Automatic receipt of August 4, 2026"))),
                Optional.of(new Event(
                        LocalDate.of(2026, 9, 10),
                        "saying that the records are federal",
                        Optional.of("Letter of September 10, 2026"))),
                Optional.empty(),
                steps);
    }

    static PetitionInputs with(PetitionInputs in, RequestHistory history) {
        return new PetitionInputs(in.request(), in.claim(), in.practice(), history);
    }
}
