package org.writwatch.papers.draft.docx;

import java.util.Set;
import org.w3c.dom.Element;

/** Counts the words of a paper as a certificate of length does: body and headings, without tables, caption and signature. */
public final class WordCount {
    private static final Set<String> LEFT_OUT =
            Set.of("SignatureLine", "CourtHeading", "CaptionLine", "PleadingTitle", "Header", "Footer");

    private WordCount() {}

    /** The words of a file's body, footnotes left out. */
    public static int of(DocxFile file) {
        Element body = Ooxml.find(file.find("word/document.xml").orElseThrow().getDocumentElement(), "body")
                .orElseThrow();
        int words = 0;
        for (Element paragraph : Ooxml.children(body, "p")) {
            if (!LEFT_OUT.contains(Ooxml.value(paragraph, "pPr", "pStyle").orElse(""))) {
                words += (int) java.util.Arrays.stream(Ooxml.words(paragraph).split("\\s+"))
                        .filter(w -> w.codePoints().anyMatch(Character::isLetterOrDigit))
                        .count();
            }
        }
        return words;
    }
}
