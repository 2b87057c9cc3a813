package org.writwatch.app.effect;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.app.Surroundings;
import org.writwatch.app.command.CommandLines;

/**
 * {@code effect --demonstration}: what the pages print is what the command prints, in both languages
 * ({@code -Dwritwatch.write=docs} writes them).
 */
class DemonstrationTest {
    private static final List<String> PUBLISHED = List.of(
            "city_violent_crime_1975_2015.csv",
            "secure_communities_activation.csv",
            "restricted_noncommercial/wapo_287g_participation_2005_2019.csv",
            "rtci_agency_month_2018_2024.csv.gz",
            "mecklenburg_sheriff_stops_2002_2022.csv");

    @TempDir
    Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @Test
    void floridaNeedsNothingButTheProject() throws IOException {
        onBothPages("florida");
        assertTrue(out.toString().contains("Florida     16"), out.toString());
    }

    @Test
    void carolinaAndTheCitiesAreMadeOfThePublishedTables() throws IOException {
        bringPublished();
        onBothPages("carolina");
        assertTrue(out.toString().matches("(?s).*Mecklenburg County Detention Center North +3\\.49 +0\\.00.*"));
        onBothPages("cities");
        assertEquals(0, run("effect", "--demonstration", "cities", "--json"));
        JsonNode tree = new ObjectMapper().readTree(out.toString());
        JsonNode naive = tree.at("/tables/0/rows/0");
        assertEquals("newspaper's years", naive.at("/among/en").asText());
        assertEquals("-0.177", naive.at("/estimate/printed").asText());
        assertEquals("0.101", naive.at("/error/printed").asText());
        assertTrue(tree.at("/reading/0/en").asText().contains("NOT IDENTIFIED"), "the naive number fails its control");
    }

    /** The verdict is worked out from the control, not written down: another table gets another. */
    @Test
    void theVerdictFollowsTheNegativeControl() throws IOException {
        bringCities(0.8, 0.8);
        assertEquals(0, run("effect", "--demonstration", "cities"));
        assertTrue(out.toString().contains("naive, register's dates: NOT IDENTIFIED"), out.toString());
        assertTrue(out.toString().contains("The newspaper's years are left out"), out.toString());
        bringCities(0.8, 1);
        assertEquals(0, run("effect", "--demonstration", "cities"));
        assertFalse(out.toString().contains("NOT IDENTIFIED"), out.toString());
        assertTrue(out.toString().contains("The negative control does not fail"), out.toString());
    }

    @Test
    void theSameDigitsInEveryFormat() throws IOException {
        assertEquals(0, run("effect", "--demonstration", "florida", "--json"));
        JsonNode row = new ObjectMapper().readTree(out.toString()).at("/tables/0/rows/0");
        String estimate = row.at("/estimate/printed").asText();
        assertEquals(
                estimate,
                String.format(
                        java.util.Locale.ROOT, "%.3f", row.at("/estimate/value").asDouble()));
        assertEquals(0, run("effect", "--demonstration", "florida", "--format", "csv", "--out", "made"));
        assertTrue(out.toString().startsWith("table,row,column,value\n"), out.toString());
        assertTrue(out.toString().contains("wave-jails,1,estimate," + estimate + "\n"), out.toString());
        String table = Files.readString(folder.resolve("made/wave-jails.csv"));
        assertTrue(table.startsWith("among,design,outcome,estimate,"), table);
        assertTrue(table.contains("," + estimate + ","), table);
        assertTrue(Files.readString(folder.resolve("made/florida.txt")).contains(" " + estimate + " "));
    }

    @Test
    void whatIsMissingIsSaid() {
        assertEquals(4, run("effect", "--demonstration", "cities"));
        assertTrue(err.toString().contains("city_violent_crime_1975_2015.csv"), err.toString());
        assertTrue(err.toString().contains("https://github.com/themarshallproject/city-crime"), err.toString());
        assertEquals(0, run("effect", "--demonstration", "carolina"));
        assertTrue(out.toString().contains("rtci_agency_month_2018_2024.csv.gz was not brought in"), out.toString());
        assertEquals(4, run("--lang", "es", "effect", "--demonstration", "ohio"));
        assertTrue(err.toString().contains("No hay ninguna demostración \"ohio\""), err.toString());
        assertTrue(err.toString().contains("carolina"), err.toString());
        assertEquals(4, run("effect", "--demonstration", "florida", "--as-of", "2025-06-01"));
        assertTrue(err.toString().contains("reach February 28, 2026"), err.toString());
        assertEquals(2, run("effect", "37119", "--demonstration", "florida"));
        assertEquals(2, run("effect", "--all", "--demonstration", "florida"));
    }

    private void onBothPages(String name) throws IOException {
        assertEquals(0, run("--lang", "es", "effect", "--demonstration", name));
        onPage("demostraciones.md", name);
        assertEquals(0, run("effect", "--demonstration", name));
        onPage("demonstrations.md", name);
    }

    /** What stands between the two marks of the page is what was printed. */
    private void onPage(String file, String name) throws IOException {
        Path at = Path.of("..", "docs", file);
        String page = Files.readString(at, StandardCharsets.UTF_8);
        String open = "<!-- output: " + name + " -->\n```text\n";
        int from = page.indexOf(open) + open.length();
        assertTrue(from >= open.length(), "no output of " + name + " in " + at);
        int to = page.indexOf("```\n<!-- end -->", from);
        if ("docs".equals(System.getProperty("writwatch.write"))) {
            Files.writeString(at, page.substring(0, from) + out + page.substring(to), StandardCharsets.UTF_8);
            return;
        }
        assertEquals(page.substring(from, to), out.toString(), file + " " + name);
    }

    private void bringPublished() throws IOException {
        Path shared = Path.of(System.getProperty("writwatch.shared", "../../shared"), "data", "outcomes");
        Assumptions.assumeTrue(Files.isDirectory(shared), "published outcome tables");
        Path from = Files.createDirectories(folder.resolve("published"));
        for (String file : PUBLISHED) {
            Path original = shared.resolve(file);
            Files.copy(original, from.resolve(String.valueOf(original.getFileName())));
        }
        assertEquals(0, run("sync", "outcomes", "--from", "published"), err.toString());
    }

    /**
     * An invented table of the agencies of the demonstration.
     *
     * @param assault factor of assaults from 2007 on, in the counties that signed between 2005 and 2009
     * @param homicide the same of homicides
     */
    private void bringCities(double assault, double homicide) throws IOException {
        List<String> agencies = new ArrayList<>();
        try (var rows = org.writwatch.facts.bundle.Bundle.of("evidence").rows("demonstrations/city_counties.csv")) {
            rows.forEach(r -> agencies.add(r.text("ori") + " " + r.text("county_fips")));
        }
        var signed = org.writwatch.evidence.demonstration.Adoptions.of(
                        org.writwatch.agreements.Registry.bundled(),
                        org.writwatch.agreements.Registry.bundled().lastList())
                .first();
        Random random = new Random(287);
        StringBuilder table = new StringBuilder("ORI,year,total_pop,homs_sum,rob_sum,agg_ass_sum\n");
        for (String agency : agencies) {
            var day = signed.get(new org.writwatch.facts.Fips(agency.split(" ", 2)[1]));
            for (int year = 1995; year <= 2015; year++) {
                boolean under = day != null && day.getYear() >= 2005 && day.getYear() <= 2009 && year >= day.getYear();
                table.append(agency.split(" ", 2)[0]).append(',').append(year).append(",1000000");
                table.append(',').append(Math.round(1000 * (under ? homicide : 1) * noise(random)));
                table.append(',').append(Math.round(9000 * noise(random)));
                table.append(',').append(Math.round(9000 * (under ? assault : 1) * noise(random)));
                table.append('\n');
            }
        }
        Path from = Files.createDirectories(folder.resolve("mine"));
        Files.writeString(from.resolve("cities.csv"), table);
        Files.writeString(from.resolve("datapackage.json"), """
                {"resources": [{"name": "city-crime", "path": "cities.csv", "licenses": [{"name": "invented"}],
                 "schema": {"fields": [{"name": "ORI"}, {"name": "year"}, {"name": "total_pop"}, {"name": "homs_sum"},
                  {"name": "rob_sum"}, {"name": "agg_ass_sum"}]},
                 "writwatch": {"unit": "crimes", "period": {"field": "year", "kind": "year"},
                  "place": {"field": "ORI", "kind": "ori"}, "values": ["total_pop", "homs_sum", "rob_sum", "agg_ass_sum"],
                  "absence": "not-reported", "vintage": "invented", "within": "1995-01-01/2015-12-31"}}]}""");
        assertEquals(0, run("sync", "outcomes", "--from", "mine"), err.toString());
    }

    private static double noise(Random random) {
        return Math.exp(0.02 * random.nextGaussian());
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
