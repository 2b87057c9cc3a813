package org.writwatch.app.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.writwatch.agreements.store.RegisterCheck;
import org.writwatch.app.output.Rows;
import org.writwatch.evidence.custody.CustodyCheck;
import org.writwatch.evidence.store.TableStore;
import org.writwatch.facts.check.Checked;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.MachineFailure;

/**
 * Hashes every source again, makes what is derived again, and compares: what travels with the project, then what a home
 * folder keeps. Reads only.
 */
public final class Verification {
    private static final Set<String> PARTS = Set.of("sources", "tables", "ice-287g");

    private Verification() {}

    /** Steps that {@link #bundled} and {@link #home} report, each by its name. */
    public static int steps(Path home) {
        return BundledFiles.modules().size() + 2 + count(home);
    }

    /** What travels with the project. */
    public static List<Checked> bundled(Consumer<String> progress) {
        Map<String, Checked> all = new TreeMap<>();
        try {
            for (String module : BundledFiles.modules()) {
                progress.accept(module);
                BundledFiles.of(module).forEach(c -> note(all, c));
            }
            progress.accept("agreements/registry");
            RegisterCheck.bundled().forEach(c -> note(all, c));
            progress.accept("evidence/custody");
            CustodyCheck.bundled().forEach(c -> note(all, c));
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("app", "verify.not-readable"), e);
        }
        return List.copyOf(all.values());
    }

    /** What a home folder keeps; nothing when there is none. */
    public static List<Checked> home(Path home, Consumer<String> progress) {
        Map<String, Checked> all = new TreeMap<>();
        try {
            new TableStore(home).check(progress).forEach(c -> note(all, c));
            RegisterCheck.in(home, progress).forEach(c -> note(all, c));
            for (Path each : list(home)) {
                String name = String.valueOf(each.getFileName());
                if (!PARTS.contains(name)) {
                    note(all, new Checked(name, Checked.State.EXTRA, "", ""));
                }
            }
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("app", "verify.not-readable"), e);
        }
        return List.copyOf(all.values());
    }

    /** One row for each file. */
    public static Rows rows(List<Checked> bundled, List<Checked> home) {
        List<List<String>> rows = new ArrayList<>();
        bundled.forEach(c -> rows.add(row("bundled", c)));
        home.forEach(c -> rows.add(row("home", c)));
        return new Rows(List.of("part", "file", "state", "expected", "found"), rows);
    }

    private static List<String> row(String part, Checked one) {
        return List.of(part, one.file(), one.state().name().toLowerCase(Locale.ROOT), one.expected(), one.found());
    }

    /** A fault stays; of two that are none, the one made again says more. */
    private static void note(Map<String, Checked> all, Checked one) {
        all.merge(one.file(), one, (a, b) -> a.isFault() ? a : b);
    }

    private static int count(Path home) {
        int steps = 0;
        for (String inside : List.of("sources", "ice-287g")) {
            try {
                steps += list(home.resolve(inside)).size() * (inside.equals("sources") ? 2 : 1);
            } catch (IOException e) {
                steps++;
            }
        }
        return steps;
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
