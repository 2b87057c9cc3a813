package org.writwatch.papers.draft.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Gives each field mark of a template a run of its own, with all the type of its first letter. Word processors cut a
 * mark into runs as they please (spelling, a change of language, an edit); the filling library joins them again but
 * keeps only part of their type.
 */
final class MarkRuns {
    private static final Pattern MARK = Pattern.compile("\\{\\{[?/]?[a-z][a-z0-9_]*}}");
    private static final Optional<Element> NO_TYPE = Optional.empty();
    private static final String XML_SPACE = "http://www.w3.org/XML/1998/namespace";

    private MarkRuns() {}

    /** Whether anything had to be done. */
    static boolean isolate(Document part) {
        NodeList found = part.getElementsByTagNameNS(Ooxml.W, "p");
        List<Element> paragraphs = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            paragraphs.add((Element) found.item(i));
        }
        boolean changed = false;
        for (Element paragraph : paragraphs) {
            if (Ooxml.words(paragraph).contains("{{")) {
                isolate(paragraph);
                changed = true;
            }
        }
        return changed;
    }

    /** A piece of a paragraph: text of one type, or something else that stands between. */
    private record Piece(String text, Optional<Element> type, Optional<Node> other) {
        /** Whether it is no run at all, but stands between runs. */
        boolean between() {
            return other.isPresent() && type.isEmpty();
        }

        Piece part(int from, int to) {
            return new Piece(text.substring(from, to), type, other);
        }
    }

    private static void isolate(Element paragraph) {
        List<Piece> pieces = new ArrayList<>();
        for (Node n = paragraph.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element run && Ooxml.is(run, "r")) {
                addRun(run, pieces);
            } else if (!Ooxml.is(n, "pPr")) {
                pieces.add(new Piece("", Optional.empty(), Optional.of(n)));
            }
        }
        List<Piece> whole = joined(pieces);
        Optional<Element> properties = Ooxml.find(paragraph, "pPr");
        while (paragraph.getLastChild() != null) {
            paragraph.removeChild(paragraph.getLastChild());
        }
        properties.ifPresent(paragraph::appendChild);
        whole.forEach(p -> paragraph.appendChild(p.between() ? p.other().orElseThrow() : run(paragraph, p)));
    }

    private static void addRun(Element run, List<Piece> pieces) {
        Optional<Element> type = Ooxml.find(run, "rPr");
        // A run without type is marked by an empty one, to tell it from what is no run.
        Element own = type.orElseGet(() -> run.getOwnerDocument().createElementNS(Ooxml.W, "w:rPr"));
        for (Element child : Ooxml.children(run)) {
            if (Ooxml.is(child, "t")) {
                pieces.add(new Piece(child.getTextContent(), Optional.of(own), Optional.empty()));
            } else if (!Ooxml.is(child, "rPr")) {
                pieces.add(new Piece("", Optional.of(own), Optional.of(child)));
            }
        }
    }

    /** The same words, cut so that each mark is one piece. */
    private static List<Piece> joined(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            // A tab or break inside braces ends the mark; a spelling sign does not.
            text.append(piece.type().isPresent() && piece.other().isPresent() ? "\n" : piece.text());
        }
        Matcher mark = MARK.matcher(text);
        List<Piece> whole = new ArrayList<>();
        int at = 0;
        int end = -1;
        boolean more = mark.find();
        for (Piece piece : pieces) {
            int length = piece.type().isPresent() && piece.other().isPresent()
                    ? 1
                    : piece.text().length();
            int next = at + length;
            if (piece.other().isPresent()) {
                whole.add(piece);
                at = next;
                continue;
            }
            while (at < next) {
                int offset = piece.text().length() - (next - at);
                if (at < end) {
                    at = Math.min(end, next);
                } else if (more && mark.start() < next) {
                    if (mark.start() > at) {
                        whole.add(piece.part(offset, offset + mark.start() - at));
                    }
                    whole.add(new Piece(mark.group(), part(mark) ? NO_TYPE : piece.type(), Optional.empty()));
                    at = mark.start();
                    end = mark.end();
                    more = mark.find();
                } else {
                    whole.add(piece.part(offset, piece.text().length()));
                    at = next;
                }
            }
        }
        return whole;
    }

    /** Whether the mark opens or closes a part: it prints nothing, so its type is of no use. */
    private static boolean part(Matcher mark) {
        return mark.group().startsWith("{{?") || mark.group().startsWith("{{/");
    }

    private static Element run(Element paragraph, Piece piece) {
        Document document = paragraph.getOwnerDocument();
        Element run = document.createElementNS(Ooxml.W, "w:r");
        piece.type().filter(t -> t.getFirstChild() != null).ifPresent(t -> run.appendChild(t.cloneNode(true)));
        if (piece.other().isPresent()) {
            run.appendChild(piece.other().get());
        } else {
            Element text = document.createElementNS(Ooxml.W, "w:t");
            text.setAttributeNS(XML_SPACE, "xml:space", "preserve");
            text.setTextContent(piece.text());
            run.appendChild(text);
        }
        return run;
    }
}
