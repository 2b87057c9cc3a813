package org.writwatch.evidence.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.writwatch.evidence.table.CsvFile;
import org.writwatch.evidence.table.OutcomeTable;
import org.writwatch.evidence.table.TableDescriptor;
import org.writwatch.facts.check.Checked;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.MachineFailure;

/**
 * The outcome tables of a home folder.
 *
 * <p>{@code HOME/sources/HASH} keeps the published bytes, {@code HOME/sources/ID.json} the descriptor under which they were
 * taken in. {@code HOME/tables/NAME/ID.parquet} is one release, made from the two and rebuildable; {@code ID.json} says what
 * it is, {@code ID.kept-out.csv} which rows cannot be right; {@code current} names the one in use and is replaced in one step
 * after everything else is written. Whoever is stopped before that changes nothing; what was acknowledged stays. Earlier
 * releases stay beside it and can be read again. One process writes at a time, the next waits; readers never wait, since no
 * generation is ever written over.
 *
 * <p>Memory does not grow with the table: rows stream into a working file of the query engine, which spills to disk.
 */
public final class TableStore {
    private static final String CURRENT = "current";

    private final Path sources;
    private final Path tables;

    /** The store of a home folder, which need not exist. Nothing is written before the first table is brought in. */
    public TableStore(Path home) {
        this.sources = home.resolve("sources");
        this.tables = home.resolve("tables");
    }

    /**
     * Reads a table through as {@link #bring} would, and keeps nothing.
     *
     * @return what it holds
     * @throws BadInput it is not what the descriptor says, or has fewer rows than the release in use
     */
    public OutcomeTable.Read read(TableDescriptor table, Path file) {
        String name = String.valueOf(file.getFileName());
        try (InputStream in = CsvFile.open(file)) {
            OutcomeTable.Read read = OutcomeTable.stream(table, name, in, cell -> {});
            requireNoFewer(table.name(), name, read.rows());
            return read;
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("evidence", "store.not-readable"), e);
        }
    }

    /**
     * Takes in one release of a table and makes it the current one.
     *
     * @return what was made; the generation already there when the same bytes came before
     * @throws BadInput the table is not what the descriptor says, or has fewer rows than the release in use
     * @throws MachineFailure the home folder cannot be written
     */
    public Generation bring(TableDescriptor table, Path file) {
        TableDescriptor named =
                table.release(String.valueOf(file.getFileName()), table.within(), table.vintage(), table.rows());
        return locked(() -> {
            Path aside = Files.createTempFile(tables, "source", HomeFiles.ASIDE);
            Receipt receipt = new Receipt(named, HomeFiles.copy(file, aside));
            Optional<Generation> held = find(receipt);
            Generation generation = held.isPresent() ? held.get() : make(receipt, aside);
            if (held.isEmpty()) {
                requireNoFewer(table.name(), named.path(), generation.rows());
                Files.createDirectories(sources);
                if (!Files.isRegularFile(sources.resolve(receipt.source()))) {
                    HomeFiles.move(aside, sources.resolve(receipt.source()));
                }
                publish(generation);
                HomeFiles.swap(sources.resolve(receipt.id() + ReleaseMaker.WHAT), receipt.text());
            }
            HomeFiles.swap(folder(table.name()).resolve(CURRENT), generation.id() + "\n");
            return generation;
        });
    }

    /**
     * Makes every table again that is kept in {@code sources/} and not in {@code tables/}; the release of the latest day is in
     * use where nothing says which was.
     *
     * @return what was made again, by table and day
     */
    public List<Generation> rebuild() {
        List<Receipt> lost = new ArrayList<>();
        for (Receipt receipt : receipts()) {
            if (find(receipt).isEmpty()) {
                lost.add(receipt);
            }
        }
        if (lost.isEmpty()) {
            return List.of();
        }
        return locked(() -> {
            List<Generation> made = new ArrayList<>();
            for (Receipt receipt : lost) {
                Generation generation = make(receipt, sources.resolve(receipt.source()));
                publish(generation);
                made.add(generation);
            }
            made.sort(Comparator.comparing(Generation::table)
                    .thenComparing(Generation::day)
                    .thenComparing(Generation::vintage)
                    .thenComparing(Generation::id));
            for (Generation each : made) {
                Path current = folder(each.table()).resolve(CURRENT);
                if (current(each.table()).isEmpty()) {
                    List<Generation> all = generations(each.table());
                    HomeFiles.swap(current, all.get(all.size() - 1).id() + "\n");
                }
            }
            return List.copyOf(made);
        });
    }

    /** The release in use; empty when the table was never brought in. */
    public Optional<Generation> current(String table) {
        Path current = folder(table).resolve(CURRENT);
        try {
            String id = Files.isRegularFile(current)
                    ? Files.readString(current, StandardCharsets.UTF_8).strip()
                    : "";
            return isAcknowledged(id)
                    ? Optional.of(ReleaseMaker.read(folder(table).resolve(id + ReleaseMaker.WHAT)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("evidence", "store.not-readable"), e);
        }
    }

    /** Names of the tables held, sorted. */
    public List<String> names() {
        try {
            return HomeFiles.list(tables).stream()
                    .filter(Files::isDirectory)
                    .map(f -> String.valueOf(f.getFileName()))
                    .filter(n -> current(n).isPresent())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("evidence", "store.not-readable"), e);
        }
    }

    /** Every release held of a table, by day, release and id. */
    public List<Generation> generations(String table) {
        try {
            List<Generation> all = new ArrayList<>();
            for (Path file : HomeFiles.list(folder(table))) {
                String name = String.valueOf(file.getFileName());
                if (Receipt.FILE.matcher(name).matches() && isAcknowledged(name.substring(0, 16))) {
                    all.add(ReleaseMaker.read(file));
                }
            }
            all.sort(Comparator.comparing(Generation::day)
                    .thenComparing(Generation::vintage)
                    .thenComparing(Generation::id));
            return List.copyOf(all);
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("evidence", "store.not-readable"), e);
        }
    }

    /** A generation counts from the moment its receipt is there. */
    private boolean isAcknowledged(String id) {
        return Receipt.FILE.matcher(id + ReleaseMaker.WHAT).matches()
                && Files.isRegularFile(sources.resolve(id + ReleaseMaker.WHAT));
    }

    /**
     * The release that speaks for a day: the latest that could be known by then. Of several of one day the one in use counts,
     * else the last by id. When every release held is later, it is the earliest, which the reader cuts at the day.
     */
    public Optional<Generation> asOf(String table, LocalDate day) {
        List<Generation> all = generations(table);
        List<Generation> by =
                all.stream().filter(g -> g.day().compareTo(day.toString()) <= 0).toList();
        if (by.isEmpty()) {
            return all.stream().findFirst();
        }
        Generation last = by.get(by.size() - 1);
        return current(table).filter(c -> c.day().equals(last.day())).or(() -> Optional.of(last));
    }

    /** The descriptor a release was taken in under. */
    public TableDescriptor descriptor(Generation generation) {
        try {
            return Receipt.read(sources.resolve(generation.id() + ReleaseMaker.WHAT))
                    .table();
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("evidence", "store.not-readable"), e);
        }
    }

    /** The rows of a release that cannot be right: row, column, what was found, what was expected, as CSV without a header. */
    public List<String> keptOut(Generation generation) {
        try {
            List<String> lines = Files.readAllLines(
                    folder(generation.table()).resolve(generation.id() + ReleaseMaker.KEPT_OUT),
                    StandardCharsets.UTF_8);
            return lines.subList(1, lines.size());
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("evidence", "store.not-readable"), e);
        }
    }

    /** The published bytes of a release. */
    public Path bytes(Generation generation) {
        return sources.resolve(generation.source());
    }

    /** The rows of one release, to be asked. */
    public StoredTable open(Generation generation) {
        return new StoredTable(folder(generation.table()).resolve(generation.id() + ReleaseMaker.PARQUET), generation);
    }

    /**
     * Hashes every source again, makes every generation again beside the home folder, and compares. Changes nothing, and may
     * run while another process takes a table in.
     *
     * @return every file that was looked at, in order
     */
    public List<Checked> check(Consumer<String> progress) {
        try {
            return new StoreCheck(sources, tables, progress).run();
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("evidence", "store.not-readable"), e);
        }
    }

    private Path folder(String table) {
        return tables.resolve(table);
    }

    /** The generation of a receipt, when it is there and its files are. */
    private Optional<Generation> find(Receipt receipt) {
        Path whole = folder(receipt.table().name());
        for (String end : ReleaseMaker.PARTS) {
            if (!Files.isRegularFile(whole.resolve(receipt.id() + end))) {
                return Optional.empty();
            }
        }
        try {
            return isAcknowledged(receipt.id())
                    ? Optional.of(ReleaseMaker.read(whole.resolve(receipt.id() + ReleaseMaker.WHAT)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private List<Receipt> receipts() {
        try {
            List<Receipt> all = new ArrayList<>();
            for (Path file : HomeFiles.list(sources)) {
                if (Receipt.FILE.matcher(String.valueOf(file.getFileName())).matches()) {
                    all.add(Receipt.read(file));
                }
            }
            return all;
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("evidence", "store.not-readable"), e);
        }
    }

    private void requireNoFewer(String table, String file, long rows) {
        Optional<Generation> before = current(table);
        if (before.isPresent() && rows < before.get().rows()) {
            throw new BadInput(
                    file,
                    Phrase.of("evidence", "bad.fewer-found", rows, before.get().rows()),
                    Phrase.of("evidence", "bad.fewer-expected"),
                    Phrase.of("evidence", "store.fewer-remedy"));
        }
    }

    /** Makes a generation in a working folder of the store, from which {@link #publish} takes it. */
    private Generation make(Receipt receipt, Path bytes) throws IOException, SQLException {
        return ReleaseMaker.make(receipt, bytes, Files.createDirectory(working(receipt.id())));
    }

    /** Moves the files of a generation to where readers find them. */
    private void publish(Generation made) throws IOException {
        Path to = Files.createDirectories(folder(made.table()));
        for (String end : ReleaseMaker.PARTS) {
            HomeFiles.move(working(made.id()).resolve(made.id() + end), to.resolve(made.id() + end));
        }
    }

    private Path working(String id) {
        return tables.resolve(HomeFiles.WORKING + "-" + id);
    }

    /** What runs while no other process writes. */
    @FunctionalInterface
    private interface Writing<T> {
        T run() throws IOException, SQLException;
    }

    private <T> T locked(Writing<T> writing) {
        try {
            boolean fresh = !Files.isDirectory(tables);
            Files.createDirectories(tables);
            try (FileChannel channel = FileChannel.open(
                            tables.resolve(StoreCheck.LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("the lock was lost");
                }
                clear();
                try {
                    return writing.run();
                } finally {
                    clear();
                }
            } finally {
                if (fresh) {
                    forgetWhenEmpty();
                }
            }
        } catch (IOException | SQLException e) {
            throw new MachineFailure(Phrase.of("evidence", "store.not-writable"), e);
        }
    }

    /** Takes away what a stopped process left; called by the only writer. */
    private void clear() throws IOException {
        List<Path> places = new ArrayList<>(List.of(sources, tables));
        HomeFiles.list(tables).stream().filter(Files::isDirectory).forEach(places::add);
        for (Path place : places) {
            for (Path each : HomeFiles.list(place)) {
                if (HomeFiles.isHalf(each)) {
                    HomeFiles.delete(each);
                }
            }
        }
    }

    /** A refused first table leaves no folder behind. */
    private void forgetWhenEmpty() throws IOException {
        List<Path> left = HomeFiles.list(tables);
        if (left.equals(List.of(tables.resolve(StoreCheck.LOCK)))) {
            Files.deleteIfExists(left.get(0));
            Files.deleteIfExists(tables);
        }
    }
}
