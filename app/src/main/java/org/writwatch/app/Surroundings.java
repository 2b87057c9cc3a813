package org.writwatch.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.writwatch.facts.phrase.Lang;

/**
 * What a command may know of the machine: where it prints, where it stands, whether a person watches.
 *
 * @param out results
 * @param err progress and messages
 * @param folder working folder
 * @param environment environment variables
 * @param terminal whether standard error is a terminal
 * @param dialog who answers questions
 */
public record Surroundings(
        PrintWriter out,
        PrintWriter err,
        Path folder,
        Map<String, String> environment,
        boolean terminal,
        Dialog dialog) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Those in which nobody answers. */
    public Surroundings(
            PrintWriter out, PrintWriter err, Path folder, Map<String, String> environment, boolean terminal) {
        this(out, err, folder, environment, terminal, Dialog.NOBODY);
    }

    /** Those of the running process; the launcher says by {@code -Dwritwatch.terminal} whether a person watches. */
    public static Surroundings ofThisProcess(PrintWriter out, PrintWriter err) {
        return new Surroundings(
                out,
                err,
                Path.of(""),
                System.getenv(),
                Boolean.getBoolean("writwatch.terminal"),
                Dialog.ofThisProcess());
    }

    /** The language of the environment ({@code LC_ALL}, {@code LC_MESSAGES}, {@code LANG}), English by default. */
    public Lang language() {
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            Optional<String> value = Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank());
            if (value.isPresent()) {
                return Lang.find(value.get()).orElse(Lang.EN);
            }
        }
        return Lang.EN;
    }

    /** The home folder named by {@code WRITWATCH_HOME}, else the XDG data folder. */
    public Path home() {
        Optional<String> named =
                Optional.ofNullable(environment.get("WRITWATCH_HOME")).filter(v -> !v.isBlank());
        if (named.isPresent()) {
            return folder.resolve(named.get());
        }
        return Optional.ofNullable(environment.get("XDG_DATA_HOME"))
                .filter(v -> !v.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(environment.getOrDefault("HOME", "."), ".local", "share"))
                .resolve("writwatch");
    }
}
