package org.writwatch.app.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files for machines fit the schemas the documents publish, in states with much to say and with little. */
class SchemasTest {
    private static final Path SCHEMAS = Path.of("..", "docs", "schemas");
    private static final List<String> PLACES = List.of(
            "Clay County, FL",
            "Mecklenburg County, NC",
            "Kalawao County, HI",
            "Suffolk County, NY",
            "Tarrant County, TX",
            "Hudson County, NJ",
            "Maricopa County, AZ");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path dir;

    @Test
    void everyDossierFitsThePublishedSchemas() throws IOException {
        for (String place : PLACES) {
            Path folder = Dossiers.make(dir, place);
            for (String file : List.of("agreement", "screening")) {
                JsonNode tree = JSON.readTree(Files.readAllBytes(folder.resolve(file + ".json")));
                assertEquals(List.of(), List.copyOf(schema(file).validate(tree)), place + " " + file);
            }
        }
    }

    @Test
    void aFieldNobodyPublishedIsRefused() throws IOException {
        Path folder = Dossiers.make(dir, "Kalawao County, HI");
        for (String file : List.of("agreement", "screening")) {
            ObjectNode tree = (ObjectNode) JSON.readTree(Files.readAllBytes(folder.resolve(file + ".json")));
            tree.put("surprise", 1);
            assertFalse(schema(file).validate(tree).isEmpty(), file);
        }
    }

    private static JsonSchema schema(String file) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(SCHEMAS.resolve(file + ".schema.json")));
    }
}
