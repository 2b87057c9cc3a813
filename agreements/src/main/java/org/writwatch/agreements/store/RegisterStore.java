package org.writwatch.agreements.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.writwatch.agreements.RegisterFiles;
import org.writwatch.agreements.Registry;
import org.writwatch.agreements.history.Ground;
import org.writwatch.agreements.history.History;
import org.writwatch.agreements.history.HistoryBuilder;
import org.writwatch.agreements.history.HistoryTables;
import org.writwatch.agreements.roster.Hashes;
import org.writwatch.agreements.roster.PublishedList;
import org.writwatch.agreements.roster.RosterReader;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.MachineFailure;

/**
 * The register in a home folder.
 *
 * <p>{@code HOME/ice-287g/originals/} keeps the bytes of every list brought in, by their hash; {@code
 * HOME/ice-287g/register-HASH/} holds the tables made from them and from what travels with the project, and {@code
 * HOME/ice-287g/current} names it. HASH is that of the lists, so that the same lists make the same folder in whatever
 * order they came. {@code current} is replaced in one step after everything else is written: whoever is stopped before
 * that changes nothing. One process writes at a time, the next one waits; readers never wait.
 */
public final class RegisterStore {
    static final String FOLDER = "ice-287g";

    private final Path folder;

    /** The store of a home folder, which need not exist. Nothing is written before the first list is brought in. */
    public RegisterStore(Path home) {
        this.folder = home.resolve(FOLDER);
    }

    /** The folder that keeps the bytes of the lists. */
    public Path originals() {
        return folder.resolve("originals");
    }

    /** The tables to read; empty when nothing is kept or what is kept was made from another make of the project. */
    public Optional<RegisterFiles> files() {
        return pointer().filter(Pointer::fits).map(p -> RegisterFiles.in(folder.resolve(p.register)));
    }

    /** What a reader must be told of the source: a visit that failed, or a register of another make. */
    public Optional<Phrase> trouble() {
        Optional<Pointer> pointer = pointer();
        if (pointer.isPresent() && !pointer.get().fits()) {
            return Optional.of(Phrase.of("agreements", "store.other-make"));
        }
        return new Visits(folder).trouble();
    }

    /**
     * Brings lists in. All or nothing: when one of them cannot be read, nothing changes. The same lists leave the same
     * bytes in the home folder, in whatever order and however often they come.
     *
     * @throws org.writwatch.facts.problem.BadInput when one of them is no list that can be read
     * @throws MachineFailure when the home folder cannot be written
     */
    public Brought bring(Collection<Incoming> incoming) {
        Ground ground = Ground.bundled();
        // Read before anything is touched: a bad list must find no trace of itself.
        Map<String, Incoming> byHash = new TreeMap<>();
        for (Incoming one : incoming) {
            byHash.merge(Hashes.sha256(one.bytes()), one, (a, b) -> a.file().compareTo(b.file()) <= 0 ? a : b);
        }
        Set<String> held = new HashSet<>();
        present().lists().all().forEach(l -> held.add(l.sha256()));
        try {
            Map<String, PublishedList> read = new HashMap<>();
            for (PublishedList list : RosterReader.all(byHash.entrySet().stream()
                    .filter(one -> !held.contains(one.getKey()))
                    .map(Map.Entry::getValue)
                    .sorted(Comparator.comparing(Incoming::file))
                    .toList())) {
                read.put(list.sha256(), list);
            }
            if (byHash.isEmpty()) {
                return new Brought(List.of(), List.of(), 0, present().lastList());
            }
            Files.createDirectories(originals());
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("the lock was lost");
                }
                for (Map.Entry<String, Incoming> one : byHash.entrySet()) {
                    Path original = originals().resolve(one.getKey() + ".xlsx");
                    if (!Files.isRegularFile(original)) {
                        keep(original, one.getValue().bytes());
                    }
                }
                boolean fits = pointer().map(Pointer::fits).orElse(true);
                return read.isEmpty() && fits
                        ? new Brought(
                                List.of(), List.of(), byHash.size(), present().lastList())
                        : write(byHash, read, ground);
            }
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("agreements", "store.not-writable"), e);
        }
    }

    private Brought write(Map<String, Incoming> byHash, Map<String, PublishedList> read, Ground ground)
            throws IOException {
        // Another process may have brought lists in while this one waited.
        Registry present = present();
        Map<String, PublishedList> all = new TreeMap<>();
        List<PublishedList> lists = new ArrayList<>();
        Set<String> bundled = new HashSet<>();
        Registry.bundled().lists().all().forEach(l -> bundled.add(l.sha256()));
        for (PublishedList list : present.wholeLists()) {
            if (list.sha256().isEmpty() || bundled.contains(list.sha256())) {
                lists.add(list);
            } else {
                all.put(list.sha256(), list);
            }
        }
        if (pointer().isPresent() && !pointer().get().fits()) {
            keptBefore(bundled).forEach(l -> all.put(l.sha256(), l));
        }
        List<PublishedList> added = new ArrayList<>();
        int known = byHash.size() - read.size();
        for (Map.Entry<String, PublishedList> one : read.entrySet()) {
            PublishedList before = all.get(one.getKey());
            known += before == null ? 0 : 1;
            if (before == null) {
                added.add(one.getValue());
            }
            if (before == null || one.getValue().file().compareTo(before.file()) < 0) {
                all.put(one.getKey(), one.getValue());
            }
        }
        lists.addAll(all.values());
        CompletableFuture<Map<String, byte[]>> rows = HistoryTables.rows(lists);
        History history = HistoryBuilder.build(lists, ground);
        Map<String, String> names = new TreeMap<>();
        all.forEach((hash, list) -> names.put(hash, list.file()));
        String register = name(names);
        publish(register, HistoryTables.write(history, rows));
        added.sort(null);
        return new Brought(
                added,
                added.stream().filter(history.aside()::containsKey).toList(),
                known,
                history.participating().get(history.participating().size() - 1).date());
    }

    /** What a register of this make is called that stands on these lists: hash to file name. */
    static String name(Map<String, String> lists) {
        StringBuilder names = new StringBuilder(make());
        new TreeMap<>(lists)
                .forEach((hash, file) ->
                        names.append('\n').append(hash).append(' ').append(file));
        return "register-"
                + Hashes.sha256(names.toString().getBytes(StandardCharsets.UTF_8))
                        .substring(0, 32);
    }

    /** The lists brought in under another make of the project, read again from their bytes. */
    private List<PublishedList> keptBefore(Set<String> bundled) throws IOException {
        Map<String, String> names = new TreeMap<>();
        RegisterFiles old = RegisterFiles.in(folder.resolve(pointer().orElseThrow().register));
        try (var rows = old.rows("lists.csv")) {
            rows.forEach(r -> names.put(r.text("sha256"), r.text("file")));
        }
        List<Incoming> kept = new ArrayList<>();
        try (Stream<Path> files = Files.list(originals())) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".xlsx")).sorted().toList()) {
                String hash = file.getFileName().toString().replace(".xlsx", "");
                String name = names.get(hash);
                if (name != null && !bundled.contains(hash)) {
                    kept.add(new Incoming(name, Files.readAllBytes(file)));
                }
            }
        }
        return RosterReader.all(kept);
    }

    private void publish(String register, Map<String, byte[]> tables) throws IOException {
        Path whole = folder.resolve(register);
        if (!Files.isDirectory(whole)) {
            Path aside = folder.resolve(register + ".partial");
            delete(aside);
            Files.createDirectories(aside);
            for (Map.Entry<String, byte[]> table : tables.entrySet()) {
                Files.write(aside.resolve(table.getKey()), table.getValue());
            }
            Files.move(aside, whole, StandardCopyOption.ATOMIC_MOVE);
        }
        Optional<String> before = pointer().map(p -> p.register);
        keep(folder.resolve("current"), (register + "\n" + make() + "\n").getBytes(StandardCharsets.UTF_8));
        // The one before stays for those who are reading it; older ones and what an interrupted run left go.
        List<Path> old;
        try (Stream<Path> files = Files.list(folder)) {
            old = files.filter(f -> {
                        String name = f.getFileName().toString();
                        return name.startsWith("register-")
                                && !name.equals(register)
                                && !before.filter(name::equals).isPresent();
                    })
                    .sorted()
                    .toList();
        }
        for (Path each : old) {
            delete(each);
        }
    }

    /** Writes a file whole or not at all. */
    private static void keep(Path file, byte[] content) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".partial");
        Files.write(aside, content);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    private Registry present() {
        return files().map(Registry::of).orElseGet(Registry::bundled);
    }

    /** What names the register that counts, and the make of the project it was made by. */
    private record Pointer(String register, String make) {
        boolean fits() {
            return make.equals(RegisterStore.make());
        }
    }

    private Optional<Pointer> pointer() {
        Path file = folder.resolve("current");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.size() == 2
                    && lines.get(0).startsWith("register-")
                    && Files.isDirectory(folder.resolve(lines.get(0)))) {
                return Optional.of(new Pointer(lines.get(0), lines.get(1)));
            }
            throw Damaged.pointer();
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("agreements", "store.not-readable"), e);
        }
    }

    private static final class Make {
        static final String HASH = hash();

        private static String hash() {
            RegisterFiles bundled = RegisterFiles.bundled();
            StringBuilder all = new StringBuilder();
            for (String table : List.of("lists.csv", "decisions.csv", "events.csv")) {
                all.append(Hashes.sha256(bundled.bytes(table)));
            }
            return Hashes.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The make of the project, as far as registers differ by it: a hash of what travels with it. */
    static String make() {
        return Make.HASH;
    }
}
