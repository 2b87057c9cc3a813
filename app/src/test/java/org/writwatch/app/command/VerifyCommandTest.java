package org.writwatch.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.app.Surroundings;

/** {@code verify} as a person runs it. */
class VerifyCommandTest {
    private static final String TABLE = "county_fips,month,detainers\n37119,2024-01,12\n37183,2024-01,0\n";

    @TempDir
    Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @Test
    void withoutAHomeTheBundledFactsAreLookedAt() throws IOException {
        assertEquals(0, run("verify", "--format", "csv"));
        List<String> lines = out.toString().lines().toList();
        assertEquals("part,file,state,expected,found", lines.get(0));
        assertTrue(lines.stream().skip(1).allMatch(l -> l.startsWith("bundled,") && l.contains(",same,")));
        for (String file : List.of(
                "agreements/registry/events.csv",
                "evidence/custody/custody_daily.csv.gz",
                "facts/gazetteer/counties.csv",
                "law/sources.csv")) {
            assertTrue(lines.stream().anyMatch(l -> l.startsWith("bundled," + file + ",")), file);
        }
        assertTrue(err.toString().contains(lines.size() - 1 + " files that came with the program"), err.toString());
        assertFalse(Files.exists(folder.resolve("home")));
    }

    @Test
    void aHomeIsNamedFileByFileAndNotChanged() throws IOException {
        sync();
        Map<String, String> before = files();
        assertEquals(0, run("verify", "--json"));
        assertEquals(before, files());
        JsonNode all = new ObjectMapper().readTree(out.toString());
        long kept = Stream.iterate(0, i -> i < all.size(), i -> i + 1)
                .filter(i -> all.get(i).at("/part").asText().equals("home"))
                .count();
        assertEquals(before.size() - 1, kept);
        Path parquet = home(".parquet");
        byte[] bytes = Files.readAllBytes(parquet);
        bytes[bytes.length / 2] ^= 1;
        Files.write(parquet, bytes);
        Files.writeString(folder.resolve("home/notes.txt"), "mine");
        assertEquals(3, run("verify", "--format", "csv"));
        assertTrue(out.toString().contains("home,tables/trac-detainers/" + parquet.getFileName() + ",differs,"));
        assertTrue(out.toString().contains("home,notes.txt,extra,"));
        assertTrue(err.toString().contains(parquet.getFileName() + ": found "), err.toString());
        assertEquals(3, run("--lang", "es", "verify"));
        assertTrue(err.toString().contains("Saque la carpeta tables"), err.toString());
    }

    @Test
    void tablesThatWereLostAreMadeAgain() throws IOException {
        sync();
        Map<String, String> before = files();
        try (Stream<Path> walk = Files.walk(folder.resolve("home/tables"))) {
            for (Path each : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
        assertEquals(3, run("verify"));
        assertEquals(0, run("sync", "outcomes"));
        assertTrue(out.toString().contains("trac-detainers"), out.toString());
        assertEquals(before, files());
        assertEquals(0, run("verify", "--quiet"));
    }

    @Test
    void stoppedInTheMiddleItLeavesTheHomeAsItWas() throws IOException, InterruptedException {
        sync();
        Map<String, String> before = files();
        for (int millis : new int[] {300, 900, 1500, 2500}) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "org.writwatch.app.Main",
                            "--home",
                            folder.resolve("home").toString(),
                            "verify")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said.txt").toFile())
                    .start();
            process.waitFor(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            assertEquals(before, files(), "after " + millis + " ms");
        }
        assertEquals(0, run("verify", "--quiet"));
    }

    private void sync() throws IOException {
        Path from = Files.createDirectories(folder.resolve("from"));
        Files.writeString(from.resolve("trac_detainers_county_month.csv"), TABLE);
        assertEquals(0, run("sync", "outcomes", "--from", "from"));
    }

    private Path home(String end) throws IOException {
        try (Stream<Path> walk = Files.walk(folder.resolve("home"))) {
            return walk.filter(f -> f.toString().endsWith(end)).findFirst().orElseThrow();
        }
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder.resolve("home"))) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                all.put(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all;
    }

    private int run(String... args) {
        out = new StringWriter();
        err = new StringWriter();
        Surroundings here = new Surroundings(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                folder,
                Map.of("LANG", "C", "WRITWATCH_HOME", folder.resolve("home").toString()),
                false);
        return CommandLines.run(here, args);
    }
}
