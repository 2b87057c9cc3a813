package org.writwatch.papers.draft.docx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.papers.draft.Fields;

/**
 * A template with its faults as comments beside the words they stand in (ECMA-376 part 1, clause 17.13.4), to be opened in
 * a word processor. A header or footer can hold no comment, so what is wrong there is told beside the first paragraph. The
 * comments carry no date and no name of a person. Comments that were there before stay.
 */
public final class TemplateComments {
    private static final String PART = "word/comments.xml";
    private static final String BODY = "word/document.xml";

    private final Document body;
    private final Document comments;
    private final Phrasebook words;
    private int last;

    private TemplateComments(DocxFile file, Document body, Lang lang) {
        this.body = body;
        this.words = Phrasebook.of(lang);
        if (file.find(PART).isEmpty()) {
            file.put(
                    PART,
                    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"" + Ooxml.W
                            + "\"></w:comments>");
        }
        this.comments = file.find(PART).orElseThrow();
        this.last = highest(comments);
    }

    /** The template with a comment for each fault; empty when it has none. */
    public static Optional<byte[]> of(DocxFile template, Fields fields, Lang lang) {
        Map<String, Document> parts = TemplateCheck.parts(template);
        List<TemplateFault> faults = TemplateCheck.find(parts, fields);
        Optional<Document> body = Optional.ofNullable(parts.get(BODY));
        return faults.isEmpty() ? Optional.empty() : body.map(b -> written(template, b, faults, lang));
    }

    /** A filled draft with a comment for what it lacks; empty when it lacks nothing. */
    public static Optional<byte[]> ofFilled(DocxFile filled, List<String> notices, Lang lang) {
        Document body = filled.find(BODY).orElseThrow();
        List<TemplateFault> faults = FilledCheck.find(filled, body, notices);
        return faults.isEmpty() ? Optional.empty() : Optional.of(written(filled, body, faults, lang));
    }

    private static byte[] written(DocxFile from, Document body, List<TemplateFault> faults, Lang lang) {
        DocxFile file = from.copy();
        TemplateComments all = new TemplateComments(file, body, lang);
        faults.forEach(all::add);
        file.put(BODY, XmlText.written(all.body));
        file.put(PART, XmlText.written(all.comments));
        PackageParts.add(
                file,
                PART,
                "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
                "word/_rels/document.xml.rels",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
                "comments.xml");
        return file.bytes();
    }

    private void add(TemplateFault fault) {
        Element paragraph = fault.paragraph().getOwnerDocument() == body ? fault.paragraph() : first();
        String id = String.valueOf(++last);
        Node head = Ooxml.find(paragraph, "pPr").map(Node::getNextSibling).orElseGet(paragraph::getFirstChild);
        paragraph.insertBefore(marked("w:commentRangeStart", id), head);
        paragraph.appendChild(marked("w:commentRangeEnd", id));
        Element run = body.createElementNS(Ooxml.W, "w:r");
        run.appendChild(marked("w:commentReference", id));
        paragraph.appendChild(run);
        comments.getDocumentElement().appendChild(comment(id, fault.said()));
    }

    private Element comment(String id, Phrase said) {
        Element comment = comments.createElementNS(Ooxml.W, "w:comment");
        comment.setAttributeNS(Ooxml.W, "w:id", id);
        comment.setAttributeNS(Ooxml.W, "w:author", "Writwatch");
        comment.setAttributeNS(Ooxml.W, "w:initials", "W");
        Element text = comments.createElementNS(Ooxml.W, "w:t");
        text.setTextContent(words.say(Phrase.of("papers", "draft.template.comment", said)));
        Element run = comments.createElementNS(Ooxml.W, "w:r");
        run.appendChild(text);
        Element paragraph = comments.createElementNS(Ooxml.W, "w:p");
        paragraph.appendChild(run);
        comment.appendChild(paragraph);
        return comment;
    }

    private Element marked(String name, String id) {
        Element mark = body.createElementNS(Ooxml.W, name);
        mark.setAttributeNS(Ooxml.W, "w:id", id);
        return mark;
    }

    /** The first paragraph of the body; one is made where there is none. */
    private Element first() {
        NodeList all = body.getElementsByTagNameNS(Ooxml.W, "p");
        if (all.getLength() > 0) {
            return (Element) all.item(0);
        }
        Element made = body.createElementNS(Ooxml.W, "w:p");
        Element holder = Ooxml.find(body.getDocumentElement(), "body").orElseGet(body::getDocumentElement);
        holder.insertBefore(made, holder.getFirstChild());
        return made;
    }

    private static int highest(Document comments) {
        return Ooxml.children(comments.getDocumentElement(), "comment").stream()
                .flatMap(c -> Ooxml.attribute(c, "id").stream())
                .filter(i -> i.matches("[0-9]{1,8}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(-1);
    }
}
