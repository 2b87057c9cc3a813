package org.writwatch.app.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.AgreementStatus;
import org.writwatch.agreements.Registry;
import org.writwatch.agreements.memo.Memoranda;
import org.writwatch.agreements.memo.Memorandum;
import org.writwatch.agreements.memo.Requestable;
import org.writwatch.evidence.Effect;
import org.writwatch.evidence.Finding;
import org.writwatch.facts.Place;
import org.writwatch.facts.Reach;
import org.writwatch.facts.Source;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.Jurisdiction;
import org.writwatch.law.Law;
import org.writwatch.law.RecordsLaw;
import org.writwatch.law.Screening;
import org.writwatch.law.calendar.Deadlines;
import org.writwatch.law.matter.Matter.Value;
import org.writwatch.law.screen.Screen;
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
     * @param place the county
     * @param asOf the day to speak for; lists made later are not read
     */
    public static DossierContents of(Place place, LocalDate asOf) {
        Registry registry = Registry.bundled();
        Law law = Law.bundled();
        String code = place.state().name();
        List<Layer> layers = new Policing(registry, Gazetteer.bundled(), place, asOf).layers();
        List<Memorandum> memoranda = memoranda(layers);
        List<Finding> findings = Effect.bundled().forPlace(place);
        Screening screening = Screen.of(law).forPlace(code, asOf, known(layers));
        RecordsLaw records = law.records(code);
        List<Source> lists = List.of(registry.lastListSource(asOf));
        List<Source> sources = new ArrayList<>(lists);
        sources.add(Bundle.of("facts").source("gazetteer/agencies.csv"));
        DossierContent content = new DossierContent(
                place,
                Gazetteer.bundled().phrase(place),
                asOf,
                layers,
                memoranda,
                findings,
                screening,
                law.mandates(code),
                Optional.of(records),
                List.of(Deadlines.recordsResponse(records)),
                law.mandamusHalfPage(code),
                sources,
                FILES.stream()
                        .map(f -> new DossierContent.FileNote(f, Phrase.of("app", "file." + f.replace("/", ""))))
                        .toList(),
                reproduce(place, asOf));
        Layer.Policing asked = Policing.asked(layers, place);
        RequestInputs request = request(place, asOf, asked, memoranda, findings, law, records, sources, lists);
        return new DossierContents(content, request, petition(request, screening, law.jurisdiction(code)));
    }

    /** What the register proves of the local agencies; a list that does not name them proves nothing. */
    private static Map<String, Value> known(List<Layer> layers) {
        boolean live = layers.stream()
                .filter(l -> l.reach() != Reach.STATEWIDE)
                .flatMap(l -> l.policing().stream())
                .flatMap(p -> p.agreements().stream())
                .anyMatch(a -> a.status() instanceof AgreementStatus.Active);
        Value yes = new Value.Truth(true);
        return live ? Map.of("signed_287g", yes, "agreement_in_force", yes) : Map.of();
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
                .filter(m -> asked.agreements().stream().anyMatch(a -> belongs(m, a)))
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
        List<Asked> wanted = new ArrayList<>(kept(asked.agreements(), own));
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

    /** What the memoranda make the agency keep; by the model alone where the memorandum is not held. Each thing once. */
    private static List<Asked> kept(List<Agreement> agreements, List<Memorandum> held) {
        Memoranda memoranda = Memoranda.bundled();
        Map<String, Asked> once = new LinkedHashMap<>();
        for (Memorandum memo : held) {
            memoranda.requestable(memo).forEach(r -> once.merge(r.id(), asked(r), Asked::and));
        }
        for (Agreement agreement : agreements) {
            if (held.stream().noneMatch(m -> belongs(m, agreement))) {
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

    private static List<Memorandum> memoranda(List<Layer> layers) {
        Memoranda memoranda = Memoranda.bundled();
        Map<String, Memorandum> once = new LinkedHashMap<>();
        for (Layer layer : layers) {
            for (Layer.Policing policing : layer.withAgreements()) {
                for (Agreement agreement : policing.agreements()) {
                    memo(memoranda, agreement).ifPresent(m -> once.putIfAbsent(m.file(), m));
                }
            }
        }
        return List.copyOf(once.values());
    }

    private static Optional<Memorandum> memo(Memoranda memoranda, Agreement agreement) {
        return agreement
                .memoUrl()
                .flatMap(memoranda::findByFile)
                .or(() -> memoranda.findFor(agreement.agency().id(), agreement.model()))
                .filter(m -> m.model() == agreement.model());
    }

    private static boolean belongs(Memorandum memo, Agreement agreement) {
        return memo(Memoranda.bundled(), agreement)
                .filter(m -> m.file().equals(memo.file()))
                .isPresent();
    }

    private static String reproduce(Place place, LocalDate asOf) {
        return "./writwatch dossier \"" + place.label() + "\" --as-of " + asOf;
    }
}
