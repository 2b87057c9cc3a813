package org.writwatch.agreements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.history.Event;
import org.writwatch.agreements.history.EventFlag;
import org.writwatch.agreements.history.HeldAgency;
import org.writwatch.agreements.history.PublicationGuard.Quarantine;
import org.writwatch.agreements.roster.ListCounts;
import org.writwatch.agreements.roster.ListFamily;
import org.writwatch.agreements.roster.PublishedList;
import org.writwatch.agreements.roster.Remark;
import org.writwatch.facts.Agency;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Place;
import org.writwatch.facts.gazetteer.FbiAgency;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/**
 * The register as tables, with the columns that people's scripts rely on.
 *
 * <pre>
 * new RegistryTables(Registry.bundled(), Gazetteer.bundled())
 *   Table sources(Optional&lt;LocalDate&gt; asOf, Lang lang)            agreements sources [--as-of D]
 *   Table repairs(Optional&lt;LocalDate&gt; asOf, Lang lang)            agreements sources --repairs
 *   Table agencies(Lang lang)                                   agreements agencies: joins, confidence, reasons
 *   Table agency(HeldAgency agency, Lang lang)                  agreements show AGENCY
 *   Table list(LocalDate asOf)                                  agreements list
 *   Table history(String agency, LocalDate asOf)                agreements history AGENCY
 *   Table why(String agency, LocalDate asOf, Lang lang)         agreements history AGENCY --why
 *   Table why(Event event, Lang lang)                           agreements show EVENT
 *   Table events(LocalDate asOf)                                the same of every event
 *   Table changes(Optional&lt;LocalDate&gt; since, LocalDate asOf, Lang lang)  agreements changes [--since D]
 *   Table counts(LocalDate asOf)                                agreements counts
 * Table: List&lt;String&gt; header(), List&lt;List&lt;String&gt;&gt; rows()
 * </pre>
 *
 * <p>{@code asOf} is {@link Registry#lastList()} when nobody asks for another day; {@code agency} is what {@link
 * Registry#agency} takes: an id, an earlier id, an FBI number, a printed name with its state, or a county whose one
 * agency is meant. Dates are year-month-day, an empty cell is an absent value, {@code status} is one of active, not_seen, pending and
 * ended. Rows come in a fixed order. Safe for use by several threads.
 */
public final class RegistryTables {
    private static final List<String> AGREEMENT = List.of(
            "agreement_id",
            "agency_id",
            "agency",
            "state",
            "county",
            "county_fips",
            "ori",
            "type",
            "model",
            "signed",
            "status",
            "first_listed",
            "last_listed",
            "first_absent",
            "memo_url");
    private static final List<String> AGENCY = List.of(
            "agency_id",
            "agency",
            "state",
            "type",
            "reach",
            "county",
            "county_fips",
            "county_confidence",
            "county_why",
            "ori",
            "ori_confidence",
            "ori_why",
            "population",
            "officers",
            "fbi_year",
            "figures_why",
            "earlier_ids");
    private static final List<String> CHANGE = List.of(
            "date",
            "event",
            "agreement_id",
            "agency",
            "state",
            "model",
            "before",
            "after",
            "flag",
            "file",
            "sheet",
            "row");

    private final Registry registry;
    private final Gazetteer gazetteer;
    private final Map<String, HeldAgency> agencies = new HashMap<>();

    /** Tables of one register. */
    public RegistryTables(Registry registry, Gazetteer gazetteer) {
        this.registry = registry;
        this.gazetteer = gazetteer;
    }

    private synchronized Optional<HeldAgency> held(String id) {
        if (agencies.isEmpty()) {
            registry.agencies().forEach(a -> agencies.put(a.agency().id(), a));
        }
        return Optional.ofNullable(agencies.get(id));
    }

    /**
     * One table.
     *
     * @param header the column names
     * @param rows as many cells as the header has
     */
    public record Table(List<String> header, List<List<String>> rows) {
        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }

        /** Each row by column, in the order of the columns. */
        public List<Map<String, String>> texts() {
            List<Map<String, String>> all = new ArrayList<>();
            for (List<String> row : rows) {
                Map<String, String> record = new LinkedHashMap<>();
                for (int i = 0; i < row.size(); i++) {
                    record.put(header.get(i), row.get(i));
                }
                all.add(record);
            }
            return all;
        }

        /** Each row by column; an empty cell is null and the columns named are whole numbers. */
        public List<Map<String, @Nullable Object>> records(Set<String> numbers) {
            List<Map<String, @Nullable Object>> all = new ArrayList<>();
            for (Map<String, String> row : texts()) {
                Map<String, @Nullable Object> record = new LinkedHashMap<>();
                row.forEach((column, text) -> record.put(
                        column, text.isEmpty() ? null : numbers.contains(column) ? (Object) Long.valueOf(text) : text));
                all.add(record);
            }
            return all;
        }

        /** The rows with one value in one column. */
        public Table where(String column, String value) {
            int at = header.indexOf(column);
            return new Table(
                    header, rows.stream().filter(r -> r.get(at).equals(value)).toList());
        }
    }

    /**
     * One row per published list, in the order they were made; {@code quarantined} holds the reason, in words, and is
     * empty for a list that counts.
     *
     * @param asOf leaves out what was made later; empty for every list held, also one that is newer than the last that
     *     counts
     */
    public Table sources(Optional<LocalDate> asOf, Lang lang) {
        List<List<String>> rows = new ArrayList<>();
        for (PublishedList list : registry.lists().all()) {
            if (asOf.filter(d -> list.date().isAfter(d)).isPresent()) {
                continue;
            }
            ListCounts c = list.counts();
            Quarantine aside = registry.lists().aside().get(list);
            rows.add(List.of(
                    list.family() == ListFamily.CURRENT && !list.sha256().isEmpty()
                            ? list.file()
                            : list.file() + "#" + list.sheet(),
                    lower(list.kind()),
                    list.date().toString(),
                    Integer.toString(c.rows()),
                    Integer.toString(c.jem()),
                    Integer.toString(c.tfm()),
                    Integer.toString(c.wso()),
                    Integer.toString(c.agencies()),
                    Integer.toString(c.duplicates()),
                    Integer.toString(c.links()),
                    aside == null ? "" : Phrasebook.of(lang).say(aside.reason())));
        }
        return new Table(
                List.of(
                        "file",
                        "kind",
                        "order_date",
                        "rows",
                        "jem",
                        "tfm",
                        "wso",
                        "agencies",
                        "duplicates",
                        "links",
                        "quarantined"),
                rows);
    }

    /** Every agreement and application known on a day, in order of id. */
    public Table list(LocalDate asOf) {
        return new Table(AGREEMENT, registry.list(asOf).stream().map(this::row).toList());
    }

    /**
     * Every agreement of one agency as of a day, oldest first.
     *
     * @throws org.writwatch.facts.problem.NotFound when no agency answers to the name
     */
    public Table history(String agency, LocalDate asOf) {
        return new Table(
                AGREEMENT,
                registry.history(agency, asOf).stream().map(this::row).toList());
    }

    /**
     * Every agency in order of id, with what was joined to it, how surely and why. An agency in several counties belongs
     * to each of them. {@code population} and {@code officers} are the FBI's, of {@code fbi_year}, and as sure as its
     * number; no two agencies share one, so that nobody is counted twice. The FBI's zeros are empty here, with the reason:
     * a population of zero says that others count the people, zero officers that none were reported.
     */
    public Table agencies(Lang lang) {
        Phrasebook words = Phrasebook.of(lang);
        return new Table(
                AGENCY, registry.agencies().stream().map(a -> row(a, words)).toList());
    }

    /** One agency's row of {@link #agencies}. */
    public Table agency(HeldAgency agency, Lang lang) {
        return new Table(AGENCY, List.of(row(agency, Phrasebook.of(lang))));
    }

    /**
     * What was repaired, rejected or noted, with the reason in words; one row per value and reason, with how often it
     * stands there, on how many lists, and the first place. Nothing is dropped without a row here.
     *
     * @param asOf leaves out lists made later
     */
    public Table repairs(Optional<LocalDate> asOf, Lang lang) {
        Phrasebook words = Phrasebook.of(lang);
        Map<String, Remark> first = new LinkedHashMap<>();
        Map<String, String> sheets = new HashMap<>();
        Map<String, int[]> counts = new HashMap<>();
        Map<String, String> lastFile = new HashMap<>();
        for (PublishedList list : registry.wholeLists()) {
            if (asOf.filter(d -> list.date().isAfter(d)).isPresent()) {
                continue;
            }
            List<Remark> remarks = new ArrayList<>(list.remarks());
            remarks.addAll(list.rowRemarks());
            for (Remark r : remarks) {
                String key = r.kind() + "\n" + r.code() + "\n" + r.column() + "\n" + r.value()
                        + (r.row() == 0 ? "\n" + r.file() : "");
                first.putIfAbsent(key, r);
                sheets.putIfAbsent(key, list.sheet());
                int[] n = counts.computeIfAbsent(key, k -> new int[2]);
                n[0]++;
                n[1] += list.file().equals(lastFile.put(key, list.file())) ? 0 : 1;
            }
        }
        List<List<String>> rows = new ArrayList<>();
        first.forEach((key, r) -> {
            int[] n = counts.getOrDefault(key, new int[2]);
            rows.add(List.of(
                    lower(r.kind()),
                    r.code(),
                    r.column(),
                    r.value(),
                    words.say(r.reason()),
                    Integer.toString(n[0]),
                    Integer.toString(n[1]),
                    r.file(),
                    sheets.getOrDefault(key, ""),
                    r.row() == 0 ? "" : Integer.toString(r.row())));
        });
        return new Table(
                List.of("what", "code", "column", "value", "reason", "rows", "lists", "file", "sheet", "row"), rows);
    }

    /**
     * What happened from one day to another, both included, as far as it could be known on the last of them; {@code flag}
     * holds why a person should look, in words.
     */
    public Table changes(Optional<LocalDate> since, LocalDate asOf, Lang lang) {
        List<List<String>> rows = new ArrayList<>();
        for (Event event : registry.events(asOf)) {
            if (since.filter(s -> event.date().isBefore(s)).isEmpty()) {
                rows.add(row(event, lang));
            }
        }
        return new Table(CHANGE, rows);
    }

    /**
     * What happened to one agency, each event with the two cells that prove it: the row that shows it (none for an
     * absence: the whole list does) and the row before.
     *
     * @throws org.writwatch.facts.problem.NotFound when no agency answers to the name
     */
    public Table why(String agency, LocalDate asOf, Lang lang) {
        String id = registry.agency(agency).id();
        return why(
                registry.events(asOf).stream()
                        .filter(e -> agencyId(e).equals(id))
                        .toList(),
                lang);
    }

    /** One event with the cells that prove it. */
    public Table why(Event event, Lang lang) {
        return why(List.of(event), lang);
    }

    /** Everything that had happened by a day, with the columns of {@link #why(Event, Lang)}, as exports print it. */
    public Table events(LocalDate asOf) {
        return why(registry.events(asOf), Lang.EN);
    }

    private Table why(List<Event> events, Lang lang) {
        Map<String, String> hashes = new HashMap<>();
        registry.lists().all().forEach(l -> hashes.put(l.file(), l.sha256()));
        List<List<String>> rows = new ArrayList<>();
        for (Event event : events) {
            List<String> row = new ArrayList<>(row(event, lang));
            row.add(hashes.getOrDefault(event.file(), ""));
            row.add(event.lastSeen().map(Event.Cell::file).orElse(""));
            row.add(event.lastSeen().map(Event.Cell::sheet).orElse(""));
            row.add(event.lastSeen().map(c -> Integer.toString(c.row())).orElse(""));
            row.add(event.lastSeen().map(c -> hashes.getOrDefault(c.file(), "")).orElse(""));
            row.add(event.id());
            rows.add(row);
        }
        List<String> header = new ArrayList<>(CHANGE);
        header.addAll(List.of("sha256", "before_file", "before_sheet", "before_row", "before_sha256", "event_id"));
        return new Table(header, rows);
    }

    /** How many agreements stood on a day, by state and model, with the agencies and pending applications; then all. */
    public Table counts(LocalDate asOf) {
        Map<String, int[]> byState = new TreeMap<>();
        Map<String, Set<String>> agencies = new HashMap<>();
        for (Agreement a : registry.list(asOf)) {
            for (String state : List.of(a.agency().state().name(), "\uffff")) {
                int[] counts = byState.computeIfAbsent(state, s -> new int[6]);
                if (a.status() instanceof AgreementStatus.Pending) {
                    counts[4]++;
                } else if (a.status() instanceof AgreementStatus.Active) {
                    counts[column(a.model())]++;
                    counts[3]++;
                    agencies.computeIfAbsent(state, s -> new HashSet<>())
                            .add(a.agency().id());
                }
            }
        }
        List<List<String>> rows = new ArrayList<>();
        byState.forEach((state, c) -> rows.add(List.of(
                state.equals("\uffff") ? "all" : state,
                Integer.toString(c[0]),
                Integer.toString(c[1]),
                Integer.toString(c[2]),
                Integer.toString(c[3]),
                Integer.toString(agencies.getOrDefault(state, Set.of()).size()),
                Integer.toString(c[4]))));
        return new Table(List.of("state", "jem", "tfm", "wso", "agreements", "agencies", "pending"), rows);
    }

    private static int column(Model model) {
        return switch (model) {
            case JEM -> 0;
            case TFM -> 1;
            case WSO -> 2;
            case UNSTATED -> 5;
        };
    }

    private List<String> row(Agreement a) {
        Optional<HeldAgency> agency = held(a.agency().id());
        List<Fips> counties = counties(a.agency(), agency);
        return List.of(
                a.id(),
                a.agency().id(),
                a.agency().name(),
                a.agency().state().name(),
                names(counties),
                codes(counties),
                a.agency().ori().orElse(""),
                agency.map(HeldAgency::type).orElse(""),
                a.model().name(),
                a.signed().map(LocalDate::toString).orElse(""),
                status(a.status()),
                a.firstListed().toString(),
                a.lastListed().toString(),
                a.firstAbsent().map(LocalDate::toString).orElse(""),
                a.memoUrl().orElse(""));
    }

    /** The main county; all of them where an agency lies in several and none is the main one. */
    private static List<Fips> counties(Agency agency, Optional<HeldAgency> held) {
        return agency.county()
                .map(List::of)
                .orElseGet(() -> held.map(HeldAgency::counties).orElse(List.of()));
    }

    private String names(List<Fips> counties) {
        return String.join(
                "; ",
                counties.stream()
                        .flatMap(f -> gazetteer.find(f).stream())
                        .map(Place::name)
                        .toList());
    }

    private static String codes(List<Fips> counties) {
        return String.join(";", counties.stream().map(Fips::code).toList());
    }

    private List<String> row(HeldAgency a, Phrasebook words) {
        Optional<FbiAgency> fbi = a.agency().ori().flatMap(gazetteer::findAgencyByOri);
        return List.of(
                a.agency().id(),
                a.agency().name(),
                a.agency().state().name(),
                a.type(),
                a.agency().reach().name().toLowerCase(Locale.ROOT),
                names(a.counties()),
                codes(a.counties()),
                a.countyBasis().confidence().code(),
                words.say(a.countyBasis().reason()),
                a.agency().ori().orElse(""),
                a.oriBasis().confidence().code(),
                words.say(a.oriBasis().reason()),
                fbi.map(f -> figure(f.population())).orElse(""),
                fbi.map(f -> figure(f.officers())).orElse(""),
                fbi.map(f -> Integer.toString(f.dataYear())).orElse(""),
                fbi.map(f -> words.say(figures("population", f.population())) + " "
                                + words.say(figures("officers", f.officers())))
                        .orElseGet(() -> words.say(Phrase.of("agreements", "join.figures.no-number"))),
                String.join(" ", a.aliases()));
    }

    /** The FBI's figure; its zero stands for people that others count, or for officers that nobody reported. */
    private static String figure(OptionalInt published) {
        return published.isPresent() && published.getAsInt() > 0 ? Integer.toString(published.getAsInt()) : "";
    }

    private static Phrase figures(String what, OptionalInt published) {
        String how = published.isEmpty() ? "absent" : published.getAsInt() == 0 ? "zero" : "given";
        return Phrase.of("agreements", "join." + what + "." + how);
    }

    /** The word for a status in tables. */
    public static String status(AgreementStatus status) {
        if (status instanceof AgreementStatus.Active) {
            return "active";
        } else if (status instanceof AgreementStatus.Ended) {
            return "ended";
        } else if (status instanceof AgreementStatus.Pending) {
            return "pending";
        }
        return "not_seen";
    }

    private List<String> row(Event e, Lang lang) {
        Optional<HeldAgency> agency = held(agencyId(e));
        String[] parts = e.agreementId().split("/", -1);
        return List.of(
                e.date().toString(),
                e.kind().code(),
                e.agreementId(),
                agency.map(a -> a.agency().name()).orElse(""),
                agency.map(a -> a.agency().state().name()).orElse(""),
                parts.length > 1 ? parts[1].toUpperCase(Locale.ROOT) : "",
                e.before(),
                e.after(),
                EventFlag.say(e.flag(), lang),
                e.file(),
                e.sheet(),
                e.row() == 0 ? "" : Integer.toString(e.row()));
    }

    private static String agencyId(Event e) {
        int slash = e.agreementId().indexOf('/');
        return slash < 0 ? e.agreementId() : e.agreementId().substring(0, slash);
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
