package org.writwatch.agreements.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.writwatch.agreements.roster.XmlScanner.Event;
import org.writwatch.agreements.roster.XmlScanner.Malformed;

/** The scanner against the JDK's own XML reader. */
class XmlScannerTest {
    private static final List<String> GOOD = List.of(
            "<a/>",
            "\ufeff<?xml version=\"1.0\"?><!-- c --><x:a xmlns:x='u'><b r='1' x:id=\"2\"/>text<c></c ></x:a > ",
            "<a r='&lt;&amp;&#65;&#x1F600;&quot;&apos;&gt;'><t>a &amp; b\r\nc\rd</t></a>",
            "<a><t>one<!-- no -->two<![CDATA[<three>&amp;]]>four<?pi x?>five</t><t/><t></t></a>",
            "<a r='x\ty\nz'><t xml:space='preserve'> caf\u00e9 \u201cq\u201d </t></a>",
            "<a><b><c><t>deep</t></c></b><t>\u00a0</t></a>");
    private static final List<String> BAD = List.of(
            "",
            "text",
            "<a>",
            "<a></b>",
            "<a r=1/>",
            "<a r='1'r='2'></a",
            "<a r='<'/>",
            "<a/><b/>",
            "<a>&nothing;</a>".replace("a>", "t>"),
            "<t>&#xd800;</t>",
            "<t>&#99999999;</t>",
            "<!DOCTYPE a><a/>",
            "<a><![CDATA[ </a>",
            "<a><!-- -- ></a>",
            "<a><t>x<b/></t></a>");

    @Test
    void readsWhatTheJdkReads() throws Exception {
        for (String xml : GOOD) {
            assertEquals(slow(xml.getBytes(StandardCharsets.UTF_8)), fast(xml.getBytes(StandardCharsets.UTF_8)), xml);
        }
    }

    @Test
    void refusesWhatIsNoXmlOrDefinesEntities() {
        for (String xml : BAD) {
            assertThrows(Malformed.class, () -> fast(xml.getBytes(StandardCharsets.UTF_8)), xml);
        }
        assertThrows(Malformed.class, () -> fast(new byte[] {'<', 't', '>', (byte) 0xff, '<', '/', 't', '>'}));
        assertThrows(Malformed.class, () -> fast("<t>\u0001</t>".getBytes(StandardCharsets.UTF_8)));
    }

    /** Ten thousand doctored documents: what both readers take, both read alike; nothing else but a refusal is thrown. */
    @Test
    void neverReadsSomethingElseThanTheJdkDoes() {
        Random random = new Random(287);
        int both = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] xml = GOOD.get(random.nextInt(GOOD.size())).getBytes(StandardCharsets.UTF_8);
            xml[random.nextInt(xml.length)] = (byte) random.nextInt(32, 128);
            List<String> mine;
            List<String> theirs;
            try {
                mine = fast(xml);
                theirs = slow(xml);
            } catch (Malformed | XMLStreamException e) {
                continue;
            }
            both++;
            assertEquals(theirs, mine, new String(xml, StandardCharsets.UTF_8));
        }
        assertEquals(true, both > 2_000, both + " taken by both");
    }

    private static List<String> fast(byte[] bytes) throws Malformed {
        List<String> seen = new ArrayList<>();
        Texts texts = new Texts();
        XmlScanner xml = new XmlScanner(bytes, bytes.length);
        byte[] t = XmlScanner.bytes("t");
        byte[] r = XmlScanner.bytes("r");
        byte[] id = XmlScanner.bytes("id");
        for (Event event = xml.next(); event != Event.DONE; event = xml.next()) {
            if (event == Event.START) {
                seen.add("start r=" + (xml.attribute(r) ? texts.text(xml) : "") + " id="
                        + (xml.prefixed(id) ? texts.text(xml) : ""));
                if (xml.is(t)) {
                    xml.text();
                    seen.add("t " + texts.text(xml));
                }
            } else {
                seen.add("end");
            }
        }
        return seen;
    }

    private static List<String> slow(byte[] bytes) throws XMLStreamException {
        List<String> seen = new ArrayList<>();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes), "UTF-8");
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String id = "";
                for (int i = xml.getAttributeCount() - 1; i >= 0; i--) {
                    if (xml.getAttributeLocalName(i).equals("id")
                            && !xml.getAttributePrefix(i).isEmpty()) {
                        id = xml.getAttributeValue(i);
                    }
                }
                String r = xml.getAttributeValue(null, "r");
                seen.add("start r=" + (r == null ? "" : r) + " id=" + id);
                if (xml.getLocalName().equals("t")) {
                    seen.add("t " + xml.getElementText());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                seen.add("end");
            }
        }
        return seen;
    }
}
