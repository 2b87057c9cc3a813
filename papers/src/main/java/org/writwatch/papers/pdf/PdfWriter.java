package org.writwatch.papers.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.PageSizeUnits;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.writwatch.facts.phrase.Phrasebook;

/**
 * XHTML in, tagged PDF out: PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) in one file.
 *
 * <p>The page is well-formed XHTML without entities other than XML's five, styled by its own {@code <style>} over a
 * plain letter-size print style; fonts are {@code "Noto Sans"}, {@code "Tinos"} and {@code "Arimo"}. Drawings are inline SVG of the
 * subset that the charts use, each with a {@code title} (and {@code desc}) that becomes its alternative text. Headings
 * become bookmarks. No clock, host or locale gets in: the same page gives the same bytes. Nothing is fetched. Safe for
 * use by several threads.
 */
public final class PdfWriter {
    private static final String CREATOR = "Writwatch";

    static {
        XRLog.setLoggingEnabled(false);
    }

    private PdfWriter() {}

    /**
     * Writes one document.
     *
     * @throws IllegalArgumentException when the page is not well-formed or draws what print can not draw (a defect)
     */
    public static byte[] write(String xhtml, PdfMeta meta) {
        Document page = PageSource.parse(xhtml);
        PageSource.prepare(page);
        page.getDocumentElement().setAttribute("lang", meta.lang().tag());
        style(page, meta);
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .usePdfUaAccessibility(true)
                .withProducer(CREATOR);
        builder.withW3cDocument(page, "about:blank");
        builder.useSVGDrawer(new DrawingPainter());
        builder.useUnicodeLineBreaker(new WordBreaker());
        builder.useDefaultPageSize(8.5f, 11f, PageSizeUnits.INCHES);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        PdfFonts.addTo(builder);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                PDDocument pdf = renderer.createPDFKeepOpen()) {
            PdfIdentity.stamp(pdf, meta);
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 17);
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The print style first, with what the margins of this document say, then whatever style the page brings. */
    private static void style(Document page, PdfMeta meta) {
        Phrasebook book = Phrasebook.of(meta.lang());
        String css = printStyle()
                .replace("$banner", quoted(meta.banner().orElse("")))
                .replace("$page", quoted(book.say("papers", "page.print.page") + " "))
                .replace("$of", quoted(" " + book.say("papers", "page.print.of") + " "))
                .replace("$footer", quoted(meta.footer()));
        Element style = page.createElement("style");
        style.setAttribute("type", "text/css");
        style.appendChild(page.createTextNode(css));
        Element head = (Element) page.getElementsByTagName("head").item(0);
        if (head == null) {
            throw new IllegalArgumentException("a page needs a head");
        }
        head.insertBefore(style, head.getFirstChild());
    }

    /** A CSS string: quotes, backslashes and the style's own place-holder sign escaped, control characters dropped. */
    private static String quoted(String words) {
        StringBuilder said = new StringBuilder("\"");
        words.codePoints().filter(c -> c >= ' ').forEach(c -> {
            if (c == '"' || c == '\\' || c == '$') {
                said.append('\\').append(Integer.toHexString(c)).append(' ');
            } else {
                said.appendCodePoint(c);
            }
        });
        return said.append('"').toString();
    }

    private static String printStyle() {
        try (InputStream in = PdfWriter.class.getResourceAsStream("print.css")) {
            if (in == null) {
                throw new IllegalStateException("the print style is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
