package org.writwatch.evidence.stops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.writwatch.facts.problem.BadInput;

/** Layouts of stop records from data packages (Frictionless Data) with a {@code writwatch} block: the bundled ones, or a reader's own. */
public final class LayoutCatalogue {
    private static final String BUNDLED = "/org/writwatch/evidence/stops/layouts.json";

    private final String file;

    private LayoutCatalogue(String file) {
        this.file = file;
    }

    /** The bundled layouts by name. */
    public static Map<String, StopLayout> bundled() {
        try (InputStream in = LayoutCatalogue.class.getResourceAsStream(BUNDLED)) {
            return new LayoutCatalogue("layouts.json").read(in == null ? new byte[0] : in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The first layout of a reader's own data package.
     *
     * @throws BadInput it is no such package, with the key at fault
     */
    public static StopLayout of(Path path) {
        String name = String.valueOf(path.getFileName());
        try {
            return new LayoutCatalogue(name)
                    .read(Files.readAllBytes(path))
                    .values()
                    .iterator()
                    .next();
        } catch (IOException e) {
            throw StopFile.whole(name, "stops.layout-missing", "bad.json-expected", "bad.json-remedy");
        }
    }

    private Map<String, StopLayout> read(byte[] bytes) {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(bytes);
        } catch (IOException e) {
            throw StopFile.whole(file, "bad.json-found", "bad.json-expected", "bad.json-remedy");
        }
        Map<String, StopLayout> all = new LinkedHashMap<>();
        for (JsonNode r : need(root, "resources")) {
            StopLayout l = layout(r);
            all.put(l.name(), l);
        }
        if (all.isEmpty()) {
            throw missing("resources");
        }
        return all;
    }

    private StopLayout layout(JsonNode r) {
        String name = need(r, "name").asText();
        JsonNode block = need(r, "writwatch");
        List<StopLayout.Part> parts = new ArrayList<>();
        if (block.has("files")) {
            block.get("files").forEach(f -> parts.add(part(f)));
        } else {
            parts.add(new StopLayout.Part("stop", "", dialect(block), "", Map.of()));
        }
        Map<String, LayoutRule> columns = new LinkedHashMap<>();
        need(block, "columns").properties().forEach(e -> columns.put(e.getKey(), rule(e.getValue())));
        return new StopLayout(name, r.path("title").asText(), parts, columns, words(block.path("refused")));
    }

    private StopLayout.Part part(JsonNode f) {
        Map<String, Set<String>> keep = new LinkedHashMap<>();
        f.path("keep").properties().forEach(e -> keep.put(e.getKey(), words(e.getValue())));
        return new StopLayout.Part(
                need(f, "part").asText(),
                need(f, "name").asText(),
                dialect(f),
                need(f, "key").asText(),
                keep);
    }

    private static Dialect dialect(JsonNode f) {
        String delimiter = f.path("delimiter").asText(",");
        return new Dialect(
                delimiter.charAt(0),
                f.path("quoted").asBoolean(true),
                f.path("encoding").asText("utf-8").equals("iso-8859-1"),
                List.copyOf(words(f.path("header"))),
                f.path("extra").asBoolean(false));
    }

    private LayoutRule rule(JsonNode n) {
        if (n.isTextual()) {
            return new LayoutRule.From(List.of(n.asText()), Map.of(), false, 1);
        }
        if (n.has("first")) {
            return new LayoutRule.First(rules(n.get("first")));
        }
        if (n.has("any")) {
            return new LayoutRule.Any(rules(n.get("any")), words(n.path("yes")), words(n.path("no")));
        }
        if (n.has("exists")) {
            return new LayoutRule.Exists(n.get("exists").asText());
        }
        if (n.has("constant")) {
            return new LayoutRule.Constant(n.get("constant").asText());
        }
        Map<String, String> to = new LinkedHashMap<>();
        n.path("words")
                .properties()
                .forEach(e -> to.put(e.getKey(), e.getValue().asText()));
        return new LayoutRule.From(
                List.copyOf(words(need(n, "from"))),
                to,
                n.path("only").asBoolean(false),
                n.path("scale").asDouble(1));
    }

    private List<LayoutRule> rules(JsonNode list) {
        List<LayoutRule> all = new ArrayList<>();
        list.forEach(n -> all.add(rule(n)));
        return all;
    }

    private static Set<String> words(JsonNode n) {
        Set<String> all = new LinkedHashSet<>();
        if (n.isTextual()) {
            all.add(n.asText());
        }
        n.forEach(w -> all.add(w.asText()));
        return all;
    }

    private JsonNode need(JsonNode of, String key) {
        JsonNode n = of.get(key);
        if (n == null) {
            throw missing(key);
        }
        return n;
    }

    private BadInput missing(String key) {
        return StopFile.whole(file, "bad.key-missing-found", "bad.key-missing-expected", "bad.json-remedy", key);
    }
}
