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
 * The fonts that travel with the program: subsets of Noto Sans and Noto Serif (SIL Open Font License) with the Latin
 * and Greek letters, and a few signs of Noto Sans Math. A font is read when a document first uses it, never the
 * system's own.
 */
final class PdfFonts {
    static final String SANS = "Noto Sans";
    static final String SERIF = "Noto Serif";

    private static final Map<String, byte[]> READ = new ConcurrentHashMap<>();

    private PdfFonts() {}

    static void addTo(PdfRendererBuilder builder) {
        Set<FSFontUseCase> body = EnumSet.of(FSFontUseCase.DOCUMENT);
        add(builder, "NotoSans-Regular", SANS, 400, FontStyle.NORMAL, body);
        add(builder, "NotoSans-Bold", SANS, 700, FontStyle.NORMAL, body);
        add(builder, "NotoSans-Italic", SANS, 400, FontStyle.ITALIC, body);
        add(builder, "NotoSerif-Regular", SERIF, 400, FontStyle.NORMAL, body);
        add(builder, "NotoSerif-Bold", SERIF, 700, FontStyle.NORMAL, body);
        add(builder, "NotoSerif-Italic", SERIF, 400, FontStyle.ITALIC, body);
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
        builder.useFont(
                () -> new ByteArrayInputStream(READ.computeIfAbsent(file, PdfFonts::read)),
                family,
                weight,
                style,
                true,
                useCases);
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
