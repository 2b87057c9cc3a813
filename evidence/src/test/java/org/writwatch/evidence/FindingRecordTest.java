package org.writwatch.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.writwatch.evidence.custody.Facility;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Place;

/** Findings for machines: by the published schema, in both languages, with the digits of the page. */
class FindingRecordTest {
    private static final Effect EFFECT = new Effect(Jails.RECORD);

    @Test
    void everyKindOfAnswerFitsTheSchemaAndIsSaidInBothLanguages() throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonSchema schema;
        try (InputStream in = FindingRecord.class.getResourceAsStream("findings.schema.json")) {
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        }
        TreeSet<String> kinds = new TreeSet<>();
        TreeSet<Fips> counties = new TreeSet<>();
        Jails.RECORD.facilities().values().stream()
                .filter(f -> f.kind() == Facility.Kind.LOCAL_JAIL)
                .forEach(f -> f.county().ifPresent(counties::add));
        int i = 0;
        for (Fips county : counties) {
            if (i++ % 25 != 0) {
                continue;
            }
            Place place = new Place(county, "County", county.state().orElseThrow());
            List<Map<String, Object>> findings = FindingRecord.of(EFFECT.forPlace(place));
            JsonNode node = json.valueToTree(findings);
            assertEquals(List.of(), List.copyOf(schema.validate(node)), county.code());
            node.forEach(f -> kinds.add(f.at("/answer/kind").asText()));
            assertFalse(node.toString().contains("{0"), county.code());
        }
        assertEquals(new TreeSet<>(List.of("estimated", "not_identified", "too_thin")), kinds);
    }

    @Test
    void printedNumbersAreThePagesDigits() {
        JsonNode wake = new ObjectMapper()
                .valueToTree(FindingRecord.of(EFFECT.forPlace(Jails.WAKE)).get(0));
        assertEquals("6.99", wake.at("/answer/before/printed").asText());
        assertEquals(6.994520547945205, wake.at("/answer/before/value").asDouble());
        assertTrue(wake.at("/reading/en").asText().contains("6.99"));
        assertTrue(wake.at("/reading/es").asText().contains("6.99"));
        String printed = wake.at("/answer/difference/printed").asText();
        assertTrue(wake.at("/reading/en").asText().contains(printed.substring(1) + " fewer people"), printed);
    }
}
