package org.writwatch.papers.draft.docx;

import static org.writwatch.papers.draft.docx.Ooxml.attribute;
import static org.writwatch.papers.draft.docx.Ooxml.children;
import static org.writwatch.papers.draft.docx.Ooxml.find;
import static org.writwatch.papers.draft.docx.Ooxml.toggle;
import static org.writwatch.papers.draft.docx.Ooxml.value;
import static org.writwatch.papers.draft.docx.XmlText.escaped;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.writwatch.facts.phrase.Lang;

/**
 * A word-processor file as XHTML for print: its own words, numbers, footnotes and styles, and nothing besides. Struck
 * changes are left out and inserted ones kept. A table with a header row becomes a table; one without is layout and
 * becomes boxes side by side.
 */
public final class DocxPrint {
    private static final String TAB = "\u2003";

    private final PrintStyles styles;
    private final PrintNumbers numbers;
    private final Map<String, Element> notes = new TreeMap<>();
    private final StringBuilder page = new StringBuilder(1 << 15);
    private int noted;
    private boolean listOpen;

    private DocxPrint(DocxFile file) {
        this.styles = new PrintStyles(file.find("word/styles.xml"));
        this.numbers = new PrintNumbers(file.find("word/numbering.xml"));
        file.find("word/footnotes.xml")
                .ifPresent(xml -> children(xml.getDocumentElement(), "footnote")
                        .forEach(n -> attribute(n, "id").ifPresent(id -> notes.put(id, n))));
    }

    /**
     * A file ready for print.
     *
     * @param xhtml the whole page
     * @param header words of the page header, paragraphs joined by a middle dot; empty text for none
     * @param footer words at the left of the page footer; empty text for none
     */
    public record Page(String xhtml, String header, String footer) {}

    /** Reads a file for print. */
    public static Page read(DocxFile file, String title, Lang lang) {
        DocxPrint print = new DocxPrint(file);
        Document document = file.find("word/document.xml").orElseThrow();
        Element body = find(document.getDocumentElement(), "body").orElseThrow();
        print.container(body);
        String xhtml = "<html lang=\"" + lang.tag() + "\"><head><title>" + escaped(title) + "</title><style>"
                + margins(body) + numbered(body) + BASE + print.styles.css() + "</style></head><body>" + print.page
                + "</body></html>";
        return new Page(xhtml, margin(file, "header"), margin(file, "footer"));
    }

    private static final String BASE = "@page{@footnote{border-top:0.5pt solid #000000;padding-top:3pt}}\n"
            + "p,h1,h2,h3,h4,h5,h6,li{font-weight:normal;font-size:inherit;word-wrap:break-word}\n"
            // A paragraph that is cut where a footnote falls leaves a hole inside the page: each goes over whole.
            + "p,li{orphans:1;widows:1;page-break-inside:avoid}\n"
            + "ul{list-style-type:none;margin:0;padding:0}\n"
            + ".n{float:left;text-indent:0}\n"
            + ".f{float:footnote;text-align:left;text-indent:0;font-weight:normal;font-style:normal;"
            + "text-transform:none;word-wrap:break-word}\n"
            + ".f::footnote-call{content:\"\"}\n.f::footnote-marker{content:\"\"}\n"
            + ".k{display:inline-block;text-indent:0}\n"
            + ".r{vertical-align:super;font-size:70%;line-height:1;font-weight:normal}\n"
            + ".box{display:table;width:100%}.row{display:table-row}.cell{display:table-cell;vertical-align:top}\n"
            + "table{width:100%}td,th{border:0.5pt solid #000000;padding:3pt 5pt;vertical-align:top;"
            + "text-align:left;font-weight:normal}\n";

    private static String margins(Element body) {
        return find(body, "sectPr", "pgMar")
                .map(m -> "@page{margin:" + inches(m, "top") + " " + inches(m, "right") + " " + inches(m, "bottom")
                        + " " + inches(m, "left") + "}\n")
                .orElse("");
    }

    /** Line numbers evenly down the left margin, where the section numbers its lines. */
    private static String numbered(Element body) {
        int lines = find(body, "sectPr", "lnNumType")
                .flatMap(l -> find(body, "sectPr", "docGrid"))
                .flatMap(g -> attribute(g, "linePitch"))
                .map(p -> textHeight(body) / Integer.parseInt(p))
                .orElse(0);
        if (lines == 0) {
            return "";
        }
        StringBuilder numbers = new StringBuilder();
        for (int line = 1; line <= lines; line++) {
            numbers.append(line == 1 ? "" : "\\A ").append(line);
        }
        String pitch = find(body, "sectPr", "docGrid")
                .flatMap(g -> attribute(g, "linePitch"))
                .orElse("480");
        return "@page{@left-top{content:\"" + numbers + "\";white-space:pre;text-align:right;padding-right:10pt;"
                + "vertical-align:top;font-family:\"Tinos\";font-size:10pt;line-height:"
                + Integer.parseInt(pitch) / 20.0 + "pt}}\n";
    }

    private static int textHeight(Element body) {
        Element section = find(body, "sectPr").orElseThrow();
        int page = size(find(section, "pgSz"), "h", 15840);
        return page - size(find(section, "pgMar"), "top", 1440) - size(find(section, "pgMar"), "bottom", 1440);
    }

    private static int size(Optional<Element> from, String name, int otherwise) {
        return from.flatMap(e -> attribute(e, name)).map(Integer::parseInt).orElse(otherwise);
    }

    private static String inches(Element margins, String side) {
        return attribute(margins, side)
                .map(v -> Double.parseDouble(v) / 20 + "pt")
                .orElse("72pt");
    }

    /** The words of the first header or footer, up to the first tab: what follows is a page number. */
    private static String margin(DocxFile file, String kind) {
        for (String part : file.list()) {
            Optional<Document> xml = part.startsWith("word/" + kind) ? file.find(part) : Optional.empty();
            if (xml.isPresent()) {
                return String.join(
                        " \u00b7 ",
                        children(xml.get().getDocumentElement(), "p").stream()
                                .map(Ooxml::words)
                                .map(w -> w.split("\t", 2)[0].strip())
                                .filter(w -> !w.isEmpty())
                                .toList());
            }
        }
        return "";
    }

    private void container(Element element) {
        for (Element child : children(element)) {
            switch (child.getLocalName()) {
                case "p" -> paragraph(child);
                case "tbl" -> table(child);
                case "sdt" -> find(child, "sdtContent").ifPresent(this::container);
                case "ins", "smartTag", "customXml" -> container(child);
                default -> {}
            }
        }
        closeList();
    }

    private void paragraph(Element paragraph) {
        String style = styles.of(paragraph);
        Optional<Element> properties = find(paragraph, "pPr");
        Optional<PrintNumbers.Mark> mark = properties
                .flatMap(p -> find(p, "numPr"))
                .or(() -> styles.numbering(style))
                .flatMap(numbers::next);
        Map<String, String> css = new TreeMap<>();
        mark.ifPresent(m -> css.putAll(m.css()));
        properties.map(PrintStyles::paragraph).ifPresent(css::putAll);
        Optional<String> indent = Optional.ofNullable(css.get("text-indent")).or(() -> styles.indent(style));
        Optional<String> hanging = indent.filter(i -> i.startsWith("-")).map(i -> i.substring(1));
        // Print forgets the indent of a first line that holds words together, so the first word carries it.
        Optional<String> first = indent.filter(i -> !i.startsWith("-") && !i.equals("0.00pt"));
        indent.ifPresent(i -> css.put("text-indent", "0"));
        boolean bullet = mark.map(PrintNumbers.Mark::bullet).orElse(false);
        int level = styles.headingLevel(style);
        boolean empty =
                Ooxml.words(paragraph).isBlank() && !Ooxml.words(paragraph).contains("\n");
        String tag = bullet ? "li" : level > 0 && !empty ? "h" + level : "p";
        if (bullet && !listOpen) {
            page.append("<ul>");
            listOpen = true;
        } else if (!bullet) {
            closeList();
        }
        page.append("<")
                .append(tag)
                .append(" class=\"")
                .append(PrintStyles.name(style))
                .append("\"");
        styles.lang(style).map(DocxPrint::language).ifPresent(l -> page.append(" lang=\"" + l + "\""));
        styled(css, page);
        page.append(">");
        mark.ifPresent(m -> number(m, hanging, first));
        int from = page.length();
        PrintLine line = new PrintLine();
        runs(paragraph, line);
        page.append(line.xhtml(mark.isEmpty() ? first : Optional.empty()));
        if (mark.isEmpty()) {
            hanging.ifPresent(h -> hang(from, h));
        }
        page.append(empty && mark.isEmpty() ? "\u00a0" : "")
                .append("</")
                .append(tag)
                .append(">\n");
    }

    /** Words before the first tab of a hanging paragraph stand in the margin made for them. */
    private void hang(int from, String width) {
        int tab = page.indexOf(TAB, from);
        String head = tab < 0 ? "" : page.substring(from, tab);
        if (tab >= 0 && head.split("<span", -1).length == head.split("</span>", -1).length) {
            page.replace(tab, tab + TAB.length(), "</span>");
            page.insert(from, "<span class=\"n\" style=\"margin-left:-" + width + ";width:" + width + "\">");
        }
    }

    /** A number that hangs left of its paragraph stands in the margin made for it; any other runs on into the words. */
    private void number(PrintNumbers.Mark mark, Optional<String> hanging, Optional<String> first) {
        if (hanging.isPresent()) {
            page.append("<span class=\"n\" style=\"margin-left:-" + hanging.get() + ";width:" + hanging.get() + "\">");
            page.append(escaped(mark.text())).append("</span>");
        } else {
            page.append("<span style=\"padding-left:" + first.orElse("0") + "\">");
            page.append(escaped(mark.text())).append(TAB).append("</span>");
        }
    }

    private void closeList() {
        if (listOpen) {
            page.append("</ul>");
            listOpen = false;
        }
    }

    private void runs(Element around, PrintLine line) {
        for (Element child : children(around)) {
            switch (child.getLocalName()) {
                case "r" -> run(child, line);
                case "hyperlink", "ins", "smartTag", "fldSimple", "customXml" -> runs(child, line);
                case "sdt" -> find(child, "sdtContent").ifPresent(c -> runs(c, line));
                default -> {}
            }
        }
    }

    private void run(Element run, PrintLine line) {
        Optional<Element> properties = find(run, "rPr");
        if (properties.flatMap(p -> toggle(p, "vanish")).orElse(false)) {
            return;
        }
        String open = open(properties);
        for (Element child : children(run)) {
            switch (child.getLocalName()) {
                case "t" -> line.words(open, child.getTextContent());
                case "tab" -> line.words(open, TAB);
                case "noBreakHyphen" -> line.words(open, "\u2011");
                case "br", "cr" ->
                    line.part(
                            attribute(child, "type").orElse("").equals("page")
                                    ? "<span style=\"page-break-before:always\"></span>"
                                    : "<br/>");
                case "footnoteReference" -> attribute(child, "id").ifPresent(id -> note(id, line));
                default -> {}
            }
        }
    }

    /** The tag that gives a run its type; empty text for plain words. */
    private static String open(Optional<Element> properties) {
        Map<String, String> css = properties.map(PrintStyles::run).orElseGet(TreeMap::new);
        Optional<String> style = properties.flatMap(p -> value(p, "rStyle"));
        Optional<String> lang = properties.flatMap(p -> value(p, "lang")).map(DocxPrint::language);
        if (css.isEmpty() && style.isEmpty() && lang.isEmpty()) {
            return "";
        }
        StringBuilder open = new StringBuilder("<span");
        style.ifPresent(
                s -> open.append(" class=\"").append(PrintStyles.name(s)).append("\""));
        styled(css, open);
        lang.ifPresent(l -> open.append(" lang=\"").append(l).append("\""));
        return open.append(">").toString();
    }

    /** The number where the note is called, and the note itself, which print moves to the foot of the page. */
    private void note(String id, PrintLine line) {
        @Nullable Element note = notes.get(id);
        if (note == null) {
            return;
        }
        noted++;
        String number = Integer.toString(noted);
        List<Element> paragraphs = children(note, "p");
        PrintLine words = new PrintLine();
        words.words("<span class=\"r\">", number);
        paragraphs.forEach(p -> runs(p, words));
        String style = PrintStyles.name(paragraphs.isEmpty() ? "" : styles.of(paragraphs.get(0)));
        line.note(
                "<span class=\"r\">",
                number,
                "<span class=\"f " + style + "\">" + words.xhtml(Optional.empty()) + "</span>");
    }

    private void table(Element table) {
        closeList();
        List<Element> rows = children(table, "tr");
        boolean data = rows.stream().anyMatch(DocxPrint::header);
        List<Double> widths = find(table, "tblGrid")
                .map(g -> children(g, "gridCol").stream()
                        .map(c -> Double.parseDouble(attribute(c, "w").orElse("0")))
                        .toList())
                .orElse(List.of());
        double whole = widths.stream().mapToDouble(w -> w).sum();
        page.append(data ? "<table>" : "<div class=\"box\">");
        boolean inHead = false;
        boolean inBody = false;
        for (Element row : rows) {
            if (data && header(row) && !inHead && !inBody) {
                page.append("<thead>");
                inHead = true;
            } else if (data && !header(row) && !inBody) {
                page.append(inHead ? "</thead><tbody>" : "<tbody>");
                inHead = false;
                inBody = true;
            }
            page.append(data ? "<tr>" : "<div class=\"row\">");
            int column = 0;
            for (Element cell : children(row, "tc")) {
                int span =
                        value(cell, "tcPr", "gridSpan").map(Integer::parseInt).orElse(1);
                double width = 0;
                for (int c = column; c < Math.min(widths.size(), column + span); c++) {
                    width += widths.get(c);
                }
                column += span;
                cell(cell, data, header(row), span, whole > 0 ? width / whole : 0);
            }
            page.append(data ? "</tr>" : "</div>");
        }
        page.append(inHead ? "</thead>" : "").append(inBody ? "</tbody>" : "").append(data ? "</table>\n" : "</div>\n");
    }

    private void cell(Element cell, boolean data, boolean header, int span, double share) {
        String tag = !data ? "div" : header ? "th" : "td";
        page.append("<")
                .append(tag)
                .append(data ? "" : " class=\"cell\"")
                .append(header && data ? " scope=\"col\"" : "");
        if (data && span > 1) {
            page.append(" colspan=\"").append(span).append("\"");
        }
        Map<String, String> css = new TreeMap<>();
        if (share > 0) {
            css.put("width", Math.round(share * 1000) / 10.0 + "%");
        }
        if (!data) {
            find(cell, "tcPr", "tcBorders").ifPresent(b -> {
                for (String side : List.of("top", "bottom", "left", "right")) {
                    find(b, side)
                            .filter(line ->
                                    !attribute(line, "val").orElse("nil").matches("nil|none"))
                            .ifPresent(line -> css.put("border-" + side, "0.75pt solid #000000"));
                }
            });
            css.put("padding", "2pt 6pt");
        }
        styled(css, page);
        page.append(">");
        container(cell);
        page.append("</").append(tag).append(">");
    }

    private static boolean header(Element row) {
        return find(row, "trPr").flatMap(p -> toggle(p, "tblHeader")).orElse(false);
    }

    private static void styled(Map<String, String> css, StringBuilder tag) {
        if (!css.isEmpty()) {
            tag.append(" style=\"");
            css.forEach((k, v) -> tag.append(k).append(":").append(escaped(v)).append(";"));
            tag.append("\"");
        }
    }

    private static String language(String tag) {
        return escaped(tag.split("-", 2)[0]);
    }
}
