package org.writwatch.app.stops;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.estimate.RowFilter;
import org.writwatch.app.estimate.SpecFile;
import org.writwatch.evidence.stops.AgencyPanel;
import org.writwatch.evidence.stops.LayoutCatalogue;
import org.writwatch.evidence.stops.Spot;
import org.writwatch.evidence.stops.StopLayout;
import org.writwatch.evidence.stops.StopTable;
import org.writwatch.evidence.stops.VeilDesign;
import org.writwatch.evidence.stops.light.CountyCentre;
import org.writwatch.evidence.stops.light.CountyZones;
import org.writwatch.evidence.stops.light.Sun;
import org.writwatch.facts.Fips;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.yaml.YamlMap;

/** What a specification of a profiling test asks for. Keys left out take their defaults; unknown keys and values are refused by line. */
final class StopsSpecification {
    /** Tests by their name in the file. */
    enum Test {
        VEIL_OF_DARKNESS,
        OUTCOME,
        THRESHOLD,
        BENCHMARK,
        SEARCH_RATE,
        PURPOSE_MIX,
        SPECIFICATION_CURVE,
        CONVERGENCE,
        AROUND_AGREEMENT;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What {@code convergence} can put side by side. */
    static final Set<String> SCREENS = new LinkedHashSet<>(List.of(
            "veil_of_darkness", "veil_around_clock_changes", "search_rate", "hit_rate", "benchmark", "threshold"));

    private static final Set<String> CALENDAR = Set.of("year", "month", "season", "weekday", "date");
    private static final Map<String, String> COUNT_WORDS = Map.of("stops", "stops", "count", "stops", "n", "stops");

    final String file;
    final Path data;
    final Test test;
    final @Nullable StopLayout layout;
    final Map<String, String> columns = new LinkedHashMap<>();
    final Map<String, Map<String, String>> recode = new LinkedHashMap<>();
    final @Nullable RowFilter where;
    final List<String> minority;
    final String reference;
    final Optional<Spot> spot;
    final Optional<ZoneId> zone;
    final Optional<Fips> county;
    final boolean clockChange;
    final int days;
    final int splineDf;
    final List<String> effects;
    final String interact;
    final Set<String> errors;
    final List<String> cluster;
    final boolean beta;
    final @Nullable String referenceLocation;
    final @Nullable String offset;
    final String family;
    final Sun sun;
    final int chains;
    final int warmup;
    final int samples;
    final long seed;
    final int bootstrapDraws;
    final double confidence;
    final @Nullable Path agreements;
    final AgencyPanel.Period period;
    final double[] recordingShares;
    final List<String> screens;
    final @Nullable Path surnames;
    final @Nullable Path census;
    final double surnamesAbove;

    private StopsSpecification(Path path, YamlMap y) {
        this.file = String.valueOf(path.getFileName());
        Path folder = Optional.ofNullable(path.getParent()).orElse(Path.of(""));
        Map<String, Test> tests = new LinkedHashMap<>();
        for (Test t : Test.values()) {
            tests.put(t.word(), t);
        }
        this.test = y.word("test", tests);
        this.data = folder.resolve(y.text("data"));
        this.layout = y.findText("layout").map(l -> layout(y, folder, l)).orElse(null);
        if (layout != null) {
            layout.gives().stream().filter(StopTable.ROLES::contains).forEach(r -> columns.put(r, r));
            y.findMap("columns").ifPresent(this::readColumns);
        } else {
            readColumns(y.map("columns"));
        }
        y.findMap("recode").ifPresent(this::readRecode);
        this.where =
                y.findText("where").map(w -> RowFilter.of(file + " where", w)).orElse(null);
        this.minority = y.texts("minority");
        this.reference = y.findText("reference").orElse("white");
        Optional<YamlMap> place = y.findMap("place");
        this.county = place.flatMap(p -> p.findText("county"))
                .map(c -> Fips.find(c)
                        .orElseThrow(() -> place.orElse(y)
                                .problem(
                                        "county",
                                        Phrase.of("facts", "yaml.value", c, "county"),
                                        Phrase.of("evidence", "bad.fips-expected"))));
        this.zone = place.flatMap(this::zone);
        this.spot = place.flatMap(this::spot);
        place.ifPresent(YamlMap::done);
        this.clockChange = SpecFile.word(y, "window", "inter-twilight", "dst").equals("dst");
        this.days = SpecFile.bounded(y, "days", 30, 1, 90);
        this.splineDf = SpecFile.bounded(y, "spline_df", 6, 1, 20);
        this.effects = y.texts("effects");
        this.interact = y.findText("interact").orElse("");
        List<String> kinds = y.has("standard_errors") ? y.texts("standard_errors") : List.of("model", "hc1", "cluster");
        for (String k : kinds) {
            oneOf(y, "standard_errors", k, "model", "hc0", "hc1", "cluster");
        }
        this.errors = new LinkedHashSet<>(kinds);
        this.cluster = y.texts("cluster");
        this.beta = SpecFile.word(y, "model", "2020", "2017").equals("2017");
        this.referenceLocation = y.findText("reference_location").orElse(null);
        this.offset = y.findText("offset").orElse(null);
        this.family = SpecFile.word(y, "family", "poisson", "quasipoisson", "negative-binomial");
        this.sun = SpecFile.word(y, "sun", "accurate", "suncalc").equals("accurate") ? Sun.ACCURATE : Sun.SUNCALC;
        Optional<YamlMap> draws = y.findMap("draws");
        this.chains = draws.map(m -> SpecFile.bounded(m, "chains", 4, 1, 64)).orElse(4);
        this.warmup = draws.map(m -> SpecFile.bounded(m, "warmup", 1000, 50, 1_000_000))
                .orElse(1000);
        this.samples = draws.map(m -> SpecFile.bounded(m, "samples", 1000, 50, 1_000_000))
                .orElse(1000);
        Optional<YamlMap> boot = y.findMap("bootstrap");
        this.bootstrapDraws =
                boot.map(b -> SpecFile.bounded(b, "draws", 1999, 0, 1_000_000)).orElse(1999);
        this.seed = draws.flatMap(m -> m.findInteger("seed"))
                .or(() -> boot.flatMap(b -> b.findInteger("seed")))
                .orElse(287);
        draws.ifPresent(YamlMap::done);
        boot.ifPresent(YamlMap::done);
        this.confidence = y.findText("confidence").map(t -> confidence(y, t)).orElse(0.95);
        this.agreements = y.findText("agreements").map(folder::resolve).orElse(null);
        this.period = AgencyPanel.Period.valueOf(
                SpecFile.word(y, "period", "year", "quarter", "month").toUpperCase(Locale.ROOT));
        this.screens = y.texts("screens");
        for (String k : screens) {
            oneOf(y, "screens", k, SCREENS.toArray(String[]::new));
        }
        Optional<YamlMap> recording = y.findMap("race_recording");
        this.recordingShares = recording
                .filter(m -> m.has("shares"))
                .map(m -> m.texts("shares").stream()
                        .mapToDouble(t -> share(m, "shares", t))
                        .toArray())
                .orElse(new double[] {0.01, 0.02, 0.05, 0.1});
        this.surnames = recording
                .flatMap(m -> m.findText("surnames"))
                .map(folder::resolve)
                .orElse(null);
        this.census = recording
                .flatMap(m -> m.findText("census"))
                .map(folder::resolve)
                .orElse(null);
        this.surnamesAbove = recording
                .flatMap(m -> m.findText("above").map(t -> share(m, "above", t)))
                .orElse(0.75);
        recording.ifPresent(YamlMap::done);
        if ((surnames == null) != (census == null)) {
            throw needs(surnames == null ? "race_recording: surnames" : "race_recording: census");
        }
        y.done();
        check();
    }

    private void check() {
        if (test == Test.VEIL_OF_DARKNESS || test == Test.SPECIFICATION_CURVE) {
            need("date");
            need("time");
            if (spot.isEmpty() && !(columns.containsKey("latitude") && columns.containsKey("longitude"))) {
                throw needs("place");
            }
        }
        need("race");
        if (test == Test.AROUND_AGREEMENT) {
            need("date");
            need("agency");
            if (agreements == null) {
                throw needs("agreements");
            }
        }
        if (test == Test.CONVERGENCE || test == Test.OUTCOME || test == Test.THRESHOLD || test == Test.SEARCH_RATE) {
            need("searched");
        }
        if (test == Test.OUTCOME || test == Test.THRESHOLD) {
            need("hit");
        }
        if (test == Test.THRESHOLD) {
            need("location");
        }
        if (test == Test.PURPOSE_MIX) {
            need("purpose");
        }
        if (test == Test.BENCHMARK && offset == null) {
            throw needs("offset");
        }
        List<String> factors = new ArrayList<>(effects);
        factors.addAll(cluster);
        if (!interact.isEmpty()) {
            factors.add(interact);
        }
        for (String f : factors) {
            if (StopTable.ROLES.contains(f) && !columns.containsKey(f) && !CALENDAR.contains(f)) {
                throw needs("columns: " + f);
            }
        }
    }

    private static StopLayout layout(YamlMap y, Path folder, String name) {
        if (name.endsWith(".json")) {
            return LayoutCatalogue.of(folder.resolve(name));
        }
        return y.word("layout", LayoutCatalogue.bundled());
    }

    /** The table, in the layout or by the mapping of columns. A part that the file of a layout does not have is played by none. */
    StopTable table() {
        if (layout == null) {
            List<String> header = StopTable.peek(data);
            return StopTable.read(data, columns, others(header), recode);
        }
        List<String> header = StopTable.peek(data, layout);
        Map<String, String> own = new LinkedHashMap<>(columns);
        own.entrySet().removeIf(e -> e.getKey().equals(e.getValue()) && !header.contains(e.getKey()));
        StopTable table = StopTable.read(data, layout, own, others(header), recode);
        columns.keySet().removeIf(role -> !table.has(role));
        check();
        return table;
    }

    private void need(String role) {
        if (!columns.containsKey(role)) {
            throw needs("columns: " + role);
        }
    }

    private void readColumns(YamlMap y) {
        for (String key : y.keys()) {
            String role = COUNT_WORDS.getOrDefault(key, key);
            y.findText(key).ifPresent(header -> {
                if (!StopTable.ROLES.contains(role)) {
                    throw y.problem(
                            key,
                            Phrase.of("facts", "yaml.unknown-key", key),
                            Phrase.of(
                                    "facts",
                                    "yaml.one-of",
                                    String.join(
                                            ", ",
                                            StopTable.ROLES.stream().sorted().toList())));
                }
                columns.put(role, header);
            });
        }
    }

    private void readRecode(YamlMap y) {
        for (String part : y.keys()) {
            YamlMap words = y.map(part);
            Map<String, String> to = new LinkedHashMap<>();
            for (String word : words.keys()) {
                to.put(word, words.findText(word).orElse(""));
            }
            // Under the header and under every part the header plays: both name the same cells.
            recode.put(part, to);
            columns.forEach((role, header) -> {
                if (header.equals(part)) {
                    recode.putIfAbsent(role, to);
                }
            });
        }
    }

    /** The clocks of a place: a zone by name, the zone of its county, or the column that says the zone by row. */
    private Optional<ZoneId> zone(YamlMap p) {
        Optional<String> named = p.findText("zone");
        if (named.isEmpty()) {
            return county.flatMap(c -> CountyZones.bundled().find(c));
        }
        try {
            return Optional.of(ZoneId.of(named.get()));
        } catch (DateTimeException e) {
            if (named.get().contains("/")) {
                throw p.problem(
                        "zone",
                        Phrase.of("facts", "yaml.value", named.get(), "zone"),
                        Phrase.of("app", "stops.zone.expected"));
            }
            columns.put("zone", named.get());
            return Optional.empty();
        }
    }

    /** One spot for all rows; empty when the two keys name columns. */
    private Optional<Spot> spot(YamlMap p) {
        Optional<Double> latitude = degrees(p, "latitude");
        Optional<Double> longitude = degrees(p, "longitude");
        boolean named = p.has("latitude") || p.has("longitude");
        if (!named && !columns.containsKey("latitude")) {
            return county.flatMap(c ->
                    zone.flatMap(z -> CountyCentre.of(c).map(m -> new Spot(m.latitude(), m.longitude(), z))));
        }
        if (latitude.isEmpty() || longitude.isEmpty()) {
            return Optional.empty();
        }
        if (zone.isEmpty()) {
            throw needs("place: zone");
        }
        try {
            return Optional.of(new Spot(latitude.get(), longitude.get(), zone.get()));
        } catch (IllegalArgumentException e) {
            throw p.problem(
                    "latitude",
                    Phrase.of("facts", "yaml.value", latitude.get() + ", " + longitude.get(), "place"),
                    Phrase.of("app", "stops.place.expected"));
        }
    }

    /** A number of degrees; empty when the key is left out or names a column, which then plays that part. */
    private Optional<Double> degrees(YamlMap y, String key) {
        Optional<String> text = y.findText(key);
        try {
            return text.map(Double::valueOf);
        } catch (NumberFormatException e) {
            columns.put(key, text.orElseThrow());
            return Optional.empty();
        }
    }

    private static double confidence(YamlMap y, String text) {
        try {
            double c = Double.parseDouble(text);
            if (c > 0.5 && c < 1) {
                return c;
            }
        } catch (NumberFormatException e) {
            // Falls through to the refusal.
        }
        throw y.problem(
                "confidence",
                Phrase.of("facts", "yaml.value", text, "confidence"),
                Phrase.of("app", "estimate.confidence.expected"));
    }

    private static double share(YamlMap y, String key, String text) {
        double v = SpecFile.parsed(y, key, text);
        if (v > 0 && v < 1) {
            return v;
        }
        throw y.problem(key, Phrase.of("facts", "yaml.value", text, key), Phrase.of("app", "stops.share.expected"));
    }

    private static void oneOf(YamlMap y, String key, String value, String... words) {
        if (!List.of(words).contains(value)) {
            throw y.problem(
                    key,
                    Phrase.of("facts", "yaml.value", value, key),
                    Phrase.of("facts", "yaml.one-of", String.join(", ", words)));
        }
    }

    /**
     * Reads a file.
     *
     * @throws BadInput naming file, line, what stands there and what is expected
     */
    static StopsSpecification read(Path path) {
        return SpecFile.read(path, y -> new StopsSpecification(path, y));
    }

    private BadInput needs(String key) {
        return SpecFile.needs(file, key);
    }

    /** The veil of darkness as the file asks for it. */
    VeilDesign.Settings veil() {
        return veil(minority, clockChange, splineDf, effects);
    }

    /** The same with another group, window, spline or factors. */
    VeilDesign.Settings veil(List<String> of, boolean aroundClockChange, int df, List<String> fixed) {
        return new VeilDesign.Settings(of, reference, spot, zone, sun, aroundClockChange, days, df, fixed, interact);
    }

    /** Whether the table says day and time, and table or file where the stops were. */
    boolean hasLight() {
        return columns.containsKey("date")
                && columns.containsKey("time")
                && (spot.isPresent() || (columns.containsKey("latitude") && columns.containsKey("longitude")));
    }

    /** What the pooled minority is called. */
    String group() {
        return minority.isEmpty() ? "all but " + reference : String.join("+", minority);
    }

    /** Headers to read besides those that play a part. */
    List<String> others(List<String> header) {
        Set<String> all = new LinkedHashSet<>();
        if (where != null) {
            for (String c : where.columns()) {
                if (header.contains(c) || !columns.containsKey(c)) {
                    all.add(c);
                }
            }
        }
        for (String f : effects) {
            other(all, f);
        }
        for (String f : cluster) {
            other(all, f);
        }
        other(all, interact);
        if (offset != null) {
            all.add(offset);
        }
        stateColumn(header).ifPresent(all::add);
        return List.copyOf(all);
    }

    private void other(Set<String> all, String name) {
        boolean calendar = CALENDAR.contains(name) && columns.containsKey("date");
        if (!name.isEmpty() && !columns.containsKey(name) && !calendar) {
            all.add(name);
        }
    }

    /** The column that says which state a row is of, when the table has one. */
    Optional<String> stateColumn(List<String> header) {
        if (columns.containsKey("state")) {
            return Optional.of(columns.get("state"));
        }
        return header.stream()
                .filter(h -> h.toLowerCase(Locale.ROOT).equals("state"))
                .findFirst();
    }
}
