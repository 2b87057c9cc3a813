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
        Document document = file.find("word/document.xml").orElseThrow();
        List<String> headers = new ArrayList<>();
        for (String part : file.list()) {
            if (part.startsWith("word/header")) {
                file.find(part).ifPresent(xml -> headers.add(words(xml)));
            }
        }
        boolean everyPage = sections(document).stream().allMatch(FilledCheck::everyPage);
        for (String notice : notices) {
            if (!everyPage || headers.isEmpty() || headers.stream().anyMatch(h -> !h.contains(notice))) {
                throw bad(file, "notice-lost", notice, "notice");
            }
        }
        paragraph(document.getDocumentElement(), file);
    }

    private static void paragraph(Element element, DocxFile file) {
        for (Element child : Ooxml.children(element)) {
            if (!Ooxml.is(child, "p")) {
                paragraph(child, file);
            } else if (Ooxml.value(child, "pPr", "pStyle").equals(Optional.of(ALLEGATION))
                    && !Ooxml.words(child).isBlank()
                    && child.getElementsByTagNameNS(Ooxml.W, "footnoteReference")
                                    .getLength()
                            == 0) {
                throw bad(file, "unsourced", shortened(Ooxml.words(child)), "unsourced");
            }
        }
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

    private static BadInput bad(DocxFile file, String found, String what, String rule) {
        return new BadInput(
                file.name(),
                Phrase.of("papers", "draft.template." + found, what),
                Phrase.of("papers", "draft.template." + rule + "-expected"),
                Phrase.of("papers", "draft.template." + rule + "-remedy"));
    }
}
