package org.writwatch.evidence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.evidence.table.Observation;
import org.writwatch.evidence.table.TableDescriptor;
import org.writwatch.facts.Reading;
import org.writwatch.facts.check.Checked;
import org.writwatch.facts.problem.BadInput;

/** What is taken in is there, whole, whatever else happens; releases stay beside one another. */
class TableStoreTest {
    private static final String FIRST = "fips,month,n,kind,parts\n37119,2018-12,7,a,12\n37119,2019-01,0,a,\n"
            + "37183,2018-12,,a,\n37183,2019-01,4,a,6\n37183,2019-02,4,a,0\n";

    @TempDir
    Path home;

    @Test
    void everyKindOfReadingComesBackAsItWent() throws IOException {
        TableStore store = new TableStore(home);
        Generation made = store.bring(descriptor("2024"), file("one.csv", FIRST));
        assertEquals(5, made.rows());
        StoredTable table = store.open(made);
        assertEquals(5, table.cells());
        List<Observation> wake = table.of("37183");
        assertEquals(new Reading.Counted(7), table.of("37119").get(0).reading());
        assertEquals(List.of("a"), table.of("37119").get(0).group());
        assertEquals(new Reading.Zero(), table.of("37119").get(1).reading());
        assertEquals(new Reading.NotReported(), wake.get(0).reading());
        assertInstanceOf(Reading.Partial.class, wake.get(1).reading());
        assertInstanceOf(Reading.Withheld.class, wake.get(2).reading());
        assertEquals(7.0, table.sumByPlace("n").get("37119"));
        assertEquals(List.of(), faults(home));
    }

    @Test
    void theSameBytesAreTakenInOnceAndGiveTheSameBytes(@TempDir Path other) throws IOException {
        TableStore store = new TableStore(home);
        Generation one = store.bring(descriptor("2024"), file("one.csv", FIRST));
        assertEquals(one, store.bring(descriptor("2024"), file("one.csv", FIRST)));
        assertEquals(1, store.generations("t").size());
        Generation again = new TableStore(other).bring(descriptor("2024"), file("one.csv", FIRST));
        Path parquet = Path.of("tables", "t", one.id() + ".parquet");
        assertEquals(-1, Files.mismatch(home.resolve(parquet), other.resolve(parquet)));
        assertEquals(one, again);
    }

    @Test
    void releasesStayBesideOneAnotherAndFewerRowsAreRefused() throws IOException {
        TableStore store = new TableStore(home);
        Generation old = store.bring(descriptor("2024"), file("one.csv", FIRST));
        Generation newer =
                store.bring(descriptor("2025"), file("two.csv", FIRST.replace(",7,", ",9,") + "37183,2019-03,1,a,\n"));
        assertNotEquals(old.id(), newer.id());
        assertEquals(newer, store.current("t").orElseThrow());
        assertEquals(List.of(old, newer), store.generations("t"));
        assertEquals(new Reading.Counted(7), store.open(old).of("37119").get(0).reading());
        assertEquals(
                new Reading.Counted(9), store.open(newer).of("37119").get(0).reading());
        BadInput fewer = assertThrows(
                BadInput.class,
                () -> store.bring(
                        descriptor("2026"), file("three.csv", "fips,month,n,kind,parts\n37119,2018-12,7,a,\n")));
        assertTrue(fewer.getMessage().contains("1 rows, where the last release had 6"), fewer.getMessage());
        assertEquals(newer, store.current("t").orElseThrow());
    }

    @Test
    void aSecondRowForTheSamePlaceAndTimeIsKeptOut() throws IOException {
        Generation made = new TableStore(home)
                .bring(descriptor("2024"), file("one.csv", FIRST + "37119,2018-12,8,a,\n37119,2018-12,8,b,\n"));
        assertEquals(1, made.repeated());
        assertEquals(6, made.cells());
    }

    @Test
    void aBadTableLeavesWhatIsThereAlone() throws IOException {
        TableStore store = new TableStore(home);
        Generation old = store.bring(descriptor("2024"), file("one.csv", FIRST));
        for (String bad : List.of(
                "fips,month,n,kind,parts,last_name\n37119,2018-12,7,a,,x\n",
                FIRST + "37119,2019-04\n",
                FIRST.replace(",", ";"))) {
            assertThrows(BadInput.class, () -> store.bring(descriptor("2025"), file("bad.csv", bad)));
            assertEquals(old, store.current("t").orElseThrow());
        }
    }

    @Test
    void aRefusedFirstTableLeavesNothing(@TempDir Path other) throws IOException {
        Path bad = file("bad.csv", FIRST + "37119,2019-04\n");
        assertThrows(BadInput.class, () -> new TableStore(other.resolve("home")).bring(descriptor("2025"), bad));
        assertEquals(List.of(), HomeFiles.list(other.resolve("home")));
    }

    @Test
    void aReaderReadsWhileAWriterWrites() throws Exception {
        TableStore store = new TableStore(home);
        store.bring(descriptor("2000"), file("one.csv", FIRST));
        AtomicBoolean done = new AtomicBoolean();
        Set<Long> seen = new ConcurrentSkipListSet<>();
        Set<String> faults = new ConcurrentSkipListSet<>();
        Thread reader = new Thread(() -> {
            TableStore other = new TableStore(home);
            while (!done.get()) {
                try {
                    seen.add(other.open(other.current("t").orElseThrow()).cells());
                } catch (RuntimeException e) {
                    faults.add(String.valueOf(e));
                }
            }
        });
        reader.start();
        StringBuilder text = new StringBuilder(FIRST);
        for (int i = 1; i <= 8; i++) {
            text.append("37").append(100 + i).append(",2018-12,5,a,\n");
            store.bring(descriptor(String.valueOf(2000 + i)), file("more.csv", text.toString()));
        }
        done.set(true);
        reader.join();
        assertEquals(Set.of(), faults);
        assertTrue(seen.stream().allMatch(n -> n >= 5 && n <= 13), seen.toString());
        assertEquals(13, store.open(store.current("t").orElseThrow()).cells());
    }

    static List<String> faults(Path home) {
        return new TableStore(home)
                .check(s -> {}).stream()
                        .filter(Checked::isFault)
                        .map(c -> c.state() + " " + c.file())
                        .toList();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text);
    }

    static TableDescriptor descriptor(String vintage) {
        return TableDescriptor.read("d.json", """
                {"resources": [{"name": "t", "path": "t.csv", "licenses": [{"name": "CC0-1.0"}],
                  "schema": {"fields": [{"name": "fips", "type": "string"}, {"name": "month", "type": "yearmonth"},
                                        {"name": "n", "type": "number"}, {"name": "kind", "type": "string"},
                                        {"name": "parts", "type": "number"}]},
                  "writwatch": {"unit": "calls", "period": {"field": "month", "kind": "month"},
                    "place": {"field": "fips", "kind": "fips"}, "values": ["n"], "groups": ["kind"],
                    "complete": {"field": "parts", "of": 12}, "absence": "not-reported",
                    "vintage": "%s", "within": "2018-01-01/2024-12-31"}}]}
                """.formatted(vintage)).get(0);
    }
}
