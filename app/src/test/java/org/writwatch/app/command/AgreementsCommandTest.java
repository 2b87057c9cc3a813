package org.writwatch.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.app.ExitCode;
import org.writwatch.app.Surroundings;

class AgreementsCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Surroundings here = new Surroundings(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Path.of(""),
                Map.of("LANG", "C", "WRITWATCH_HOME", home.toString()),
                false);
        return CommandLines.run(here, args);
    }

    private JsonNode tree() throws Exception {
        return JSON.readTree(out.toString());
    }

    @Test
    void countsOfADayAreThoseOfItsList() throws Exception {
        assertEquals(ExitCode.DONE, run("agreements", "counts", "--as-of", "2025-01-01", "--format", "csv"));
        assertTrue(out.toString().startsWith("state,jem,tfm,wso,agreements,agencies,pending\n"), out.toString());
        assertTrue(out.toString().contains("\nall,60,0,75,135,"), out.toString());
        assertEquals(ExitCode.DONE, run("agreements", "counts", "--json"));
        JsonNode all = tree().get(tree().size() - 1);
        assertTrue(all.get("agreements").isIntegralNumber());
        assertEquals(1843, all.get("agreements").asInt());
    }

    @Test
    void aListOfOneStateHoldsThatStateAlone() throws Exception {
        assertEquals(ExitCode.DONE, run("agreements", "list", "--state", "nc", "--status", "active", "--json"));
        assertFalse(tree().isEmpty());
        tree().forEach(a -> {
            assertEquals("NC", a.get("state").asText());
            assertEquals("active", a.get("status").asText());
            assertTrue(a.get("first_absent").isNull());
        });
    }

    @Test
    void historyExplainsEachEventDownToTheCells() throws Exception {
        assertEquals(ExitCode.DONE, run("agreements", "history", "12019", "--why", "--format", "json"));
        JsonNode first = tree().get(0);
        String id = first.get("event_id").asText();
        assertEquals(16, id.length());
        assertEquals(ExitCode.DONE, run("agreements", "show", id, "--json"));
        assertEquals(first, tree().get(0), "an event answers to its id");
        assertEquals(ExitCode.DONE, run("agreements", "history", "clay-county-sheriffs-office-fl", "--format=csv"));
        assertTrue(out.toString().contains("clay-county-sheriffs-office-fl/jem/2020-03-11"), out.toString());
    }

    @Test
    void showSpeaksBothLanguagesAndMarksTheLinkThatIceCanSee() throws Exception {
        assertEquals(ExitCode.DONE, run("agreements", "show", "Clay County, FL"));
        assertTrue(out.toString().contains("(ICE can see this visit)"), out.toString());
        assertTrue(err.toString().contains("Last list of agreements seen: May 18, 2026"), err.toString());
        assertEquals(ExitCode.DONE, run("--lang", "es", "agreements", "show", "Clay County, FL"));
        assertTrue(out.toString().contains("ICE puede ver esta visita"), out.toString());
        assertTrue(err.toString().contains("18 de mayo de 2026"), err.toString());
        assertEquals(ExitCode.DONE, run("agreements", "show", "Mecklenburg County, NC", "--json"));
        assertEquals(
                "mecklenburg-county-sheriffs-office-nc",
                tree().get("agency").get("agency_id").asText());
        assertEquals("not_seen", tree().get("agreements").get(0).get("status").asText());
    }

    @Test
    void aDayThatNothingCoversIsSaidToBe() {
        assertEquals(ExitCode.DONE, run("agreements", "counts", "--as-of", "2015-06-01"));
        assertTrue(err.toString().contains("Careful"), err.toString());
        assertEquals(ExitCode.NO_ANSWER, run("agreements", "counts", "--as-of", "2001-01-01"));
        assertEquals("", out.toString());
    }

    @Test
    void changesSinceADayNameFileSheetAndRow() throws Exception {
        assertEquals(ExitCode.DONE, run("agreements", "changes", "--since", "2026-05-01", "--json"));
        assertFalse(tree().isEmpty());
        tree().forEach(e -> {
            assertTrue(e.get("date").asText().compareTo("2026-05-01") >= 0, e.toString());
            assertFalse(e.get("file").isNull(), e.toString());
        });
    }

    @Test
    void sourcesListEveryFileAndWhatWasRepaired() throws Exception {
        assertEquals(ExitCode.DONE, run("agreements", "sources", "--json"));
        assertEquals(503, tree().size());
        assertEquals(ExitCode.DONE, run("agreements", "sources", "--repairs", "--as-of", "2025-06-01", "--json"));
        boolean found = false;
        for (JsonNode r : tree()) {
            found |= r.get("value").asText().equals("05/082025")
                    && r.get("what").asText().equals("repaired");
        }
        assertTrue(found, "a date printed as text is listed with its reason");
    }

    @Test
    void wrongWordsAreRefusedWithTheRightStatus() {
        assertEquals(ExitCode.USAGE, run("agreements"));
        assertEquals(ExitCode.USAGE, run("agreements", "list", "--as-of", "yesterday"));
        assertEquals(ExitCode.USAGE, run("agreements", "list", "--format", "xml"));
        assertEquals(ExitCode.USAGE, run("agreements", "history"));
        assertEquals(ExitCode.NO_ANSWER, run("agreements", "history", "Kalawao County, HI"));
        assertEquals(ExitCode.NO_ANSWER, run("agreements", "show", "0123456789abcdef"));
        assertEquals(ExitCode.NO_ANSWER, run("agreements", "show", "Clay County"));
        assertTrue(err.toString().contains("clay-county-sheriffs-office-fl"), err.toString());
    }

    @Test
    void completionNamesTheCommands() {
        assertEquals(ExitCode.DONE, run("completion"));
        assertTrue(out.toString().contains("agreements history"), "commands below a command are completed");
        assertTrue(out.toString().contains("--repairs"), "and their options");
    }
}
