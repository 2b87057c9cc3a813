package org.writwatch.papers.memo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.writwatch.agreements.memo.Departure;
import org.writwatch.agreements.memo.MemoFlag;
import org.writwatch.agreements.memo.Redline;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.papers.draft.docx.XmlText;

/**
 * A redline as a word-processor file with real tracked changes (ECMA-376 part 1, 17.13.5): the form is the text, the
 * memorandum's words are insertions and deletions that a reader can step through, accept or reject; blanks are shaded. What
 * may be a misreading is marked as tracked too, with a question mark in small raised type after it. Same input, same bytes.
 */
public final class RedlineDocx {
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final RedlineView view;
    private final Lang lang;
    private final StringBuilder out = new StringBuilder(1 << 16);
    private int changes;
    private int page;

    private RedlineDocx(RedlineView view, Lang lang) {
        this.view = view;
        this.lang = lang;
    }

    /** The file in one language; the agreement itself stays in English as printed. */
    public static byte[] of(RedlineView view, Lang lang) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", XML + TYPES);
        parts.put("_rels/.rels", XML + RELATIONS);
        parts.put("docProps/app.xml", XML + APP);
        parts.put("docProps/core.xml", XML + core(view, lang));
        parts.put("word/_rels/document.xml.rels", XML + DOCUMENT_RELATIONS);
        parts.put("word/document.xml", XML + new RedlineDocx(view, lang).document());
        parts.put("word/settings.xml", XML + SETTINGS);
        parts.put("word/styles.xml", XML + STYLES);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private String document() {
        out.append("<w:document xmlns:w=\"").append(W).append("\"><w:body>");
        plain("Title", view.title(lang));
        plain("", view.lead(lang));
        plain("Quiet", view.hash(lang));
        plain("Heading1", say("key"));
        open("");
        change(true, say("key.added"), true);
        close();
        open("");
        change(false, say("key.struck"), true);
        close();
        open("");
        run("Filled", say("key.filled"));
        close();
        open("");
        change(true, say("key.unsure"), false);
        close();
        plain("Quiet", say("limits"));
        plain("Heading1", say("differences"));
        for (MemoFlag flag : view.flags()) {
            plain("", "! " + Phrasebook.of(lang).say(flag.words()));
        }
        plain("", view.count(lang));
        for (Departure d : view.departures()) {
            String form = d.form().isEmpty() ? "" : " \u2212 \u201c" + d.form() + "\u201d";
            String read = d.read().isEmpty() ? "" : " + \u201c" + d.read() + "\u201d";
            plain("Item", view.line(d, lang) + ":" + form + read);
        }
        plain("Heading1", say("whole"));
        for (Redline.Section section : view.reading().redline().sections()) {
            plain("Heading2", section.heading());
            for (Redline.Paragraph paragraph : section.paragraphs()) {
                open("");
                paragraph.pieces().forEach(this::piece);
                close();
            }
        }
        out.append("<w:sectPr><w:pgSz w:w=\"12240\" w:h=\"15840\"/><w:pgMar w:top=\"1440\" w:right=\"1440\""
                + " w:bottom=\"1440\" w:left=\"1440\" w:header=\"720\" w:footer=\"720\" w:gutter=\"0\"/></w:sectPr>"
                + "</w:body></w:document>");
        return out.toString();
    }

    private void piece(Redline.Piece piece) {
        if (piece.page() != page) {
            page = piece.page();
            run("Page", "[" + say("page", page) + "] ");
        }
        switch (piece.kind()) {
            case SAME -> run("", piece.text() + " ");
            case STRUCK -> change(false, piece.text() + " ", piece.sure());
            case ADDED -> change(true, piece.text() + " ", piece.sure());
            case FILLED -> {
                run("Filled", view.text(piece, lang));
                run("", piece.sure() ? " " : "? ");
            }
        }
    }

    private void change(boolean added, String words, boolean sure) {
        String tag = added ? "w:ins" : "w:del";
        String text = added ? "w:t" : "w:delText";
        out.append('<')
                .append(tag)
                .append(" w:id=\"")
                .append(++changes)
                .append("\" w:author=\"")
                .append(XmlText.escaped(say("author")))
                .append("\" w:date=\"")
                .append(view.asOf())
                .append("T00:00:00Z\"><w:r><")
                .append(text)
                .append(" xml:space=\"preserve\">")
                .append(XmlText.escaped(words))
                .append("</")
                .append(text)
                .append("></w:r></")
                .append(tag)
                .append('>');
        if (!sure) {
            run("Doubt", "? ");
        }
    }

    private void plain(String style, String words) {
        open(style);
        run("", words);
        close();
    }

    private void open(String style) {
        out.append("<w:p>");
        if (!style.isEmpty()) {
            out.append("<w:pPr><w:pStyle w:val=\"").append(style).append("\"/></w:pPr>");
        }
    }

    private void close() {
        out.append("</w:p>");
    }

    private void run(String style, String words) {
        out.append("<w:r>");
        if (!style.isEmpty()) {
            out.append("<w:rPr><w:rStyle w:val=\"").append(style).append("\"/></w:rPr>");
        }
        out.append("<w:t xml:space=\"preserve\">")
                .append(XmlText.escaped(words))
                .append("</w:t></w:r>");
    }

    private String say(String key, Object... args) {
        return RedlineView.say(lang, key, args);
    }

    private static String core(RedlineView view, Lang lang) {
        String day = view.asOf() + "T00:00:00Z";
        return "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>"
                + XmlText.escaped(view.title(lang)) + "</dc:title><dc:language>" + lang.tag() + "</dc:language>"
                + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">" + day + "</dcterms:created>"
                + "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">" + day + "</dcterms:modified></cp:coreProperties>";
    }

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private static final String TYPES = "<Types xmlns=\"" + PACKAGE + "content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"" + WORD + "document.main+xml\"/>"
            + "<Override PartName=\"/word/styles.xml\" ContentType=\"" + WORD + "styles+xml\"/>"
            + "<Override PartName=\"/word/settings.xml\" ContentType=\"" + WORD + "settings+xml\"/>"
            + "<Override PartName=\"/docProps/core.xml\""
            + " ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
            + "<Override PartName=\"/docProps/app.xml\""
            + " ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>";

    private static final String RELATIONS = "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
            + "<Relationship Id=\"r1\" Type=\"" + OFFICE
            + "relationships/officeDocument\" Target=\"word/document.xml\"/>"
            + "<Relationship Id=\"r2\" Type=\"" + PACKAGE + "relationships/metadata/core-properties\""
            + " Target=\"docProps/core.xml\"/>"
            + "<Relationship Id=\"r3\" Type=\"" + OFFICE + "relationships/extended-properties\""
            + " Target=\"docProps/app.xml\"/></Relationships>";

    private static final String DOCUMENT_RELATIONS = "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
            + "<Relationship Id=\"r1\" Type=\"" + OFFICE + "relationships/styles\" Target=\"styles.xml\"/>"
            + "<Relationship Id=\"r2\" Type=\"" + OFFICE + "relationships/settings\" Target=\"settings.xml\"/>"
            + "</Relationships>";

    private static final String APP = "<Properties xmlns=\"" + OFFICE + "extended-properties\">"
            + "<Application>Writwatch</Application></Properties>";

    private static final String SETTINGS = "<w:settings xmlns:w=\"" + W + "\"><w:trackRevisions/></w:settings>";

    private static final String STYLES = "<w:styles xmlns:w=\"" + W + "\"><w:docDefaults><w:rPrDefault><w:rPr>"
            + "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/>"
            + "<w:sz w:val=\"23\"/><w:lang w:val=\"en-US\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
            + "<w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
            + paragraphStyle("Normal", "Normal", "", "")
            + paragraphStyle("Title", "Title", "<w:keepNext/>", "<w:b/><w:sz w:val=\"32\"/>")
            + paragraphStyle(
                    "Heading1",
                    "heading 1",
                    "<w:keepNext/><w:spacing w:before=\"240\"/><w:outlineLvl w:val=\"0\"/>",
                    "<w:b/><w:sz w:val=\"27\"/>")
            + paragraphStyle(
                    "Heading2",
                    "heading 2",
                    "<w:keepNext/><w:spacing w:before=\"200\"/><w:outlineLvl w:val=\"1\"/>",
                    "<w:b/>")
            + paragraphStyle("Item", "Item", "<w:ind w:left=\"360\" w:hanging=\"360\"/>", "")
            + paragraphStyle("Quiet", "Quiet", "", "<w:color w:val=\"555555\"/><w:sz w:val=\"18\"/>")
            + characterStyle(
                    "Filled",
                    "<w:bdr w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"5A4A00\"/>"
                            + "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FFF3C4\"/>")
            + characterStyle("Page", "<w:color w:val=\"555555\"/><w:sz w:val=\"17\"/>")
            + characterStyle("Doubt", "<w:b/><w:vertAlign w:val=\"superscript\"/>")
            + "</w:styles>";

    private static String paragraphStyle(String id, String name, String paragraph, String run) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\""
                + (id.equals("Normal") ? " w:default=\"1\"" : "")
                + "><w:name w:val=\"" + name + "\"/>"
                + (id.equals("Normal") ? "" : "<w:basedOn w:val=\"Normal\"/>")
                + (paragraph.isEmpty() ? "" : "<w:pPr>" + paragraph + "</w:pPr>")
                + (run.isEmpty() ? "" : "<w:rPr>" + run + "</w:rPr>") + "</w:style>";
    }

    private static String characterStyle(String id, String run) {
        return "<w:style w:type=\"character\" w:styleId=\"" + id + "\"><w:name w:val=\"" + id + "\"/><w:rPr>" + run
                + "</w:rPr></w:style>";
    }
}
