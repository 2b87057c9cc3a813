package org.writwatch.evidence.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.writwatch.facts.check.Checked;
import org.writwatch.facts.problem.BadInput;

/**
 * Looks at every file of a store. Bytes are hashed and compared with their names; each generation is made again from its
 * receipt and bytes, in a folder outside the home, and compared byte by byte. One use.
 *
 * <p>What a writer is at, or a stopped writer left, is told from a fault by this: a file is acknowledged when the receipt of
 * its generation is there, and that comes last. Files are only ever added beside old ones, so a check need not hold a
 * writer up.
 */
final class StoreCheck {
    static final String LOCK = "lock";
    private static final Pattern SOURCE = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PART = Pattern.compile("[0-9a-f]{16}(\\.json|\\.parquet|\\.kept-out\\.csv)");

    private final Path sources;
    private final Path tables;
    private final Consumer<String> progress;
    private final TreeMap<String, Checked> found = new TreeMap<>();

    StoreCheck(Path sources, Path tables, Consumer<String> progress) {
        this.sources = sources;
        this.tables = tables;
        this.progress = progress;
    }

    List<Checked> run() throws IOException {
        // Receipts first: a generation that is published while this runs is then no fault, only not looked at.
        List<Receipt> receipts = new ArrayList<>();
        Set<String> hashed = new TreeSet<>();
        for (Path file : HomeFiles.list(sources)) {
            String name = String.valueOf(file.getFileName());
            progress.accept(name);
            try {
                if (Receipt.FILE.matcher(name).matches()) {
                    receipt(file, name, receipts);
                } else if (SOURCE.matcher(name).matches()) {
                    note(Checked.compare("sources/" + name, name, HomeFiles.hash(file)));
                    hashed.add(name);
                } else {
                    note(new Checked("sources/" + name, stray(file), "", ""));
                }
            } catch (NoSuchFileException e) {
                // Taken away since the folder was listed: only half-written files ever are.
            }
        }
        Set<String> known = new HashSet<>();
        for (Receipt receipt : receipts) {
            progress.accept(receipt.table().name() + " " + receipt.table().vintage());
            if (!hashed.contains(receipt.source())) {
                note(Checked.missing("sources/" + receipt.source(), receipt.source()));
            }
            generation(receipt, known);
        }
        for (Path folder : HomeFiles.list(tables)) {
            if (HomeFiles.isHalf(folder)) {
                note(new Checked("tables/" + folder.getFileName(), Checked.State.UNFINISHED, "", ""));
            } else if (Files.isDirectory(folder)) {
                folder(folder, known);
            } else if (!folder.endsWith(LOCK)) {
                note(new Checked("tables/" + folder.getFileName(), Checked.State.EXTRA, "", ""));
            }
        }
        for (Receipt receipt : receipts) {
            String shown = "tables/" + receipt.table().name() + "/current";
            if (!found.containsKey(shown)) {
                note(new Checked(shown, writing() ? Checked.State.UNFINISHED : Checked.State.MISSING, "", ""));
            }
        }
        return List.copyOf(found.values());
    }

    private void receipt(Path file, String name, List<Receipt> receipts) throws IOException {
        try {
            receipts.add(Receipt.read(file));
            note(Checked.same("sources/" + name, HomeFiles.hash(file)));
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            note(new Checked("sources/" + name, Checked.State.DIFFERS, name.substring(0, 16), HomeFiles.hash(file)));
        }
    }

    /** The three files of a generation, against the same made again. */
    private void generation(Receipt receipt, Set<String> known) throws IOException {
        Path kept = tables.resolve(receipt.table().name());
        Path again = Files.createTempDirectory("writwatch-verify");
        try {
            Path bytes = sources.resolve(receipt.source());
            boolean whole = Files.isRegularFile(bytes) && HomeFiles.hash(bytes).equals(receipt.source());
            if (whole) {
                ReleaseMaker.make(receipt, bytes, again);
            }
            for (String end : ReleaseMaker.PARTS) {
                String name = receipt.id() + end;
                String shown = "tables/" + receipt.table().name() + "/" + name;
                known.add(shown);
                String expected = whole ? HomeFiles.hash(again.resolve(name)) : "";
                Path file = kept.resolve(name);
                if (!Files.isRegularFile(file)) {
                    note(Checked.missing(shown, expected));
                } else if (whole) {
                    note(Checked.compare(shown, expected, HomeFiles.hash(file)));
                } else {
                    note(new Checked(shown, Checked.State.NOT_COMPARED, "", HomeFiles.hash(file)));
                }
            }
        } catch (BadInput | SQLException e) {
            // The bytes are as they came and are refused now: the rules of another make of the project let them in.
            for (String end : ReleaseMaker.PARTS) {
                String shown = "tables/" + receipt.table().name() + "/" + receipt.id() + end;
                known.add(shown);
                note(new Checked(shown, Checked.State.NOT_COMPARED, "", ""));
            }
        } finally {
            HomeFiles.delete(again);
        }
    }

    /** What lies in the folder of a table beside what its receipts account for. */
    private void folder(Path folder, Set<String> known) throws IOException {
        String table = "tables/" + folder.getFileName() + "/";
        for (Path file : HomeFiles.list(folder)) {
            String name = String.valueOf(file.getFileName());
            String shown = table + name;
            if (name.equals("current")) {
                String id = Files.readString(file, StandardCharsets.UTF_8);
                String what = id.strip() + ReleaseMaker.WHAT;
                // Acknowledged before, or since the receipts were listed.
                boolean held = id.equals(id.strip() + "\n")
                        && Receipt.FILE.matcher(what).matches()
                        && (known.contains(table + what) || Files.isRegularFile(sources.resolve(what)));
                String said = HomeFiles.hash(file);
                note(new Checked(shown, held ? Checked.State.SAME : Checked.State.DIFFERS, held ? said : "", said));
            } else if (!known.contains(shown)) {
                note(new Checked(shown, stray(file), "", ""));
            }
        }
    }

    /** What no receipt accounts for: half written by its name or as a part of a generation, else extra. */
    private static Checked.State stray(Path file) {
        boolean part = PART.matcher(String.valueOf(file.getFileName())).matches();
        return HomeFiles.isHalf(file) || part ? Checked.State.UNFINISHED : Checked.State.EXTRA;
    }

    private void note(Checked one) {
        found.merge(one.file(), one, (a, b) -> a.isFault() ? a : b);
    }

    /** Whether another process holds the lock of the writer. Reading it needs no right to write. */
    private boolean writing() throws IOException {
        Path lock = tables.resolve(LOCK);
        if (!Files.isRegularFile(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.READ);
                FileLock mine = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return mine == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }
}
