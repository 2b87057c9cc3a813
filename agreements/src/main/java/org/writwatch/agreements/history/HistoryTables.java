package org.writwatch.agreements.history;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.writwatch.agreements.Model;
import org.writwatch.agreements.history.PublicationGuard.Quarantine;
import org.writwatch.agreements.roster.ListCounts;
import org.writwatch.agreements.roster.ListFamily;
import org.writwatch.agreements.roster.ListKind;
import org.writwatch.agreements.roster.PublishedList;
import org.writwatch.agreements.roster.RowTables;
import org.writwatch.agreements.roster.Rows;
import org.writwatch.facts.Agency;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Reach;
import org.writwatch.facts.UsState;
import org.writwatch.facts.bundle.Row;

/**
 * Writes a history as plain tables and reads it back; the same history gives the same bytes.
 *
 * <p>{@code lists.csv} numbers the lists; the other tables name them by number. {@code spells.csv} carries the cells
 * that prove each run: list and row of its first and last day. Every table has its state first where it has one, so that
 * one state can be read without the rest.
 */
public final class HistoryTables {
    private HistoryTables() {}

    /** The tables by file name, in a fixed order. */
    public static Map<String, byte[]> write(History history) {
        return write(history, rows(history.lists()));
    }

    /** Begins to write the rows of the lists, which no history changes. */
    public static CompletableFuture<Map<String, byte[]>> rows(Collection<PublishedList> lists) {
        return CompletableFuture.supplyAsync(
                () -> RowTables.write(lists.stream().sorted().toList()));
    }

    /**
     * The tables by file name, in a fixed order.
     *
     * @param rows begun for the same lists
     */
    public static Map<String, byte[]> write(History history, CompletableFuture<Map<String, byte[]>> rows) {
        Map<PublishedList, Integer> numbers = new HashMap<>();
        history.lists().forEach(l -> numbers.put(l, numbers.size() + 1));
        Map<String, byte[]> tables = new LinkedHashMap<>();
        tables.put("lists.csv", lists(history));
        tables.put("agencies.csv", agencies(history));
        tables.put("agreements.csv", agreements(history));
        tables.put("spells.csv", spells(history, numbers));
        tables.put("events.csv", events(history));
        tables.putAll(rows.join());
        return tables;
    }

    private static byte[] lists(History history) {
        return table(
                List.of(
                        "list",
                        "file",
                        "sha256",
                        "family",
                        "kind",
                        "made",
                        "until",
                        "observations",
                        "label",
                        "archived",
                        "sheet",
                        "rows",
                        "jem",
                        "tfm",
                        "wso",
                        "agencies",
                        "duplicates",
                        "links",
                        "aside",
                        "aside_args"),
                csv -> {
                    int n = 0;
                    for (PublishedList l : history.lists()) {
                        ListCounts c = l.counts();
                        Quarantine q = history.aside().get(l);
                        csv.writeRecord(
                                Integer.toString(++n),
                                l.file(),
                                l.sha256(),
                                l.family().code(),
                                lower(l.kind()),
                                l.order().toString(),
                                l.until().toString(),
                                Integer.toString(l.observations()),
                                text(l.label()),
                                text(l.archived()),
                                l.sheet(),
                                Integer.toString(c.rows()),
                                Integer.toString(c.jem()),
                                Integer.toString(c.tfm()),
                                Integer.toString(c.wso()),
                                Integer.toString(c.agencies()),
                                Integer.toString(c.duplicates()),
                                Integer.toString(c.links()),
                                q == null ? "" : q.code(),
                                q == null
                                        ? ""
                                        : String.join(
                                                " ",
                                                q.args().stream()
                                                        .map(Object::toString)
                                                        .toList()));
                    }
                });
    }

    private static byte[] agencies(History history) {
        return table(
                List.of(
                        "state",
                        "id",
                        "name",
                        "reach",
                        "type",
                        "county_fips",
                        "counties",
                        "ori",
                        "county_confidence",
                        "county_why",
                        "ori_confidence",
                        "ori_why",
                        "aliases"),
                csv -> {
                    for (HeldAgency a : history.agencies().stream()
                            .sorted(Comparator.comparing(
                                    (HeldAgency x) -> x.agency().state()))
                            .toList()) {
                        csv.writeRecord(
                                a.agency().state().name(),
                                a.agency().id(),
                                a.agency().name(),
                                lower(a.agency().reach()),
                                a.type(),
                                text(a.agency().county()),
                                String.join(
                                        " ",
                                        a.counties().stream().map(Fips::code).toList()),
                                a.agency().ori().orElse(""),
                                a.countyBasis().confidence().code(),
                                why(a.countyBasis()),
                                a.oriBasis().confidence().code(),
                                why(a.oriBasis()),
                                String.join(" ", a.aliases()));
                    }
                });
    }

    /** A reason's code and, after a space, what it names. */
    private static String why(Basis basis) {
        return basis.detail().isEmpty() ? basis.code() : basis.code() + ' ' + basis.detail();
    }

    private static Basis basis(Row r, String of) {
        String why = r.text(of + "_why");
        int space = why.indexOf(' ');
        return new Basis(
                Basis.Confidence.valueOf(r.text(of + "_confidence").toUpperCase(Locale.ROOT)),
                space < 0 ? why : why.substring(0, space),
                space < 0 ? "" : why.substring(space + 1));
    }

    private static byte[] agreements(History history) {
        return table(
                List.of("state", "id", "agency_id", "model", "signed", "hybrid", "ended_on", "ended_document"),
                csv -> inOrderOfState(history)
                        .forEach((line, state) -> csv.writeRecord(
                                state.name(),
                                line.id(),
                                line.agencyId(),
                                lower(line.model()),
                                text(line.signed()),
                                line.hybrid() ? "yes" : "",
                                text(line.ended().map(HistoryLine.End::on)),
                                line.ended().map(HistoryLine.End::document).orElse(""))));
    }

    /** Every agreement with the state of its agency, states in their order, then ids. */
    private static Map<HistoryLine, UsState> inOrderOfState(History history) {
        Map<String, UsState> states = new HashMap<>();
        history.agencies().forEach(a -> states.put(a.agency().id(), a.agency().state()));
        Map<HistoryLine, UsState> ordered = new LinkedHashMap<>();
        for (UsState state : UsState.values()) {
            for (HistoryLine line : history.lines()) {
                if (states.get(line.agencyId()) == state) {
                    ordered.put(line, state);
                }
            }
        }
        return ordered;
    }

    private static byte[] spells(History history, Map<PublishedList, Integer> numbers) {
        return table(
                List.of(
                        "state",
                        "agreement_id",
                        "kind",
                        "from_list",
                        "from_row",
                        "to_list",
                        "to_row",
                        "state_meant",
                        "agency",
                        "type",
                        "county",
                        "signed_printed",
                        "signed",
                        "memo_url",
                        "addendum_url"),
                csv -> inOrderOfState(history).forEach((line, state) -> {
                    line.listed().forEach(s -> spell(csv, state, line, "participating", s, numbers));
                    line.pending().forEach(s -> spell(csv, state, line, "pending", s, numbers));
                }));
    }

    private static void spell(
            CsvWriter csv, UsState state, HistoryLine line, String kind, Spell s, Map<PublishedList, Integer> numbers) {
        csv.writeRecord(
                state.name(),
                line.id(),
                kind,
                Integer.toString(numbers.getOrDefault(s.first().list(), 0)),
                Integer.toString(s.first().row()),
                Integer.toString(numbers.getOrDefault(s.last().list(), 0)),
                Integer.toString(s.last().row()),
                s.state().name(),
                s.agency(),
                s.type(),
                s.county(),
                s.signedPrinted(),
                text(s.signed()),
                s.memoUrl().orElse(""),
                s.addendumUrl().orElse(""));
    }

    private static byte[] events(History history) {
        return table(
                List.of(
                        "date",
                        "known",
                        "event",
                        "agreement_id",
                        "before",
                        "after",
                        "flag",
                        "file",
                        "sheet",
                        "row",
                        "last_file",
                        "last_sheet",
                        "last_row"),
                csv -> {
                    for (Event e : history.events()) {
                        csv.writeRecord(
                                e.date().toString(),
                                e.known().toString(),
                                e.kind().code(),
                                e.agreementId(),
                                e.before(),
                                e.after(),
                                e.flag(),
                                e.file(),
                                e.sheet(),
                                e.row() == 0 ? "" : Integer.toString(e.row()),
                                e.lastSeen().map(Event.Cell::file).orElse(""),
                                e.lastSeen().map(Event.Cell::sheet).orElse(""),
                                e.lastSeen().map(c -> Integer.toString(c.row())).orElse(""));
                    }
                });
    }

    /**
     * The lists with what is known of them, without their rows.
     *
     * @param all every list, in order
     * @param aside those that do not count, with the reason
     * @param participating the editions of the list of agreements
     * @param pending the editions of the list of applications
     */
    public record Lists(
            List<PublishedList> all, Map<PublishedList, Quarantine> aside, Timeline participating, Timeline pending) {
        static Lists of(List<PublishedList> all, Map<PublishedList, Quarantine> aside) {
            List<PublishedList> good =
                    all.stream().filter(l -> !aside.containsKey(l)).toList();
            return new Lists(
                    List.copyOf(all),
                    aside,
                    Timeline.of(ListKind.PARTICIPATING, good),
                    Timeline.of(ListKind.PENDING, good));
        }
    }

    /** Reads {@code lists.csv}. */
    public static Lists readLists(Stream<Row> rows) {
        List<PublishedList> all = new ArrayList<>();
        Map<PublishedList, Quarantine> aside = new LinkedHashMap<>();
        rows.forEach(r -> {
            PublishedList list = new PublishedList(
                    r.text("file"),
                    r.text("sha256"),
                    family(r),
                    ListKind.valueOf(r.text("kind").toUpperCase(Locale.ROOT)),
                    Instant.parse(r.text("made")),
                    LocalDate.parse(r.text("until")),
                    r.integer("observations"),
                    r.find("label").map(LocalDate::parse),
                    r.find("archived").map(Instant::parse),
                    r.text("sheet"),
                    new ListCounts(
                            r.integer("rows"),
                            r.integer("jem"),
                            r.integer("tfm"),
                            r.integer("wso"),
                            r.integer("agencies"),
                            r.integer("duplicates"),
                            r.integer("links")),
                    Rows.none(),
                    List.of());
            all.add(list);
            r.find("aside")
                    .ifPresent(code -> aside.put(
                            list,
                            new Quarantine(
                                    code,
                                    r.text("aside_args").isEmpty()
                                            ? List.of()
                                            : Stream.of(r.text("aside_args").split(" ", -1))
                                                    .map(a -> (Object) Integer.valueOf(a))
                                                    .toList())));
        });
        return Lists.of(all, aside);
    }

    private static ListFamily family(Row r) {
        for (ListFamily family : ListFamily.values()) {
            if (family.code().equals(r.text("family"))) {
                return family;
            }
        }
        throw new IllegalStateException(r.where() + ": no such family of lists");
    }

    /** Reads {@code agencies.csv}. */
    public static List<HeldAgency> readAgencies(Stream<Row> rows) {
        return rows.map(r -> new HeldAgency(
                        new Agency(
                                r.text("id"),
                                r.text("name"),
                                UsState.valueOf(r.text("state")),
                                Reach.valueOf(r.text("reach").toUpperCase(Locale.ROOT)),
                                r.find("county_fips").map(Fips::new),
                                r.find("ori")),
                        r.text("type"),
                        basis(r, "county"),
                        basis(r, "ori"),
                        words(r, "aliases"),
                        words(r, "counties").stream().map(Fips::new).toList()))
                .toList();
    }

    /** Reads {@code agreements.csv} and {@code spells.csv}. */
    public static List<HistoryLine> readLines(Stream<Row> agreements, Stream<Row> spells, Lists lists) {
        Map<PublishedList, Integer> editions = new HashMap<>();
        for (Timeline timeline : List.of(lists.participating(), lists.pending())) {
            timeline.editions().forEach(e -> e.lists().forEach(l -> editions.put(l, e.index())));
        }
        Map<String, Row> kept = new LinkedHashMap<>();
        agreements.forEach(r -> kept.put(r.text("id"), r));
        Map<String, List<Spell>> listed = new HashMap<>();
        Map<String, List<Spell>> pending = new HashMap<>();
        spells.forEach(r -> {
            PublishedList from = lists.all().get(r.integer("from_list") - 1);
            PublishedList to = lists.all().get(r.integer("to_list") - 1);
            Spell spell = new Spell(
                    editions.getOrDefault(from, 0),
                    editions.getOrDefault(to, 0),
                    new Spell.Cite(from, r.integer("from_row")),
                    new Spell.Cite(to, r.integer("to_row")),
                    UsState.valueOf(r.text("state_meant")),
                    r.text("agency"),
                    r.text("type"),
                    r.text("county"),
                    r.text("signed_printed"),
                    r.find("signed").map(LocalDate::parse),
                    r.find("memo_url"),
                    r.find("addendum_url"));
            (r.text("kind").equals("pending") ? pending : listed)
                    .computeIfAbsent(r.text("agreement_id"), k -> new ArrayList<>())
                    .add(spell);
        });
        List<HistoryLine> lines = new ArrayList<>();
        kept.forEach((id, r) -> lines.add(new HistoryLine(
                id,
                r.text("agency_id"),
                Model.valueOf(r.text("model").toUpperCase(Locale.ROOT)),
                r.find("signed").map(LocalDate::parse),
                !r.text("hybrid").isEmpty(),
                listed.getOrDefault(id, List.of()),
                pending.getOrDefault(id, List.of()),
                r.find("ended_on").map(d -> new HistoryLine.End(LocalDate.parse(d), r.text("ended_document"))))));
        return lines;
    }

    /** Reads {@code events.csv}. */
    public static List<Event> readEvents(Stream<Row> rows) {
        return rows.map(r -> new Event(
                        LocalDate.parse(r.text("date")),
                        LocalDate.parse(r.text("known")),
                        EventKind.find(r.text("event"))
                                .orElseThrow(() -> new IllegalStateException(r.where() + ": no such event")),
                        r.text("agreement_id"),
                        r.text("before"),
                        r.text("after"),
                        r.text("flag"),
                        r.text("file"),
                        r.text("sheet"),
                        r.find("row").map(Integer::parseInt).orElse(0),
                        r.find("last_file").map(f -> new Event.Cell(f, r.text("last_sheet"), r.integer("last_row")))))
                .toList();
    }

    private static List<String> words(Row r, String column) {
        return r.find(column).map(t -> List.of(t.split(" ", -1))).orElse(List.of());
    }

    private static byte[] table(List<String> header, java.util.function.Consumer<CsvWriter> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(header);
            rows.accept(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String text(Optional<?> value) {
        Function<Object, String> print = Object::toString;
        return value.map(print).orElse("");
    }
}
