package org.writwatch.law.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.writwatch.facts.yaml.YamlMap;
import org.writwatch.law.Law;
import org.writwatch.law.explain.Explainers;
import org.writwatch.law.load.LawFiles;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The law files against their JSON Schemas (draft 2020-12), which stand beside the data for whoever edits them. */
public final class LawSchemas {
    private static final String SCHEMAS = "/org/writwatch/law/schema/";

    private LawSchemas() {}

    /** Every data file with the schema it has to keep to, in a fixed order. */
    public static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        Law.codes().forEach(c -> files.put("jurisdictions/" + c + ".yaml", "jurisdiction"));
        Law.codes().forEach(c -> files.put("records/" + c + ".yaml", "records"));
        files.put("records/overlay.yaml", "overlay");
        Law.bundled().claims().forEach(c -> files.put("claims/" + c + ".yaml", "claim"));
        files.put("explainers/sources.yaml", "explainer_sources");
        Explainers.TOPICS.forEach(t -> files.put(Explainers.file(t), "explainer"));
        for (String name : new String[] {
            "authorities",
            "captions",
            "certification",
            "clocks",
            "counting",
            "deciders",
            "facts",
            "mandamus",
            "positions",
            "readings",
            "reporting",
            "uscis"
        }) {
            files.put(name + ".yaml", name);
        }
        return files;
    }

    /**
     * Everything in a file that its schema refuses, each with where it stands; empty when the file keeps to it.
     *
     * @throws org.writwatch.facts.problem.BadInput when the file is absent or no YAML of ours
     */
    public static List<String> faults(LawFiles files, String name) {
        String schema = files().get(name);
        if (schema == null) {
            throw new IllegalArgumentException("no schema for " + name);
        }
        return faults(schema, files.read(name));
    }

    /** Everything in a mapping that a schema refuses. */
    public static List<String> faults(String schema, YamlMap map) {
        TreeSet<String> faults = new TreeSet<>();
        schema(schema)
                .validate(map.as(LawSchemas::json))
                .forEach(m -> faults.add(m.getInstanceLocation() + ": " + m.getMessage()));
        return new ArrayList<>(faults);
    }

    private static JsonSchema schema(String name) {
        try (InputStream in = LawSchemas.class.getResourceAsStream(SCHEMAS + name + ".json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** YAML as JSON has it; a date stays the text it is written as. */
    private static JsonNode json(Node node) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (node instanceof MappingNode mapping) {
            ObjectNode object = make.objectNode();
            for (NodeTuple tuple : mapping.getValue()) {
                if (!tuple.getValueNode().getTag().equals(Tag.NULL)) {
                    object.set(((ScalarNode) tuple.getKeyNode()).getValue(), json(tuple.getValueNode()));
                }
            }
            return object;
        } else if (node instanceof SequenceNode sequence) {
            ArrayNode array = make.arrayNode();
            sequence.getValue().forEach(n -> array.add(json(n)));
            return array;
        }
        String text = ((ScalarNode) node).getValue();
        if (node.getTag().equals(Tag.BOOL)) {
            return make.booleanNode(text.equals("true"));
        } else if (node.getTag().equals(Tag.INT) && text.matches("-?[0-9]{1,9}")) {
            return make.numberNode(Integer.parseInt(text));
        }
        return make.textNode(text);
    }
}
