package org.writwatch.evidence.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.writwatch.facts.bundle.Bundle;

/** The outcome tables the project knows how to read: descriptors that travel with it, data that the user supplies. */
public final class OutcomeCatalogue {
    private static final String PACKAGE = "outcomes/datapackage.json";
    private static final String SUPPLIED = "outcomes/supplied.json";

    private OutcomeCatalogue() {}

    /** Every known table, in the order of the package. */
    public static List<TableDescriptor> list() {
        return TableDescriptor.read("datapackage.json", text(PACKAGE));
    }

    /** Tables that a user supplies in a shape of ours: their publishers' files change, or hold a row for each person. */
    public static List<TableDescriptor> listSupplied() {
        return TableDescriptor.read("supplied.json", text(SUPPLIED));
    }

    /** Both, those of {@link #list} first. */
    public static List<TableDescriptor> listAll() {
        List<TableDescriptor> all = new ArrayList<>(list());
        all.addAll(listSupplied());
        return List.copyOf(all);
    }

    /** Where a table is published: its address, or else what its source is called; empty text for a name not known. */
    public static String published(String table) {
        for (String file : List.of(PACKAGE, SUPPLIED)) {
            try {
                for (JsonNode resource : new ObjectMapper().readTree(text(file)).path("resources")) {
                    if (resource.path("name").asText().equals(table)) {
                        JsonNode source = resource.path("sources").path(0);
                        return source.path("path").asText(source.path("title").asText(""));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return "";
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
