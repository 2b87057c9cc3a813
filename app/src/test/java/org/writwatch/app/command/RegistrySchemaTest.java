package org.writwatch.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.app.ExitCode;
import org.writwatch.app.Surroundings;

/** What the commands of the registry print as JSON fits the schema the documents publish. */
class RegistrySchemaTest {
    private static final Path SCHEMA = Path.of("..", "docs", "schemas", "registry.schema.json");
    private static final String AGENCY = "gaston-county-sheriffs-office-nc";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path home;

    private JsonNode answer(String... args) throws IOException {
        StringWriter out = new StringWriter();
        Surroundings here = new Surroundings(
                new PrintWriter(out, true),
                new PrintWriter(new StringWriter(), true),
                home,
                Map.of("LANG", "C", "WRITWATCH_HOME", home.toString()),
                false);
        assertEquals(ExitCode.DONE, CommandLines.run(here, args), String.join(" ", args));
        return JSON.readTree(out.toString());
    }

    private static JsonSchema schema(String definition) throws IOException {
        ObjectNode tree = (ObjectNode) JSON.readTree(Files.readAllBytes(SCHEMA));
        tree.put("$ref", "#/$defs/" + definition);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(tree);
    }

    @Test
    void everyAnswerFitsThePublishedSchema() throws IOException {
        Map<String, List<String>> commands = Map.of(
                "list", List.of("agreements", "list", "--json"),
                "history", List.of("agreements", "history", AGENCY, "--json"),
                "why", List.of("agreements", "history", AGENCY, "--why", "--json"),
                "changes", List.of("agreements", "changes", "--json"),
                "counts", List.of("agreements", "counts", "--json"),
                "agencies", List.of("agreements", "agencies", "--json"),
                "sources", List.of("agreements", "sources", "--json"),
                "repairs", List.of("agreements", "sources", "--repairs", "--json"),
                "show", List.of("agreements", "show", AGENCY, "--json"));
        for (Map.Entry<String, List<String>> command : commands.entrySet()) {
            JsonNode tree = answer(command.getValue().toArray(String[]::new));
            assertFalse(tree.isEmpty(), command.getKey());
            assertEquals(
                    List.of(),
                    schema(command.getKey()).validate(tree).stream().limit(5).toList(),
                    command.getKey());
        }
    }

    @Test
    void aFieldNobodyPublishedIsRefused() throws IOException {
        JsonNode tree = answer("agreements", "show", AGENCY, "--json");
        ((ObjectNode) tree.get("agreements").get(0)).put("surprise", 1);
        assertFalse(schema("show").validate(tree).isEmpty());
        ((ObjectNode) tree.get("agreements").get(0)).remove("surprise");
        ((ObjectNode) tree.get("agreements").get(0)).put("status", "terminated");
        assertFalse(schema("show").validate(tree).isEmpty());
    }
}
