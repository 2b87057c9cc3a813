package org.writwatch.evidence.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.writwatch.facts.bundle.Bundle;

/** The outcome tables the project knows how to read: descriptors that travel with it, data that the user supplies. */
public final class OutcomeCatalogue {
    private static final String PACKAGE = "outcomes/datapackage.json";
    private static final String SUPPLIED = "outcomes/supplied.json";

    private OutcomeCatalogue() {}

    /** Read once, when first asked for. */
    private static final class Read {
        static final String KNOWN = text(PACKAGE);
        static final String SUPPLIED_TEXT = text(SUPPLIED);
        static final List<TableDescriptor> LIST = TableDescriptor.read("datapackage.json", KNOWN);
        static final List<TableDescriptor> LIST_SUPPLIED = TableDescriptor.read("supplied.json", SUPPLIED_TEXT);
        static final Map<String, JsonNode> SOURCES = sources(List.of(KNOWN, SUPPLIED_TEXT));
    }

    /** Every known table, in the order of the package. */
    public static List<TableDescriptor> list() {
        return Read.LIST;
    }

    /** Tables that a user supplies in a shape of ours: their publishers' files change, or hold a row for each person. */
    public static List<TableDescriptor> listSupplied() {
        return Read.LIST_SUPPLIED;
    }

    /** Both, those of {@link #list} first. */
    public static List<TableDescriptor> listAll() {
        List<TableDescriptor> all = new ArrayList<>(list());
        all.addAll(listSupplied());
        return List.copyOf(all);
    }

    /** Where a table is published: its address, or else what its source is called; empty text for a name not known. */
    public static String published(String table) {
        JsonNode source = source(table);
        return source.path("path").asText(source.path("title").asText(""));
    }

    /** What the source of a table is called; empty text for a name not known. */
    public static String publisher(String table) {
        JsonNode source = source(table);
        return source.path("title").asText(source.path("path").asText(""));
    }

    private static JsonNode source(String table) {
        return Read.SOURCES.getOrDefault(table, MissingNode.getInstance());
    }

    private static Map<String, JsonNode> sources(List<String> packages) {
        Map<String, JsonNode> sources = new HashMap<>();
        try {
            for (String text : packages) {
                for (JsonNode resource : new ObjectMapper().readTree(text).path("resources")) {
                    sources.putIfAbsent(
                            resource.path("name").asText(),
                            resource.path("sources").path(0));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    private static String text(String file) {
        try (InputStream in = Bundle.of("evidence").open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table with this name. */
    public static Optional<TableDescriptor> find(String name) {
        return listAll().stream().filter(t -> t.name().equals(name)).findFirst();
    }
}
