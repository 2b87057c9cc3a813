package org.writwatch.papers.pdf;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A page made ready for print: parsed without any document type or entity, every heading given an id and a bookmark,
 * every drawing its alternative text, every link a name.
 */
final class PageSource {
    private PageSource() {}

    static Document parse(String xhtml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new InputSource(new StringReader(withoutDoctype(xhtml))));
        } catch (SAXException e) {
            throw new IllegalArgumentException("the page is not well-formed XHTML: " + e.getMessage(), e);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one declaration HTML knows; any other is refused by the parser. */
    private static String withoutDoctype(String xhtml) {
        String head = xhtml.stripLeading();
        return head.regionMatches(true, 0, "<!doctype html>", 0, 15) ? head.substring(15) : head;
    }

    static void prepare(Document page) {
        List<Element> headings = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Deque<Element> todo = new ArrayDeque<>();
        todo.push(page.getDocumentElement());
        while (!todo.isEmpty()) {
            Element element = todo.pop();
            if (!element.getAttribute("id").isEmpty()) {
                ids.add(element.getAttribute("id"));
            }
            String name = element.getTagName();
            if (level(name) > 0) {
                headings.add(element);
            } else if (name.equals("a") && element.getAttribute("title").isEmpty()) {
                element.setAttribute("title", words(element));
            } else if (name.equals("svg")) {
                describe(element);
                continue;
            }
            NodeList children = element.getChildNodes();
            for (int i = children.getLength() - 1; i >= 0; i--) {
                if (children.item(i) instanceof Element child) {
                    todo.push(child);
                }
            }
        }
        bookmark(page, headings, ids);
    }

    /** HTML names a drawing by its title and desc; PDF wants one text. */
    private static void describe(Element svg) {
        List<String> said = new ArrayList<>();
        NodeList children = svg.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child
                    && (child.getTagName().equals("title") || child.getTagName().equals("desc"))) {
                said.add(words(child));
            }
        }
        if (svg.getAttribute("alt").isEmpty()) {
            svg.setAttribute("alt", said.isEmpty() ? svg.getAttribute("aria-label") : String.join(". ", said));
        }
    }

    private static void bookmark(Document page, List<Element> headings, Set<String> ids) {
        NodeList heads = page.getElementsByTagName("head");
        if (headings.isEmpty() || heads.getLength() == 0) {
            return;
        }
        Element root = page.createElement("bookmarks");
        heads.item(0).appendChild(root);
        Deque<Element> open = new ArrayDeque<>();
        Deque<Integer> levels = new ArrayDeque<>();
        int made = 0;
        for (Element heading : headings) {
            while (heading.getAttribute("id").isEmpty()) {
                made++;
                if (ids.add("h-" + made)) {
                    heading.setAttribute("id", "h-" + made);
                }
            }
            int level = level(heading.getTagName());
            while (!levels.isEmpty() && levels.peek() >= level) {
                levels.pop();
                open.pop();
            }
            Element bookmark = page.createElement("bookmark");
            bookmark.setAttribute("name", words(heading));
            bookmark.setAttribute("href", "#" + heading.getAttribute("id"));
            (open.isEmpty() ? root : open.peek()).appendChild(bookmark);
            open.push(bookmark);
            levels.push(level);
        }
    }

    private static int level(String tag) {
        return tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6'
                ? tag.charAt(1) - '0'
                : 0;
    }

    static String words(Element element) {
        return element.getTextContent().strip().replaceAll("\\s+", " ");
    }

    /** The parser's own handler prints to standard error; this one only throws. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
