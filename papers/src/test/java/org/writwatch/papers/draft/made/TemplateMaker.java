package org.writwatch.papers.draft.made;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.writwatch.papers.draft.DocxWriter;
import org.writwatch.papers.draft.docx.DocxFile;
import org.writwatch.papers.draft.docx.XmlText;

/**
 * Makes a template for a word processor from its text (see {@code papers/src/main/templates/README.md}). Styles,
 * numbering, header, footer and the caption table are those of the petition's template.
 */
final class TemplateMaker {
    private static final Pattern GAP = Pattern.compile("\\[[ \\p{Lu}][^\\[\\]\n]{0,200}]");
    private static final Pattern SECTION = Pattern.compile("<w:sectPr>.*?</w:sectPr>", Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("<w:tbl>.*?</w:tbl>", Pattern.DOTALL);
    private static final String MORE_STYLES = style("Letter", "Letter", "Normal", "", "")
            + style(
                    "LetterLine",
                    "Letter line",
                    "Normal",
                    "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"252\" w:lineRule=\"auto\"/>",
                    "")
            + style(
                    "LetterHeading",
                    "Letter heading",
                    "Heading1",
                    "<w:pageBreakBefore w:val=\"0\"/><w:spacing w:before=\"120\" w:after=\"160\" w:line=\"240\""
                            + " w:lineRule=\"auto\"/><w:jc w:val=\"left\"/>",
                    "")
            + style(
                    "Part",
                    "Part",
                    "Heading1",
                    "<w:pageBreakBefore w:val=\"0\"/><w:spacing w:before=\"280\" w:after=\"140\" w:line=\"240\""
                            + " w:lineRule=\"auto\"/>",
                    "")
            + style("NewPart", "New part", "Heading2", "<w:pageBreakBefore/>", "")
            + style(
                    "Request",
                    "Request",
                    "Normal",
                    "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"4\"/></w:numPr>"
                            + "<w:spacing w:before=\"0\" w:after=\"80\" w:line=\"252\" w:lineRule=\"auto\"/>",
                    "")
            + style(
                    "Cell",
                    "Cell",
                    "Normal",
                    "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"245\" w:lineRule=\"auto\"/>",
                    "<w:sz w:val=\"22\"/>");

    private final Path folder;
    private final DocxFile shell = DocxWriter.template("petition");
    private final StringBuilder body = new StringBuilder();
    private final String name;
    private boolean letter;

    private TemplateMaker(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** The template of this name, as bytes. */
    static byte[] make(Path folder, String name) {
        return new TemplateMaker(folder, name).make();
    }

    private byte[] make() {
        List<String> lines = lines(name);
        letter = lines.stream().anyMatch(l -> l.startsWith("LetterLine"));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.equals("CAPTION")) {
                body.append(caption());
            } else if (line.startsWith("TABLE ")) {
                int end = i;
                while (!lines.get(end).equals("ENDTABLE")) {
                    end++;
                }
                table(line.substring(6).split(","), lines.subList(i + 1, end));
                i = end;
            } else if (!line.isBlank()) {
                int bar = line.indexOf('|');
                body.append(paragraph(
                        styled(line.substring(0, bar).strip()),
                        line.substring(bar + 1).strip()));
            }
        }
        String document = XmlText.written(shell.find("word/document.xml").orElseThrow());
        Matcher section = SECTION.matcher(document);
        if (!section.find()) {
            throw new IllegalStateException("the shell has no section");
        }
        String head = document.substring(0, document.indexOf("<w:body>") + 8);
        shell.put("word/document.xml", head + body + section.group() + "</w:body></w:document>");
        String styles = XmlText.written(shell.find("word/styles.xml").orElseThrow())
                .replace("</w:styles>", MORE_STYLES + "</w:styles>");
        shell.put("word/styles.xml", letter ? styles.replace("w:line=\"384\"", "w:line=\"264\"") : styles);
        return shell.bytes();
    }

    private String styled(String style) {
        if (style.equals("Heading1") && letter) {
            return "LetterHeading";
        }
        return style.equals("Heading1") && name.equals("memorandum") ? "Part" : style;
    }

    private List<String> lines(String file) {
        try {
            List<String> all = new ArrayList<>();
            for (String line : Files.readAllLines(folder.resolve(file + ".txt"), StandardCharsets.UTF_8)) {
                if (line.startsWith("INCLUDE ")) {
                    all.addAll(lines(line.substring(8)));
                } else {
                    all.add(line);
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String caption() {
        Matcher table =
                TABLE.matcher(XmlText.written(shell.find("word/document.xml").orElseThrow()));
        if (!table.find()) {
            throw new IllegalStateException("the shell has no caption");
        }
        return paragraph("CourtHeading", "{{court_heading}}") + table.group();
    }

    private void table(String[] widths, List<String> rows) {
        body.append("<w:tbl><w:tblPr><w:tblW w:w=\"")
                .append(java.util.Arrays.stream(widths)
                        .mapToInt(Integer::parseInt)
                        .sum())
                .append("\" w:type=\"dxa\"/><w:tblBorders>");
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            body.append("<w:").append(side).append(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
        }
        body.append("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        for (String width : widths) {
            body.append("<w:gridCol w:w=\"").append(width).append("\"/>");
        }
        body.append("</w:tblGrid>");
        for (String row : rows) {
            boolean head = row.startsWith("TH");
            body.append(head ? "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" : "<w:tr>");
            String[] cells = row.substring(row.indexOf('|') + 1).split("\\|", -1);
            for (int c = 0; c < cells.length; c++) {
                body.append("<w:tc><w:tcPr><w:tcW w:w=\"")
                        .append(widths[c])
                        .append("\" w:type=\"dxa\"/></w:tcPr>")
                        .append(paragraph("Cell", cells[c].strip()))
                        .append("</w:tc>");
            }
            body.append("</w:tr>");
        }
        body.append("</w:tbl>");
    }

    private static String paragraph(String style, String words) {
        StringBuilder xml = new StringBuilder("<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>");
        Matcher gap = GAP.matcher(words);
        int from = 0;
        while (gap.find()) {
            run(xml, "", words.substring(from, gap.start()));
            run(xml, "<w:rPr><w:rStyle w:val=\"Gap\"/></w:rPr>", gap.group());
            from = gap.end();
        }
        run(xml, "", words.substring(from));
        return xml.append("</w:p>").toString();
    }

    private static void run(StringBuilder xml, String type, String words) {
        if (!words.isEmpty()) {
            xml.append("<w:r>")
                    .append(type)
                    .append("<w:t xml:space=\"preserve\">")
                    .append(XmlText.escaped(words))
                    .append("</w:t></w:r>");
        }
    }

    private static String style(String id, String name, String base, String paragraph, String run) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\" w:customStyle=\"1\"><w:name w:val=\"" + name
                + "\"/><w:basedOn w:val=\"" + base + "\"/><w:qFormat/><w:pPr>" + paragraph + "</w:pPr><w:rPr>" + run
                + "</w:rPr></w:style>";
    }
}
