package org.writwatch.app.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.Registry;
import org.writwatch.agreements.memo.DutyCalendar;
import org.writwatch.agreements.memo.Memoranda;
import org.writwatch.agreements.memo.Memorandum;
import org.writwatch.agreements.memo.Requestable;
import org.writwatch.evidence.Finding;
import org.writwatch.evidence.held.HeldTables;
import org.writwatch.facts.Agency;
import org.writwatch.facts.Place;
import org.writwatch.facts.Source;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.NotFound;
import org.writwatch.law.Jurisdiction;
import org.writwatch.law.Law;
import org.writwatch.law.RecordsLaw;
import org.writwatch.law.Screening;
import org.writwatch.law.calendar.Deadlines;
import org.writwatch.papers.draft.records.AgencyRecord;
import org.writwatch.papers.draft.records.Asked;
import org.writwatch.papers.draft.records.PetitionInputs;
import org.writwatch.papers.draft.records.RequestHistory;
import org.writwatch.papers.draft.records.RequestInputs;
import org.writwatch.papers.page.DossierContent;
import org.writwatch.papers.page.Layer;

/**
 * Everything a dossier holds about one place, asked of each room once.
 *
 * @param content what the pages say
 * @param request what the records request is made from
 * @param petition what the skeleton of the records action is made from
 */
public record DossierContents(DossierContent content, RequestInputs request, PetitionInputs petition) {
    /** Records request, petition and machine files, in reading order. */
    static final List<String> FILES = List.of(
            "dossier.pdf",
            "records-request.docx",
            "records-request.pdf",
            "petition.docx",
            "petition.pdf",
            "agreement.json",
            "findings.json",
            "screening.json",
            "data/",
            "sources/",
            "CITATION.cff",
            "REPRODUCE.txt");

    /**
     * Asks every room about a place.
     *
     * @param registry the register to read
     * @param place the county
     * @param asOf the day to speak for; lists made later are not read
     * @param tables custody and the outcome tables to answer from
     * @throws NotFound for a territory whose law is not held
     */
    public static DossierContents of(Registry registry, Place place, LocalDate asOf, HeldTables tables) {
        Law law = Law.bundled();
        PlaceContents contents = new PlaceContents(registry, law, asOf, tables);
        if (!contents.isHeld(place)) {
            throw new NotFound(Phrase.of("app", "dossier.no-law", place.state()), List.of());
        }
        DossierContent content = contents.of(
                place,
                FILES.stream()
                        .map(f -> new DossierContent.FileNote(f, Phrase.of("app", "file." + f.replace("/", ""))))
                        .toList(),
                reproduce(place, asOf));
        String code = place.state().name();
        List<Source> lists = List.of(registry.lastListSource(asOf));
        RequestInputs request = request(
                place,
                asOf,
                Policing.asked(content.layers(), place),
                content.memoranda(),
                content.findings(),
                law,
                law.records(code),
                content.sources(),
                lists);
        return new DossierContents(content, request, petition(request, content.screening(), law.jurisdiction(code)));
    }

    /** What a request for records to one agency of a place is made from; the draft of one claim uses it too. */
    public static RequestInputs request(
            Registry registry, Place place, LocalDate asOf, Agency agency, List<Finding> findings) {
        Law law = Law.bundled();
        List<Layer> layers = new Policing(registry, Gazetteer.bundled(), place, asOf).layers();
        Layer.Policing asked = layers.stream()
                .flatMap(l -> l.policing().stream())
                .filter(p -> p.agency().id().equals(agency.id()))
                .findFirst()
                .orElseGet(() -> new Layer.Policing(agency, List.of()));
        List<Source> lists = List.of(registry.lastListSource(asOf));
        List<Source> sources = new ArrayList<>(lists);
        sources.add(Bundle.of("facts").source("gazetteer/agencies.csv"));
        return request(
                place,
                asOf,
                asked,
                PlaceContents.memoranda(layers),
                findings,
                law,
                law.records(place.state().name()),
                sources,
                lists);
    }

    private static RequestInputs request(
            Place place,
            LocalDate asOf,
            Layer.Policing asked,
            List<Memorandum> memoranda,
            List<Finding> findings,
            Law law,
            RecordsLaw records,
            List<Source> named,
            List<Source> searched) {
        List<Memorandum> own = memoranda.stream()
                .filter(m -> asked.agreements().stream().anyMatch(a -> PlaceContents.belongs(m, a)))
                .toList();
        String name = asked.agency().name();
        AgencyRecord record = new AgencyRecord(
                asked.agency(),
                place,
                name.contains("Sheriff") ? Optional.of("Sheriff") : Optional.empty(),
                asked.agreements().isEmpty() ? named : asked.agreements().get(0).proof(),
                asked.agreements(),
                searched,
                own);
        List<Asked> wanted = new ArrayList<>(kept(asked.agreements(), own, asOf));
        wanted.addAll(Asked.toAnswer(findings));
        return new RequestInputs(
                asOf,
                record,
                wanted,
                records,
                law.findAuthority("2366"),
                List.of(Deadlines.recordsResponse(records, asOf)),
                Optional.empty());
    }

    /**
     * What the memoranda make the agency keep, with the days on which it had fallen due; by the model alone where the
     * memorandum is not held. Each thing once.
     */
    private static List<Asked> kept(List<Agreement> agreements, List<Memorandum> held, LocalDate asOf) {
        Memoranda memoranda = Memoranda.bundled();
        Map<String, Asked> once = new LinkedHashMap<>();
        for (Memorandum memo : held) {
            Optional<LocalDate> listed = agreements.stream()
                    .filter(a -> PlaceContents.belongs(memo, a))
                    .findFirst()
                    .flatMap(Agreement::signed);
            DutyCalendar.of(memo, listed, asOf)
                    .dueNow(memo)
                    .forEach(d -> once.merge(d.asked().id(), asked(d.asked()).dueOn(d.due()), Asked::and));
        }
        for (Agreement agreement : agreements) {
            if (held.stream().noneMatch(m -> PlaceContents.belongs(m, agreement))) {
                memoranda.requestable(agreement.model()).forEach(r -> once.putIfAbsent(r.id(), asked(r)));
            }
        }
        // Every request asks for the memorandum itself, in words of its own.
        once.remove("memorandum");
        return List.copyOf(once.values());
    }

    private static Asked asked(Requestable wanted) {
        return wanted.duty().map(d -> Asked.under(wanted.what(), d)).orElseGet(() -> Asked.of(wanted.what()));
    }

    private static PetitionInputs petition(RequestInputs request, Screening screening, Jurisdiction practice) {
        Screening.Claim claim = screening.claims().stream()
                .filter(c -> c.id().equals("D"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the screen of a place holds claim D"));
        return new PetitionInputs(request, claim, practice, RequestHistory.empty());
    }

    private static String reproduce(Place place, LocalDate asOf) {
        return "./writwatch dossier \"" + place.label() + "\" --as-of " + asOf;
    }
}
