package org.writwatch.agreements.roster;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.roster.XmlScanner.Event;
import org.writwatch.agreements.roster.XmlScanner.Malformed;

/**
 * Reads published spreadsheets: every sheet, hidden rows too, with the hyperlink behind each cell.
 *
 * <p>Streams the XML; an entity, a document type or a macro is refused, not run. Memory is bounded by {@link
 * Parts#LARGEST_PART} per part and {@link #MOST_CELLS} cells. A reader remembers the texts it has met, which makes the next
 * list of the same publisher cheap; what it returns does not depend on what it read before. Not safe for use by several
 * threads.
 */
public final class WorkbookReader {
    /** A workbook with more cells than this is no list of agencies. */
    static final int MOST_CELLS = 4_000_000;

    private static final int WIDEST = 64;
    private static final Cell EMPTY = new Cell("", Cell.Kind.TEXT);

    private static final byte[] ROW = XmlScanner.bytes("row");
    private static final byte[] CELL = XmlScanner.bytes("c");
    private static final byte[] VALUE = XmlScanner.bytes("v");
    private static final byte[] TEXT = XmlScanner.bytes("t");
    private static final byte[] ITEM = XmlScanner.bytes("si");
    private static final byte[] PHONETIC = XmlScanner.bytes("rPh");
    private static final byte[] HYPERLINK = XmlScanner.bytes("hyperlink");
    private static final byte[] RELATIONSHIP = XmlScanner.bytes("Relationship");
    private static final byte[] SHEET = XmlScanner.bytes("sheet");
    private static final byte[] PROPERTIES = XmlScanner.bytes("workbookPr");
    private static final byte[] MODIFIED = XmlScanner.bytes("modified");
    private static final byte[] R = XmlScanner.bytes("r");
    private static final byte[] ID = XmlScanner.bytes("id");
    private static final byte[] TARGET_ID = XmlScanner.bytes("Id");
    private static final byte[] TARGET = XmlScanner.bytes("Target");
    private static final byte[] REF = XmlScanner.bytes("ref");
    private static final byte[] NAME = XmlScanner.bytes("name");
    private static final byte[] HIDDEN = XmlScanner.bytes("hidden");
    private static final byte[] DATE_1904 = XmlScanner.bytes("date1904");
    private static final byte[] ONE = XmlScanner.bytes("1");
    private static final byte[] TRUE = XmlScanner.bytes("true");
    private static final byte[] SHARED = XmlScanner.bytes("s");
    private static final byte[] ERROR = XmlScanner.bytes("e");
    private static final byte[] NUMBER = XmlScanner.bytes("n");

    private final Texts texts = new Texts();
    private final Lately lately;
    private final PlainCell plain = new PlainCell();
    private final PlainRow plainRow = new PlainRow();
    private final PlainLink plainLink = new PlainLink();
    private final PlainRelation plainRelation = new PlainRelation();
    private final PlainItem plainItem = new PlainItem();
    private final Parts.Buffer sheetPart = new Parts.Buffer();
    private final Parts.Buffer smallPart = new Parts.Buffer();
    private final @Nullable Cell[] cellsOfRow = new Cell[WIDEST];
    private @Nullable Cell[] shared = new Cell[64];
    private int sharedSize;

    /** A reader on its own. */
    public WorkbookReader() {
        this(new Lately());
    }

    /** @param lately shared with other readers */
    WorkbookReader(Lately lately) {
        this.lately = lately;
    }

    /**
     * Reads the bytes of one file.
     *
     * @param file its name, for messages and proof
     * @throws org.writwatch.facts.problem.BadInput when it is no workbook, or a protected, damaged, oversized or
     *     macro-carrying one
     */
    public Workbook read(String file, byte[] content) {
        Parts parts = new Parts(file, content);
        for (String name : parts.names()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith("vbaproject.bin") || lower.contains("macrosheets/")) {
                throw Refusal.notAWorkbook(file, "macros");
            }
            if (lower.equals("encryptedpackage")) {
                throw Refusal.notAWorkbook(file, "protected");
            }
        }
        try {
            return new Reading(file, parts).workbook(Hashes.sha256(content));
        } catch (Malformed e) {
            throw Refusal.notAWorkbook(file, e.code());
        } finally {
            sheetPart.trim();
            smallPart.trim();
        }
    }

    /** The reading of one file. */
    private final class Reading {
        private final String file;
        private final Parts parts;
        private int cells;

        Reading(String file, Parts parts) {
            this.file = file;
            this.parts = parts;
        }

        Workbook workbook(String sha256) throws Malformed {
            Relations targets = relations("xl/_rels/workbook.xml.rels");
            Map<String, String> tabs = new LinkedHashMap<>();
            boolean from1904 = false;
            XmlScanner xml = open("xl/workbook.xml", smallPart);
            while (toStart(xml)) {
                if (xml.is(PROPERTIES)) {
                    from1904 = xml.attribute(DATE_1904) && isTrue(xml);
                } else if (xml.is(SHEET)) {
                    String relation = xml.prefixed(ID) ? texts.text(xml) : "";
                    tabs.put(relation, xml.attribute(NAME) ? texts.text(xml) : "");
                }
            }
            readShared();
            List<Sheet> sheets = new ArrayList<>();
            for (Map.Entry<String, String> tab : tabs.entrySet()) {
                String target = Objects.requireNonNullElse(targets.find(tab.getKey()), "");
                sheets.add(sheet(tab.getValue(), target.startsWith("/") ? target.substring(1) : "xl/" + target));
            }
            if (sheets.isEmpty()) {
                throw Refusal.notAWorkbook(file, "no-part", "xl/worksheets");
            }
            return new Workbook(file, sha256, savedAt(), from1904, sheets);
        }

        private Optional<Instant> savedAt() throws Malformed {
            if (!parts.find("docProps/core.xml", smallPart)) {
                return Optional.empty();
            }
            XmlScanner xml = new XmlScanner(smallPart.bytes(), smallPart.length());
            while (toStart(xml)) {
                if (xml.is(MODIFIED)) {
                    xml.text();
                    try {
                        return Optional.of(Instant.parse(texts.text(xml).strip()));
                    } catch (DateTimeParseException e) {
                        return Optional.empty();
                    }
                }
            }
            return Optional.empty();
        }

        private void readShared() throws Malformed {
            sharedSize = 0;
            if (!parts.find("xl/sharedStrings.xml", smallPart)) {
                return;
            }
            XmlScanner xml = new XmlScanner(smallPart.bytes(), smallPart.length());
            while (true) {
                boolean isPlain = plainItem.read(xml);
                int from = plainItem.from();
                int to = plainItem.to();
                Cell text = isPlain ? texts.asWritten(xml.bytes(), from, to) : null;
                if (text != null) {
                    plainItem.pass(xml);
                    share(text);
                } else if (!toStart(xml)) {
                    return;
                } else if (xml.is(ITEM)) {
                    text = texts(xml, xml.depth());
                    share(text);
                    if (isPlain && text != null) {
                        texts.remember(xml.bytes(), from, to, text);
                    }
                }
            }
        }

        private void share(@Nullable Cell text) {
            if (sharedSize == shared.length) {
                shared = Arrays.copyOf(shared, 2 * sharedSize);
            }
            shared[sharedSize++] = text;
        }

        /** The texts of an element run together, without readings aloud; null when there is nothing. */
        private @Nullable Cell texts(XmlScanner xml, int depth) throws Malformed {
            Cell first = null;
            StringBuilder all = null;
            while (xml.depth() >= depth) {
                if (xml.next() != Event.START) {
                    continue;
                }
                if (xml.is(TEXT)) {
                    xml.text();
                    Cell more = texts.cell(xml);
                    if (all != null) {
                        all.append(more.text());
                    } else if (first != null) {
                        all = new StringBuilder(first.text()).append(more.text());
                    } else {
                        first = more;
                    }
                } else if (xml.is(PHONETIC)) {
                    xml.skip();
                }
            }
            Cell whole = all == null ? first : new Cell(all.toString(), Cell.Kind.TEXT);
            return whole == null || whole.text().isEmpty() ? null : whole;
        }

        private Sheet sheet(String name, String path) throws Malformed {
            List<Sheet.Row> rows = new ArrayList<>();
            CellLinks links = new CellLinks();
            Relations targets = null;
            XmlScanner xml = open(path, sheetPart);
            int number = 0;
            while (true) {
                if (plainLink.read(xml)) {
                    targets = targets == null ? relationsOf(path) : targets;
                    links.put(plainLink.row(), plainLink.column(), found(targets.find(plainLink.relation())));
                    plainLink.pass(xml);
                } else if (plainRow.read(xml)) {
                    number = plainRow.number();
                    int depth = xml.depth();
                    plainRow.enter(xml);
                    rows.add(new Sheet.Row(
                            number, plainRow.isHidden(), plainRow.isEmpty() ? List.of() : row(xml, depth + 1)));
                } else if (!toStart(xml)) {
                    return new Sheet(name, rows, links);
                } else if (xml.is(ROW)) {
                    int past = xml.past();
                    number = xml.attribute(R) ? xml.number() : number + 1;
                    boolean hidden = xml.attribute(HIDDEN) && isTrue(xml);
                    plainRow.remember(xml, past, hidden);
                    rows.add(new Sheet.Row(number, hidden, row(xml, xml.depth())));
                } else if (xml.is(HYPERLINK)) {
                    targets = targets == null ? relationsOf(path) : targets;
                    String relation = xml.prefixed(ID) ? texts.text(xml) : "";
                    String target = relation.isEmpty() ? "" : found(targets.find(relation));
                    if (xml.attribute(REF)) {
                        links.link(texts.text(xml), target);
                    }
                    xml.skip();
                }
            }
        }

        private static String found(@Nullable String target) throws Malformed {
            if (target == null) {
                throw new Malformed("malformed");
            }
            return target;
        }

        private List<@Nullable Cell> row(XmlScanner xml, int depth) throws Malformed {
            int width = 0;
            int column = -1;
            while (xml.depth() >= depth) {
                Cell cell;
                if (plain.read(xml)) {
                    column = plain.column();
                    cell = plainCell();
                } else if (xml.next() == Event.START && xml.is(CELL)) {
                    column = xml.attribute(R) ? columnOf(xml) : column + 1;
                    cell = cell(xml);
                } else {
                    continue;
                }
                if (cell != null && column >= 0 && column < WIDEST) {
                    if (++cells > MOST_CELLS) {
                        throw new Malformed("too-big");
                    }
                    if (column >= width) {
                        Arrays.fill(cellsOfRow, width, column, null);
                        width = column + 1;
                    }
                    cellsOfRow[column] = cell;
                }
            }
            return Arrays.asList(Arrays.copyOf(cellsOfRow, width));
        }

        private @Nullable Cell plainCell() throws Malformed {
            int value = plain.value();
            if (value < 0) {
                return null;
            }
            return plain.isShared() ? sharedText(value) : texts.number(value);
        }

        private @Nullable Cell cell(XmlScanner xml) throws Malformed {
            int depth = xml.depth();
            boolean typed = xml.attribute(TEXT);
            boolean isShared = typed && xml.valueIs(SHARED);
            boolean isError = typed && xml.valueIs(ERROR);
            boolean isNumber = !typed || xml.valueIs(NUMBER);
            Cell value = null;
            Cell inline = null;
            while (xml.depth() >= depth) {
                if (xml.next() != Event.START) {
                    continue;
                }
                if (xml.is(VALUE)) {
                    xml.text();
                    value = xml.valueStart() == xml.valueEnd()
                            ? null
                            : isShared
                                    ? sharedText(xml.number())
                                    : isNumber ? texts.number(xml) : isError ? texts.error(xml) : texts.cell(xml);
                } else if (xml.is(TEXT)) {
                    xml.text();
                    Cell more = texts.cell(xml);
                    inline = inline == null ? more : new Cell(inline.text() + more.text(), Cell.Kind.TEXT);
                } else if (xml.is(PHONETIC)) {
                    xml.skip();
                }
            }
            if (inline != null) {
                return inline.text().isEmpty() ? null : inline;
            }
            return value;
        }

        private @Nullable Cell sharedText(int at) throws Malformed {
            if (at >= sharedSize) {
                throw new Malformed("malformed");
            }
            return shared[at];
        }

        /** The relations of a sheet, read once where the last files held the same. */
        private Relations relationsOf(String sheet) throws Malformed {
            int slash = sheet.lastIndexOf('/') + 1;
            String path = sheet.substring(0, slash) + "_rels/" + sheet.substring(slash) + ".rels";
            Relations before = lately.find(parts, path);
            if (before != null) {
                return before;
            }
            Relations targets = relations(path);
            parts.packed(path).ifPresent(p -> lately.add(p, targets));
            return targets;
        }

        private Relations relations(String path) throws Malformed {
            Relations targets = new Relations();
            if (!parts.find(path, smallPart)) {
                return targets;
            }
            XmlScanner xml = new XmlScanner(smallPart.bytes(), smallPart.length());
            while (true) {
                boolean isPlain = plainRelation.read(xml);
                int from = plainRelation.from();
                int to = plainRelation.to();
                Cell target = isPlain ? texts.asWritten(xml.bytes(), from, to) : null;
                if (target != null) {
                    targets.put(plainRelation.id(), target.text());
                    plainRelation.pass(xml);
                } else if (!toStart(xml)) {
                    return targets;
                } else if (xml.is(RELATIONSHIP)) {
                    String id = xml.attribute(TARGET_ID) ? texts.text(xml) : "";
                    Cell read = xml.attribute(TARGET) ? texts.cell(xml) : EMPTY;
                    targets.put(id, read.text());
                    if (isPlain) {
                        texts.remember(xml.bytes(), from, to, read);
                    }
                    xml.skip();
                }
            }
        }

        private XmlScanner open(String path, Parts.Buffer into) {
            if (!parts.find(path, into)) {
                throw Refusal.notAWorkbook(file, "no-part", path);
            }
            return new XmlScanner(into.bytes(), into.length());
        }
    }

    /** Moves to the next start of an element. */
    private static boolean toStart(XmlScanner xml) throws Malformed {
        while (true) {
            Event event = xml.next();
            if (event != Event.END) {
                return event == Event.START;
            }
        }
    }

    private static boolean isTrue(XmlScanner xml) {
        return xml.valueIs(ONE) || xml.valueIs(TRUE);
    }

    private static int columnOf(XmlScanner xml) {
        int column = 0;
        int end = Math.min(xml.valueEnd(), xml.valueStart() + 4);
        for (int i = xml.valueStart(); i < end; i++) {
            byte c = xml.valueBytes()[i];
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + c - 'A' + 1;
        }
        return column - 1;
    }
}
