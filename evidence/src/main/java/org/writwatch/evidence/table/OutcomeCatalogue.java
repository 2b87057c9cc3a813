package org.writwatch.evidence.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.writwatch.facts.bundle.Bundle;

/** The outcome tables the project knows how to read: descriptors that travel with it, data that the user supplies. */
public final class OutcomeCatalogue {
    private static final String PACKAGE = "outcomes/datapackage.json";

    private OutcomeCatalogue() {}

    /** Every known table, in the order of the package. */
    public static List<TableDescriptor> list() {
        try (InputStream in = Bundle.of("evidence").open(PACKAGE)) {
            return TableDescriptor.read("datapackage.json", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table with this name. */
    public static Optional<TableDescriptor> find(String name) {
        return list().stream().filter(t -> t.name().equals(name)).findFirst();
    }
}
