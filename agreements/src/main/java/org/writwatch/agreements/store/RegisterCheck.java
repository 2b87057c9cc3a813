package org.writwatch.agreements.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.writwatch.agreements.RegisterFiles;
import org.writwatch.agreements.Registry;
import org.writwatch.agreements.history.Ground;
import org.writwatch.agreements.history.HistoryBuilder;
import org.writwatch.agreements.history.HistoryTables;
import org.writwatch.agreements.roster.Hashes;
import org.writwatch.agreements.roster.PublishedList;
import org.writwatch.agreements.roster.RosterReader;
import org.writwatch.facts.bundle.Row;
import org.writwatch.facts.check.Checked;
import org.writwatch.facts.problem.Problem;

/**
 * Makes registers again from the lists they stand on and compares them, table by table. Changes nothing, and may run while
 * another process brings lists in: a register that is taken away meanwhile is not looked at.
 */
public final class RegisterCheck {
    private static final Pattern ORIGINAL = Pattern.compile("[0-9a-f]{64}\\.xlsx");
    private static final Pattern PAGE = Pattern.compile("[0-9a-f]{64}\\.html");
    private static final Pattern ARRIVING = Pattern.compile("[0-9a-f]{64}");
    private static final Set<String> NOTES = Set.of("visited", "agreed", "last-visit", "current", "lock");

    private final Path folder;
    private final Consumer<String> progress;
    private final TreeMap<String, Checked> found = new TreeMap<>();

    private RegisterCheck(Path folder, Consumer<String> progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** The register that travels with the project: its history made again from the rows of its lists. */
    public static List<Checked> bundled() {
        RegisterFiles files = RegisterFiles.bundled();
        List<Checked> all = new ArrayList<>();
        tables(Registry.bundled().wholeLists())
                .forEach((name, bytes) -> all.add(Checked.compare(
                        "agreements/registry/" + name, Hashes.sha256(bytes), Hashes.sha256(files.bytes(name)))));
        return List.copyOf(all);
    }

    /**
     * The register of a home folder.
     *
     * @param progress told what is being looked at
     * @return every file, in order
     */
    public static List<Checked> in(Path home, Consumer<String> progress) throws IOException {
        RegisterCheck check = new RegisterCheck(home.resolve(RegisterStore.FOLDER), progress);
        check.run();
        return List.copyOf(check.found.values());
    }

    private void run() throws IOException {
        Optional<String> current = current();
        bytes("originals", ORIGINAL);
        bytes("arriving", ARRIVING);
        bytes("pages", PAGE);
        for (Path file : list(folder)) {
            String name = String.valueOf(file.getFileName());
            if (name.startsWith("register-") && !name.endsWith(".partial")) {
                progress.accept(name);
                register(file, name, current.filter(name::equals).isPresent());
            } else if (name.endsWith(".partial")) {
                note(new Checked(shown(name), Checked.State.UNFINISHED, "", ""));
            } else if (Files.isRegularFile(file)) {
                boolean ours = NOTES.contains(name);
                if (!name.equals("current") && !name.equals("lock")) {
                    note(new Checked(shown(name), ours ? Checked.State.NOT_COMPARED : Checked.State.EXTRA, "", ""));
                }
            } else if (!Set.of("originals", "arriving", "pages").contains(name)) {
                note(new Checked(shown(name), Checked.State.EXTRA, "", ""));
            }
        }
    }

    /** The register that counts; noted as wrong when it names none that is there. */
    private Optional<String> current() throws IOException {
        Path file = folder.resolve("current");
        if (!Files.isRegularFile(file)) {
            boolean registers = list(folder).stream()
                    .anyMatch(f -> f.getFileName().toString().matches("register-[0-9a-f]{32}"));
            if (registers) {
                note(Checked.missing(shown("current"), ""));
            }
            return Optional.empty();
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        String[] lines = text.split("\n", -1);
        String hash = Hashes.sha256(Files.readAllBytes(file));
        boolean whole = lines.length == 3
                && lines[0].matches("register-[0-9a-f]{32}")
                && lines[1].matches("[0-9a-f]{64}")
                && Files.isDirectory(folder.resolve(lines[0]));
        boolean ours = whole && lines[1].equals(RegisterStore.make());
        note(new Checked(
                shown("current"),
                ours ? Checked.State.SAME : whole ? Checked.State.NOT_COMPARED : Checked.State.DIFFERS,
                ours ? hash : "",
                hash));
        return whole && ours ? Optional.of(lines[0]) : Optional.empty();
    }

    private void bytes(String inside, Pattern names) throws IOException {
        for (Path file : list(folder.resolve(inside))) {
            String name = String.valueOf(file.getFileName());
            String shown = shown(inside + "/" + name);
            try {
                if (names.matcher(name).matches()) {
                    note(Checked.compare(shown, name.substring(0, 64), Hashes.sha256(Files.readAllBytes(file))));
                } else {
                    boolean half = name.endsWith(".partial");
                    note(new Checked(shown, half ? Checked.State.UNFINISHED : Checked.State.EXTRA, "", ""));
                }
            } catch (NoSuchFileException e) {
                // A list on its way in has arrived since the folder was listed.
            }
        }
    }

    private void register(Path register, String name, boolean counts) throws IOException {
        Map<String, byte[]> again;
        boolean ours;
        try {
            Map<String, String> names = names(register);
            List<PublishedList> lists = new ArrayList<>(Registry.bundled().wholeLists());
            Set<String> bundled = new HashSet<>();
            lists.forEach(l -> bundled.add(l.sha256()));
            names.keySet().removeAll(bundled);
            List<Incoming> kept = new ArrayList<>();
            for (Map.Entry<String, String> one : names.entrySet()) {
                Path original = folder.resolve("originals").resolve(one.getKey() + ".xlsx");
                if (!Files.isRegularFile(original)) {
                    note(Checked.missing(shown("originals/" + one.getKey() + ".xlsx"), one.getKey()));
                    notCompared(register);
                    return;
                }
                kept.add(new Incoming(one.getValue(), Files.readAllBytes(original)));
            }
            lists.addAll(RosterReader.all(kept));
            again = tables(lists);
            ours = RegisterStore.name(names).equals(name);
        } catch (NoSuchFileException e) {
            if (counts) {
                note(Checked.missing(shown(name + "/lists.csv"), ""));
            }
            return;
        } catch (Problem | IllegalStateException | UncheckedIOException e) {
            // The list of lists, or one of the lists, can not be read: that is named, the rest can not be made again.
            String hash = Hashes.sha256(Files.readAllBytes(register.resolve("lists.csv")));
            note(new Checked(shown(name + "/lists.csv"), Checked.State.DIFFERS, "", hash));
            notCompared(register);
            return;
        }
        if (!ours && !counts) {
            notCompared(register);
            return;
        }
        Set<String> there = new TreeSet<>();
        for (Path file : list(register)) {
            String table = String.valueOf(file.getFileName());
            there.add(table);
            byte[] expected = again.get(table);
            String hash = Hashes.sha256(Files.readAllBytes(file));
            note(
                    expected == null
                            ? new Checked(shown(name + "/" + table), Checked.State.EXTRA, "", hash)
                            : Checked.compare(shown(name + "/" + table), Hashes.sha256(expected), hash));
        }
        again.forEach((table, bytes) -> {
            if (!there.contains(table)) {
                note(Checked.missing(shown(name + "/" + table), Hashes.sha256(bytes)));
            }
        });
    }

    private void notCompared(Path register) throws IOException {
        for (Path file : list(register)) {
            String shown = shown(register.getFileName() + "/" + file.getFileName());
            found.putIfAbsent(shown, new Checked(shown, Checked.State.NOT_COMPARED, "", ""));
        }
    }

    /** Hash to file name of every list a register stands on. */
    private static Map<String, String> names(Path register) throws IOException {
        Map<String, String> names = new TreeMap<>();
        if (!Files.isRegularFile(register.resolve("lists.csv"))) {
            throw new NoSuchFileException(String.valueOf(register.getFileName()));
        }
        try (Stream<Row> rows = RegisterFiles.in(register).rows("lists.csv")) {
            rows.filter(r -> !r.text("sha256").isEmpty()).forEach(r -> names.put(r.text("sha256"), r.text("file")));
        }
        return names;
    }

    private static Map<String, byte[]> tables(List<PublishedList> lists) {
        return new TreeMap<>(HistoryTables.write(HistoryBuilder.build(lists, Ground.bundled())));
    }

    private void note(Checked one) {
        found.merge(one.file(), one, (a, b) -> a.isFault() ? a : b);
    }

    private static String shown(String file) {
        return RegisterStore.FOLDER + "/" + file;
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
