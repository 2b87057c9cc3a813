package org.writwatch.papers.draft;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** What a reader other than ours finds in a word-processor file. */
public final class Docx {
    private Docx() {}

    /** Opens it with Apache POI. */
    public static XWPFDocument open(byte[] bytes) {
        try {
            return new XWPFDocument(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every paragraph of the body and its tables, in order, empty ones included. */
    public static List<XWPFParagraph> paragraphs(XWPFDocument document) {
        List<XWPFParagraph> all = new ArrayList<>();
        document.getBodyElementsIterator().forEachRemaining(e -> {
            if (e instanceof XWPFParagraph paragraph) {
                all.add(paragraph);
            } else if (e instanceof XWPFTable table) {
                table.getRows().forEach(r -> r.getTableCells().forEach(c -> all.addAll(c.getParagraphs())));
            }
        });
        return all;
    }

    /** The words of the body, one paragraph a line, a footnote where it is called as "[^id]". */
    public static String body(byte[] bytes) {
        StringBuilder said = new StringBuilder();
        for (XWPFParagraph paragraph : paragraphs(open(bytes))) {
            String words = paragraph.getRuns().stream()
                    .map(r -> r.getCTR().sizeOfFootnoteReferenceArray() > 0 ? "[^]" : r.text())
                    .reduce("", String::concat);
            said.append(words).append('\n');
        }
        return said.toString();
    }

    /** The words of each footnote, in order. */
    public static List<String> notes(byte[] bytes) {
        List<String> notes = new ArrayList<>();
        for (XWPFFootnote note : open(bytes).getFootnotes()) {
            String words = note.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .reduce("", String::concat)
                    .replaceAll("\\[footnoteRef:[0-9]+]", "")
                    .strip();
            if (!words.isEmpty()) {
                notes.add(words);
            }
        }
        return notes;
    }

    /** Body, then notes. */
    public static String all(byte[] bytes) {
        return body(bytes) + String.join("\n", notes(bytes)) + "\n";
    }

    /** The rows below the head of the table whose head begins with these words; the words of each cell. */
    public static List<List<String>> tableRows(byte[] bytes, String head) {
        List<List<String>> rows = new ArrayList<>();
        for (XWPFTable table : open(bytes).getTables()) {
            if (table.getRow(0).getCell(0).getText().equals(head)) {
                table.getRows().stream()
                        .skip(1)
                        .map(r ->
                                r.getTableCells().stream().map(c -> c.getText()).toList())
                        .forEach(rows::add);
            }
        }
        return rows;
    }
}
