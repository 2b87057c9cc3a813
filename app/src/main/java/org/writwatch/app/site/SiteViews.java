package org.writwatch.app.site;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.AgreementStatus;
import org.writwatch.agreements.Registry;
import org.writwatch.agreements.history.Event;
import org.writwatch.agreements.history.EventFlag;
import org.writwatch.agreements.history.HeldAgency;
import org.writwatch.app.dossier.PlaceContents;
import org.writwatch.facts.Place;
import org.writwatch.facts.Reach;
import org.writwatch.facts.UsState;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.Law;
import org.writwatch.papers.page.Duties;
import org.writwatch.papers.page.Layer;
import org.writwatch.papers.page.Verdict;
import org.writwatch.papers.site.AgencyView;
import org.writwatch.papers.site.HomeView;
import org.writwatch.papers.site.MapView;
import org.writwatch.papers.site.RegisterView;
import org.writwatch.papers.site.StateView;

/** What each page of the site shows, asked of the rooms as they stood on a day. Safe for use by several threads. */
final class SiteViews {
    private final Registry registry;
    private final Gazetteer gazetteer = Gazetteer.bundled();
    private final Supplier<PlaceContents> places;
    private final Map<String, List<Agreement>> agreements = new HashMap<>();
    private final Map<String, List<Event>> events = new HashMap<>();
    private final Map<UsState, StateView> states = new ConcurrentHashMap<>();
    private final LocalDate asOf;
    private @Nullable MapView map;
    private final Map<UsState, Integer> active = new EnumMap<>(UsState.class);

    SiteViews(Registry registry, Supplier<PlaceContents> places, LocalDate asOf) {
        this.asOf = asOf;
        this.registry = registry;
        this.places = places;
        Map<UsState, Set<String>> listed = new EnumMap<>(UsState.class);
        for (Agreement a : registry.list(asOf)) {
            agreements.computeIfAbsent(a.agency().id(), id -> new ArrayList<>()).add(a);
            if (a.status() instanceof AgreementStatus.Active) {
                listed.computeIfAbsent(a.agency().state(), s -> new HashSet<>())
                        .add(a.agency().id());
            }
        }
        listed.forEach((state, ids) -> active.put(state, ids.size()));
        for (Event e : registry.events(asOf)) {
            events.computeIfAbsent(e.agreementId(), id -> new ArrayList<>()).add(e);
        }
    }

    /** Agencies that any list made by the day names, in order of state and name. */
    List<HeldAgency> agencies() {
        return registry.agencies().stream()
                .filter(a -> agreements.containsKey(a.agency().id()))
                .sorted(Comparator.comparing((HeldAgency a) -> a.agency().state())
                        .thenComparing(a -> a.agency().name())
                        .thenComparing(a -> a.agency().id()))
                .toList();
    }

    /** Every agreement of some agencies. */
    RegisterView register(List<HeldAgency> of) {
        return new RegisterView(of.stream()
                .flatMap(a -> agreements.getOrDefault(a.agency().id(), List.of()).stream())
                .toList());
    }

    HomeView home() {
        List<HomeView.Line> lines = new ArrayList<>();
        int all = 0;
        for (UsState state : UsState.values()) {
            int here = active.getOrDefault(state, 0);
            all += here;
            lines.add(new HomeView.Line(state, here));
        }
        lines.sort(Comparator.comparing(l -> l.state().english()));
        return new HomeView(lines, all);
    }

    /** A state, asked once: its page and its files say the same. */
    StateView state(UsState state) {
        return states.computeIfAbsent(state, this::asked);
    }

    private StateView asked(UsState state) {
        List<StateView.Line> lines = new ArrayList<>();
        Verdict statewide = Verdict.UNKNOWN;
        for (Place place : gazetteer.listIn(state)) {
            List<Layer> layers = places.get().layers(place);
            lines.add(new StateView.Line(
                    place,
                    gazetteer.phrase(place),
                    verdict(layers, Reach.COUNTY),
                    verdict(layers, Reach.WITHIN_COUNTY)));
            statewide = verdict(layers, Reach.STATEWIDE);
        }
        return new StateView(
                state,
                statewide,
                Law.codes().contains(state.name()) ? Law.bundled().mandates(state.name()) : List.of(),
                lines,
                agencies().stream().filter(a -> a.agency().state() == state).toList());
    }

    /** Every county, whatever part of the site is written: a map with holes would mislead. */
    synchronized MapView map() {
        if (map != null) {
            return map;
        }
        List<MapView.Line> lines = new ArrayList<>();
        List<List<Layer>> local = new ArrayList<>();
        for (Place place : gazetteer.listPlaces()) {
            List<Layer> layers = places.get().layers(place).stream()
                    .filter(l -> l.reach() != Reach.STATEWIDE)
                    .toList();
            local.add(layers);
            lines.add(new MapView.Line(place, gazetteer.phrase(place), Verdict.together(layers)));
        }
        List<MapView.Day> days = new ArrayList<>();
        for (LocalDate day : days()) {
            Map<String, List<Agreement>> held = registry.list(day).stream()
                    .collect(Collectors.groupingBy(a -> a.agency().id()));
            days.add(new MapView.Day(
                    day, local.stream().map(layers -> together(layers, held)).toList()));
        }
        map = new MapView(lines, days);
        return map;
    }

    /** The day of the last change of each month that has one, and the day of the page. */
    private Set<LocalDate> days() {
        TreeMap<YearMonth, LocalDate> last = new TreeMap<>();
        for (Event e : registry.events(asOf)) {
            last.merge(YearMonth.from(e.date()), e.date(), (a, b) -> a.isAfter(b) ? a : b);
        }
        TreeSet<LocalDate> days = new TreeSet<>(last.values());
        days.add(asOf);
        return days;
    }

    private static Verdict together(List<Layer> layers, Map<String, List<Agreement>> held) {
        return Verdict.together(layers.stream()
                .map(l -> new Layer(
                        l.reach(),
                        l.policing().stream()
                                .map(p -> new Layer.Policing(
                                        p.agency(), held.getOrDefault(p.agency().id(), List.of())))
                                .toList(),
                        l.doubt()))
                .toList());
    }

    private static Verdict verdict(List<Layer> layers, Reach reach) {
        return layers.stream()
                .filter(l -> l.reach() == reach)
                .map(Layer::verdict)
                .findFirst()
                .orElse(Verdict.UNKNOWN);
    }

    AgencyView agency(HeldAgency agency) {
        List<Agreement> own = agreements.getOrDefault(agency.agency().id(), List.of()).stream()
                .sorted(Comparator.comparing(Agreement::firstListed).thenComparing(Agreement::id))
                .toList();
        List<AgencyView.Happened> happened = own.stream()
                .flatMap(a -> events.getOrDefault(a.id(), List.of()).stream().map(e -> happened(e, a)))
                .sorted(Comparator.comparing(AgencyView.Happened::date).thenComparing(AgencyView.Happened::id))
                .toList();
        List<Place> counties = agency.counties().stream()
                .map(gazetteer::find)
                .flatMap(Optional::stream)
                .toList();
        Map<String, Duties> memoranda = new HashMap<>();
        own.forEach(a -> PlaceContents.memo(a)
                .ifPresent(m -> memoranda.put(a.id(), Duties.of(List.of(m)).get(0))));
        return new AgencyView(agency, counties, own, happened, memoranda);
    }

    private static AgencyView.Happened happened(Event e, Agreement a) {
        String change = e.before().isEmpty() ? e.after() : e.before() + " → " + e.after();
        String row = e.row() == 0 ? "" : ", row " + e.row();
        return new AgencyView.Happened(
                e.id(),
                e.date(),
                Phrase.of(
                        "app",
                        "site.event",
                        Phrase.of("app", "event." + e.kind().code().replace(' ', '-')),
                        a.model().name()),
                change,
                e.file() + ", " + e.sheet() + row,
                e.flag().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Phrase.of("app", "show.flag", EventFlag.of(e.flag()))));
    }
}
