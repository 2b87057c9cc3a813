package org.writwatch.app.stops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writwatch.app.ExitCode;
import org.writwatch.evidence.stops.LayoutCatalogue;
import org.writwatch.facts.phrase.Lang;

/** Each published layout, on a small made-up file of its shape: who was stopped, searched, and found with something. */
class StopLayoutsTest {
    @TempDir
    Path folder;

    private Path made(String name) throws IOException {
        Path to = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        try (InputStream in = StopLayoutsTest.class.getResourceAsStream("layouts/" + name)) {
            Files.write(to, Objects.requireNonNull(in, name).readAllBytes());
        }
        return to;
    }

    private void nc() throws IOException {
        for (String f : List.of("STOP.txt", "PERSON.txt", "Search.txt", "Contraband.txt")) {
            made("nc/" + f);
        }
    }

    private Map<String, Object> answer(String spec) throws IOException {
        return Stops.of(Files.writeString(folder.resolve("spec.yaml"), spec), Lang.EN, "test")
                .tree();
    }

    /** Stops, searches and hits of each group: {@code white 4/1/0}. */
    private static Set<String> counts(Map<String, Object> answer) {
        Map<String, long[]> all = new java.util.TreeMap<>();
        for (Object e : (List<?>) answer.get("estimates")) {
            Map<?, ?> one = (Map<?, ?>) e;
            boolean search = "search_rate".equals(one.get("name"));
            if (search || "hit_rate".equals(one.get("name"))) {
                long[] n = all.computeIfAbsent((String) one.get("group"), g -> new long[3]);
                long of = ((Number) one.get("n")).longValue();
                long yes = Math.round(of * ((Number) one.get("estimate")).doubleValue());
                n[search ? 0 : 1] = of;
                n[search ? 1 : 2] = yes;
            }
        }
        Set<String> said = new java.util.TreeSet<>();
        all.forEach((g, n) -> said.add(g + " " + n[0] + "/" + n[1] + "/" + n[2]));
        return said;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ct-ctrp3|ct.csv|asian 1/1/0,black 1/1/0,hispanic 2/1/1,middle eastern 1/0/0,white 1/0/0",
                "ca-ripa|ripa.csv|black 1/1/1,hispanic 2/1/1,multiracial 1/0/0,white 2/1/0",
                "tx-tier2|texas.csv|black 1/1/1,hispanic 2/1/0,native american 1/0/0,white 2/1/1",
                "tx-dps|dps.csv|black 1/1/0,hispanic 1/1/1,white 2/1/0",
                "il-idot|illinois.txt|black 1/1/0,black+hispanic 3/2/1,hispanic 2/1/1,white 1/0/0",
                "stanford|stanford.csv|black 1/1/0,hispanic 2/1/1,white 2/1/1",
            })
    void countsAreThoseOfTheFile(String layout, String file, String expected) throws IOException {
        made(file);
        Map<String, Object> answer =
                answer("data: " + file + "\nlayout: " + layout + "\ntest: outcome\nreference: white\n"
                        + (layout.equals("il-idot") ? "minority: [black, hispanic]\n" : ""));
        assertEquals(new java.util.TreeSet<>(Set.of(expected.split(","))), counts(answer));
    }

    /** Four linked tables: the driver's row, any search of the stop, and what was found; a passenger is nobody's group. */
    @Test
    void northCarolinaIsJoined() throws IOException {
        nc();
        Map<String, Object> answer =
                answer("data: nc\nlayout: nc-sbi\ntest: outcome\nreference: white\nwhere: \"agency LIKE 'Ala%'\"\n");
        assertEquals(Set.of("asian 1/0/0", "hispanic 2/1/0", "white 3/1/0"), counts(answer));
        Map<?, ?> diagnostics = (Map<?, ?>) answer.get("diagnostics");
        assertEquals(
                List.of(
                        "person: 24 rows, 0 of no stop",
                        "search: 5 rows, 1 of no stop",
                        "contraband: 1 rows, 0 of no stop"),
                diagnostics.get("links"));
        answer = answer("data: nc\nlayout: nc-sbi\ntest: purpose-mix\nreference: white\nminority: [hispanic]\n");
        assertTrue(answer.toString().contains("purpose=checkpoint"), answer.toString());
    }

    @Test
    void aFileOfAnotherLayoutIsRefusedAndItsOwnIsNamed() throws IOException {
        made("ripa.csv");
        StopsRun run = new StopsRun(folder);
        assertEquals(ExitCode.BAD_INPUT, run.spec("data: ripa.csv\nlayout: ct-ctrp3\ntest: outcome\n"));
        assertTrue(run.err().contains("ct-ctrp3") && run.err().contains("another layout: ca-ripa"), run.err());
        assertEquals(ExitCode.BAD_INPUT, run.spec("data: ripa.csv\nlayout: nc-sbi\ntest: outcome\n"));
        assertEquals(ExitCode.BAD_INPUT, run.spec("data: ripa.csv\nlayout: martian\ntest: outcome\n"));
        assertTrue(run.err().contains("nc-sbi"), run.err());
    }

    @Test
    void aMissingLinkedFileAndAKeyThatIsNoNumberAreNamed() throws IOException {
        nc();
        StopsRun run = new StopsRun(folder);
        String spec = "data: nc\nlayout: nc-sbi\ntest: outcome\n";
        Path search = folder.resolve("nc/Search.txt");
        Files.writeString(search, Files.readString(search).replaceFirst("\t5006\t", "\t50o6\t"));
        assertEquals(ExitCode.BAD_INPUT, run.spec(spec));
        assertTrue(run.err().contains("Search.txt row 2") && run.err().contains("50o6"), run.err());
        Files.delete(search);
        assertEquals(ExitCode.BAD_INPUT, run.spec(spec));
        assertTrue(run.err().contains("Search.txt"), run.err());
    }

    @Test
    void namesInAKnownLayoutAreRefusedAtTheDoor() throws IOException {
        Path dps = made("dps.csv");
        Files.writeString(dps, Files.readString(dps).replace("HA_COUNTY", "HA_N_LAST_DRVR"));
        StopsRun run = new StopsRun(folder);
        assertEquals(ExitCode.BAD_INPUT, run.spec("data: dps.csv\nlayout: tx-dps\ntest: outcome\n"));
        assertTrue(run.err().contains("HA_N_LAST_DRVR"), run.err());
    }

    /** A file of one state with the place of another. */
    @Test
    void theStateOfALayoutIsHeldAgainstThePlace() throws IOException {
        made("dps.csv");
        StopsRun run = new StopsRun(folder);
        assertEquals(
                ExitCode.BAD_INPUT,
                run.spec("data: dps.csv\nlayout: tx-dps\ntest: veil-of-darkness\nminority: [hispanic]\n"
                        + "place: {county: \"37119\"}\n"));
        assertTrue(run.err().contains("TX") && run.err().contains("37119"), run.err());
    }

    @Test
    void aReadersOwnLayoutIsADataPackage() throws IOException {
        Files.writeString(folder.resolve("own.csv"), "wer;gesucht;fund\nW;ja;nein\nH;ja;ja\nH;nein;nein\n");
        Files.writeString(
                folder.resolve("own.json"),
                "{\"resources\":[{\"name\":\"own\",\"writwatch\":{\"delimiter\":\";\",\"columns\":{\"race\":{\"from\":\"wer\"},"
                        + "\"searched\":{\"any\":[\"gesucht\"],\"yes\":[\"ja\"],\"no\":[\"nein\"]},"
                        + "\"hit\":{\"any\":[\"fund\"],\"yes\":[\"ja\"],\"no\":[\"nein\"]}}}}]}");
        Map<String, Object> answer =
                answer("data: own.csv\nlayout: own.json\ntest: outcome\nreference: white\nminority: [hispanic]\n");
        assertEquals(Set.of("white 1/1/0", "hispanic 2/1/1"), counts(answer));
    }

    @Test
    void everyLayoutSaysWhatItIsAndGivesAGroup() {
        LayoutCatalogue.bundled().values().forEach(l -> {
            assertTrue(l.title().length() > 10, l.name());
            assertTrue(l.gives().containsAll(Set.of("date", "time", "race", "searched", "hit")), l.name());
        });
        assertEquals(7, LayoutCatalogue.bundled().size());
    }
}
