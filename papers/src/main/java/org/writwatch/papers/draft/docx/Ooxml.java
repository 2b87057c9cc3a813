package org.writwatch.papers.draft.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The few words of WordprocessingML (ECMA-376 part 1, clause 17) that are read here, and how to walk among them. */
final class Ooxml {
    static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private Ooxml() {}

    static boolean is(Node node, String name) {
        return W.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
    }

    /** Child elements of WordprocessingML, in order. */
    static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e && W.equals(e.getNamespaceURI())) {
                found.add(e);
            }
        }
        return found;
    }

    static List<Element> children(Element parent, String name) {
        return children(parent).stream().filter(c -> is(c, name)).toList();
    }

    /** The element at the end of a path of names, each the first child of its kind. */
    static Optional<Element> find(Element from, String... path) {
        Element at = from;
        for (String name : path) {
            List<Element> next = children(at, name);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get(0);
        }
        return Optional.of(at);
    }

    /** An attribute, by its name without prefix; empty when it is not there. */
    static Optional<String> attribute(Element from, String name) {
        String value = from.getAttributeNS(W, name);
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** The value of a property element: {@code <w:jc w:val="center"/>}. */
    static Optional<String> value(Element from, String... path) {
        return find(from, path).flatMap(e -> attribute(e, "val"));
    }

    /** Whether a toggle is on: there, and not switched off. */
    static Optional<Boolean> toggle(Element from, String name) {
        return find(from, name)
                .map(e -> attribute(e, "val")
                        .map(v -> !v.equals("0") && !v.equals("false") && !v.equals("none"))
                        .orElse(true));
    }

    /** The words of a paragraph as a reader sees them, run boundaries gone. */
    static String words(Element paragraph) {
        StringBuilder said = new StringBuilder();
        addWords(paragraph, said);
        return said.toString();
    }

    private static void addWords(Element element, StringBuilder said) {
        for (Element child : children(element)) {
            switch (child.getLocalName()) {
                case "t" -> said.append(child.getTextContent());
                case "tab" -> said.append('\t');
                case "br", "cr" -> said.append('\n');
                case "noBreakHyphen" -> said.append('\u2011');
                case "pPr", "rPr", "del", "instrText", "p", "tbl" -> {}
                default -> addWords(child, said);
            }
        }
    }
}
