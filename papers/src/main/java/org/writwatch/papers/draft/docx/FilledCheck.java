package org.writwatch.papers.draft.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;

/**
 * What no filled draft may lack, however its template was edited: the notices at the top of each page, and a footnote
 * under every paragraph of the style "Allegation", which is the style of statements of fact.
 */
public final class FilledCheck {
    /** The style of a numbered statement of fact. */
    public static final String ALLEGATION = "Allegation";

    private FilledCheck() {}

    /**
     * Checks a filled file.
     *
     * @throws BadInput when a notice is missing or a statement of fact has no source
     */
    public static void check(DocxFile file, List<String> notices) {
        List<TemplateFault> faults = find(file, file.find("word/document.xml").orElseThrow(), notices);
        if (!faults.isEmpty()) {
            Phrase first = faults.get(0).said();
            String rule = first.key().endsWith("notice-lost") ? "notice" : "unsourced";
            throw new BadInput(
                    file.name(),
                    first,
                    Phrase.of("papers", "draft.template." + rule + "-expected"),
                    Phrase.of("papers", "draft.template." + rule + "-remedy"));
        }
    }

    /** Everything that is missing, with the paragraph of this body that lacks it. */
    static List<TemplateFault> find(DocxFile file, Document document, List<String> notices) {
        List<String> headers = new ArrayList<>();
        for (String part : file.list()) {
            if (part.startsWith("word/header")) {
                file.find(part).ifPresent(xml -> headers.add(words(xml)));
            }
        }
        List<TemplateFault> faults = new ArrayList<>();
        boolean everyPage = sections(document).stream().allMatch(FilledCheck::everyPage);
        NodeList paragraphs = document.getElementsByTagNameNS(Ooxml.W, "p");
        Element top = paragraphs.getLength() > 0 ? (Element) paragraphs.item(0) : document.getDocumentElement();
        for (String notice : notices) {
            if (!everyPage || headers.isEmpty() || headers.stream().anyMatch(h -> !h.contains(notice))) {
                faults.add(new TemplateFault(top, Phrase.of("papers", "draft.template.notice-lost", notice)));
            }
        }
        for (int i = 0; i < paragraphs.getLength(); i++) {
            Element paragraph = (Element) paragraphs.item(i);
            if (Ooxml.value(paragraph, "pPr", "pStyle").equals(Optional.of(ALLEGATION))
                    && !Ooxml.words(paragraph).isBlank()
                    && paragraph
                                    .getElementsByTagNameNS(Ooxml.W, "footnoteReference")
                                    .getLength()
                            == 0) {
                faults.add(new TemplateFault(
                        paragraph, Phrase.of("papers", "draft.template.unsourced", shortened(Ooxml.words(paragraph)))));
            }
        }
        return faults;
    }

    private static List<Element> sections(Document document) {
        NodeList found = document.getElementsByTagNameNS(Ooxml.W, "sectPr");
        List<Element> sections = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            sections.add((Element) found.item(i));
        }
        return sections;
    }

    /** A header for all pages; one for the first or for even pages only where the section has such pages. */
    private static boolean everyPage(Element section) {
        List<String> kinds = Ooxml.children(section, "headerReference").stream()
                .map(h -> Ooxml.attribute(h, "type").orElse("default"))
                .toList();
        boolean first = Ooxml.toggle(section, "titlePg").orElse(false);
        return kinds.contains("default") && (!first || kinds.contains("first"));
    }

    private static String words(Document xml) {
        StringBuilder said = new StringBuilder();
        for (Element paragraph : Ooxml.children(xml.getDocumentElement(), "p")) {
            said.append(Ooxml.words(paragraph)).append('\n');
        }
        return said.toString();
    }

    private static String shortened(String words) {
        return words.length() <= 90 ? words : words.substring(0, 90).strip() + "…";
    }
}
