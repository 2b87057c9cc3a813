package org.writwatch.agreements.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.problem.BadInput;

/** What is written in the shapes of Excel is read in one pass, and to the same end as everything else. */
class PlainShapesTest {
    private static final String HYPERLINK =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

    private static final String LINK = "<hyperlink ref=\"G946\" r:id=\"rId12\" xr:uid=\"{F46EA86F-3C06-4566}\"/>";
    private static final String RELATION = "<Relationship Id=\"rId12\" Type=\"" + HYPERLINK
            + "\" Target=\"https://www.ice.gov/A.pdf?a=1&amp;b=2\" TargetMode=\"External\"/>";
    private static final String ITEM = "<si><t xml:space=\"preserve\">A &amp; B </t></si>";
    private static final String ROW = "<row r=\"7\" spans=\"1:8\" hidden=\"1\" ht=\"33.75\">";

    private static XmlScanner scanner(String inside) throws Exception {
        byte[] all = ("<x>" + inside + "</x>").getBytes(StandardCharsets.UTF_8);
        XmlScanner xml = new XmlScanner(all, all.length);
        assertEquals(XmlScanner.Event.START, xml.next());
        return xml;
    }

    private static String value(XmlScanner xml) {
        return new String(
                xml.valueBytes(), xml.valueStart(), xml.valueEnd() - xml.valueStart(), StandardCharsets.UTF_8);
    }

    private static byte[] name(String name) {
        return XmlScanner.bytes(name);
    }

    @Test
    void readsALinkARelationAndAText() throws Exception {
        PlainLink link = new PlainLink();
        assertTrue(link.read(scanner(LINK)));
        assertEquals(List.of(6, 946, 12), List.of(link.column(), link.row(), link.relation()));
        assertTrue(link.read(scanner("<hyperlink ref=\"AB9\" r:id=\"rId1\"/>")));
        assertEquals(List.of(27, 9, 1), List.of(link.column(), link.row(), link.relation()));
        PlainRelation relation = new PlainRelation();
        assertTrue(relation.read(scanner(RELATION)));
        assertEquals(12, relation.id());
        PlainItem item = new PlainItem();
        assertTrue(item.read(scanner(ITEM)));
        assertTrue(item.read(scanner("<si><t>A</t></si>")));
        assertEquals(1, item.to() - item.from());
    }

    @Test
    void knowsARowByTheAttributesOfAnEarlierOne() throws Exception {
        PlainRow row = new PlainRow();
        XmlScanner first = scanner(ROW + "</row>");
        assertFalse(row.read(first));
        first.next();
        row.remember(first, first.past(), true);
        XmlScanner second = scanner(ROW.replace("\"7\"", "\"1234\"") + "<c/></row>");
        assertTrue(row.read(second));
        assertEquals(1234, row.number());
        assertTrue(row.isHidden());
        assertFalse(row.isEmpty());
        row.enter(second);
        assertEquals(2, second.depth());
        assertEquals(XmlScanner.Event.START, second.next());
        assertEquals(XmlScanner.Event.END, second.next());
        assertEquals(XmlScanner.Event.END, second.next());
        assertEquals(1, second.depth());
        assertFalse(row.read(scanner(ROW.replace("33.75", "33.76") + "</row>")));
        assertFalse(row.read(scanner(ROW.replace("\"7\"", "\"\"") + "</row>")));
    }

    @ParameterizedTest
    @ValueSource(strings = {LINK, RELATION, ITEM})
    void whateverIsReadSoTheScannerReadsToo(String shape) throws Exception {
        Random random = new Random(7);
        int read = 0;
        for (int n = 0; n < 20_000; n++) {
            byte[] changed = shape.getBytes(StandardCharsets.UTF_8);
            changed[random.nextInt(changed.length)] = (byte) " \"'/<>&;0019AZa=r{".charAt(random.nextInt(18));
            String text = new String(changed, StandardCharsets.UTF_8);
            PlainLink link = new PlainLink();
            PlainRelation relation = new PlainRelation();
            PlainItem item = new PlainItem();
            try {
                if (link.read(scanner(text))) {
                    XmlScanner xml = scanner(text);
                    xml.next();
                    assertTrue(xml.is(name("hyperlink")) && xml.attribute(name("ref")), text);
                    assertEquals(
                            Sheet.cellName(link.column(), link.row()),
                            value(xml).replaceAll("(?<=[A-Z])0+", ""));
                    assertTrue(xml.prefixed(name("id")));
                    assertEquals("rId" + link.relation(), value(xml));
                    read++;
                } else if (relation.read(scanner(text))) {
                    XmlScanner xml = scanner(text);
                    xml.next();
                    assertTrue(xml.is(name("Relationship")) && xml.attribute(name("Id")), text);
                    assertEquals("rId" + relation.id(), value(xml));
                    read++;
                } else if (item.read(scanner(text))) {
                    XmlScanner xml = scanner(text);
                    xml.next();
                    assertTrue(xml.is(name("si")), text);
                    xml.next();
                    assertTrue(xml.is(name("t")), text);
                    read++;
                }
            } catch (XmlScanner.Malformed e) {
                // Only a reference that stands for nothing may be left to whoever decodes the text.
                assertTrue(text.contains("&"), text);
            }
        }
        assertTrue(read > 100, "read " + read);
    }

    private static Xlsx list(int rows, String names) {
        StringBuilder relations = new StringBuilder();
        StringBuilder links = new StringBuilder();
        StringBuilder texts = new StringBuilder(
                "<si><t>STATE</t></si><si><t>AGENCY</t></si><si><t>SUPPORT TYPE</t></si>"
                        + "<si><t>SIGNED</t></si><si><t>MOA</t></si><si><t>FLORIDA</t></si><si><t>Task Force Model</t></si>");
        StringBuilder sheet = new StringBuilder("<row r=\"1\" spans=\"1:5\">");
        for (int c = 0; c < 5; c++) {
            sheet.append("<c r=\"" + Sheet.cellName(c, 1) + "\" s=\"2\" t=\"s\"><v>" + c + "</v></c>");
        }
        sheet.append("</row>");
        for (int r = 0; r < rows; r++) {
            texts.append("<si><t xml:space=\"preserve\">" + names + r + " &amp; Co </t></si>");
            int n = r + 2;
            sheet.append(
                    "<row r=\"" + n + "\" spans=\"1:5\" ht=\"3" + r % 3 + "\"" + (r % 4 == 1 ? " hidden=\"1\"" : "")
                            + "><c r=\"A" + n + "\" s=\"1\" t=\"s\"><v>5</v></c><c r=\"B" + n + "\" s=\"1\" t=\"s\"><v>"
                            + (7 + r)
                            + "</v></c><c r=\"C" + n + "\" t=\"s\"><v>6</v></c><c r=\"D" + n + "\"><v>" + (45700 + r)
                            + "</v></c><c r=\"E" + n + "\" s=\"9\"/></row>");
            relations.append("<Relationship Id=\"rId" + n + "\" Type=\"" + HYPERLINK
                    + "\" Target=\"https://www.ice.gov/" + names + r + ".pdf?a=1&amp;b\" TargetMode=\"External\"/>");
            links.append("<hyperlink ref=\"E" + n + "\" r:id=\"rId" + n + "\" xr:uid=\"{0}\"/>");
        }
        return new Xlsx()
                .part("xl/sharedStrings.xml", "<sst>" + texts + "</sst>")
                .part(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet xmlns:r=\"r\"><sheetData>" + sheet + "</sheetData><hyperlinks>" + links
                                + "</hyperlinks></worksheet>")
                .part("xl/worksheets/_rels/sheet1.xml.rels", "<Relationships>" + relations + "</Relationships>");
    }

    private static List<String> read(RosterReader reader, byte[] content) {
        List<String> said = new ArrayList<>();
        try {
            PublishedList list = reader.list("participatingAgencies05232025.xlsx", content);
            list.rows().forEach(r -> said.add(r.toString()));
            said.add(list.counts().toString());
        } catch (BadInput e) {
            said.add(e.message(Lang.EN));
        }
        return said;
    }

    @Test
    void aReaderThatHasMetMuchReadsAsOneThatHasMetNothing() {
        Random random = new Random(11);
        RosterReader met = new RosterReader();
        List<String> whole = read(new RosterReader(), list(12, "Clay").bytes());
        assertEquals(13, whole.size());
        assertTrue(whole.get(3).contains("Clay3 & Co") && whole.get(3).contains("Clay3.pdf?a=1&b"), whole.get(3));
        int other = 0;
        for (int n = 0; n < 3_000; n++) {
            Xlsx list = list(12, n % 2 == 0 ? "Clay" : "Baker");
            byte[] content = (n % 5 == 0 ? list : list.doctor(random)).bytes();
            List<String> fresh = read(new RosterReader(), content);
            assertEquals(fresh, read(met, content), "change " + n);
            other += fresh.equals(whole) ? 0 : 1;
        }
        assertNotEquals(0, other);
    }
}
