package org.writwatch.agreements;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.history.Event;
import org.writwatch.agreements.history.HeldAgency;
import org.writwatch.agreements.history.HistoryLine;
import org.writwatch.agreements.history.HistoryTables;
import org.writwatch.agreements.roster.PublishedList;
import org.writwatch.agreements.roster.RowTables;
import org.writwatch.agreements.store.RegisterStore;
import org.writwatch.agreements.store.Visits;
import org.writwatch.facts.Agency;
import org.writwatch.facts.Place;
import org.writwatch.facts.Reach;
import org.writwatch.facts.Slug;
import org.writwatch.facts.Source;
import org.writwatch.facts.UsState;
import org.writwatch.facts.bundle.Row;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.gazetteer.Lookup;
import org.writwatch.facts.gazetteer.Spelling;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.NotFound;

/**
 * Every agency that is or was on a published list, and every agreement of each, as the lists stood on any day.
 *
 * <p>Who is who is settled by all lists held; what an agreement says on a day comes from the lists made on or before it.
 * Tables are read when first asked for, one state at a time where one state is enough. Safe for use by several threads.
 */
public final class Registry {
    private static final int CHOICES = 8;
    private static final int LONGEST = 200;
    private static final int STALE_DAYS = 45;

    private final RegisterFiles files;
    private final Optional<Phrase> trouble;
    private final HistoryTables.Lists lists;
    private final Map<UsState, Map<String, HeldAgency>> agencies = new EnumMap<>(UsState.class);
    private final Map<UsState, List<HistoryLine>> lines = new EnumMap<>(UsState.class);
    private @Nullable List<Event> events;

    private static final class Held {
        static final Registry BUNDLED = new Registry(RegisterFiles.bundled(), Optional.empty());
    }

    private Registry(RegisterFiles files, Optional<Phrase> trouble) {
        this.files = files;
        this.trouble = trouble;
        try (Stream<Row> rows = files.rows("lists.csv")) {
            lists = HistoryTables.readLists(rows);
        }
    }

    /** The one that travels with the project. */
    public static Registry bundled() {
        return Held.BUNDLED;
    }

    /** A register in the tables of a folder. */
    public static Registry of(RegisterFiles files) {
        return new Registry(files, Optional.empty());
    }

    /**
     * The register kept in a home folder, which holds what travels with the project and every list brought in since;
     * else the one that travels with the project. Nothing is written.
     */
    public static Registry in(Path home) {
        RegisterStore store = new RegisterStore(home);
        Optional<Phrase> trouble = store.trouble();
        Optional<RegisterFiles> kept = store.files();
        Registry found = kept.isEmpty() && trouble.isEmpty()
                ? bundled()
                : new Registry(kept.orElseGet(RegisterFiles::bundled), trouble);
        return trouble.isEmpty() ? found.staleBy(Visits.of(home).lastAnswered()) : found;
    }

    /** A source that answers and still shows an old list says so. */
    private Registry staleBy(Optional<LocalDate> visited) {
        return visited.filter(day -> ChronoUnit.DAYS.between(lastList(), day) > STALE_DAYS)
                .map(day -> new Registry(files, Optional.of(Phrase.of("agreements", "store.stale", day, lastList()))))
                .orElse(this);
    }

    /** What a reader must be told of the source before anything else: that it is dead, stale or of another make. */
    public Optional<Phrase> trouble() {
        return trouble;
    }

    /** The day of the last list of agreements that counts. */
    public LocalDate lastList() {
        return lists.participating().get(lists.participating().size() - 1).date();
    }

    /**
     * The last list of agreements made on or before a day.
     *
     * @throws NotFound when none that old is held
     */
    public PublishedList lastListBy(LocalDate asOf) {
        int known = lists.participating().countBy(asOf);
        if (known == 0) {
            throw new NotFound(Phrase.of("agreements", "list.none", asOf), List.of());
        }
        return lists.participating().get(known - 1).proof();
    }

    /** The last list of agreements made on or before a day, as a source: what "not on the list" rests on. */
    public Source lastListSource(LocalDate asOf) {
        return AgreementView.source(lastListBy(asOf));
    }

    /** Every agreement and application known on a day, with its status that day, in order of id. */
    public List<Agreement> list(LocalDate asOf) {
        List<Agreement> known = new ArrayList<>();
        for (UsState state : UsState.values()) {
            lines(state).forEach(l -> view(state, l, asOf).ifPresent(known::add));
        }
        known.sort(Comparator.comparing(Agreement::id));
        return known;
    }

    /**
     * Every agreement of one agency as of the last list, oldest first.
     *
     * @param agency its id, an earlier id, or its FBI number
     * @throws NotFound when no agency answers to it
     */
    public List<Agreement> history(String agency) {
        return history(agency, lastList());
    }

    /**
     * Every agreement of one agency as of a day, oldest first.
     *
     * @throws NotFound when no agency answers to it
     */
    public List<Agreement> history(String agency, LocalDate asOf) {
        Agency found = agency(agency);
        return lines(found.state()).stream()
                .filter(l -> l.agencyId().equals(found.id()))
                .flatMap(l -> view(found.state(), l, asOf).stream())
                .sorted(Comparator.comparing(Agreement::firstListed).thenComparing(Agreement::id))
                .toList();
    }

    /**
     * Every agreement, of whatever status on a day, of the agencies that police a county: its sheriff and county
     * agencies, the agencies inside it, the statewide agencies of its state; in that order, then by id.
     */
    public List<Agreement> policing(Place county, LocalDate asOf) {
        Map<String, Agency> here = new HashMap<>();
        agencies(county).forEach(a -> here.put(a.id(), a));
        return lines(county.state()).stream()
                .filter(l -> here.containsKey(l.agencyId()))
                .flatMap(l -> view(county.state(), l, asOf).stream())
                .sorted(Comparator.comparing((Agreement a) -> a.agency().reach())
                        .thenComparing(Agreement::id))
                .toList();
    }

    /** The agencies of the register that police a county, in the order of {@link #policing}. */
    public List<Agency> agencies(Place county) {
        return held(county.state()).values().stream()
                .filter(a ->
                        a.agency().reach() == Reach.STATEWIDE || a.counties().contains(county.fips()))
                .map(HeldAgency::agency)
                .sorted(Comparator.comparing(Agency::reach).thenComparing(Agency::id))
                .toList();
    }

    /** The agencies of one state, in the order of its table; no other state's table is read. */
    public List<HeldAgency> agencies(UsState state) {
        return List.copyOf(held(state).values());
    }

    /** Every agency, in order of id. */
    public List<HeldAgency> agencies() {
        List<HeldAgency> all = new ArrayList<>();
        for (UsState state : UsState.values()) {
            all.addAll(held(state).values());
        }
        all.sort(Comparator.comparing(a -> a.agency().id()));
        return all;
    }

    /**
     * The agency these words mean: its id, an earlier id, its FBI number, its name with its state, or a county in which
     * one county agency is listed.
     *
     * @throws NotFound when there is none, or more than one; the ids that could be meant are its choices
     */
    public Agency agency(String asked) {
        Optional<HeldAgency> found = find(asked);
        if (found.isPresent()) {
            return found.get().agency();
        }
        String said = asked.length() > 80 ? asked.substring(0, 80) + "\u2026" : asked;
        if (Gazetteer.bundled().find(asked) instanceof Lookup.Found place) {
            List<Agency> here = agencies(place.place()).stream()
                    .filter(a -> a.reach() != Reach.STATEWIDE)
                    .toList();
            List<Agency> ofCounty =
                    here.stream().filter(a -> a.reach() == Reach.COUNTY).toList();
            if (ofCounty.size() == 1) {
                return ofCounty.get(0);
            }
            throw new NotFound(
                    Phrase.of("agreements", here.isEmpty() ? "agency.none-there" : "agency.several-there", said),
                    here.stream().map(Agency::id).toList());
        }
        throw new NotFound(Phrase.of("agreements", "agency.unknown", said), nearest(asked));
    }

    /** The agency with this id, an earlier id, FBI number, or name with its state ("Clay County Sheriff's Office, FL"). */
    public Optional<HeldAgency> find(String idOrOri) {
        if (idOrOri.length() > LONGEST) {
            return Optional.empty();
        }
        String slug = withShortState(Slug.of(idOrOri));
        String ori = idOrOri.strip().toUpperCase(Locale.ROOT);
        // Its own state first: the last two letters of an id, the first two of an FBI number.
        List<UsState> order = new ArrayList<>(List.of(UsState.values()));
        order.sort(Comparator.comparing(
                s -> !slug.endsWith("-" + s.name().toLowerCase(Locale.ROOT)) && !ori.startsWith(s.name())));
        for (UsState state : order) {
            HeldAgency byId = held(state).get(slug);
            if (byId != null) {
                return Optional.of(byId);
            }
            Optional<HeldAgency> other = held(state).values().stream()
                    .filter(a -> a.aliases().contains(slug)
                            || a.agency().ori().filter(ori::equals).isPresent())
                    .findFirst();
            if (other.isPresent()) {
                return other;
            }
        }
        return Optional.empty();
    }

    /**
     * The agreement with this id on a day, also under an earlier id of its agency, or under the id it had while it was an
     * application; of several applied for since, the last.
     */
    public Optional<Agreement> findAgreement(String id, LocalDate asOf) {
        int slash = id.indexOf('/');
        Optional<HeldAgency> held = slash < 0 ? Optional.empty() : find(id.substring(0, slash));
        if (held.isEmpty()) {
            return Optional.empty();
        }
        Agency agency = held.get().agency();
        String now = agency.id() + id.substring(slash);
        List<HistoryLine> own = lines(agency.state()).stream()
                .filter(l -> l.agencyId().equals(agency.id()))
                .toList();
        return own.stream()
                .filter(l -> l.id().equals(now))
                .findFirst()
                .or(() -> own.stream()
                        .filter(l -> l.wasApplication(now))
                        .max(Comparator.comparingInt(l -> l.pending().get(0).from())))
                .flatMap(l -> view(agency.state(), l, asOf));
    }

    /** Everything that happened, as far as lists show it, in order of date. */
    public synchronized List<Event> events() {
        if (events == null) {
            try (Stream<Row> rows = files.rows("events.csv")) {
                events = HistoryTables.readEvents(rows);
            }
        }
        return events;
    }

    /**
     * What had happened by a day, as it could be known then: what was on the way to being gone counts as absent.
     */
    public List<Event> events(LocalDate asOf) {
        return events().stream()
                .filter(e -> !e.date().isAfter(asOf))
                .map(e -> e.known().isAfter(asOf) ? e.asAbsence() : e)
                .toList();
    }

    /** The event with this id, as it could be known on a day. */
    public Optional<Event> findEvent(String id, LocalDate asOf) {
        boolean canBe = id.length() == 16 && id.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0);
        return canBe ? events(asOf).stream().filter(e -> e.id().equals(id)).findFirst() : Optional.empty();
    }

    /** What was joined to an agency. */
    public HeldAgency held(Agency agency) {
        HeldAgency held = held(agency.state()).get(agency.id());
        if (held == null) {
            throw new IllegalStateException("an agency of another register: " + agency.id());
        }
        return held;
    }

    /** Every list with its rows and what is to say of them: much to read, and for checks and new lists alone. */
    public List<PublishedList> wholeLists() {
        try (Stream<Row> rows = files.rows("rows.csv");
                Stream<Row> rolls = files.rows("rolls.csv");
                Stream<Row> notes = files.rows("notes.csv")) {
            return RowTables.read(lists.all(), rows, rolls, notes);
        }
    }

    /** Every list held, also those that do not count, with the reason they do not. */
    public HistoryTables.Lists lists() {
        return lists;
    }

    /** An id ends with the two letters of its state; people write the state's name. */
    private static String withShortState(String slug) {
        for (UsState state : UsState.values()) {
            String name = "-" + Slug.of(state.english());
            if (slug.endsWith(name)) {
                String cut = slug.substring(0, slug.length() - name.length());
                // "west-virginia" ends like "virginia".
                boolean west = state == UsState.VA && cut.endsWith("-west");
                return west
                        ? cut.substring(0, cut.length() - "-west".length()) + "-wv"
                        : cut + "-" + state.name().toLowerCase(Locale.ROOT);
            }
        }
        return slug;
    }

    private List<String> nearest(String asked) {
        String key = Spelling.key(asked.length() > 120 ? asked.substring(0, 120) : asked);
        return agencies().stream()
                .map(a -> a.agency().id())
                .filter(id -> (key.length() > 3 && Spelling.key(id).contains(key))
                        || Spelling.distance(Spelling.key(id), key, 3) <= 3)
                .limit(CHOICES)
                .toList();
    }

    private synchronized Map<String, HeldAgency> held(UsState state) {
        return agencies.computeIfAbsent(state, s -> {
            Map<String, HeldAgency> held = new LinkedHashMap<>();
            try (Stream<Row> rows = StateRows.of(files, "agencies.csv", s)) {
                HistoryTables.readAgencies(rows)
                        .forEach(a -> held.put(a.agency().id(), a));
            }
            return held;
        });
    }

    private synchronized List<HistoryLine> lines(UsState state) {
        return lines.computeIfAbsent(state, s -> {
            try (Stream<Row> agreements = StateRows.of(files, "agreements.csv", s);
                    Stream<Row> spells = StateRows.of(files, "spells.csv", s)) {
                return HistoryTables.readLines(agreements, spells, lists);
            }
        });
    }

    private Optional<Agreement> view(UsState state, HistoryLine line, LocalDate asOf) {
        HeldAgency agency = held(state).get(line.agencyId());
        if (agency == null) {
            throw new IllegalStateException("an agreement of an agency that is not held: " + line.id());
        }
        return new AgreementView(line, agency.agency(), lists.participating(), lists.pending(), asOf).agreement();
    }
}
