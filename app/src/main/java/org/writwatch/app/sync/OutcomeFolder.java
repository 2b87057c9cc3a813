package org.writwatch.app.sync;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.writwatch.app.output.Rows;
import org.writwatch.evidence.store.Generation;
import org.writwatch.evidence.store.TableStore;
import org.writwatch.evidence.table.OutcomeCatalogue;
import org.writwatch.evidence.table.TableDescriptor;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.MachineFailure;

/**
 * Outcome tables in a folder, or one folder below it: those whose file name a descriptor of ours knows, and those that a
 * {@code datapackage.json} in the folder describes. Every one is read through before the first is taken in, so that a bad
 * one changes nothing.
 */
public final class OutcomeFolder {
    private OutcomeFolder() {}

    /**
     * Takes in every table there, in order of name.
     *
     * @throws BadInput no table, or one that is not what its descriptor says
     */
    public static List<Generation> bring(Path home, Path from) {
        try {
            Map<TableDescriptor, Path> found = find(from);
            if (found.isEmpty()) {
                throw new BadInput(
                        String.valueOf(from.getFileName()),
                        Phrase.of("app", "sync.outcomes.none"),
                        Phrase.of("app", "sync.outcomes.expected"),
                        Phrase.of("app", "sync.outcomes.remedy"));
            }
            TableStore store = new TableStore(home);
            found.forEach(store::read);
            List<Generation> made = new ArrayList<>();
            found.forEach((table, file) -> made.add(store.bring(table, file)));
            return List.copyOf(made);
        } catch (IOException e) {
            throw new MachineFailure(
                    Phrase.of("app", "sync.folder.not-readable", String.valueOf(from.getFileName())), e);
        }
    }

    /** What was taken in, one row each. */
    public static Rows rows(List<Generation> made) {
        return new Rows(
                List.of("table", "generation", "vintage", "rows", "cells", "rejected", "repeated", "source_sha256"),
                made.stream()
                        .map(g -> List.of(
                                g.table(),
                                g.id(),
                                g.vintage(),
                                String.valueOf(g.rows()),
                                String.valueOf(g.cells()),
                                String.valueOf(g.rejected()),
                                String.valueOf(g.repeated()),
                                g.source()))
                        .toList());
    }

    /** Every table we have a descriptor for: the name its file must have, and where it is published. */
    public static Rows known() {
        return new Rows(
                List.of("table", "file", "published"),
                OutcomeCatalogue.listAll().stream()
                        .map(t -> List.of(t.name(), t.path(), OutcomeCatalogue.published(t.name())))
                        .toList());
    }

    private static Map<TableDescriptor, Path> find(Path from) throws IOException {
        if (!Files.isDirectory(from)) {
            throw new BadInput(
                    String.valueOf(from.getFileName()),
                    Phrase.of("app", "sync.folder.absent"),
                    Phrase.of("app", "sync.outcomes.expected"),
                    Phrase.of("app", "sync.outcomes.remedy"));
        }
        List<TableDescriptor> tables = new ArrayList<>();
        Path own = from.resolve("datapackage.json");
        if (Files.isRegularFile(own)) {
            tables.addAll(TableDescriptor.read("datapackage.json", Files.readString(own, StandardCharsets.UTF_8)));
        }
        OutcomeCatalogue.listAll().stream()
                .filter(t -> tables.stream().noneMatch(o -> o.name().equals(t.name())))
                .forEach(tables::add);
        Map<TableDescriptor, Path> found = new LinkedHashMap<>();
        try (Stream<Path> walk = Files.walk(from, 2)) {
            List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
            tables.stream()
                    .sorted(java.util.Comparator.comparing(TableDescriptor::name))
                    .forEach(table -> {
                        Optional<Path> file = files.stream()
                                .filter(f -> String.valueOf(f.getFileName()).equals(table.path()))
                                .findFirst();
                        file.ifPresent(f -> found.put(table, f));
                    });
        }
        return found;
    }
}
