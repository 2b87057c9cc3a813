package org.writwatch.agreements.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.MachineFailure;

/** How the last visit to the source went, so that every page can say that it is dead. One small file. */
public final class Visits {
    private final Path file;

    Visits(Path folder) {
        this.file = folder.resolve("last-visit");
    }

    /** Those of a home folder. */
    public static Visits of(Path home) {
        return new Visits(home.resolve("ice-287g"));
    }

    /** Writes down that the source answered, or did not. */
    public void note(LocalDate day, boolean answered) {
        try {
            Files.createDirectories(file.getParent());
            Path aside = file.resolveSibling("last-visit.partial");
            Files.writeString(aside, day + "\n" + (answered ? "answered" : "failed") + "\n", StandardCharsets.UTF_8);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("agreements", "store.not-writable"), e);
        }
    }

    /** The day of the last visit, when it was answered. */
    public Optional<LocalDate> lastAnswered() {
        try {
            List<String> lines =
                    Files.isRegularFile(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
            return lines.size() == 2 && lines.get(1).equals("answered")
                    ? Optional.of(LocalDate.parse(lines.get(0)))
                    : Optional.empty();
        } catch (IOException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** What a reader must be told: that the last visit failed, and when. */
    Optional<Phrase> trouble() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return lines.size() == 2 && lines.get(1).equals("failed")
                    ? Optional.of(Phrase.of("agreements", "store.dead", LocalDate.parse(lines.get(0))))
                    : Optional.empty();
        } catch (IOException | DateTimeParseException e) {
            return Optional.of(Phrase.of("agreements", "store.visit-unknown"));
        }
    }
}
