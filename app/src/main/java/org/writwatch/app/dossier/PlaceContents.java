package org.writwatch.app.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.AgreementStatus;
import org.writwatch.agreements.Registry;
import org.writwatch.agreements.memo.Memoranda;
import org.writwatch.agreements.memo.Memorandum;
import org.writwatch.evidence.Effect;
import org.writwatch.evidence.custody.CustodyRecord;
import org.writwatch.evidence.held.HeldTables;
import org.writwatch.facts.Place;
import org.writwatch.facts.Reach;
import org.writwatch.facts.Source;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.Law;
import org.writwatch.law.Screening;
import org.writwatch.law.calendar.Deadlines;
import org.writwatch.law.matter.Matter.Value;
import org.writwatch.law.screen.Screen;
import org.writwatch.papers.page.DossierContent;
import org.writwatch.papers.page.Layer;

/**
 * Asks every room about a place, as the register stood on a day. Places of one state that agreed alike share one screening.
 * Safe for use by several threads.
 */
public final class PlaceContents {
    private final Registry registry;
    private final Law law;
    private final LocalDate asOf;
    private final Effect effect;
    private final Map<String, Screening> screened = new ConcurrentHashMap<>();

    /**
     * The rooms as they stand.
     *
     * @param asOf the day to speak for; lists made later are not read
     */
    public PlaceContents(Registry registry, Law law, LocalDate asOf) {
        this(registry, law, asOf, HeldTables.of(CustodyRecord.bundled()));
    }

    /** The same, with the outcome tables of a home folder. */
    public PlaceContents(Registry registry, Law law, LocalDate asOf, HeldTables tables) {
        this.registry = registry;
        this.law = law;
        this.asOf = asOf;
        this.effect = new Effect(tables, registry, fixed -> {});
    }

    /** Who polices a place: one layer per reach, in order. */
    public List<Layer> layers(Place place) {
        return new Policing(registry, Gazetteer.bundled(), place, asOf).layers();
    }

    /**
     * Everything known of a place. A territory whose law is not held gets no law, and no claim is screened.
     *
     * @param files the other files of the folder it is for
     * @param reproduce the command that makes it again
     */
    public DossierContent of(Place place, List<DossierContent.FileNote> files, String reproduce) {
        String code = place.state().name();
        List<Layer> layers = layers(place);
        List<Source> sources = new ArrayList<>(List.of(registry.lastListSource(asOf)));
        sources.add(Bundle.of("facts").source("gazetteer/agencies.csv"));
        boolean held = isHeld(place);
        return new DossierContent(
                place,
                Gazetteer.bundled().phrase(place),
                asOf,
                layers,
                memoranda(layers),
                effect.forPlace(place, asOf),
                held ? screening(code, layers) : new Screening(code, asOf, Optional.empty(), List.of()),
                held ? law.mandates(code) : List.of(),
                held ? Optional.of(law.records(code)) : Optional.empty(),
                held ? List.of(Deadlines.recordsResponse(law.records(code))) : List.of(),
                held ? Optional.of(law.mandamusHalfPage(code)) : Optional.empty(),
                sources,
                files,
                reproduce,
                standing());
    }

    private List<Phrase> standing() {
        List<Phrase> lines = new ArrayList<>();
        lines.add(
                Phrase.of("app", "registry.last-list", registry.lastListBy(asOf).until()));
        registry.trouble().ifPresent(lines::add);
        return lines;
    }

    /** Whether the law of a place's state or territory is held. */
    public boolean isHeld(Place place) {
        return Law.codes().contains(place.state().name());
    }

    private Screening screening(String code, List<Layer> layers) {
        Map<String, Value> known = known(layers);
        return screened.computeIfAbsent(code + known, key -> Screen.of(law).forPlace(code, asOf, known));
    }

    /** What the register proves of the local agencies; a list that does not name them proves nothing. */
    private static Map<String, Value> known(List<Layer> layers) {
        boolean live = layers.stream()
                .filter(l -> l.reach() != Reach.STATEWIDE)
                .flatMap(l -> l.policing().stream())
                .flatMap(p -> p.agreements().stream())
                .anyMatch(a -> a.status() instanceof AgreementStatus.Active);
        Value yes = new Value.Truth(true);
        Map<String, Value> known = new LinkedHashMap<>();
        if (live) {
            known.put("signed_287g", yes);
            known.put("agreement_in_force", yes);
        }
        return known;
    }

    static List<Memorandum> memoranda(List<Layer> layers) {
        Map<String, Memorandum> once = new LinkedHashMap<>();
        for (Layer layer : layers) {
            for (Layer.Policing policing : layer.withAgreements()) {
                for (Agreement agreement : policing.agreements()) {
                    memo(agreement).ifPresent(m -> once.putIfAbsent(m.file(), m));
                }
            }
        }
        return List.copyOf(once.values());
    }

    /** The memorandum of an agreement of which a copy was read. */
    public static Optional<Memorandum> memo(Agreement agreement) {
        Memoranda memoranda = Memoranda.bundled();
        return agreement
                .memoUrl()
                .flatMap(memoranda::findByFile)
                .or(() -> memoranda.findFor(agreement.agency().id(), agreement.model()))
                .filter(m -> m.model() == agreement.model());
    }

    /** Whether a memorandum is that of an agreement. */
    static boolean belongs(Memorandum memo, Agreement agreement) {
        return memo(agreement).filter(m -> m.file().equals(memo.file())).isPresent();
    }
}
