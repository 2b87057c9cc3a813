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
import org.writwatch.agreements.history.HeldAgency;
import org.writwatch.facts.Agency;
import org.writwatch.facts.Place;
import org.writwatch.facts.Reach;
import org.writwatch.facts.Slug;
import org.writwatch.facts.gazetteer.FbiAgency;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.papers.page.Layer;

/**
 * Who polices a place: the agencies of the register with their agreements, and those the FBI lists that are on no list of
 * ICE, each in the layer of its reach.
 */
final class Policing {
    private final Registry registry;
    private final Gazetteer gazetteer;
    private final Place place;
    private final LocalDate asOf;

    Policing(Registry registry, Gazetteer gazetteer, Place place, LocalDate asOf) {
        this.registry = registry;
        this.gazetteer = gazetteer;
        this.place = place;
        this.asOf = asOf;
    }

    /** One layer per reach, in order. */
    List<Layer> layers() {
        Map<String, List<Agreement>> agreements = new LinkedHashMap<>();
        Map<String, Agency> known = new LinkedHashMap<>();
        for (Agreement agreement : registry.policing(place, asOf)) {
            known.putIfAbsent(agreement.agency().id(), agreement.agency());
            agreements
                    .computeIfAbsent(agreement.agency().id(), id -> new ArrayList<>())
                    .add(agreement);
        }
        for (FbiAgency listed : fbi()) {
            boolean held = known.values().stream()
                    .anyMatch(a -> a.ori().filter(listed.ori()::equals).isPresent());
            if (!held) {
                agency(listed).ifPresent(a -> known.putIfAbsent(a.id(), a));
            }
        }
        List<Layer> layers = new ArrayList<>();
        for (Reach reach : Reach.values()) {
            List<Layer.Policing> here = known.values().stream()
                    .filter(a -> a.reach() == reach)
                    .map(a -> new Layer.Policing(a, agreements.getOrDefault(a.id(), List.of())))
                    .toList();
            layers.add(new Layer(reach, here, doubt(reach)));
        }
        return layers;
    }

    /**
     * The agency a request goes to: one whose agreement is live before one that is no longer listed, the county's before
     * the others'; a gap in brackets when neither register nor FBI names one.
     */
    static Layer.Policing asked(List<Layer> layers, Place place) {
        List<Layer.Policing> all =
                layers.stream().flatMap(l -> l.policing().stream()).toList();
        return first(all, Policing::live)
                .or(() ->
                        first(all, p -> !p.agreements().isEmpty() && p.agency().reach() != Reach.STATEWIDE))
                .or(() -> first(
                        all,
                        p -> p.agency().reach() == Reach.COUNTY
                                && p.agency().name().contains("Sheriff")))
                .or(() -> first(all, p -> p.agency().reach() == Reach.COUNTY))
                .orElseGet(() -> new Layer.Policing(unnamed(place), List.of()));
    }

    private static Optional<Layer.Policing> first(
            List<Layer.Policing> all, java.util.function.Predicate<Layer.Policing> wanted) {
        return all.stream().filter(wanted).findFirst();
    }

    private static boolean live(Layer.Policing policing) {
        return policing.agency().reach() != Reach.STATEWIDE
                && policing.agreements().stream().anyMatch(a -> a.status() instanceof AgreementStatus.Active);
    }

    private static Agency unnamed(Place place) {
        return new Agency(
                Slug.of("sheriff or jail of " + place.label()),
                "[SHERIFF OR JAIL OF " + place.name().toUpperCase(java.util.Locale.ROOT) + "]",
                place.state(),
                Reach.COUNTY,
                Optional.of(place.fips()),
                Optional.empty());
    }

    private List<FbiAgency> fbi() {
        List<FbiAgency> all = new ArrayList<>(gazetteer.listAgencies(place.fips()));
        all.addAll(gazetteer.listStatewide(place.state()));
        return all;
    }

    private Optional<Agency> agency(FbiAgency listed) {
        String id = Slug.of(listed.name() + " " + place.state());
        return listed.type()
                .reach()
                .map(reach -> new Agency(
                        id,
                        listed.name(),
                        place.state(),
                        reach,
                        reach == Reach.STATEWIDE ? Optional.empty() : Optional.of(place.fips()),
                        Optional.of(listed.ori())));
    }

    /** Agencies of the state that are on the lists and could be put in no county leave a doubt in the local layers. */
    private Optional<Phrase> doubt(Reach reach) {
        if (reach == Reach.STATEWIDE) {
            return Optional.empty();
        }
        List<String> unplaced = registry.agencies(place.state()).stream()
                .filter(a -> a.agency().reach() == reach && a.counties().isEmpty())
                .map(HeldAgency::agency)
                .map(Agency::name)
                .sorted()
                .toList();
        return unplaced.isEmpty()
                ? Optional.empty()
                : Optional.of(Phrase.of("app", "layer.unplaced", unplaced.size(), unplaced));
    }
}
