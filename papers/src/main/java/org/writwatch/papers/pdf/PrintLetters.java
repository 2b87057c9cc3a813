package org.writwatch.papers.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalInt;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Which letters the fonts of papers hold: Latin with its accents, and Greek. A letter that they lack would be printed as an
 * empty box or not at all, and PDF/A (ISO 19005-2, 6.2.11.4.1) forbids it. Safe for use by several threads.
 */
public final class PrintLetters {
    private PrintLetters() {}

    private static final class Held {
        static final List<CmapLookup> FONTS = List.of(letters("Tinos-Regular"), letters("Arimo-Regular"));
    }

    /** The first letter that a font of papers lacks, as a code point; line feeds and tabs count as spaces. */
    public static OptionalInt findMissing(String words) {
        return words.codePoints().filter(c -> c >= ' ').filter(c -> !held(c)).findFirst();
    }

    private static boolean held(int codePoint) {
        return Held.FONTS.stream().allMatch(f -> f.getGlyphId(codePoint) != 0);
    }

    private static CmapLookup letters(String font) {
        try {
            return new TTFParser()
                    .parse(new RandomAccessReadBuffer(PdfFonts.bytes(font)))
                    .getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
