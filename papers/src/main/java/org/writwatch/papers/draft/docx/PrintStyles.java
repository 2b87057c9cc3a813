package org.writwatch.papers.draft.docx;

import static org.writwatch.papers.draft.docx.Ooxml.attribute;
import static org.writwatch.papers.draft.docx.Ooxml.children;
import static org.writwatch.papers.draft.docx.Ooxml.find;
import static org.writwatch.papers.draft.docx.Ooxml.toggle;
import static org.writwatch.papers.draft.docx.Ooxml.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The styles of a word-processor file, as CSS: what a lawyer changes in a style is changed in print too. Lengths in the
 * file are twentieths of a point; type sizes are half points.
 */
final class PrintStyles {
    private final Map<String, Element> styles = new TreeMap<>();
    private final Optional<Element> defaults;
    private final String normal;

    PrintStyles(Optional<Document> styles) {
        Optional<Element> root = styles.map(Document::getDocumentElement);
        root.ifPresent(r ->
                children(r, "style").forEach(s -> attribute(s, "styleId").ifPresent(id -> this.styles.put(id, s))));
        this.defaults = root.flatMap(r -> find(r, "docDefaults"));
        this.normal = this.styles.entrySet().stream()
                .filter(s -> attribute(s.getValue(), "type").orElse("").equals("paragraph"))
                .filter(s -> attribute(s.getValue(), "default").orElse("0").matches("1|true"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("Normal");
    }

    /** The style of a paragraph: the one it names, else the file's own default. */
    String of(Element paragraph) {
        return value(paragraph, "pPr", "pStyle").filter(styles::containsKey).orElse(normal);
    }

    /** 1 to 6 when the style is a heading's, else 0. */
    int headingLevel(String style) {
        return inherited(style, "pPr", "outlineLvl")
                .flatMap(e -> attribute(e, "val"))
                .map(Integer::parseInt)
                .filter(l -> l < 6)
                .map(l -> l + 1)
                .orElse(0);
    }

    /** Numbering that comes with the style. */
    Optional<Element> numbering(String style) {
        return inherited(style, "pPr", "numPr");
    }

    /** How far the first line of the style is indented, when it says. */
    Optional<String> indent(String style) {
        return chain(style).stream()
                .map(s -> find(s, "pPr").map(PrintStyles::paragraph).map(css -> css.get("text-indent")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The language of the style, as a BCP 47 tag; empty when it is the document's own. */
    Optional<String> lang(String style) {
        return chain(style).stream()
                .map(s -> find(s, "rPr", "lang").flatMap(e -> attribute(e, "val")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Every style as a CSS class. */
    String css() {
        StringBuilder css = new StringBuilder();
        css.append("body{")
                .append(rule(
                        defaults.flatMap(d -> find(d, "rPrDefault")).stream().toList(), false))
                .append("}\n");
        for (Map.Entry<String, Element> style : styles.entrySet()) {
            String type = attribute(style.getValue(), "type").orElse("");
            List<Element> chain = new ArrayList<>(chain(style.getKey()));
            if (type.equals("paragraph")) {
                defaults.flatMap(d -> find(d, "pPrDefault")).ifPresent(chain::add);
                css.append(".")
                        .append(name(style.getKey()))
                        .append("{")
                        .append(rule(chain, true))
                        .append("}\n");
            } else if (type.equals("character")) {
                css.append(".")
                        .append(name(style.getKey()))
                        .append("{")
                        .append(rule(chain, false))
                        .append("}\n");
            }
        }
        return css.toString();
    }

    /** The class that stands for a style. */
    static String name(String style) {
        return "s-" + style.replaceAll("[^A-Za-z0-9]", "");
    }

    private Optional<Element> inherited(String style, String... path) {
        return chain(style).stream()
                .map(s -> find(s, path))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The style and those it is based on, nearest first. */
    private List<Element> chain(String style) {
        List<Element> chain = new ArrayList<>();
        Optional<Element> at = Optional.ofNullable(styles.get(style));
        while (at.isPresent() && !chain.contains(at.get())) {
            chain.add(at.get());
            at = value(at.get(), "basedOn").map(styles::get);
        }
        return chain;
    }

    private static String rule(List<Element> chain, boolean paragraph) {
        Map<String, String> css = new TreeMap<>();
        for (Element style : chain) {
            find(style, "rPr").map(PrintStyles::run).ifPresent(r -> r.forEach(css::putIfAbsent));
            if (paragraph) {
                find(style, "pPr").map(PrintStyles::paragraph).ifPresent(r -> r.forEach(css::putIfAbsent));
            }
        }
        if (paragraph) {
            css.putIfAbsent("margin-top", "0");
            css.putIfAbsent("margin-bottom", "0");
        }
        StringBuilder rule = new StringBuilder();
        css.forEach((k, v) -> rule.append(k).append(":").append(v).append(";"));
        return rule.toString();
    }

    /** Paragraph properties, of a style or of one paragraph. */
    static Map<String, String> paragraph(Element properties) {
        Map<String, String> css = new TreeMap<>();
        value(properties, "jc").ifPresent(jc -> css.put("text-align", align(jc)));
        find(properties, "spacing").ifPresent(s -> {
            attribute(s, "before").ifPresent(v -> css.put("margin-top", points(v, 20)));
            attribute(s, "after").ifPresent(v -> css.put("margin-bottom", points(v, 20)));
            attribute(s, "line").ifPresent(v -> css.put("line-height", lines(v, attribute(s, "lineRule"))));
        });
        find(properties, "ind").ifPresent(i -> {
            attribute(i, "left").or(() -> attribute(i, "start")).ifPresent(v -> css.put("margin-left", points(v, 20)));
            attribute(i, "right").or(() -> attribute(i, "end")).ifPresent(v -> css.put("margin-right", points(v, 20)));
            attribute(i, "hanging").ifPresent(v -> css.put("text-indent", "-" + points(v, 20)));
            attribute(i, "firstLine").ifPresent(v -> css.put("text-indent", points(v, 20)));
        });
        toggle(properties, "keepNext").ifPresent(on -> css.put("page-break-after", on ? "avoid" : "auto"));
        toggle(properties, "keepLines").ifPresent(on -> css.put("page-break-inside", on ? "avoid" : "auto"));
        toggle(properties, "pageBreakBefore").ifPresent(on -> css.put("page-break-before", on ? "always" : "auto"));
        find(properties, "pBdr").ifPresent(b -> {
            for (String side : List.of("top", "bottom", "left", "right")) {
                find(b, side).ifPresent(line -> {
                    int eighths = attribute(line, "sz").map(Integer::parseInt).orElse(4);
                    css.put("border-" + side, String.format(Locale.ROOT, "%.2fpt solid #000000", eighths / 8.0));
                    css.put("padding-" + side, attribute(line, "space").orElse("1") + "pt");
                });
            }
        });
        find(properties, "shd")
                .flatMap(s -> attribute(s, "fill"))
                .filter(f -> f.matches("[0-9A-Fa-f]{6}"))
                .ifPresent(f -> css.put("background-color", "#" + f));
        return css;
    }

    /** Type: of a style or of one run. */
    static Map<String, String> run(Element properties) {
        Map<String, String> css = new TreeMap<>();
        toggle(properties, "b").ifPresent(on -> css.put("font-weight", on ? "bold" : "normal"));
        toggle(properties, "i").ifPresent(on -> css.put("font-style", on ? "italic" : "normal"));
        toggle(properties, "u").ifPresent(on -> css.put("text-decoration", on ? "underline" : "none"));
        toggle(properties, "caps").ifPresent(on -> css.put("text-transform", on ? "uppercase" : "none"));
        toggle(properties, "smallCaps").ifPresent(on -> css.put("font-variant", on ? "small-caps" : "normal"));
        value(properties, "sz").ifPresent(v -> css.put("font-size", points(v, 2)));
        value(properties, "color").filter(c -> c.matches("[0-9A-Fa-f]{6}")).ifPresent(c -> css.put("color", "#" + c));
        value(properties, "highlight")
                .filter(h -> !h.equals("none"))
                .ifPresent(h -> css.put("background-color", "#fff2a8"));
        find(properties, "shd")
                .flatMap(s -> attribute(s, "fill"))
                .filter(f -> f.matches("[0-9A-Fa-f]{6}"))
                .ifPresent(f -> css.put("background-color", "#" + f));
        find(properties, "rFonts")
                .flatMap(f -> attribute(f, "ascii"))
                .ifPresent(f -> css.put("font-family", family(f)));
        value(properties, "vertAlign").filter(v -> !v.equals("baseline")).ifPresent(v -> {
            css.put("vertical-align", v.equals("subscript") ? "sub" : "super");
            css.put("font-size", "70%");
            css.put("line-height", "1");
        });
        return css;
    }

    private static String align(String jc) {
        return switch (jc) {
            case "center" -> "center";
            case "right", "end" -> "right";
            case "both", "distribute" -> "justify";
            default -> "left";
        };
    }

    private static String lines(String line, Optional<String> rule) {
        return rule.orElse("auto").equals("auto")
                ? String.format(Locale.ROOT, "%.3f", 1.15 * Integer.parseInt(line) / 240)
                : points(line, 20);
    }

    private static String points(String units, int perPoint) {
        return String.format(Locale.ROOT, "%.2fpt", Double.parseDouble(units) / perPoint);
    }

    /** Print has two families; a face without serifs is told by its name. */
    private static String family(String face) {
        String name = face.toLowerCase(Locale.ROOT);
        boolean sans = name.matches(".*(sans|arial|helvetica|calibri|verdana|tahoma|aptos|segoe|carlito).*");
        return sans ? "\"Arimo\"" : "\"Tinos\"";
    }
}
