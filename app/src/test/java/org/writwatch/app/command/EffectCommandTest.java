package org.writwatch.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.app.Surroundings;

/** {@code effect} as a person runs it. */
class EffectCommandTest {
    @TempDir
    Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @Test
    void theSameDigitsOnEveryPaper() throws IOException {
        assertEquals(0, run("effect", "37119", "--out", "files"));
        JsonNode custody =
                new ObjectMapper().readTree(read("files/findings.json")).get(0);
        String printed = custody.at("/answer/difference/printed").asText();
        assertTrue(read("files/findings.csv").contains("," + printed + ","), printed);
        assertTrue(read("files/findings.txt").contains(printed.substring(1) + " fewer"), printed);
        String fixed = read("files/custody-mecklnc.specification.txt");
        assertTrue(fixed.startsWith("rule: custody-1\ncounty: 37119\n"), fixed);
        assertEquals(fixed, custody.at("/specification/text").asText());
        assertTrue(read("files/findings.csv")
                .contains(custody.at("/specification/sha256").asText()));
        assertTrue(Files.exists(folder.resolve("files/custody-mecklnc.svg")));
    }

    @Test
    void asOfAnEarlierDayKnowsNothingLater() throws IOException {
        assertEquals(0, run("effect", "37119", "--as-of", "2018-11-30", "--json"));
        JsonNode early = new ObjectMapper().readTree(out.toString());
        assertTrue(early.at("/0/answer/after_period/to").asText().compareTo("2018-11-30") <= 0, early.toString());
        assertTrue(early.at("/0/answer/change_on").asText().compareTo("2018-11-30") < 0);
        assertFalse(early.at("/0/diagnostics").toString().contains("2018-12"), "a later day is named");
        assertEquals(4, run("effect", "37119", "--as-of", "2001-01-01"));
    }

    @Test
    void oneOrAll() {
        assertEquals(2, run("effect"));
        assertEquals(2, run("effect", "37119", "--all"));
        assertEquals(2, run("effect", "--all", "--out", "x"));
    }

    @Test
    void everyHarmIsAskedFor() throws IOException {
        assertEquals(0, run("effect", "37119", "--harms", "--format", "csv"));
        List<String> lines = out.toString().lines().toList();
        assertTrue(lines.stream().anyMatch(l -> l.contains(",vigilantism,not_identified,")));
        assertTrue(lines.stream().anyMatch(l -> l.contains(",after-remedy,not_identified,")));
    }

    @Test
    void tablesComeInFromAFolderAllOrNothing() throws IOException {
        Path from = Files.createDirectories(folder.resolve("tables"));
        Files.writeString(
                from.resolve("trac_detainers_county_month.csv"),
                "county_fips,month,detainers\n37119,2024-01,12\n37183,2024-01,0\n1055,2024-01,4\n");
        assertEquals(0, run("sync", "outcomes", "--from", "tables", "--json"));
        JsonNode made = new ObjectMapper().readTree(out.toString()).get(0);
        assertEquals("trac-detainers", made.at("/table").asText());
        assertEquals("2", made.at("/cells").asText());
        assertEquals("1", made.at("/rejected").asText());
        assertTrue(
                err.toString().contains("4,\"county_fips\",\"1055\",\"a county code of five digits"), err.toString());
        Files.writeString(
                from.resolve("scaap_awards.csv"),
                "county_fips,fiscal_year,award_dollars,inmate_days,last_name\n37119,FY10,5,6,x\n");
        assertEquals(3, run("sync", "outcomes", "--from", "tables"));
        assertFalse(Files.exists(folder.resolve("home/tables/scaap/current")));
        assertEquals(2, run("sync", "outcomes"));
        assertTrue(out.toString().contains("https://deportationdata.org"), out.toString());
        assertEquals(3, run("sync", "outcomes", "--from", "nowhere"));
    }

    @Test
    void aReleaseIsNamedAndAnOlderOneAnswersAgain() throws IOException {
        Path from = Files.createDirectories(folder.resolve("tables"));
        String first = "detloc,date,n\nMECKLNC,2019-01-02,3\n";
        Files.writeString(from.resolve("datapackage.json"), """
                {"resources": [{"name": "custody-daily", "path": "mine.csv", "licenses": [{"name": "public record"}],
                 "schema": {"fields": [{"name": "detloc"}, {"name": "date"}, {"name": "n"}]},
                 "writwatch": {"unit": "people", "period": {"field": "date", "kind": "day"},
                  "place": {"field": "detloc", "kind": "facility"}, "values": ["n"], "absence": "not-reported",
                  "vintage": "mine", "within": "2019-01-01/2019-12-31"}}]}""");
        Files.writeString(from.resolve("mine.csv"), first);
        assertEquals(0, run("sync", "outcomes", "--from", "tables", "--json"));
        String one =
                new ObjectMapper().readTree(out.toString()).at("/0/generation").asText();
        Files.writeString(from.resolve("mine.csv"), first + "MECKLNC,2019-01-03,4\n");
        assertEquals(0, run("sync", "outcomes", "--from", "tables", "--json"));
        String two =
                new ObjectMapper().readTree(out.toString()).at("/0/generation").asText();
        assertEquals(4, run("effect", "37119", "--json"), "two days are too few");
        assertTrue(out.toString().contains("custody-daily mine, release " + two), out.toString());
        assertEquals(4, run("effect", "37119", "--json", "--release", one));
        assertTrue(out.toString().contains("custody-daily mine, release " + one), out.toString());
        assertEquals(0, run("effect", "37119", "--release", "bundled"));
        assertEquals(4, run("effect", "37119", "--release", "0123456789abcdef"));
        Files.writeString(from.resolve("mine.csv"), first);
        assertEquals(3, run("sync", "outcomes", "--from", "tables"), "fewer rows than before");
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
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
