package org.writwatch.app.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Tables as one XLSX workbook, a sheet each (ECMA-376, SpreadsheetML): header frozen, days as dates, numbers as numbers,
 * addresses as text that nobody visits by a click.
 *
 * <p>No cell can run. Every text is stored as text, never as a formula, and one that begins like a formula carries the
 * mark (quotePrefix) that keeps it text when somebody edits the cell. The same tables are the same bytes.
 */
final class Workbook {
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int LONGEST = 32_767;
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final int STYLE_DATE = 1;
    private static final int STYLE_HEADER = 2;
    private static final int STYLE_KEPT_TEXT = 3;

    private Workbook() {}

    /** The bytes of a workbook; the sheets are named after the tables. */
    static byte[] bytes(List<ExportTable> tables) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", contentTypes(tables.size()));
        parts.put(
                "_rels/.rels",
                HEAD + "<Relationships xmlns=\"" + PACKAGE + "/relationships\"><Relationship Id=\"rId1\" Type=\""
                        + DOCUMENT + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        StringBuilder sheets = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        for (int i = 1; i <= tables.size(); i++) {
            sheets.append("<sheet name=\"" + text(tables.get(i - 1).name()) + "\" sheetId=\"" + i + "\" r:id=\"rId" + i
                    + "\"/>");
            relations.append("<Relationship Id=\"rId" + i + "\" Type=\"" + DOCUMENT
                    + "/worksheet\" Target=\"worksheets/sheet" + i + ".xml\"/>");
        }
        parts.put(
                "xl/workbook.xml",
                HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + DOCUMENT + "\"><sheets>" + sheets
                        + "</sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                HEAD + "<Relationships xmlns=\"" + PACKAGE + "/relationships\">" + relations
                        + "<Relationship Id=\"rId0\" Type=\"" + DOCUMENT
                        + "/styles\" Target=\"styles.xml\"/></Relationships>");
        parts.put("xl/styles.xml", styles());
        for (int i = 1; i <= tables.size(); i++) {
            parts.put("xl/worksheets/sheet" + i + ".xml", sheet(tables.get(i - 1)));
        }
        return zipped(parts);
    }

    private static String contentTypes(int sheets) {
        String office = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        StringBuilder types = new StringBuilder(HEAD + "<Types xmlns=\"" + PACKAGE + "/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + office + "sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + office + "styles+xml\"/>");
        for (int i = 1; i <= sheets; i++) {
            types.append("<Override PartName=\"/xl/worksheets/sheet" + i + ".xml\" ContentType=\"" + office
                    + "worksheet+xml\"/>");
        }
        return types.append("</Types>").toString();
    }

    private static String styles() {
        String plain = "numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"";
        return HEAD + "<styleSheet xmlns=\"" + MAIN + "\">"
                + "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
                + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
                + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
                + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
                + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
                + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
                + "<cellStyleXfs count=\"1\"><xf " + plain + "/></cellStyleXfs>"
                + "<cellXfs count=\"4\"><xf " + plain + " xfId=\"0\"/>"
                + "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
                + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
                + "<xf " + plain + " xfId=\"0\" quotePrefix=\"1\"/></cellXfs>"
                + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
                + "</styleSheet>";
    }

    private static String sheet(ExportTable table) {
        StringBuilder xml = new StringBuilder(HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetViews>"
                + "<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\""
                + " state=\"frozen\"/></sheetView></sheetViews><sheetData>");
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < table.fields().size(); i++) {
            columns.add(letters(i));
        }
        xml.append("<row r=\"1\">");
        for (int i = 0; i < columns.size(); i++) {
            cell(xml, columns.get(i) + 1, table.fields().get(i).name(), STYLE_HEADER);
        }
        xml.append("</row>");
        int number = 1;
        for (List<String> row : table.rows()) {
            number++;
            xml.append("<row r=\"").append(number).append("\">");
            for (int i = 0; i < row.size(); i++) {
                if (!row.get(i).isEmpty()) {
                    cell(
                            xml,
                            columns.get(i) + number,
                            row.get(i),
                            table.fields().get(i).kind());
                }
            }
            xml.append("</row>");
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static void cell(StringBuilder xml, String at, String value, Field.Kind kind) {
        switch (kind) {
            case INTEGER ->
                xml.append("<c r=\"").append(at).append("\"><v>").append(value).append("</v></c>");
            case DATE ->
                xml.append("<c r=\"")
                        .append(at)
                        .append("\" s=\"" + STYLE_DATE + "\"><v>")
                        .append(ChronoUnit.DAYS.between(DAY_ZERO, LocalDate.parse(value)))
                        .append("</v></c>");
            case STRING -> cell(xml, at, value, "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? STYLE_KEPT_TEXT : 0);
        }
    }

    private static void cell(StringBuilder xml, String at, String value, int style) {
        if (value.length() > LONGEST) {
            throw new IllegalStateException("no sheet holds a cell of " + value.length() + " characters: " + at);
        }
        xml.append("<c r=\"")
                .append(at)
                .append(style == 0 ? "" : "\" s=\"" + style)
                .append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                .append(text(value))
                .append("</t></is></c>");
    }

    private static String text(String value) {
        StringBuilder text = new StringBuilder();
        value.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\r' -> text.append("&#13;");
                default -> text.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return text.toString();
    }

    /** XML 1.0, production 2. */
    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }

    private static String letters(int column) {
        String last = Character.toString((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    private static byte[] zipped(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
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
}
