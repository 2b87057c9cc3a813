package org.writwatch.papers.draft.docx;

import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Makes one table of tables that touch and have the same columns: a loop of a template prints one table for each row,
 * and a reader (or a screen reader) should meet one table with one heading row. A heading without rows is taken out.
 */
public final class JoinedTables {
    private JoinedTables() {}

    /** Joins the tables of a filled file. */
    public static void join(DocxFile file) {
        Document document = file.find("word/document.xml").orElseThrow();
        Element body = Ooxml.find(document.getDocumentElement(), "body").orElseThrow();
        boolean changed = false;
        Optional<Element> open = Optional.empty();
        for (Element child : List.copyOf(Ooxml.children(body))) {
            if (!Ooxml.is(child, "tbl")) {
                open = Optional.empty();
            } else if (open.isPresent() && columns(open.get()).equals(columns(child))) {
                Element into = open.get();
                Ooxml.children(child, "tr").forEach(into::appendChild);
                body.removeChild(child);
                changed = true;
            } else {
                open = Optional.of(child);
            }
        }
        for (Element table : Ooxml.children(body, "tbl")) {
            if (Ooxml.children(table, "tr").stream().allMatch(JoinedTables::heading)) {
                body.removeChild(table);
                changed = true;
            }
        }
        if (changed) {
            file.put("word/document.xml", XmlText.written(document));
        }
    }

    private static boolean heading(Element row) {
        return Ooxml.find(row, "trPr", "tblHeader").isPresent();
    }

    private static List<String> columns(Element table) {
        return Ooxml.find(table, "tblGrid").stream()
                .flatMap(g -> Ooxml.children(g, "gridCol").stream())
                .map(c -> Ooxml.attribute(c, "w").orElse(""))
                .toList();
    }
}
