package org.writwatch.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.app.ExitCode;
import org.writwatch.app.Surroundings;

class AgreementsMemoTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path MOA = Path.of(System.getProperty("writwatch.shared", "../../shared"))
            .toAbsolutePath()
            .resolve("data/ice-287g/moa");

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
                home,
                Map.of("LANG", "C", "WRITWATCH_HOME", home.toString()),
                false);
        return CommandLines.run(here, args);
    }

    @Test
    void anAgencyWhoseMemorandumIsHeld() throws Exception {
        assertEquals(ExitCode.DONE, run("agreements", "memo", "Clay County, FL", "--json"));
        JsonNode tree = JSON.readTree(out.toString());
        assertEquals("JEM", tree.get("model").asText());
        assertEquals("JEM-2020", tree.get("template").asText());
        assertTrue(tree.get("revision").isNull());
        assertEquals("2020-03-11", tree.get("dates").get("counted_from").asText());
        assertEquals(2, tree.get("signatories").size());
        assertTrue(tree.get("clauses").size() > 20);
        assertTrue(tree.get("duties").size() > 60);
        tree.get("duties").forEach(d -> {
            assertTrue(d.get("page").asInt() >= 1 && d.get("quote").asText().length() > 10, d.toString());
            assertTrue(d.get("summary").get("es").asText().length() > 10);
        });
        assertTrue(tree.get("departures").isArray() && tree.get("calendar").size() > 5);
        assertTrue(tree.get("ask_today").size() > 5 && tree.get("flags").isArray());
    }

    @Test
    void theTreeFitsThePublishedSchema() throws Exception {
        String schema = Files.readString(Path.of("..", "docs", "schemas", "memorandum.schema.json"));
        var published =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
        for (String agency : List.of(
                "clay-county-sheriffs-office-fl",
                "franklin-county-sheriffs-office-al",
                "loudoun-county-sheriffs-office-va",
                "gallatin-county-sheriffs-office-mt")) {
            assertEquals(ExitCode.DONE, run("agreements", "memo", agency, "--json"), err.toString());
            ObjectNode tree = (ObjectNode) JSON.readTree(out.toString());
            assertEquals(List.of(), List.copyOf(published.validate(tree)), agency);
            tree.put("surprise", 1);
            assertFalse(published.validate(tree).isEmpty());
        }
    }

    @Test
    void bothLanguagesAndRows() {
        assertEquals(ExitCode.DONE, run("agreements", "memo", "clay-county-sheriffs-office-fl"));
        assertTrue(out.toString().contains("What you could ask for today:"), out.toString());
        assertTrue(out.toString().contains("(V.B, p. 5)"));
        assertEquals(ExitCode.DONE, run("--lang", "es", "agreements", "memo", "clay-county-sheriffs-office-fl"));
        assertTrue(out.toString().contains("Lo que puede pedir hoy:"), out.toString());
        assertEquals(ExitCode.DONE, run("agreements", "memo", "clay-county-sheriffs-office-fl", "--format", "csv"));
        assertTrue(
                out.toString().startsWith("duty,topic,who,force,to,when,clause,page,ocr,summary,quote\n"),
                out.toString());
    }

    @Test
    void aFolderOfFilesWholeOrNotAtAll() throws Exception {
        String[] words = {"agreements", "memo", "clay-county-sheriffs-office-fl", "--out", "clay"};
        assertEquals(ExitCode.DONE, run(words));
        Set<String> files = new TreeSet<>();
        try (var list = Files.list(home.resolve("clay"))) {
            list.forEach(p -> files.add(p.getFileName().toString()));
        }
        assertEquals(
                Set.of(
                        "MANIFEST.sha256",
                        "calendar.ics",
                        "duties.csv",
                        "memorandum.json",
                        "redline.docx",
                        "redline.html"),
                files);
        byte[] first = Files.readAllBytes(home.resolve("clay/MANIFEST.sha256"));
        assertEquals(ExitCode.DONE, run(words));
        assertEquals(
                new String(first, StandardCharsets.UTF_8),
                Files.readString(home.resolve("clay/MANIFEST.sha256")),
                "same bytes");
        Files.writeString(Files.createDirectory(home.resolve("mine")).resolve("notes.txt"), "mine");
        assertEquals(ExitCode.BAD_INPUT, run("agreements", "memo", "clay-county-sheriffs-office-fl", "--out", "mine"));
        assertEquals("", out.toString());
    }

    @Test
    void oneOfTwoMemorandaIsAskedForByModel() {
        assertEquals(ExitCode.NO_ANSWER, run("agreements", "memo", "grayson-county-detention-center-ky"));
        assertTrue(err.toString().contains("--model jem") && err.toString().contains("--model wso"), err.toString());
        assertEquals(ExitCode.DONE, run("agreements", "memo", "grayson-county-detention-center-ky", "--model", "wso"));
        assertTrue(out.toString().contains("WSO-2025"), out.toString());
    }

    @Test
    void whatIsNotHeldOrNotThereSaysWhatToDo() throws Exception {
        assertEquals(ExitCode.NO_ANSWER, run("agreements", "memo", "Mecklenburg County, NC"));
        assertTrue(err.toString().contains("agreements memo FILE.pdf"), err.toString());
        assertEquals(ExitCode.NO_ANSWER, run("agreements", "memo", "nowhere.pdf"));
        assertTrue(err.toString().contains("nowhere.pdf"), err.toString());
        assertEquals(ExitCode.NO_ANSWER, run("agreements", "memo", "no such agency at all"));
        assertEquals(ExitCode.USAGE, run("agreements", "memo"));
        Files.writeString(home.resolve("page.pdf"), "<html><body>Access denied</body></html>");
        assertEquals(ExitCode.BAD_INPUT, run("agreements", "memo", "page.pdf", "--out", "x"));
        assertTrue(err.toString().contains("a web page saved under the name of a PDF"), err.toString());
        assertEquals(ExitCode.BAD_INPUT, run("--lang", "es", "agreements", "memo", "page.pdf"));
        assertTrue(err.toString().contains("una página web"), err.toString());
        assertFalse(Files.exists(home.resolve("x")), "no half-made folder");
    }

    @Test
    void helpAndCompletionKnowTheCommand() {
        assertEquals(ExitCode.DONE, run("agreements", "memo", "--help"));
        assertTrue(out.toString().contains("redline.docx"), out.toString());
        assertEquals(ExitCode.DONE, run("--lang", "es", "agreements", "memo", "--help"));
        assertTrue(out.toString().contains("Un memorando en un archivo PDF"), out.toString());
        assertEquals(ExitCode.DONE, run("completion"));
        assertTrue(out.toString().contains("agreements memo"));
    }

    @Test
    void aRenamedFileIsReadFromItsBytes() throws Exception {
        Path original = MOA.resolve("OklahomaDeptPublicSafety_TFM_MOA_02.18.25.pdf");
        if (!Files.exists(original)) {
            System.out.println("skipped: no folder of memoranda beside the project");
        }
        assumeTrue(Files.exists(original));
        Files.copy(original, home.resolve("x.pdf"));
        assertEquals(ExitCode.DONE, run("agreements", "memo", "x.pdf", "--json"));
        JsonNode tree = JSON.readTree(out.toString());
        assertEquals("TFM-2025", tree.get("template").asText());
        assertEquals("2025-02-12", tree.get("revision").asText());
        assertEquals("2025-02-14", tree.get("dates").get("agency_signed").asText());
        assertTrue(tree.get("contacts").size() >= 3);
        boolean struck = false;
        for (JsonNode d : tree.get("departures")) {
            struck |= d.get("kind").asText().equals("struck")
                    && d.get("form").asText().equals("the authority");
        }
        assertTrue(struck, tree.get("departures").toString());
    }
}
