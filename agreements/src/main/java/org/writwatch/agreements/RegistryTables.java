package org.writwatch.agreements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.writwatch.agreements.history.Event;
import org.writwatch.agreements.history.HeldAgency;
import org.writwatch.agreements.history.PublicationGuard.Quarantine;
import org.writwatch.agreements.roster.ListCounts;
import org.writwatch.agreements.roster.ListFamily;
import org.writwatch.agreements.roster.ListKind;
import org.writwatch.agreements.roster.PublishedList;
import org.writwatch.facts.Agency;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Place;
import org.writwatch.facts.gazetteer.FbiAgency;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;

/**
 * The register as tables, with the columns that people's scripts rely on.
 *
 * <pre>
 * new RegistryTables(Registry.bundled(), Gazetteer.bundled())
 *   Table sources(Optional&lt;LocalDate&gt; asOf, Lang lang)            agreements sources [--as-of D]
 *   Table agencies(Lang lang)                                   agreements agencies: joins, confidence, reasons
 *   Table list(LocalDate asOf)                                  agreements list
 *   Table history(String agency, LocalDate asOf)                agreements history AGENCY
 *   Table why(String agency, LocalDate asOf)                    agreements history AGENCY --why
 *   Table changes(Optional&lt;LocalDate&gt; since, LocalDate asOf)      agreements changes [--since D]
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
     * to each of them. {@code population} and {@code officers} are the FBI's, of {@code fbi_year}; no two agencies share
     * an FBI number, so that nobody is counted twice.
     */
    public Table agencies(Lang lang) {
        Phrasebook words = Phrasebook.of(lang);
        return new Table(
                List.of(
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
                        "earlier_ids"),
                registry.agencies().stream().map(a -> row(a, words)).toList());
    }

    /** What happened from one day to another, both included, as far as it could be known on the last of them. */
    public Table changes(Optional<LocalDate> since, LocalDate asOf) {
        List<List<String>> rows = new ArrayList<>();
        for (Event event : registry.events(asOf)) {
            if (since.filter(s -> event.date().isBefore(s)).isEmpty()) {
                rows.add(row(event));
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
    public Table why(String agency, LocalDate asOf) {
        String id = registry.agency(agency).id();
        Map<String, String> hashes = new HashMap<>();
        registry.lists().all().forEach(l -> hashes.put(l.file(), l.sha256()));
        List<List<String>> rows = new ArrayList<>();
        for (Event event : registry.events(asOf)) {
            if (agencyId(event).equals(id)) {
                List<String> row = new ArrayList<>(row(event));
                row.add(hashes.getOrDefault(event.file(), ""));
                row.add(event.lastSeen().map(Event.Cell::file).orElse(""));
                row.add(event.lastSeen().map(Event.Cell::sheet).orElse(""));
                row.add(event.lastSeen().map(c -> Integer.toString(c.row())).orElse(""));
                row.add(event.lastSeen()
                        .map(c -> hashes.getOrDefault(c.file(), ""))
                        .orElse(""));
                rows.add(row);
            }
        }
        List<String> header = new ArrayList<>(CHANGE);
        header.addAll(List.of("sha256", "before_file", "before_sheet", "before_row", "before_sha256"));
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
                fbi.map(FbiAgency::population)
                        .filter(OptionalInt::isPresent)
                        .map(n -> Integer.toString(n.getAsInt()))
                        .orElse(""),
                fbi.map(FbiAgency::officers)
                        .filter(OptionalInt::isPresent)
                        .map(n -> Integer.toString(n.getAsInt()))
                        .orElse(""),
                fbi.map(f -> Integer.toString(f.dataYear())).orElse(""),
                String.join(" ", a.aliases()));
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

    private List<String> row(Event e) {
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
                e.flag(),
                e.file(),
                e.sheet(),
                e.row() == 0 ? "" : Integer.toString(e.row()));
    }

    private static String agencyId(Event e) {
        int slash = e.agreementId().indexOf('/');
        return slash < 0 ? e.agreementId() : e.agreementId().substring(0, slash);
    }

    private static String lower(ListKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
