package org.writwatch.app.sync;

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
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.agreements.store.Visits;
import org.writwatch.app.ExitCode;
import org.writwatch.app.Surroundings;
import org.writwatch.app.command.CommandLines;

/** Whatever reads the register reads the one in the home folder, and says there of what day it is and that its source is dead. */
class HomeRegisterTest {
    private static final String ADDED = "Nowhere Town Police Department";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static final StringWriter OUT = new StringWriter();
    private static final StringWriter ERR = new StringWriter();

    private static int run(String... args) {
        OUT.getBuffer().setLength(0);
        ERR.getBuffer().setLength(0);
        Surroundings here = new Surroundings(
                new PrintWriter(OUT, true),
                new PrintWriter(ERR, true),
                folder,
                Map.of("LANG", "C", "WRITWATCH_HOME", "home"),
                false);
        return CommandLines.run(here, args);
    }

    /** A list of the day after the last one bundled, with one agency more; and a visit that failed. */
    @BeforeAll
    static void sync() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        Files.write(
                folder.resolve("in/participatingAgencies05192026.xlsx"),
                LocalSource.participating(ADDED, "2026-05-19T12:00:00Z"));
        assertEquals(ExitCode.DONE, run("sync", "--from", "in"), ERR::toString);
        Visits.of(folder.resolve("home")).note(LocalDate.of(2026, 6, 4), false);
    }

    @Test
    void theDossierIsMadeFromIt() throws IOException {
        assertEquals(ExitCode.DONE, run("dossier", "48453", "--out", "dossier"), ERR::toString);
        String english = Files.readString(folder.resolve("dossier/index.html"));
        assertTrue(english.contains(ADDED), "the agency that only the home folder knows");
        assertTrue(english.contains("on June 4, 2026 the source did not answer"));
        assertTrue(english.contains("Last list of agreements seen: May 19, 2026"), "the date of the last list");
        String spanish = Files.readString(folder.resolve("dossier/index.es.html"));
        assertTrue(spanish.contains("4 de junio de 2026") && spanish.contains("19 de mayo de 2026"));
        assertEquals(ExitCode.DONE, run("--home", "empty", "dossier", "48453", "--out", "bundled"), ERR::toString);
        assertFalse(Files.readString(folder.resolve("bundled/index.html")).contains(ADDED));
    }

    @Test
    void theCommandsExportsAndFeedsSayThatItsSourceIsDead() throws IOException {
        for (String command : new String[] {"list", "counts", "changes", "sources", "agencies"}) {
            assertEquals(ExitCode.DONE, run("agreements", command, "--format", "csv"), ERR::toString);
            assertTrue(ERR.toString().contains("on June 4, 2026 the source did not answer"), command);
        }
        assertEquals(ExitCode.DONE, run("agreements", "export", "--out", "export"), ERR::toString);
        JsonNode descriptor =
                JSON.readTree(folder.resolve("export/datapackage.json").toFile());
        assertTrue(descriptor.get("writwatch").get("source_trouble").asText().contains("June 4, 2026"));
        assertTrue(Files.readString(folder.resolve("export/DICTIONARY.es.md")).contains("4 de junio de 2026"));
        assertTrue(Files.readString(folder.resolve("export/csv/agencies.csv")).contains(ADDED));
        assertEquals(ExitCode.DONE, run("agreements", "feeds", "--out", "feeds", "--as-of", "2008-04-01"));
        assertTrue(Files.readString(folder.resolve("feeds/feeds/all.en.atom")).contains("June 4, 2026"));
        assertTrue(Files.readString(folder.resolve("feeds/index.html")).contains("4 de junio de 2026"));
    }

    /** A day that only the home folder reaches: the others refuse it, or take it for the default. */
    @Test
    void theLastDayIsThatOfItsLastList() throws IOException {
        assertEquals(ExitCode.DONE, run("dossier", "48453", "--out", "later", "--as-of", "2026-05-19"), ERR::toString);
        assertEquals(
                ExitCode.NO_ANSWER,
                run("--home", "empty", "dossier", "48453", "--out", "never", "--as-of", "2026-05-19"));
        assertFalse(Files.exists(folder.resolve("never")));
        Files.writeString(
                folder.resolve("matter.yaml"),
                "claim: D\njurisdiction: NC\nrespondent: {agency: x, office: sheriff, sovereign: local}\nfacts: {}\n");
        assertEquals(ExitCode.DONE, run("screen", "matter.yaml", "--json"), ERR::toString);
        String home = OUT.toString();
        assertEquals(ExitCode.DONE, run("screen", "matter.yaml", "--json", "--as-of", "2026-05-19"), ERR::toString);
        assertEquals(OUT.toString(), home);
        assertEquals(ExitCode.DONE, run("law", "check", "--format", "csv"), ERR::toString);
    }
}
