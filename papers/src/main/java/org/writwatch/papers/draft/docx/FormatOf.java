package org.writwatch.papers.draft.docx;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.writwatch.papers.draft.CourtFormat;

/** Gives a filled paper the form that a court asks for: type, distance of lines, margins, line numbers. */
public final class FormatOf {
    private FormatOf() {}

    /** Changes the file; its words stay. */
    public static void court(CourtFormat format, DocxFile file) {
        file.find("word/styles.xml").ifPresent(styles -> {
            Element defaults = Ooxml.find(styles.getDocumentElement(), "docDefaults", "rPrDefault", "rPr")
                    .orElseThrow();
            Element fonts = Ooxml.find(defaults, "rFonts").orElseThrow();
            for (String kind : new String[] {"ascii", "hAnsi", "eastAsia", "cs"}) {
                fonts.setAttributeNS(Ooxml.W, "w:" + kind, format.font());
            }
            for (String size : new String[] {"sz", "szCs"}) {
                Ooxml.find(defaults, size)
                        .ifPresent(s -> s.setAttributeNS(Ooxml.W, "w:val", String.valueOf(2 * format.points())));
            }
            for (Element style : Ooxml.children(styles.getDocumentElement(), "style")) {
                String id = Ooxml.attribute(style, "styleId").orElse("");
                if (id.equals("Allegation") || id.equals("Pleading")) {
                    Ooxml.find(style, "pPr", "spacing").ifPresent(s -> spaced(s, format));
                }
            }
            file.put("word/styles.xml", XmlText.written(styles));
        });
        Document document = file.find("word/document.xml").orElseThrow();
        Element section =
                Ooxml.find(document.getDocumentElement(), "body", "sectPr").orElseThrow();
        Element margins = Ooxml.find(section, "pgMar").orElseThrow();
        margins.setAttributeNS(Ooxml.W, "w:top", String.valueOf(format.top()));
        margins.setAttributeNS(Ooxml.W, "w:bottom", String.valueOf(format.bottom()));
        margins.setAttributeNS(Ooxml.W, "w:left", String.valueOf(format.left()));
        margins.setAttributeNS(Ooxml.W, "w:right", String.valueOf(format.right()));
        if (format.numbered() > 0) {
            Element lines = document.createElementNS(Ooxml.W, "w:lnNumType");
            lines.setAttributeNS(Ooxml.W, "w:countBy", "1");
            lines.setAttributeNS(Ooxml.W, "w:restart", "newPage");
            Element grid = document.createElementNS(Ooxml.W, "w:docGrid");
            grid.setAttributeNS(Ooxml.W, "w:linePitch", String.valueOf(20 * format.leading()));
            section.appendChild(lines);
            section.appendChild(grid);
        }
        file.put("word/document.xml", XmlText.written(document));
    }

    /** Lines of a numbered page stand a fixed distance apart; others keep their share of the type's height. */
    private static void spaced(Element spacing, CourtFormat format) {
        boolean exact = format.numbered() > 0;
        spacing.setAttributeNS(Ooxml.W, "w:line", String.valueOf(20 * format.leading()));
        spacing.setAttributeNS(Ooxml.W, "w:lineRule", exact ? "exact" : "atLeast");
        spacing.setAttributeNS(Ooxml.W, "w:after", exact ? "0" : "60");
    }
}
