package org.writwatch.evidence.stops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A published layout of stop records: its files, and how the columns of the analysis are made from them. Data, not code: see
 * {@code stops/layouts.json}.
 */
public final class StopLayout {
    private final String name;
    private final String title;
    private final List<Part> parts;
    private final Map<String, LayoutRule> columns;
    private final Set<String> refused;

    /**
     * One file.
     *
     * @param part its short name
     * @param file its name in a folder, any case; empty when the layout is one file of any name
     * @param dialect how it is written
     * @param key header that links it to the stops; empty when the layout is one file
     * @param keep header to the words that rows must have
     */
    record Part(String part, String file, Dialect dialect, String key, Map<String, Set<String>> keep) {
        Part {
            keep = Map.copyOf(keep);
        }
    }

    StopLayout(String name, String title, List<Part> parts, Map<String, LayoutRule> columns, Set<String> refused) {
        this.name = name;
        this.title = title;
        this.parts = List.copyOf(parts);
        this.columns = new LinkedHashMap<>(columns);
        this.refused = Set.copyOf(refused);
    }

    /** Its short name, as specifications write it. */
    public String name() {
        return name;
    }

    /** What it is, in English. */
    public String title() {
        return title;
    }

    /** Whether it is a folder of linked files. */
    public boolean folder() {
        return parts.size() > 1;
    }

    List<Part> parts() {
        return parts;
    }

    Map<String, LayoutRule> columns() {
        return columns;
    }

    /** Columns of names or birth dates that the layout is known to carry. */
    Set<String> refused() {
        return refused;
    }

    /** Columns of the analysis it can give. */
    public Set<String> gives() {
        return java.util.Collections.unmodifiableSet(columns.keySet());
    }

    /** The state all its rows are of, as its rule says. */
    Optional<String> state() {
        return columns.get("state") instanceof LayoutRule.Constant c ? Optional.of(c.word()) : Optional.empty();
    }
}
