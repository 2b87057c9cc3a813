package org.writwatch.evidence.held;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.writwatch.evidence.custody.CustodyRecord;
import org.writwatch.evidence.custody.StoredCustody;
import org.writwatch.evidence.design.Step;
import org.writwatch.evidence.store.Generation;
import org.writwatch.evidence.store.TableStore;
import org.writwatch.evidence.table.CsvFile;
import org.writwatch.evidence.table.OutcomeCatalogue;
import org.writwatch.evidence.table.TableDescriptor;
import org.writwatch.facts.Source;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.MachineFailure;
import org.writwatch.facts.problem.NotFound;

/**
 * One release of each table of a home folder: the one in use, the one that speaks for a day, or the one asked for by its id.
 * Where a home holds no custody, the record that comes with the project answers. Safe for use by several threads.
 */
public final class HeldTables {
    /** Said in place of an id: the release that comes with the project. */
    public static final String BUNDLED = "bundled";

    private final CustodyRecord custody;
    private final List<HeldTable> outcomes;
    private final SortedMap<String, HeldFile> files;

    private HeldTables(CustodyRecord custody, List<HeldTable> outcomes, SortedMap<String, HeldFile> files) {
        this.custody = custody;
        this.outcomes = List.copyOf(outcomes);
        this.files = files;
    }

    /**
     * The tables of a home folder, which need not exist.
     *
     * @param asOf the day to speak for; empty for the releases in use
     * @param releases ids of releases to take in place of those, or {@value #BUNDLED} for the custody that comes with the
     *     project
     * @throws NotFound no release held has such an id; those held are listed
     */
    public static HeldTables of(Path home, Optional<LocalDate> asOf, Collection<String> releases) {
        TableStore store = new TableStore(home);
        Map<String, Generation> chosen = choose(store, asOf, releases);
        CustodyRecord record = CustodyRecord.bundled();
        if (!releases.contains(BUNDLED)) {
            record = custody(record, store, chosen);
        }
        List<HeldTable> outcomes = new ArrayList<>();
        SortedMap<String, HeldFile> files = new TreeMap<>();
        chosen.values().forEach(g -> {
            TableDescriptor table = store.descriptor(g);
            files.put(g.table(), new HeldFile(table, store.bytes(g), words(g), table.within()));
            List<TableDescriptor.Answers> answers = answers(table);
            if (!answers.isEmpty()) {
                outcomes.add(new HeldTable(table, answers, store.open(g), source(g, table), words(g), table.within()));
            }
        });
        return new HeldTables(record, outcomes, files);
    }

    /** This custody record and no table. */
    public static HeldTables of(CustodyRecord custody) {
        return new HeldTables(custody, List.of(), new TreeMap<>());
    }

    /** The same tables, of which nothing after a day is read. */
    public HeldTables until(LocalDate day) {
        SortedMap<String, HeldFile> cut = new TreeMap<>();
        files.forEach((name, file) -> cut.put(
                name,
                new HeldFile(file.descriptor(), file.bytes(), file.release(), HeldTable.until(file.within(), day))));
        return new HeldTables(
                day.isBefore(custody.lastDay()) ? custody.until(day) : custody,
                outcomes.stream().map(t -> t.until(day)).toList(),
                cut);
    }

    /** The custody record. */
    public CustodyRecord custody() {
        return custody;
    }

    /** The release of one table that was brought in; empty when none was. */
    public Optional<HeldFile> file(String table) {
        return Optional.ofNullable(files.get(table));
    }

    /** Whether the finding with this id counts what is asked about a harm. */
    public boolean answers(String harm, String finding) {
        return outcomes.stream().anyMatch(t -> t.answers(harm, finding));
    }

    /** Tables whose numbers answer a harm, by name. */
    public List<HeldTable> outcomes() {
        return outcomes;
    }

    /** What its descriptor says it answers, else what ours of the same name says. */
    public static List<TableDescriptor.Answers> answers(TableDescriptor table) {
        if (!table.answers().isEmpty()) {
            return table.answers();
        }
        return OutcomeCatalogue.find(table.name()).map(TableDescriptor::answers).orElse(List.of()).stream()
                .filter(a -> table.values().contains(a.measure()))
                .filter(a -> a.per().isEmpty() || table.values().contains(a.per()))
                .filter(a -> Step.of(table.period().kind()).isPresent())
                .filter(a -> table.groups().containsAll(a.only().keySet())
                        && table.groups().containsAll(a.without().keySet()))
                .toList();
    }

    private static Map<String, Generation> choose(
            TableStore store, Optional<LocalDate> asOf, Collection<String> releases) {
        Map<String, Generation> chosen = new LinkedHashMap<>();
        TreeSet<String> wanted = new TreeSet<>(releases);
        wanted.remove(BUNDLED);
        List<String> held = new ArrayList<>();
        for (String name : store.names()) {
            Optional<Generation> one = asOf.isPresent() ? store.asOf(name, asOf.get()) : store.current(name);
            one.ifPresent(g -> chosen.put(name, g));
            for (Generation each : store.generations(name)) {
                held.add(each.id() + "  " + name + "  " + each.vintage() + "  " + each.file());
                if (wanted.remove(each.id())) {
                    chosen.put(name, each);
                }
            }
        }
        if (!wanted.isEmpty()) {
            held.add(BUNDLED);
            throw new NotFound(Phrase.of("evidence", "held.no-release", wanted.first()), held);
        }
        return chosen;
    }

    private static CustodyRecord custody(CustodyRecord bundled, TableStore store, Map<String, Generation> chosen) {
        CustodyRecord record = bundled;
        Generation places = chosen.get(StoredCustody.FACILITIES);
        if (places != null && isOther(bundled, 2, places)) {
            TableDescriptor table = store.descriptor(places);
            try (InputStream in = CsvFile.open(store.bytes(places), table.path())) {
                record = StoredCustody.withPlaces(record, table, in, source(places, table), words(places));
            } catch (IOException e) {
                throw new MachineFailure(Phrase.of("evidence", "store.not-readable"), e);
            }
        }
        Generation daily = chosen.get(StoredCustody.DAILY);
        if (daily != null && isOther(bundled, 0, daily)) {
            record = StoredCustody.withDaily(
                    record, store.open(daily), source(daily, store.descriptor(daily)), words(daily));
        }
        Generation monthly = chosen.get(StoredCustody.MONTHLY);
        if (monthly != null && isOther(bundled, 1, monthly)) {
            TableDescriptor table = store.descriptor(monthly);
            record = StoredCustody.withMonthly(
                    record, store.open(monthly), table.within(), source(monthly, table), words(monthly));
        }
        return record;
    }

    /** Whether a release is not the very bytes that the bundled record was made from. */
    private static boolean isOther(CustodyRecord bundled, int source, Generation generation) {
        return !bundled.sources().get(source).sha256().equals(Optional.of(generation.source()));
    }

    private static String words(Generation g) {
        return g.table() + " " + g.vintage() + ", release " + g.id();
    }

    private static Source source(Generation g, TableDescriptor table) {
        String published = OutcomeCatalogue.publisher(g.table());
        String address = OutcomeCatalogue.published(g.table());
        return new Source(
                g.table() + "-" + g.id(),
                published.isBlank() ? g.file() : published,
                table.unit() + " (" + g.file() + ", " + g.vintage() + ")",
                table.licence(),
                Optional.empty(),
                Optional.of(g.source()),
                "",
                Optional.of(address).filter(a -> a.startsWith("https://")));
    }
}
