package org.writwatch.evidence.harm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.writwatch.facts.bundle.Bundle;

/** Every harm the project knows, read from a table of ours; a new harm is a line there and its words, no code. */
public final class HarmCatalogue {
    private static final String FILE = "harms/harms.json";

    private HarmCatalogue() {}

    /** All harms, in the order of the table. */
    public static List<Harm> list() {
        return Read.HARMS;
    }

    /** Read once, when first asked for. */
    private static final class Read {
        static final List<Harm> HARMS = read();
    }

    private static List<Harm> read() {
        try (InputStream in = Bundle.of("evidence").open(FILE)) {
            List<Harm> harms = new ArrayList<>();
            new ObjectMapper().readTree(in).forEach(node -> harms.add(harm(node)));
            return List.copyOf(harms);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Harm harm(JsonNode node) {
        return new Harm(
                node.get("id").asText(),
                node.get("phrases").asText(),
                Harm.Kind.valueOf(node.get("answer").asText().toUpperCase(Locale.ROOT)),
                texts(node.get("tables")),
                texts(node.get("designs")),
                texts(node.get("controls")),
                texts(node.get("confounders")),
                node.get("data").asInt());
    }

    private static List<String> texts(JsonNode array) {
        List<String> out = new ArrayList<>();
        array.forEach(n -> out.add(n.asText()));
        return out;
    }
}
