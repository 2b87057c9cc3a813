package org.writwatch.papers.draft.docx;

import static org.writwatch.papers.draft.docx.Ooxml.attribute;
import static org.writwatch.papers.draft.docx.Ooxml.children;
import static org.writwatch.papers.draft.docx.Ooxml.find;
import static org.writwatch.papers.draft.docx.Ooxml.value;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Counts numbered paragraphs as a word processor does (ECMA-376 part 1, clause 17.9). */
final class PrintNumbers {
    private static final int LEVELS = 9;

    /** Levels of each list, by list id. */
    private final Map<String, Map<Integer, Element>> lists = new TreeMap<>();
    /** Lists that count together share an abstract list. */
    private final Map<String, String> abstracts = new TreeMap<>();

    private final Map<String, int[]> counts = new TreeMap<>();

    PrintNumbers(Optional<Document> numbering) {
        numbering.map(Document::getDocumentElement).ifPresent(this::read);
    }

    private void read(Element root) {
        Map<String, Map<Integer, Element>> levels = new TreeMap<>();
        for (Element list : children(root, "abstractNum")) {
            Map<Integer, Element> of = new TreeMap<>();
            for (Element level : children(list, "lvl")) {
                attribute(level, "ilvl").map(Integer::parseInt).ifPresent(l -> of.put(l, level));
            }
            attribute(list, "abstractNumId").ifPresent(id -> levels.put(id, of));
        }
        for (Element list : children(root, "num")) {
            String id = attribute(list, "numId").orElse("");
            value(list, "abstractNumId").filter(levels::containsKey).ifPresent(a -> {
                boolean restarts = !children(list, "lvlOverride").isEmpty();
                lists.put(id, levels.getOrDefault(a, Map.of()));
                abstracts.put(id, restarts ? "num " + id : a);
            });
        }
    }

    /** What stands before a numbered paragraph, and how far its level is indented. */
    record Mark(String text, boolean bullet, Map<String, String> css) {}

    /** Counts one paragraph and says its mark; empty when its list is none. */
    Optional<Mark> next(Element numPr) {
        String list = value(numPr, "numId").orElse("0");
        int level = value(numPr, "ilvl").map(Integer::parseInt).orElse(0);
        Map<Integer, Element> levels = lists.getOrDefault(list, Map.of());
        Element at = levels.get(level);
        if (at == null || level < 0 || level >= LEVELS) {
            return Optional.empty();
        }
        int[] count = counts.computeIfAbsent(abstracts.getOrDefault(list, list), k -> new int[LEVELS]);
        for (int l = 0; l <= level; l++) {
            if (l == level || count[l] == 0) {
                count[l] = count[l] == 0 ? start(levels, l) : count[l] + 1;
            }
        }
        for (int l = level + 1; l < LEVELS; l++) {
            count[l] = 0;
        }
        Map<String, String> css = find(at, "pPr").map(PrintStyles::paragraph).orElseGet(TreeMap::new);
        if (value(at, "numFmt").orElse("decimal").equals("bullet")) {
            return Optional.of(new Mark("\u2022", true, css));
        }
        String text = value(at, "lvlText").orElse("%1.");
        for (int l = 0; l <= level; l++) {
            text = text.replace("%" + (l + 1), said(format(levels, l), count[l]));
        }
        return Optional.of(new Mark(text, false, css));
    }

    private static int start(Map<Integer, Element> levels, int level) {
        return Optional.ofNullable(levels.get(level))
                .flatMap(l -> value(l, "start"))
                .map(Integer::parseInt)
                .orElse(1);
    }

    private static String format(Map<Integer, Element> levels, int level) {
        return Optional.ofNullable(levels.get(level))
                .flatMap(l -> value(l, "numFmt"))
                .orElse("decimal");
    }

    private static String said(String format, int count) {
        return switch (format) {
            case "lowerLetter" -> letters(count);
            case "upperLetter" -> letters(count).toUpperCase(Locale.ROOT);
            case "lowerRoman" -> roman(count).toLowerCase(Locale.ROOT);
            case "upperRoman" -> roman(count);
            default -> Integer.toString(count);
        };
    }

    /** a to z, then aa, bb, as word processors count. */
    private static String letters(int count) {
        return String.valueOf((char) ('a' + (count - 1) % 26)).repeat((count - 1) / 26 + 1);
    }

    private static String roman(int count) {
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        StringBuilder said = new StringBuilder();
        int left = count;
        for (int i = 0; i < values.length; i++) {
            while (left >= values[i]) {
                said.append(signs[i]);
                left -= values[i];
            }
        }
        return said.toString();
    }
}
