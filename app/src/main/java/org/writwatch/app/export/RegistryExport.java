package org.writwatch.app.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.Model;
import org.writwatch.agreements.RegisterFiles;
import org.writwatch.agreements.Registry;
import org.writwatch.agreements.RegistryTables;
import org.writwatch.agreements.RegistryTables.Table;
import org.writwatch.agreements.history.Event;
import org.writwatch.agreements.history.EventKind;
import org.writwatch.agreements.roster.PublishedList;
import org.writwatch.app.output.OutputFolder;
import org.writwatch.facts.Source;
import org.writwatch.facts.bundle.Row;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/**
 * The whole register on a day, as files. Each table starts with the columns of the command that prints it; what follows
 * them is the export's own. The same register and day are the same bytes.
 */
public final class RegistryExport {
    private static final List<String> STATUS = List.of("active", "not_seen", "pending", "ended");
    private static final List<String> CONFIDENCE = List.of("high", "medium", "none");
    private static final Set<String> DAYS = Set.of(
            "signed",
            "first_listed",
            "last_listed",
            "first_absent",
            "date",
            "order_date",
            "known",
            "first_signed",
            "last_signed",
            "decided");
    private static final Set<String> NUMBERS = Set.of(
            "rows",
            "jem",
            "tfm",
            "wso",
            "agencies",
            "duplicates",
            "links",
            "row",
            "before_row",
            "first_row",
            "last_row",
            "population",
            "officers",
            "fbi_year",
            "lists",
            "agreements",
            "active");

    private final Registry registry;
    private final RegistryTables tables;
    private final LocalDate asOf;
    private final Set<String> agencyIds = new HashSet<>();

    private RegistryExport(Registry registry, LocalDate asOf) {
        this.registry = registry;
        this.tables = new RegistryTables(registry, Gazetteer.bundled());
        this.asOf = asOf;
    }

    /** Writes everything into a folder; the caller keeps it. */
    public static void write(Registry registry, LocalDate asOf, OutputFolder folder) {
        RegistryExport export = new RegistryExport(registry, asOf);
        List<ExportTable> tables = export.tables();
        ExportFiles.write(tables, export.standing(), folder);
    }

    /** Of what day it speaks and what a reader must be told first. */
    Standing standing() {
        return new Standing(asOf, registry.lastListBy(asOf).until(), registry.trouble());
    }

    /**
     * What stands on every page.
     *
     * @param asOf the day it speaks for
     * @param lastList the last day the last list of agreements before it was seen
     * @param trouble that the source is dead or stale
     */
    record Standing(LocalDate asOf, LocalDate lastList, Optional<Phrase> trouble) {
        List<String> lines(Lang lang) {
            Phrasebook words = Phrasebook.of(lang);
            List<String> lines = new ArrayList<>();
            lines.add(words.say(Phrase.of("app", "registry.as-of", asOf, lastList)));
            trouble.ifPresent(t -> lines.add(words.say(t)));
            return lines;
        }
    }

    /** The tables, in the order they are described. */
    List<ExportTable> tables() {
        List<Agreement> known = registry.list(asOf);
        known.forEach(a -> agencyIds.add(a.agency().id()));
        return List.of(agreements(known), agencies(known), events(), lists(), repairs(), decisions());
    }

    private ExportTable agreements(List<Agreement> known) {
        Table list = tables.list(asOf);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            Agreement a = known.get(i);
            Source first = a.proof().get(0);
            Source last = a.proof().get(a.proof().size() - 1);
            rows.add(joined(
                    list.rows().get(i),
                    a.agency().state().english(),
                    a.agency().state().fips(),
                    modelName(a.model()),
                    file(first),
                    sheet(first),
                    row(first),
                    first.sha256().orElse(""),
                    file(last),
                    sheet(last),
                    row(last),
                    last.sha256().orElse(""),
                    notes(a, Lang.EN),
                    notes(a, Lang.ES)));
        }
        return table(
                "agreements",
                joined(
                        list.header(),
                        "state_name",
                        "state_fips",
                        "model_name",
                        "first_file",
                        "first_sheet",
                        "first_row",
                        "first_sha256",
                        "last_file",
                        "last_sheet",
                        "last_row",
                        "last_sha256",
                        "note_en",
                        "note_es"),
                rows,
                List.of("agreement_id"),
                Map.of("agency_id", "agencies"));
    }

    private ExportTable agencies(List<Agreement> known) {
        Map<String, List<Agreement>> byAgency = new HashMap<>();
        known.forEach(a -> byAgency.computeIfAbsent(a.agency().id(), k -> new ArrayList<>())
                .add(a));
        Table english = tables.agencies(Lang.EN);
        Table spanish = tables.agencies(Lang.ES);
        int countyWhy = english.header().indexOf("county_why");
        int oriWhy = english.header().indexOf("ori_why");
        int figuresWhy = english.header().indexOf("figures_why");
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < english.rows().size(); i++) {
            List<String> row = english.rows().get(i);
            List<Agreement> of = byAgency.getOrDefault(row.get(0), List.of());
            if (!of.isEmpty()) {
                rows.add(joined(
                        row,
                        spanish.rows().get(i).get(countyWhy),
                        spanish.rows().get(i).get(oriWhy),
                        spanish.rows().get(i).get(figuresWhy),
                        of.get(0).agency().state().english(),
                        Integer.toString(of.size()),
                        Long.toString(of.stream()
                                .filter(a -> RegistryTables.status(a.status()).equals("active"))
                                .count()),
                        String.join(
                                " ",
                                new TreeSet<>(
                                        of.stream().map(a -> a.model().name()).toList())),
                        end(of.stream().flatMap(a -> a.signed().stream()), true),
                        end(of.stream().flatMap(a -> a.signed().stream()), false),
                        end(of.stream().map(Agreement::firstListed), true),
                        end(of.stream().map(Agreement::lastListed), false)));
            }
        }
        return table(
                "agencies",
                joined(
                        english.header(),
                        "county_why_es",
                        "ori_why_es",
                        "figures_why_es",
                        "state_name",
                        "agreements",
                        "active",
                        "models",
                        "first_signed",
                        "last_signed",
                        "first_listed",
                        "last_listed"),
                rows,
                List.of("agency_id"),
                Map.of());
    }

    private ExportTable events() {
        Table all = tables.events(asOf);
        List<Event> events = registry.events(asOf);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            String agreement = events.get(i).agreementId();
            rows.add(joined(
                    all.rows().get(i),
                    events.get(i).known().toString(),
                    agreement.contains("/") ? agreement.substring(0, agreement.indexOf('/')) : agreement));
        }
        return table(
                "events",
                joined(all.header(), "known", "agency_id"),
                rows,
                List.of("event_id"),
                Map.of("agency_id", "agencies"));
    }

    private ExportTable lists() {
        Table english = tables.sources(Optional.of(asOf), Lang.EN);
        Table spanish = tables.sources(Optional.of(asOf), Lang.ES);
        List<PublishedList> held = registry.lists().all().stream()
                .filter(l -> !l.date().isAfter(asOf))
                .toList();
        int why = english.header().indexOf("quarantined");
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            rows.add(joined(
                    english.rows().get(i),
                    held.get(i).sheet(),
                    held.get(i).sha256(),
                    spanish.rows().get(i).get(why)));
        }
        return table("lists", joined(english.header(), "sheet", "sha256", "quarantined_es"), rows, List.of(), Map.of());
    }

    private ExportTable repairs() {
        Table english = tables.repairs(Optional.of(asOf), Lang.EN);
        Table spanish = tables.repairs(Optional.of(asOf), Lang.ES);
        int why = english.header().indexOf("reason");
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < english.rows().size(); i++) {
            rows.add(joined(english.rows().get(i), spanish.rows().get(i).get(why)));
        }
        return table("repairs", joined(english.header(), "reason_es"), rows, List.of(), Map.of());
    }

    private static ExportTable decisions() {
        List<String> header = List.of("decided", "what", "state", "agency", "other", "value", "reason", "evidence");
        try (Stream<Row> rows = RegisterFiles.bundled().rows("decisions.csv")) {
            return table(
                    "decisions",
                    header,
                    rows.map(r -> header.stream().map(r::text).toList()).toList(),
                    List.of(),
                    Map.of());
        }
    }

    private static ExportTable table(
            String name, List<String> header, List<List<String>> rows, List<String> key, Map<String, String> link) {
        return new ExportTable(name, header.stream().map(c -> field(c)).toList(), rows, key, link);
    }

    private static Field field(String column) {
        if (DAYS.contains(column)) {
            return Field.day(column);
        } else if (NUMBERS.contains(column)) {
            return Field.number(column);
        }
        return switch (column) {
            case "status" -> Field.oneOf(column, STATUS);
            case "model" ->
                Field.oneOf(
                        column, Arrays.stream(Model.values()).map(Model::name).toList());
            case "event" ->
                Field.oneOf(
                        column,
                        Arrays.stream(EventKind.values()).map(EventKind::code).toList());
            case "county_confidence", "ori_confidence" -> Field.oneOf(column, CONFIDENCE);
            case "kind" -> Field.oneOf(column, List.of("participating", "pending"));
            default -> Field.text(column);
        };
    }

    private static String modelName(Model model) {
        return switch (model) {
            case JEM -> "Jail Enforcement Model";
            case TFM -> "Task Force Model";
            case WSO -> "Warrant Service Officer";
            case UNSTATED -> "";
        };
    }

    private static String notes(Agreement agreement, Lang lang) {
        return String.join(
                " ", agreement.notes().stream().map(Phrasebook.of(lang)::say).toList());
    }

    private static String end(Stream<LocalDate> days, boolean first) {
        return (first ? days.min(LocalDate::compareTo) : days.max(LocalDate::compareTo))
                .map(LocalDate::toString)
                .orElse("");
    }

    /** The id of a list's source is family, file and day. */
    private static String file(Source source) {
        String[] parts = source.id().split("/", -1);
        return parts.length == 3 ? parts[1] : "";
    }

    private static String sheet(Source source) {
        int at = source.location().lastIndexOf(" row ");
        return at < 0 ? "" : source.location().substring(0, at);
    }

    private static String row(Source source) {
        int at = source.location().lastIndexOf(" row ");
        return at < 0 ? "" : source.location().substring(at + " row ".length());
    }

    private static List<String> joined(List<String> before, String... after) {
        List<String> all = new ArrayList<>(before);
        all.addAll(Arrays.asList(after));
        return all;
    }
}
