package org.writwatch.facts.gazetteer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Place;
import org.writwatch.facts.UsState;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.bundle.Row;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.NotFound;

/**
 * Every county equivalent of the United States and every agency the FBI lists.
 *
 * <p>A search answers with one place only when the words can mean no other: a name two places share, a misspelt name
 * and an independent city named without its state are never settled here, the choices are returned. A place in another
 * state than the one that was said is never found.
 *
 * <p>Immutable and safe for use by several threads. Places are read when the gazetteer is made; agencies when first
 * asked for.
 */
public final class Gazetteer {
    private static final int LONGEST_QUERY = 200;

    private final Map<String, Entry> byFips = new LinkedHashMap<>();
    private final Map<String, List<Entry>> byKey = new LinkedHashMap<>();
    private final Map<UsState, List<Place>> byState = new LinkedHashMap<>();
    // Codes that other vintages of the Census list use and this one does not, with the places that stand there here.
    private final Map<String, List<Fips>> otherCodes = new LinkedHashMap<>();
    private volatile @Nullable AgencyTable agencies;

    /** One place with its kind and the two spellings it answers to. */
    record Entry(Place place, PlaceKind kind, String bareKey, String fullKey) {}

    private static final class Held {
        static final Gazetteer BUNDLED = new Gazetteer(Bundle.of("facts"));
    }

    private Gazetteer(Bundle bundle) {
        try (Stream<Row> rows = bundle.rows("gazetteer/counties.csv")) {
            rows.forEach(this::add);
        }
        try (Stream<Row> rows = bundle.rows("gazetteer/other_codes.csv")) {
            rows.forEach(r -> otherCodes.put(r.text("code"), AgencyTable.fips(r.text("here"))));
        }
    }

    /** The one that travels with the project. */
    public static Gazetteer bundled() {
        return Held.BUNDLED;
    }

    /**
     * What the words of a person could mean: "Mecklenburg County, NC", "mecklenburg north carolina", "condado de
     * Mecklenburg, Carolina del Norte", a slug, a five-digit FIPS number or an ORI (which gives its agency's county).
     */
    public Lookup find(String query) {
        String text = query.strip();
        if (text.isEmpty() || text.length() > LONGEST_QUERY) {
            return new Lookup.Unknown(List.of());
        }
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return findByNumber(text);
        }
        if (AgencyTable.isOri(text.toUpperCase(Locale.ROOT))) {
            return findByOri(text.toUpperCase(Locale.ROOT));
        }
        List<PlaceWords> readings = PlaceWords.readings(text);
        TreeMap<String, Entry> found = new TreeMap<>();
        for (PlaceWords reading : readings) {
            exact(reading).forEach(e -> found.put(e.place().fips().code(), e));
        }
        if (found.isEmpty()) {
            for (PlaceWords reading : readings) {
                nearlyExact(reading).forEach(e -> found.put(e.place().fips().code(), e));
            }
        }
        if (found.size() > 1) {
            return new Lookup.Ambiguous(
                    found.values().stream().map(Entry::place).toList());
        }
        Map.Entry<String, Entry> only = found.firstEntry();
        if (only != null && !isCityWithoutState(only.getValue(), readings)) {
            return new Lookup.Found(only.getValue().place());
        }
        return new Lookup.Unknown(new NearPlaces(this).list(text, readings));
    }

    /**
     * The one place these words mean.
     *
     * @throws NotFound when there is none or more than one; its choices are labels that {@link #find} does find
     */
    public Place get(String query) {
        String said = query.strip().length() > 80 ? query.strip().substring(0, 80) + "\u2026" : query.strip();
        Lookup lookup = find(query);
        if (lookup instanceof Lookup.Found found) {
            return found.place();
        } else if (lookup instanceof Lookup.Ambiguous many) {
            List<String> labels = many.places().stream().map(Place::label).toList();
            throw new NotFound(Phrase.of("facts", "place.ambiguous", said, labels.size()), labels);
        }
        List<Place> nearest = ((Lookup.Unknown) lookup).nearest();
        throw new NotFound(
                Phrase.of("facts", "place.unknown", said),
                nearest.stream().map(Place::label).toList());
    }

    /** The place with this number. */
    public Optional<Place> find(Fips fips) {
        return Optional.ofNullable(byFips.get(fips.code())).map(Entry::place);
    }

    /**
     * The places of one state with this name, compared as {@link Spelling} does; with or without its kind. Two when a
     * county and an independent city share it.
     */
    public List<Place> findIn(UsState state, String name) {
        Set<Place> found = new TreeSet<>();
        PlaceWords.readings(name + ", " + state.name()).forEach(r -> exact(r).forEach(e -> found.add(e.place())));
        return List.copyOf(found);
    }

    /** All 3,231 places in order of FIPS number. */
    public List<Place> listPlaces() {
        return byFips.values().stream().map(Entry::place).toList();
    }

    /** The places of a state in order of FIPS number. */
    public List<Place> listIn(UsState state) {
        return List.copyOf(byState.getOrDefault(state, List.of()));
    }

    /**
     * What the law calls the place.
     *
     * @throws IllegalArgumentException when the place is none of these
     */
    public PlaceKind kind(Place place) {
        Entry entry = byFips.get(place.fips().code());
        if (entry == null) {
            throw new IllegalArgumentException("not a place of this gazetteer: " + place);
        }
        return entry.kind();
    }

    /** The place named in a sentence: "Mecklenburg County, North Carolina"; "condado de Mecklenburg, Carolina del Norte". */
    public Phrase phrase(Place place) {
        PlaceKind kind = kind(place);
        String bare = kind.bare(place.name());
        String pattern = kind == PlaceKind.WHOLE ? "whole" : bare.equals(place.name()) ? "named" : kind.code();
        return Phrase.of("facts", "place-kind." + pattern, bare, place.state());
    }

    /** Every agency the FBI says lies in the place, also those that lie in other places too; in order of ORI. */
    public List<FbiAgency> listAgencies(Fips county) {
        return agencies().listIn(county);
    }

    /** The state police and other state agencies of a state, in order of ORI. */
    public List<FbiAgency> listStatewide(UsState state) {
        return agencies().listStatewide(state);
    }

    /** Every agency of a state, in order of ORI. */
    public List<FbiAgency> listAgencies(UsState state) {
        return agencies().listOf(state);
    }

    /** Every agency, in order of ORI. */
    public List<FbiAgency> listAgencies() {
        return agencies().list();
    }

    /** The agency with this number, in any case. */
    public Optional<FbiAgency> findAgencyByOri(String ori) {
        return agencies().find(ori.strip().toUpperCase(Locale.ROOT));
    }

    /** The county of the agency with this number; empty when there is no such agency or not exactly one county. */
    public Optional<Place> countyOf(String ori) {
        return findAgencyByOri(ori).flatMap(FbiAgency::county).flatMap(this::find);
    }

    List<Entry> entries(Optional<UsState> state) {
        return byFips.values().stream()
                .filter(e -> state.isEmpty() || e.place().state() == state.get())
                .toList();
    }

    private void add(Row row) {
        Fips fips = new Fips(row.text("fips"));
        UsState state = UsState.valueOf(row.text("state"));
        PlaceKind kind = PlaceKind.find(row.text("kind"))
                .orElseThrow(() -> new IllegalStateException(row.where() + ": no such kind of place"));
        Place place = new Place(fips, row.text("name"), state);
        Entry entry = new Entry(place, kind, Spelling.key(kind.bare(place.name())), Spelling.key(place.name()));
        byFips.put(fips.code(), entry);
        byState.computeIfAbsent(state, s -> new ArrayList<>()).add(place);
        byKey.computeIfAbsent(entry.bareKey(), k -> new ArrayList<>(2)).add(entry);
        if (!entry.fullKey().equals(entry.bareKey())) {
            byKey.computeIfAbsent(entry.fullKey(), k -> new ArrayList<>(2)).add(entry);
        }
        if (state == UsState.DC) {
            byKey.computeIfAbsent("washington", k -> new ArrayList<>(2)).add(entry);
        }
    }

    private List<Entry> exact(PlaceWords words) {
        if (words.name().isEmpty()) {
            List<Entry> whole = words.state().isPresent() ? entries(words.state()) : List.of();
            return whole.size() == 1 ? whole : List.of();
        }
        List<Entry> found = new ArrayList<>(held(words.name(), words.state()));
        for (Entry e : held(words.bare(), words.state())) {
            if (words.kinds().contains(e.kind()) && !e.fullKey().equals(words.bare())) {
                found.add(e);
            }
        }
        return found;
    }

    private List<Entry> nearlyExact(PlaceWords words) {
        if (!words.saidCounty()) {
            return List.of();
        }
        return held(words.bare(), words.state()).stream()
                .filter(e -> e.bareKey().equals(words.bare()) && e.kind().isCountyLike())
                .toList();
    }

    private List<Entry> held(String key, Optional<UsState> state) {
        List<Entry> held = new ArrayList<>();
        for (Entry entry : byKey.getOrDefault(key, List.of())) {
            if (state.isEmpty() || entry.place().state() == state.get()) {
                held.add(entry);
            }
        }
        return held;
    }

    /** "Portsmouth" alone: the only county equivalent of that name, but most of its namesakes are no county equivalents. */
    private static boolean isCityWithoutState(Entry entry, List<PlaceWords> readings) {
        return entry.kind() == PlaceKind.INDEPENDENT_CITY
                && readings.stream().allMatch(r -> r.state().isEmpty());
    }

    private Lookup findByNumber(String digits) {
        Optional<Fips> fips = Fips.find(digits);
        Optional<Place> place = fips.flatMap(this::find);
        if (place.isPresent()) {
            return new Lookup.Found(place.get());
        }
        List<Fips> now = otherCodes.get(digits);
        if (now != null) {
            return new Lookup.Unknown(
                    now.stream().flatMap(f -> find(f).stream()).toList());
        }
        Optional<Place> lostZero = digits.length() == 4 ? find(new Fips("0" + digits)) : Optional.empty();
        return new Lookup.Unknown(lostZero.stream().toList());
    }

    private Lookup findByOri(String ori) {
        List<Place> counties = findAgencyByOri(ori).map(FbiAgency::counties).orElse(List.of()).stream()
                .flatMap(f -> find(f).stream())
                .toList();
        return switch (counties.size()) {
            case 0 -> new Lookup.Unknown(List.of());
            case 1 -> new Lookup.Found(counties.get(0));
            default -> new Lookup.Ambiguous(counties);
        };
    }

    private AgencyTable agencies() {
        AgencyTable table = agencies;
        if (table == null) {
            synchronized (this) {
                table = agencies;
                if (table == null) {
                    table = AgencyTable.read(Bundle.of("facts"));
                    agencies = table;
                }
            }
        }
        return table;
    }
}
