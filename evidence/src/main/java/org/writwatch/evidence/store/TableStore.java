package org.writwatch.evidence.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.writwatch.evidence.table.CsvFile;
import org.writwatch.evidence.table.OutcomeTable;
import org.writwatch.evidence.table.TableDescriptor;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.MachineFailure;

/**
 * The outcome tables of a home folder.
 *
 * <p>{@code HOME/sources/HASH} keeps the published bytes. {@code HOME/tables/NAME/ID.parquet} is one release, made from
 * them and rebuildable; {@code ID.json} says what it is; {@code current} names the one in use and is replaced in one step
 * after everything else is written. Whoever is stopped before that changes nothing; what was acknowledged stays. Earlier
 * releases stay beside it and can be read again. One process writes at a time, the next waits; readers never wait, since no
 * generation is ever written over.
 *
 * <p>Memory does not grow with the table: rows stream into a working file of the query engine, which spills to disk.
 */
public final class TableStore {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path sources;
    private final Path tables;

    /** The store of a home folder, which need not exist. Nothing is written before the first table is brought in. */
    public TableStore(Path home) {
        this.sources = home.resolve("sources");
        this.tables = home.resolve("tables");
    }

    /**
     * Takes in one release of a table and makes it the current one.
     *
     * @return what was made; the generation already there when the same bytes came before
     * @throws BadInput the table is not what the descriptor says, or has fewer rows than the release in use
     * @throws MachineFailure the home folder cannot be written
     */
    public Generation bring(TableDescriptor table, Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            Path folder = Files.createDirectories(tables.resolve(table.name()));
            try (FileChannel channel = FileChannel.open(
                            tables.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("the lock was lost");
                }
                String source = keep(file);
                String id = hash(table + "\n" + source).substring(0, 16);
                Path made = folder.resolve(id + ".json");
                Generation generation = Files.isRegularFile(made) ? read(made) : make(table, folder, id, source, name);
                swap(folder.resolve("current"), id);
                return generation;
            }
        } catch (IOException | SQLException e) {
            throw new MachineFailure(Phrase.of("evidence", "store.not-writable"), e);
        }
    }

    /** The release in use; empty when the table was never brought in. */
    public Optional<Generation> current(String table) {
        Path current = tables.resolve(table).resolve("current");
        try {
            return Files.isRegularFile(current)
                    ? Optional.of(read(tables.resolve(table)
                            .resolve(Files.readString(current, StandardCharsets.UTF_8)
                                            .strip() + ".json")))
                    : Optional.empty();
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("evidence", "store.not-readable"), e);
        }
    }

    /** Every release held of a table, by release, then id. */
    public List<Generation> generations(String table) {
        Path folder = tables.resolve(table);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Generation> all = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                all.add(read(file));
            }
            all.sort(java.util.Comparator.comparing(Generation::vintage).thenComparing(Generation::id));
            return List.copyOf(all);
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("evidence", "store.not-readable"), e);
        }
    }

    /** The rows of one release, to be asked. */
    public StoredTable open(Generation generation) {
        return new StoredTable(
                tables.resolve(generation.table()).resolve(generation.id() + ".parquet"),
                tables.resolve("spill"),
                generation);
    }

    /** What is not as it was kept: sources whose bytes have another hash, generations without their rows. In order. */
    public List<String> verify() {
        List<String> wrong = new ArrayList<>();
        try {
            if (Files.isDirectory(sources)) {
                try (Stream<Path> files = Files.list(sources)) {
                    for (Path file : files.sorted().toList()) {
                        if (!hash(file).equals(String.valueOf(file.getFileName()))) {
                            wrong.add("sources/" + file.getFileName());
                        }
                    }
                }
            }
            if (Files.isDirectory(tables)) {
                try (Stream<Path> files = Files.walk(tables, 2)) {
                    for (Path file : files.filter(f -> f.toString().endsWith(".json"))
                            .sorted()
                            .toList()) {
                        Generation generation = read(file);
                        if (open(generation).cells() != generation.cells()) {
                            wrong.add("tables/" + generation.table() + "/" + generation.id() + ".parquet");
                        }
                    }
                }
            }
            return List.copyOf(wrong);
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("evidence", "store.not-readable"), e);
        }
    }

    private String keep(Path file) throws IOException {
        Files.createDirectories(sources);
        Path aside = Files.createTempFile(tables, "source", ".tmp");
        try {
            MessageDigest digest = sha256();
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest);
                    OutputStream out = Files.newOutputStream(aside)) {
                in.transferTo(out);
            }
            String hash = HexFormat.of().formatHex(digest.digest());
            Path kept = sources.resolve(hash);
            if (!Files.isRegularFile(kept)) {
                force(aside);
                Files.move(aside, kept, StandardCopyOption.ATOMIC_MOVE);
            }
            return hash;
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private Generation make(TableDescriptor table, Path folder, String id, String source, String file)
            throws IOException, SQLException {
        Path working = Files.createTempDirectory(tables, "working");
        try {
            Path parquet = working.resolve("rows.parquet");
            Generation made;
            try (DuckDBConnection engine = Duck.working(working.resolve("rows.duckdb"), working.resolve("spill"));
                    Statement sql = engine.createStatement()) {
                sql.execute(Cells.CREATE);
                OutcomeTable.Read read;
                try (Cells cells = new Cells(engine);
                        InputStream in = CsvFile.open(named(source, file, working))) {
                    read = OutcomeTable.stream(table, file, in, cells::add);
                }
                Optional<Generation> before = current(table.name());
                if (before.isPresent() && read.rows() < before.get().rows()) {
                    throw new BadInput(
                            file,
                            Phrase.of(
                                    "evidence",
                                    "bad.fewer-found",
                                    read.rows(),
                                    before.get().rows()),
                            Phrase.of("evidence", "bad.fewer-expected"),
                            Phrase.of("evidence", "store.fewer-remedy"));
                }
                sql.execute(Cells.DROP_REPEATS);
                sql.execute("COPY (" + Cells.IN_ORDER + ") TO " + Duck.quoted(parquet)
                        + " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 100000)");
                long all = one(sql, "SELECT count(*) FROM cells");
                long kept = one(sql, "SELECT count(*) FROM cells WHERE NOT repeated");
                made = new Generation(
                        table.name(),
                        id,
                        source,
                        file,
                        table.vintage(),
                        read.rows(),
                        kept,
                        read.rejects().size(),
                        all - kept);
            }
            force(parquet);
            Files.move(parquet, folder.resolve(id + ".parquet"), StandardCopyOption.ATOMIC_MOVE);
            swap(
                    folder.resolve(id + ".json"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(made));
            return made;
        } finally {
            delete(working);
        }
    }

    /** The kept bytes under a name that says whether they are compressed. */
    private Path named(String source, String file, Path working) throws IOException {
        Path kept = sources.resolve(source);
        if (!file.endsWith(".gz")) {
            return kept;
        }
        Path link = working.resolve("source.gz");
        try {
            return Files.createLink(link, kept);
        } catch (IOException | UnsupportedOperationException e) {
            return Files.copy(kept, link);
        }
    }

    private static long one(Statement sql, String question) throws SQLException {
        try (ResultSet answer = sql.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private static Generation read(Path file) throws IOException {
        return JSON.readValue(Files.readString(file, StandardCharsets.UTF_8), Generation.class);
    }

    private static void swap(Path target, String text) throws IOException {
        Path aside = Files.createTempFile(target.getParent(), "aside", ".tmp");
        Files.writeString(aside, text + "\n", StandardCharsets.UTF_8);
        force(aside);
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
