package org.writwatch.papers.page;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A page as a tree, for tests: our pages are written so that an XML parser can read them too. */
final class Markup {
    private final Document tree;

    Markup(String html) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            String body = html.replaceFirst("(?i)\\s*<!doctype html>", "");
            tree = factory.newDocumentBuilder().parse(new InputSource(new StringReader(body)));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    Element root() {
        return tree.getDocumentElement();
    }

    /** All elements in document order. */
    List<Element> all() {
        return all("*");
    }

    List<Element> all(String tag) {
        List<Element> found = new ArrayList<>();
        NodeList list = tree.getElementsByTagName(tag);
        for (int i = 0; i < list.getLength(); i++) {
            found.add((Element) list.item(i));
        }
        return found;
    }

    static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e) {
                found.add(e);
            }
        }
        return found;
    }

    static boolean inside(Element element, String tag) {
        for (Node n = element.getParentNode(); n instanceof Element e; n = e.getParentNode()) {
            if (e.getTagName().equals(tag)) {
                return true;
            }
        }
        return false;
    }

    static String words(Element element) {
        return element.getTextContent().strip().replaceAll("\\s+", " ");
    }

    /** What a reader sees, without style. */
    String text() {
        StringBuilder text = new StringBuilder();
        collect(root(), text);
        return text.toString().replaceAll("\\s+", " ");
    }

    private static void collect(Node node, StringBuilder text) {
        for (Node n = node.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e) {
                if (!e.getTagName().equals("style")) {
                    collect(e, text);
                    text.append(' ');
                }
            } else {
                text.append(n.getTextContent());
            }
        }
    }
}
