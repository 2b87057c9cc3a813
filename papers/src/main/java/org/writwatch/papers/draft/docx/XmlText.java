package org.writwatch.papers.draft.docx;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Text as XML 1.0 can hold it. */
public final class XmlText {
    private XmlText() {}

    /** Line feeds kept; tabs and carriage returns turned into spaces; what XML has no place for, dropped. */
    public static String printable(String given) {
        StringBuilder kept = new StringBuilder(given.length());
        given.replace("\r\n", "\n").codePoints().forEach(c -> {
            if (c == '\n' || (c >= ' ' && !unpaired(c) && c != 0xFFFE && c != 0xFFFF)) {
                kept.appendCodePoint(c);
            } else if (c == '\t' || c == '\r') {
                kept.append(' ');
            }
        });
        return kept.toString();
    }

    /** Printable, and with the signs of XML escaped, so that it stands in an element or an attribute as text. */
    public static String escaped(String given) {
        return printable(given)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A document as it stands, without indentation. */
    public static String written(Document document) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        write(document.getDocumentElement(), xml);
        return xml.toString();
    }

    private static void write(Node node, StringBuilder xml) {
        if (node instanceof Text text) {
            xml.append(escaped(text.getData()));
        } else if (node instanceof Element element) {
            xml.append('<').append(element.getTagName());
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                Node attribute = attributes.item(i);
                xml.append(' ').append(attribute.getNodeName()).append("=\"");
                xml.append(escaped(attribute.getNodeValue())).append('"');
            }
            xml.append('>');
            for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                write(child, xml);
            }
            xml.append("</").append(element.getTagName()).append('>');
        }
    }

    private static boolean unpaired(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
