package org.writwatch.evidence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.facts.check.Checked;

/** Whatever is done to a store behind its back is named; what a stopped run left is told from it; nothing is changed. */
class StoreCheckTest {
    private static final String ROWS = "fips,month,n,kind,parts\n37119,2018-12,7,a,12\n37119,2019-01,0,a,\n"
            + "37183,December,3,a,\n37183,2019-02,4,a,0\n";

    @TempDir
    Path work;

    private Path home;
    private TableStore store;
    private Generation made;

    @BeforeEach
    void bring() throws IOException {
        home = work.resolve("home");
        store = new TableStore(home);
        made = store.bring(TableStoreTest.descriptor("2024"), Files.writeString(work.resolve("t.csv"), ROWS));
    }

    @Test
    void everyFileIsLookedAtAndNothingIsChanged() throws IOException {
        Map<String, String> before = files();
        List<Checked> all = store.check(s -> {});
        assertEquals(before, files());
        Set<String> kept = new TreeSet<>(before.keySet());
        kept.remove("tables/lock");
        assertEquals(kept, new TreeSet<>(all.stream().map(Checked::file).toList()));
        assertTrue(all.stream().allMatch(c -> c.state() == Checked.State.SAME), all.toString());
    }

    @Test
    void aFlippedByteInAnyFileIsNamed() throws IOException {
        for (String name : files().keySet()) {
            if (name.equals("tables/lock")) {
                continue;
            }
            Path file = home.resolve(name);
            byte[] bytes = Files.readAllBytes(file);
            byte[] flipped = bytes.clone();
            flipped[bytes.length / 2] ^= 1;
            Files.write(file, flipped);
            assertTrue(TableStoreTest.faults(home).contains("DIFFERS " + name), name + TableStoreTest.faults(home));
            Files.write(file, bytes);
            assertEquals(List.of(), TableStoreTest.faults(home));
        }
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        for (String name : List.of(
                "sources/" + made.source(),
                "tables/t/" + made.id() + ".parquet",
                "tables/t/" + made.id() + ".kept-out.csv",
                "tables/t/" + made.id() + ".json",
                "tables/t/current")) {
            byte[] bytes = Files.readAllBytes(home.resolve(name));
            Files.delete(home.resolve(name));
            assertEquals(List.of("MISSING " + name), TableStoreTest.faults(home));
            Files.write(home.resolve(name), bytes);
        }
        Files.delete(home.resolve("sources/" + made.id() + ".json"));
        assertEquals(List.of("DIFFERS tables/t/current"), TableStoreTest.faults(home));
    }

    @Test
    void anExtraFileIsNamed() throws IOException {
        for (String name : List.of("sources/notes.txt", "tables/notes.txt", "tables/t/other.parquet")) {
            Files.writeString(home.resolve(name), "x");
            assertEquals(List.of("EXTRA " + name), TableStoreTest.faults(home));
            Files.delete(home.resolve(name));
        }
    }

    @Test
    void aTruncatedTableIsNamed() throws IOException {
        Path parquet = home.resolve("tables/t/" + made.id() + ".parquet");
        byte[] bytes = Files.readAllBytes(parquet);
        for (int length : new int[] {0, 4, bytes.length / 2, bytes.length - 1}) {
            Files.write(parquet, java.util.Arrays.copyOf(bytes, length));
            assertEquals(List.of("DIFFERS tables/t/" + made.id() + ".parquet"), TableStoreTest.faults(home));
        }
    }

    @Test
    void whatAStoppedRunLeftIsNoFaultAndIsClearedByTheNext() throws IOException {
        Files.writeString(home.resolve("tables/t/0123456789abcdef.parquet"), "half");
        Files.writeString(home.resolve("tables/source123.tmp"), "half");
        Files.writeString(home.resolve("sources/aside123.tmp"), "half");
        Files.createDirectories(home.resolve("tables/working-0123456789abcdef/spill"));
        assertEquals(List.of(), TableStoreTest.faults(home));
        assertEquals(
                4,
                store.check(s -> {}).stream()
                        .filter(c -> c.state() == Checked.State.UNFINISHED)
                        .count());
        assertEquals(List.of(made), store.generations("t"));
        store.bring(TableStoreTest.descriptor("2024"), work.resolve("t.csv"));
        assertEquals(
                List.of("tables/t/0123456789abcdef.parquet"),
                files().keySet().stream()
                        .filter(f -> f.contains("half") || f.contains("123"))
                        .toList());
    }

    @Test
    void aHomeWithoutItsTablesIsMadeAgainFromItsSources() throws IOException {
        Map<String, String> before = files();
        HomeFiles.delete(home.resolve("tables"));
        assertEquals(4, TableStoreTest.faults(home).size());
        assertEquals(List.of(made), store.rebuild());
        assertEquals(before, files());
        assertEquals(List.of(), TableStoreTest.faults(home));
        assertEquals(List.of(), store.rebuild());
    }

    @Test
    void aCheckWhileAnotherTakesInFindsNoFault() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Set<String> seen = new java.util.concurrent.ConcurrentSkipListSet<>();
        Thread checker = new Thread(() -> {
            while (!done.get()) {
                seen.addAll(TableStoreTest.faults(home));
            }
        });
        checker.start();
        StringBuilder text = new StringBuilder(ROWS);
        for (int i = 1; i <= 12; i++) {
            text.append("37").append(100 + 2 * i).append(",2018-12,5,a,\n");
            Path file = Files.writeString(work.resolve("t.csv"), text);
            store.bring(TableStoreTest.descriptor(String.valueOf(2000 + i)), file);
        }
        done.set(true);
        checker.join();
        assertEquals(Set.of(), seen);
        assertEquals(List.of(), TableStoreTest.faults(home));
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(home)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                all.put(
                        home.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all;
    }
}
