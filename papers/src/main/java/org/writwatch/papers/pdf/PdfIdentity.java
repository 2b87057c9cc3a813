package org.writwatch.papers.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * What a PDF says of itself: title, dates, conformance, colour space. The renderer fills these from the machine's
 * clock; here they are replaced by what the document itself says, so that two runs agree.
 */
public final class PdfIdentity {
    private static final String NAME = "Writwatch";

    private PdfIdentity() {}

    private static final String TAGGED =
            "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" + "<pdfuaid:part>1</pdfuaid:part>";
    private static final String SEEN = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>";

    /** A document of our own: PDF/A-2a and PDF/UA-1. */
    static void stamp(PDDocument pdf, PdfMeta meta) {
        stamp(pdf, meta, TAGGED);
    }

    /**
     * A document bound from pages of others.
     *
     * @param archival whether it may say of itself that it is PDF/A-2b
     */
    public static void bound(PDDocument pdf, PdfMeta meta, boolean archival) {
        stamp(pdf, meta, archival ? SEEN : "");
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        pdf.getDocumentCatalog().setViewerPreferences(preferences);
    }

    private static void stamp(PDDocument pdf, PdfMeta meta, String conforms) {
        Calendar made = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        made.setTimeInMillis(
                meta.asOf().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(meta.title());
        information.setSubject(meta.description());
        information.setCreator(NAME);
        information.setProducer(NAME);
        information.setCreationDate(made);
        information.setModificationDate(made);
        pdf.setDocumentInformation(information);
        pdf.setDocumentId(meta.asOf().toEpochDay());
        pdf.getDocumentCatalog().setLanguage(meta.lang().tag());

        COSDictionary catalog = pdf.getDocumentCatalog().getCOSObject();
        COSStream xmp = stream(pdf, xmp(meta, conforms).getBytes(StandardCharsets.UTF_8), false);
        xmp.setItem(COSName.TYPE, COSName.METADATA);
        xmp.setItem(COSName.SUBTYPE, COSName.getPDFName("XML"));
        catalog.setItem(COSName.METADATA, xmp);

        COSStream profile = stream(pdf, SrgbProfile.bytes(), true);
        profile.setItem(COSName.N, COSInteger.THREE);
        COSDictionary intent = new COSDictionary();
        intent.setItem(COSName.TYPE, COSName.OUTPUT_INTENT);
        intent.setItem(COSName.S, COSName.GTS_PDFA1);
        COSString space = new COSString("sRGB IEC61966-2.1");
        intent.setItem(COSName.OUTPUT_CONDITION_IDENTIFIER, space);
        intent.setItem(COSName.INFO, space);
        intent.setItem(COSName.DEST_OUTPUT_PROFILE, profile);
        COSArray intents = new COSArray();
        intents.add(intent);
        catalog.setItem(COSName.OUTPUT_INTENTS, intents);
    }

    private static COSStream stream(PDDocument pdf, byte[] bytes, boolean packed) {
        COSStream stream = pdf.getDocument().createCOSStream();
        try (var out = packed ? stream.createOutputStream(COSName.FLATE_DECODE) : stream.createOutputStream()) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stream;
    }

    /** XMP (ISO 16684-1) that says what the information dictionary says, and that names what the document conforms to. */
    private static String xmp(PdfMeta meta, String conforms) {
        String day = meta.asOf() + "T00:00:00Z";
        return "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF"
                + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                + " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                + " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
                + " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
                + " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
                + " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
                + "<dc:format>application/pdf</dc:format>"
                + "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(meta.title())
                + "</rdf:li></rdf:Alt></dc:title>"
                + "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(meta.description())
                + "</rdf:li></rdf:Alt></dc:description>"
                + "<dc:language><rdf:Bag><rdf:li>" + meta.lang().tag() + "</rdf:li></rdf:Bag></dc:language>"
                + "<xmp:CreateDate>" + day + "</xmp:CreateDate><xmp:ModifyDate>" + day + "</xmp:ModifyDate>"
                + "<xmp:CreatorTool>" + NAME + "</xmp:CreatorTool><pdf:Producer>" + NAME + "</pdf:Producer>"
                + conforms
                + "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
                + "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
                + "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
                + "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
                + "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
                + "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
                + "<pdfaProperty:category>internal</pdfaProperty:category>"
                + "<pdfaProperty:description>Part of ISO 14289 followed</pdfaProperty:description>"
                + "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
                + "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
    }

    private static String escaped(String words) {
        StringBuilder said = new StringBuilder();
        words.codePoints().filter(c -> c >= ' ').forEach(c -> {
            switch (c) {
                case '<' -> said.append("&lt;");
                case '>' -> said.append("&gt;");
                case '&' -> said.append("&amp;");
                default -> said.appendCodePoint(c);
            }
        });
        return said.toString();
    }
}
