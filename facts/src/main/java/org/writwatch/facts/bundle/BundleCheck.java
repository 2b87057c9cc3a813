package org.writwatch.facts.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Checks that nothing is bundled without a publisher and a licence we may pass on; see {@link Bundle#unlisted}. */
final class BundleCheck {
    private static final String LIST = "sources.csv";

    private BundleCheck() {}

    static List<String> unlisted(Path resourcesDir) throws IOException {
        if (!Files.isDirectory(resourcesDir)) {
            return List.of();
        }
        Set<String> faults = new TreeSet<>();
        Set<Path> listed = new HashSet<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(resourcesDir)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            if (name(file).equals(LIST)) {
                listed.addAll(read(resourcesDir, file, faults));
            }
        }
        for (Path file : files) {
            if (needsLine(resourcesDir, file) && !listed.contains(file)) {
                faults.add(shown(resourcesDir, file) + ": no line in a " + LIST + " beside or above it");
            }
        }
        return new ArrayList<>(faults);
    }

    private static Set<Path> read(Path root, Path list, Set<String> faults) throws IOException {
        Set<Path> found = new HashSet<>();
        Path folder = list.resolveSibling("");
        try (InputStream in = Files.newInputStream(list);
                Stream<Row> rows = Bundle.rows(in, shown(root, list))) {
            rows.forEach(row -> {
                for (String column : Bundle.COLUMNS) {
                    if (!row.has(column)) {
                        throw new IllegalStateException(row.where() + ": no column '" + column + "'");
                    }
                }
                BundledFile line = Bundle.listed("", row);
                List<Path> meant = meant(folder, line.file());
                if (meant.isEmpty()) {
                    faults.add(row.where() + ": lists '" + line.file() + "', which is not there");
                } else if (!found.addAll(meant)) {
                    faults.add(row.where() + ": lists '" + line.file() + "' twice");
                }
                if (!mayBePassedOn(line.licence())) {
                    faults.add(row.where() + ": licence '" + line.licence() + "' may not be bundled");
                }
            });
        } catch (RuntimeException e) {
            faults.add(shown(root, list) + ": " + e.getMessage());
        }
        return found;
    }

    /** The file of a line; for "folder/*" every file directly in the folder. */
    private static List<Path> meant(Path folder, String file) {
        if (!file.endsWith("*")) {
            Path one = folder.resolve(file).normalize();
            return Files.isRegularFile(one) ? List.of(one) : List.of();
        }
        Path all = folder.resolve(file.substring(0, file.length() - 1)).normalize();
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(all)) {
            return inside.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a licence text allows anyone to use, change and pass on, for money too, without binding our code. */
    static boolean mayBePassedOn(String licence) {
        String said =
                licence.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
        Set<String> words = new HashSet<>(List.of(said.split(" ", -1)));
        boolean bound = Stream.of("gpl", "agpl", "lgpl", "gplv2", "gplv3", "agplv3", "nc", "nd", "odbl")
                .anyMatch(words::contains);
        boolean forbidden = Stream.of("non commercial", "noncommercial", "no derivatives", "gnu", "all rights reserved")
                .anyMatch(said::contains);
        return !bound && !forbidden && !words.contains("unknown") && !words.contains("none") && !said.isEmpty();
    }

    private static boolean needsLine(Path root, Path file) {
        String name = name(file);
        boolean ownWords = name.endsWith(".properties");
        return !name.equals(LIST) && !ownWords && !root.relativize(file).startsWith("META-INF");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String shown(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
