package org.writwatch.agreements.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainCellTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<c r=\"A2\" s=\"66\" t=\"s\"><v>8</v></c>|0|8|true",
                "<c r=\"F2\" s=\"38\"><v>45922</v></c>|5|45922|false",
                "<c r=\"AB12\" t=\"s\"><v>1234567</v></c>|27|1234567|true",
                "<c r=\"H2\" s=\"119\"/>|7|-1|false",
                "<c r=\"H2\"/>|7|-1|false"
            })
    void readsThePlainShapesAndPassesOverThem(String cell, int column, int value, boolean shared) throws Exception {
        XmlScanner xml = row(cell + "<c/>");
        PlainCell plain = new PlainCell();
        assertTrue(plain.read(xml), cell);
        assertEquals(column, plain.column());
        assertEquals(value, plain.value());
        assertEquals(shared, plain.isShared());
        assertFalse(plain.read(xml));
        assertEquals(XmlScanner.Event.START, xml.next());
        assertTrue(xml.is(XmlScanner.bytes("c")));
        assertEquals(XmlScanner.Event.END, xml.next());
        assertEquals(XmlScanner.Event.END, xml.next());
        assertEquals(XmlScanner.Event.DONE, xml.next());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"A2\" t=\"e\"><v>#N/A</v></c>",
                "<c r=\"A2\" t=\"str\"><v>8</v></c>",
                "<c r=\"A2\"><v>45922.5</v></c>",
                "<c r=\"A2\"><v>007</v></c>",
                "<c r=\"A2\"><v>70000</v></c>",
                "<c r=\"A2\"><v>-1</v></c>",
                "<c r=\"A2\"><v></v></c>",
                "<c r=\"A2\" t=\"s\"><v>12345678</v></c>",
                "<c r=\"A2\" ><v>8</v></c>",
                "<c r='A2'><v>8</v></c>",
                "<c r=\"a2\"><v>8</v></c>",
                "<c r=\"A\"><v>8</v></c>",
                "<c r=\"ABC2\"><v>8</v></c>",
                "<c r=\"A2\"><f>1</f><v>8</v></c>",
                "<c r=\"A2\" s=\"\"/>",
                "<c r=\"A2\"></c>",
                " <c r=\"A2\"/>"
            })
    void leavesEverythingElseWhereItStands(String cell) throws Exception {
        XmlScanner xml = row(cell);
        int before = xml.at();
        assertFalse(new PlainCell().read(xml), cell);
        assertEquals(before, xml.at());
    }

    @Test
    void neverReadsPastTheEndOrInAnElementThatIsClosing() throws Exception {
        String cell = "<row><c r=\"A2\" s=\"66\" t=\"s\"><v>8</v></c>";
        for (int cut = 5; cut < cell.length(); cut++) {
            byte[] all = cell.getBytes(StandardCharsets.UTF_8);
            XmlScanner xml = new XmlScanner(all, cut);
            assertEquals(XmlScanner.Event.START, xml.next());
            assertFalse(new PlainCell().read(xml), "cut at " + cut);
        }
        XmlScanner closing = row("<x/><c r=\"A2\"/>");
        assertEquals(XmlScanner.Event.START, closing.next());
        assertFalse(new PlainCell().read(closing));
    }

    private static XmlScanner row(String cells) throws Exception {
        byte[] all = ("<row>" + cells + "</row>").getBytes(StandardCharsets.UTF_8);
        XmlScanner xml = new XmlScanner(all, all.length);
        assertEquals(XmlScanner.Event.START, xml.next());
        return xml;
    }
}
