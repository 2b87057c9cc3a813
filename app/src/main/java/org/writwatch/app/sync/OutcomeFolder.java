package org.writwatch.app.sync;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.writwatch.app.output.Rows;
import org.writwatch.evidence.custody.StoredCustody;
import org.writwatch.evidence.design.Step;
import org.writwatch.evidence.held.HeldTables;
import org.writwatch.evidence.store.Generation;
import org.writwatch.evidence.store.TableStore;
import org.writwatch.evidence.table.LaterRelease;
import org.writwatch.evidence.table.OutcomeCatalogue;
import org.writwatch.evidence.table.TableDescriptor;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.MachineFailure;

/**
 * Outcome tables in a folder, or one folder below it: those whose file name a descriptor of ours knows, and those that a
 * {@code datapackage.json} in the folder describes. A file whose name differs from ours by nothing but years is another
 * release of that table. Every one is read through before the first is taken in, so that a bad
 * one changes nothing.
 */
public final class OutcomeFolder {
    private OutcomeFolder() {}

    /** A table and the file that holds it. */
    private record Found(TableDescriptor table, Path file) {}

    /**
     * Takes in every table there, in order of table and file name.
     *
     * @param through the last day the releases speak of, when a person states it; else it is read from the files
     * @throws BadInput no table, or one that is not what its descriptor says
     */
    public static List<Generation> bring(Path home, Path from, Optional<LocalDate> through) {
        try {
            List<Found> found = find(from, through);
            if (found.isEmpty()) {
                throw new BadInput(
                        String.valueOf(from.getFileName()),
                        Phrase.of("app", "sync.outcomes.none"),
                        Phrase.of("app", "sync.outcomes.expected"),
                        Phrase.of("app", "sync.outcomes.remedy"));
            }
            TableStore store = new TableStore(home);
            found.forEach(f -> store.read(f.table(), f.file()));
            List<Generation> made = new ArrayList<>();
            found.forEach(f -> made.add(store.bring(f.table(), f.file())));
            return List.copyOf(made);
        } catch (IOException e) {
            throw new MachineFailure(
                    Phrase.of("app", "sync.folder.not-readable", String.valueOf(from.getFileName())), e);
        }
    }

    /** What was taken in, one row each. */
    public static Rows rows(TableStore store, List<Generation> made) {
        return new Rows(
                List.of(
                        "table",
                        "generation",
                        "vintage",
                        "rows",
                        "cells",
                        "rejected",
                        "repeated",
                        "source_sha256",
                        "answers"),
                made.stream()
                        .map(g -> List.of(
                                g.table(),
                                g.id(),
                                g.vintage(),
                                String.valueOf(g.rows()),
                                String.valueOf(g.cells()),
                                String.valueOf(g.rejected()),
                                String.valueOf(g.repeated()),
                                g.source(),
                                harms(store.descriptor(g))))
                        .toList());
    }

    /** The harms its numbers are asked about; empty when there are none. */
    private static String harms(TableDescriptor table) {
        return HeldTables.answers(table).stream()
                .map(TableDescriptor.Answers::harm)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** Why no question of effect is asked of a table; empty when one is, or custody is read from it. */
    public static Optional<Phrase> unasked(TableDescriptor table) {
        if (!harms(table).isEmpty() || StoredCustody.isPart(table.name())) {
            return Optional.empty();
        }
        String why = Step.of(table.period().kind()).isEmpty()
                ? "one-period"
                : table.place().kind().equals("text") || table.place().kind().equals("state") ? "no-code" : "none";
        return Optional.of(Phrase.of("app", "sync.outcomes.unasked." + why, table.name()));
    }

    /** Every table we have a descriptor for: the name its file must have, and where it is published. */
    public static Rows known() {
        return new Rows(
                List.of("table", "file", "published"),
                OutcomeCatalogue.listAll().stream()
                        .map(t -> List.of(t.name(), t.path(), OutcomeCatalogue.published(t.name())))
                        .toList());
    }

    private static List<Found> find(Path from, Optional<LocalDate> through) throws IOException {
        if (!Files.isDirectory(from)) {
            throw new BadInput(
                    String.valueOf(from.getFileName()),
                    Phrase.of("app", "sync.folder.absent"),
                    Phrase.of("app", "sync.outcomes.expected"),
                    Phrase.of("app", "sync.outcomes.remedy"));
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from, 2)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        List<Found> found = new ArrayList<>();
        Path own = from.resolve("datapackage.json");
        if (Files.isRegularFile(own)) {
            for (TableDescriptor table :
                    TableDescriptor.read("datapackage.json", Files.readString(own, StandardCharsets.UTF_8))) {
                files.stream()
                        .filter(f -> name(f).equals(table.path()))
                        .findFirst()
                        .ifPresent(f -> found.add(new Found(table, f)));
            }
        }
        Set<Path> described = found.stream().map(Found::file).collect(Collectors.toSet());
        Set<String> names = found.stream().map(f -> f.table().name()).collect(Collectors.toSet());
        for (TableDescriptor table : OutcomeCatalogue.listAll()) {
            files.stream()
                    .filter(f -> !names.contains(table.name()) && !described.contains(f))
                    .filter(f -> LaterRelease.isSameButForYears(table.path(), name(f)))
                    .forEach(f -> found.add(new Found(LaterRelease.of(table, f, through), f)));
        }
        found.sort(Comparator.comparing((Found f) -> f.table().name()).thenComparing(f -> name(f.file())));
        return found;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
