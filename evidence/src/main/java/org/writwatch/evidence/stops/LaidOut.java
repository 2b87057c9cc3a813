package org.writwatch.evidence.stops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.writwatch.facts.problem.BadInput;

/** Reads records in a published layout: finds its files, links them to the stops, and makes the columns of the analysis. One use. */
final class LaidOut {
    private final StopLayout layout;
    private final Map<String, Side> sides = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private int rows;

    /** A file as read; {@code at} gives its row for each stop, or -1. */
    private record Side(List<String> header, Map<String, WordColumn> columns, IntUnaryOperator at) {}

    /**
     * How well a linked table fits.
     *
     * @param part short name of the table
     * @param rows its rows
     * @param unmatched rows whose stop is not there
     */
    record Link(String part, int rows, int unmatched) {}

    /** What was read, and how the linked tables fit. */
    record Result(StopFile.Read read, List<Link> links) {}

    private LaidOut(StopLayout layout) {
        this.layout = layout;
    }

    /**
     * Reads.
     *
     * @param path the file, or the folder of a layout of several
     * @param others headers of the stops to keep besides
     * @throws BadInput a file is missing or is not of this layout
     */
    static Result read(Path path, StopLayout layout, List<String> others) {
        return new LaidOut(layout).all(path, others);
    }

    /** The columns a layout gives and the headers of its stops, without reading on. */
    static List<String> header(Path path, StopLayout layout) {
        Set<String> all = new LinkedHashSet<>(layout.gives());
        StopLayout.Part main = layout.parts().get(0);
        all.addAll(StopFile.header(file(path, main), main.dialect()));
        return List.copyOf(all);
    }

    /** The files of a layout. */
    static List<Path> files(Path path, StopLayout layout) {
        return layout.parts().stream().map(p -> file(path, p)).toList();
    }

    private Result all(Path path, List<String> others) {
        Set<String> needed = new LinkedHashSet<>();
        layout.columns().values().forEach(r -> sources(r, needed));
        StopLayout.Part main = layout.parts().get(0);
        Path mainFile = file(path, main);
        List<String> mainHeader = StopFile.header(mainFile, main.dialect());
        refuseNames(mainFile, mainHeader);
        Map<String, WordColumn> columns = columns(main, mainHeader, needed);
        others.stream().filter(mainHeader::contains).forEach(o -> columns.putIfAbsent(o, new WordColumn(o)));
        KeyColumn keys = new KeyColumn();
        StopFile.Read read =
                StopFile.read(mainFile, main.dialect(), columns, layout.folder() ? Map.of(main.key(), keys) : Map.of());
        rows = read.rows();
        sides.put(main.part(), new Side(mainHeader, columns, IntUnaryOperator.identity()));
        if (layout.folder()) {
            KeyColumn.KeyRows at = keys.rows();
            for (StopLayout.Part p : layout.parts().subList(1, layout.parts().size())) {
                link(path, p, needed, at);
            }
        }
        Map<String, WordColumn> made = new LinkedHashMap<>();
        layout.columns()
                .forEach((name, rule) -> find(rule)
                        .ifPresent(cell ->
                                made.put(name, whole(rule).orElseGet(() -> WordColumn.of(name, rows, cell)))));
        if (!made.containsKey("race")) {
            throw notThisLayout(mainFile, mainHeader);
        }
        read.columns().forEach(made::putIfAbsent);
        List<String> header = new ArrayList<>(made.keySet());
        mainHeader.stream().filter(h -> !made.containsKey(h)).forEach(header::add);
        return new Result(new StopFile.Read(header, made, rows, read.lines()), links);
    }

    /** A linked table: the first kept row of each stop. */
    private void link(Path path, StopLayout.Part part, Set<String> needed, KeyColumn.KeyRows stops) {
        Path file = file(path, part);
        List<String> header = StopFile.header(file, part.dialect());
        refuseNames(file, header);
        Map<String, WordColumn> columns = columns(part, header, needed);
        part.keep().keySet().forEach(k -> columns.putIfAbsent(k, new WordColumn(k)));
        KeyColumn keys = new KeyColumn();
        StopFile.Read read = StopFile.read(file, part.dialect(), columns, Map.of(part.key(), keys));
        int[] at = new int[rows];
        Arrays.fill(at, -1);
        int unmatched = 0;
        for (int r = 0; r < read.rows(); r++) {
            int row = r;
            boolean kept = part.keep().entrySet().stream()
                    .allMatch(k ->
                            k.getValue().contains(column(columns, k.getKey()).text(row)));
            int stop = stops.of(keys.key(r));
            unmatched += stop < 0 ? 1 : 0;
            if (kept && stop >= 0 && at[stop] < 0) {
                at[stop] = r;
            }
        }
        links.add(new Link(part.part(), read.rows(), unmatched));
        sides.put(part.part(), new Side(header, columns, r -> at[r]));
    }

    private static WordColumn column(Map<String, WordColumn> columns, String name) {
        return java.util.Objects.requireNonNull(columns.get(name), name);
    }

    private Map<String, WordColumn> columns(StopLayout.Part part, List<String> header, Set<String> needed) {
        Map<String, WordColumn> all = new LinkedHashMap<>();
        for (String n : needed) {
            String bare = bare(n, part.part());
            if (!bare.isEmpty()) {
                match(header, bare).ifPresent(h -> all.putIfAbsent(h, new WordColumn(h)));
            }
        }
        return all;
    }

    /** The header of a name when it is of a part; empty when it is of another. A name without a part is of the stops. */
    private String bare(String name, String part) {
        int dot = name.indexOf('.');
        boolean linked =
                dot > 0 && layout.parts().stream().anyMatch(p -> p.part().equals(name.substring(0, dot)));
        if (!linked) {
            return part.equals(layout.parts().get(0).part()) ? name : "";
        }
        return name.substring(0, dot).equals(part) ? name.substring(dot + 1) : "";
    }

    private static void sources(LayoutRule rule, Set<String> into) {
        if (rule instanceof LayoutRule.From f) {
            into.addAll(f.names());
        } else if (rule instanceof LayoutRule.First f) {
            f.of().forEach(r -> sources(r, into));
        } else if (rule instanceof LayoutRule.Any a) {
            a.of().forEach(r -> sources(r, into));
        }
    }

    /** A column taken over as it stands, without a text per row. */
    private Optional<WordColumn> whole(LayoutRule rule) {
        if (rule instanceof LayoutRule.From f && f.words().isEmpty() && f.scale() == 1) {
            Side side = sides.get(layout.parts().get(0).part());
            return side == null ? Optional.empty() : columnOf(f).filter(side.columns()::containsValue);
        }
        return Optional.empty();
    }

    private Optional<WordColumn> columnOf(LayoutRule.From f) {
        return f.names().stream().flatMap(n -> sideOf(n).stream()).findFirst().map(Found::column);
    }

    private record Found(WordColumn column, IntUnaryOperator at) {}

    private Optional<Found> sideOf(String name) {
        for (Map.Entry<String, Side> e : sides.entrySet()) {
            String bare = bare(name, e.getKey());
            Side s = e.getValue();
            Optional<Found> found = bare.isEmpty()
                    ? Optional.empty()
                    : match(s.header(), bare).map(h -> new Found(column(s.columns(), h), s.at()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** What a rule says of each row; empty when the file has none of its columns. */
    private Optional<IntFunction<String>> find(LayoutRule rule) {
        if (rule instanceof LayoutRule.Constant c) {
            return Optional.of(r -> c.word());
        } else if (rule instanceof LayoutRule.Exists e) {
            return Optional.ofNullable(sides.get(e.part())).map(s -> r -> s.at().applyAsInt(r) >= 0 ? "yes" : "no");
        } else if (rule instanceof LayoutRule.From f) {
            return f.names().stream()
                    .flatMap(n -> sideOf(n).stream())
                    .findFirst()
                    .map(found -> from(f, found));
        } else if (rule instanceof LayoutRule.First f) {
            return several(f.of()).map(cells -> r -> first(cells, r));
        }
        LayoutRule.Any a = (LayoutRule.Any) rule;
        return several(a.of()).map(cells -> r -> any(a, cells, r));
    }

    private Optional<List<IntFunction<String>>> several(List<LayoutRule> rules) {
        List<IntFunction<String>> cells =
                rules.stream().flatMap(r -> find(r).stream()).toList();
        return cells.isEmpty() ? Optional.empty() : Optional.of(cells);
    }

    private static String first(List<IntFunction<String>> cells, int row) {
        for (IntFunction<String> c : cells) {
            String t = c.apply(row);
            if (!t.isEmpty()) {
                return t;
            }
        }
        return "";
    }

    private static String any(LayoutRule.Any rule, List<IntFunction<String>> cells, int row) {
        String said = "";
        for (IntFunction<String> c : cells) {
            String t = c.apply(row);
            OptionalInt truth = StopWords.truth(t);
            if (rule.yes().contains(t) || (truth.orElse(0) == 1 && !rule.no().contains(t))) {
                return "yes";
            }
            said = t.isEmpty() ? said : rule.no().contains(t) || truth.isPresent() ? "no" : said.isEmpty() ? t : said;
        }
        return said;
    }

    private static IntFunction<String> from(LayoutRule.From rule, Found found) {
        List<String> words = found.column().words();
        String[] to = new String[words.size()];
        for (int w = 0; w < to.length; w++) {
            String word = words.get(w);
            String known = rule.words().get(word);
            to[w] = known != null ? known : rule.only() ? "" : rule.scale() == 1 ? word : scaled(word, rule.scale());
        }
        WordColumn column = found.column();
        return row -> {
            int at = found.at().applyAsInt(row);
            return at < 0 ? "" : to[column.code(at)];
        };
    }

    private static String scaled(String word, double by) {
        try {
            return word.isEmpty() ? word : Double.toString(Double.parseDouble(word) * by);
        } catch (NumberFormatException e) {
            return word;
        }
    }

    /** The header that is this name but for case, blanks and marks. */
    private static Optional<String> match(List<String> header, String name) {
        String plain = plain(name);
        return header.stream().filter(h -> plain(h).equals(plain)).findFirst();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private void refuseNames(Path file, List<String> header) {
        for (String name : layout.refused()) {
            match(header, name).ifPresent(c -> {
                throw StopFile.whole(
                        String.valueOf(file.getFileName()),
                        "bad.person-found",
                        "stops.person-expected",
                        "stops.person-remedy",
                        c);
            });
        }
    }

    private BadInput notThisLayout(Path file, List<String> header) {
        List<String> fitting = LayoutCatalogue.bundled().values().stream()
                .filter(l -> !l.folder() && fits(l, header))
                .map(StopLayout::name)
                .toList();
        return new BadInput(
                String.valueOf(file.getFileName()),
                StopFile.say("bad.columns-found", String.join(", ", header.subList(0, Math.min(60, header.size())))),
                StopFile.say("stops.layout-expected", layout.name()),
                fitting.isEmpty()
                        ? StopFile.say("stops.layout-remedy")
                        : StopFile.say("stops.layout-other", String.join(", ", fitting)));
    }

    private static boolean fits(StopLayout l, List<String> header) {
        Set<String> names = new LinkedHashSet<>();
        LayoutRule race = l.columns().get("race");
        if (race != null) {
            sources(race, names);
        }
        return names.stream().anyMatch(n -> match(header, n).isPresent());
    }

    private static Path file(Path path, StopLayout.Part part) {
        if (part.file().isEmpty()) {
            return path;
        }
        String wanted = part.file().toLowerCase(Locale.ROOT);
        try (Stream<Path> all = Files.isDirectory(path) ? Files.list(path) : Stream.of()) {
            return all.filter(f -> {
                        String n = String.valueOf(f.getFileName()).toLowerCase(Locale.ROOT);
                        return n.equals(wanted) || n.equals(wanted + ".gz");
                    })
                    .min(java.util.Comparator.naturalOrder())
                    .orElseThrow(() -> StopFile.whole(
                            String.valueOf(path.getFileName()),
                            "stops.part-found",
                            "stops.part-expected",
                            "stops.part-remedy",
                            part.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
