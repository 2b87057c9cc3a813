package org.writwatch.papers.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The fonts that travel with the program (SIL Open Font License): subsets with the Latin and Greek letters of Noto Sans
 * for pages, of Tinos and Arimo for papers, whose letters are as wide as those of Times New Roman and Arial, so that a
 * word processor breaks its pages where print does, and a few signs of Noto Sans Math. A font is read when a document
 * first uses it, never the system's own.
 */
final class PdfFonts {
    static final String SANS = "Noto Sans";
    /** As wide as Times New Roman. */
    static final String SERIF = "Tinos";
    /** As wide as Arial. */
    static final String PAPER_SANS = "Arimo";

    private static final Map<String, byte[]> READ = new ConcurrentHashMap<>();

    private PdfFonts() {}

    static void addTo(PdfRendererBuilder builder) {
        Set<FSFontUseCase> body = EnumSet.of(FSFontUseCase.DOCUMENT);
        add(builder, "NotoSans-Regular", SANS, 400, FontStyle.NORMAL, body);
        add(builder, "NotoSans-Bold", SANS, 700, FontStyle.NORMAL, body);
        add(builder, "NotoSans-Italic", SANS, 400, FontStyle.ITALIC, body);
        add(builder, "Tinos-Regular", SERIF, 400, FontStyle.NORMAL, body);
        add(builder, "Tinos-Bold", SERIF, 700, FontStyle.NORMAL, body);
        add(builder, "Tinos-Italic", SERIF, 400, FontStyle.ITALIC, body);
        add(builder, "Arimo-Regular", PAPER_SANS, 400, FontStyle.NORMAL, body);
        add(builder, "Arimo-Bold", PAPER_SANS, 700, FontStyle.NORMAL, body);
        add(
                builder,
                "NotoSansMath-Regular",
                "Noto Sans Math",
                400,
                FontStyle.NORMAL,
                EnumSet.of(FSFontUseCase.FALLBACK_FINAL));
    }

    private static void add(
            PdfRendererBuilder builder,
            String file,
            String family,
            int weight,
            FontStyle style,
            Set<FSFontUseCase> useCases) {
        builder.useFont(() -> new ByteArrayInputStream(bytes(file)), family, weight, style, true, useCases);
    }

    /** The bytes of a font, read once; not to be changed. */
    static byte[] bytes(String file) {
        return READ.computeIfAbsent(file, PdfFonts::read);
    }

    private static byte[] read(String file) {
        try (InputStream in = PdfFonts.class.getResourceAsStream("fonts/" + file + ".ttf")) {
            if (in == null) {
                throw new IllegalStateException("the font " + file + " is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
