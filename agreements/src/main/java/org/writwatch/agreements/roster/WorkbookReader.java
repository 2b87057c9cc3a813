package org.writwatch.agreements.roster;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a published spreadsheet: every sheet, hidden rows too, with the hyperlink behind each cell.
 *
 * <p>Streams the XML; an entity, a document type or a macro is refused, not run. Memory is bounded by {@link
 * Parts#LARGEST_PART} per part and {@link #MOST_CELLS} cells. One reader may be used by several threads.
 */
public final class WorkbookReader {
    /** A workbook with more cells than this is no list of agencies. */
    static final int MOST_CELLS = 4_000_000;

    private static final int WIDEST = 64;
    private static final XMLInputFactory XML = xml();

    private WorkbookReader() {}

    /**
     * Reads the bytes of one file.
     *
     * @param file its name, for messages and proof
     * @throws org.writwatch.facts.problem.BadInput when it is no workbook, or a protected, damaged, oversized or
     *     macro-carrying one
     */
    public static Workbook read(String file, byte[] content) {
        Parts parts = new Parts(file, content);
        for (String name : parts.names()) {
            String lower = name.toLowerCase(java.util.Locale.ROOT);
            if (lower.endsWith("vbaproject.bin") || lower.contains("macrosheets/")) {
                throw Refusal.notAWorkbook(file, "macros");
            }
            if (lower.equals("encryptedpackage")) {
                throw Refusal.notAWorkbook(file, "protected");
            }
        }
        try {
            return new Reading(file, parts).workbook(Hashes.sha256(content));
        } catch (XMLStreamException | NumberFormatException e) {
            throw Refusal.notAWorkbook(file, "malformed");
        }
    }

    private static final class Reading {
        private final String file;
        private final Parts parts;
        private List<String> shared = List.of();
        private int cells;

        Reading(String file, Parts parts) {
            this.file = file;
            this.parts = parts;
        }

        Workbook workbook(String sha256) throws XMLStreamException {
            Map<String, String> targets = relations("xl/_rels/workbook.xml.rels");
            Map<String, String> tabs = new LinkedHashMap<>();
            boolean from1904 = false;
            XMLStreamReader xml = open(parts.get("xl/workbook.xml"));
            while (next(xml)) {
                if (xml.getLocalName().equals("workbookPr")) {
                    String flag = xml.getAttributeValue(null, "date1904");
                    from1904 = "1".equals(flag) || "true".equals(flag);
                } else if (xml.getLocalName().equals("sheet")) {
                    tabs.put(relation(xml), text(xml.getAttributeValue(null, "name")));
                }
            }
            parts.find("xl/sharedStrings.xml").ifPresent(this::readShared);
            List<Sheet> sheets = new ArrayList<>();
            for (Map.Entry<String, String> tab : tabs.entrySet()) {
                String target = text(targets.get(tab.getKey()));
                sheets.add(sheet(tab.getValue(), target.startsWith("/") ? target.substring(1) : "xl/" + target));
            }
            if (sheets.isEmpty()) {
                throw Refusal.notAWorkbook(file, "no-part", "xl/worksheets");
            }
            return new Workbook(file, sha256, savedAt(), from1904, sheets);
        }

        private Optional<Instant> savedAt() throws XMLStreamException {
            Optional<byte[]> core = parts.find("docProps/core.xml");
            if (core.isEmpty()) {
                return Optional.empty();
            }
            XMLStreamReader xml = open(core.get());
            while (next(xml)) {
                if (xml.getLocalName().equals("modified")) {
                    try {
                        return Optional.of(Instant.parse(xml.getElementText().strip()));
                    } catch (DateTimeParseException e) {
                        return Optional.empty();
                    }
                }
            }
            return Optional.empty();
        }

        private void readShared(byte[] part) {
            List<String> texts = new ArrayList<>();
            try {
                XMLStreamReader xml = open(part);
                StringBuilder text = new StringBuilder();
                while (xml.hasNext()) {
                    int event = step(xml);
                    if (event == XMLStreamConstants.START_ELEMENT) {
                        switch (xml.getLocalName()) {
                            case "si" -> text.setLength(0);
                            case "t" -> text.append(xml.getElementText());
                            case "rPh" -> skip(xml);
                            default -> {}
                        }
                    } else if (event == XMLStreamConstants.END_ELEMENT
                            && xml.getLocalName().equals("si")) {
                        texts.add(text.toString());
                    }
                }
            } catch (XMLStreamException e) {
                throw Refusal.notAWorkbook(file, "malformed");
            }
            shared = texts;
        }

        private Sheet sheet(String name, String path) throws XMLStreamException {
            List<Sheet.Row> rows = new ArrayList<>();
            Map<String, String> links = new HashMap<>();
            int slash = path.lastIndexOf('/') + 1;
            Map<String, String> targets = null;
            XMLStreamReader xml = open(parts.get(path));
            int number = 0;
            while (next(xml)) {
                if (xml.getLocalName().equals("row")) {
                    String r = xml.getAttributeValue(null, "r");
                    number = r == null ? number + 1 : Integer.parseInt(r);
                    String hidden = xml.getAttributeValue(null, "hidden");
                    rows.add(new Sheet.Row(number, "1".equals(hidden) || "true".equals(hidden), row(xml)));
                } else if (xml.getLocalName().equals("hyperlink")) {
                    if (targets == null) {
                        targets = relations(path.substring(0, slash) + "_rels/" + path.substring(slash) + ".rels");
                    }
                    String relation = relation(xml);
                    if (!relation.isEmpty() && !targets.containsKey(relation)) {
                        throw Refusal.notAWorkbook(file, "malformed");
                    }
                    String target = text(targets.get(relation));
                    for (String cell : cellsOf(text(xml.getAttributeValue(null, "ref")))) {
                        links.put(cell, target);
                    }
                }
            }
            return new Sheet(name, rows, links);
        }

        private List<@Nullable Cell> row(XMLStreamReader xml) throws XMLStreamException {
            List<@Nullable Cell> row = new ArrayList<>(10);
            int column = -1;
            while (xml.hasNext()) {
                int event = step(xml);
                if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    break;
                }
                if (event != XMLStreamConstants.START_ELEMENT
                        || !xml.getLocalName().equals("c")) {
                    continue;
                }
                String r = xml.getAttributeValue(null, "r");
                column = r == null ? column + 1 : columnOf(r);
                Cell cell = cell(xml, xml.getAttributeValue(null, "t"));
                if (cell != null && column >= 0 && column < WIDEST) {
                    if (++cells > MOST_CELLS) {
                        throw Refusal.notAWorkbook(file, "too-big");
                    }
                    while (row.size() <= column) {
                        row.add(null);
                    }
                    row.set(column, cell);
                }
            }
            return row;
        }

        private @Nullable Cell cell(XMLStreamReader xml, @Nullable String type) throws XMLStreamException {
            String value = null;
            StringBuilder inline = null;
            while (xml.hasNext()) {
                int event = step(xml);
                if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("c")) {
                    break;
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "v" -> value = xml.getElementText();
                        case "t" -> {
                            inline = inline == null ? new StringBuilder() : inline;
                            inline.append(xml.getElementText());
                        }
                        case "rPh" -> skip(xml);
                        default -> {}
                    }
                }
            }
            if (inline != null) {
                return inline.isEmpty() ? null : new Cell(inline.toString(), Cell.Kind.TEXT);
            }
            if (value == null || value.isEmpty()) {
                return null;
            }
            if ("s".equals(type)) {
                int at = Integer.parseInt(value.strip());
                if (at < 0 || at >= shared.size()) {
                    throw Refusal.notAWorkbook(file, "malformed");
                }
                String text = shared.get(at);
                return text.isEmpty() ? null : new Cell(text, Cell.Kind.TEXT);
            }
            if ("e".equals(type)) {
                return new Cell(value, Cell.Kind.ERROR);
            }
            boolean number = type == null || type.equals("n");
            return new Cell(value, number ? Cell.Kind.NUMBER : Cell.Kind.TEXT);
        }

        private Map<String, String> relations(String path) throws XMLStreamException {
            Map<String, String> targets = new HashMap<>();
            Optional<byte[]> part = parts.find(path);
            if (part.isPresent()) {
                XMLStreamReader xml = open(part.get());
                while (next(xml)) {
                    if (xml.getLocalName().equals("Relationship")) {
                        targets.put(
                                text(xml.getAttributeValue(null, "Id")), text(xml.getAttributeValue(null, "Target")));
                    }
                }
            }
            return targets;
        }

        /** Moves to the next start of an element. */
        private boolean next(XMLStreamReader xml) throws XMLStreamException {
            while (xml.hasNext()) {
                if (step(xml) == XMLStreamConstants.START_ELEMENT) {
                    return true;
                }
            }
            return false;
        }

        private int step(XMLStreamReader xml) throws XMLStreamException {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw Refusal.notAWorkbook(file, "entities");
            }
            return event;
        }

        private void skip(XMLStreamReader xml) throws XMLStreamException {
            for (int depth = 1; depth > 0; ) {
                int event = step(xml);
                depth += event == XMLStreamConstants.START_ELEMENT
                        ? 1
                        : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            }
        }
    }

    private static XMLStreamReader open(byte[] part) throws XMLStreamException {
        return XML.createXMLStreamReader(new ByteArrayInputStream(part), StandardCharsets.UTF_8.name());
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static String relation(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("id")
                    && !text(xml.getAttributeNamespace(i)).isEmpty()) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static int columnOf(String cellName) {
        int column = 0;
        for (int i = 0; i < cellName.length() && i < 4; i++) {
            char c = cellName.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + c - 'A' + 1;
        }
        return column - 1;
    }

    /** The cells of "G12" or "G12:G14"; a range of more than a thousand cells is taken by its first alone. */
    private static List<String> cellsOf(String ref) {
        int colon = ref.indexOf(':');
        if (colon < 0) {
            return List.of(ref);
        }
        String first = ref.substring(0, colon);
        String last = ref.substring(colon + 1);
        int fromRow = rowOf(first);
        int toRow = rowOf(last);
        int fromColumn = columnOf(first);
        int toColumn = columnOf(last);
        if (toRow < fromRow || toColumn < fromColumn || (toRow - fromRow + 1L) * (toColumn - fromColumn + 1) > 1_000) {
            return List.of(first);
        }
        List<String> cells = new ArrayList<>();
        for (int row = fromRow; row <= toRow; row++) {
            for (int column = fromColumn; column <= toColumn; column++) {
                cells.add(Sheet.cellName(column, row));
            }
        }
        return cells;
    }

    private static int rowOf(String cellName) {
        int row = 0;
        for (int i = 0; i < cellName.length(); i++) {
            char c = cellName.charAt(i);
            if (c >= '0' && c <= '9' && row < 10_000_000) {
                row = row * 10 + c - '0';
            }
        }
        return row;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
