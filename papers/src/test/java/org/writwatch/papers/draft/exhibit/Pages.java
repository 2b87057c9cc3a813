package org.writwatch.papers.draft.exhibit;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Documents made for tests. */
public final class Pages {
    private Pages() {}

    /** A document with these lines on each of its pages, turned by so many degrees. */
    public static byte[] of(int pages, int turned, List<String> lines) {
        return made(pages, turned, lines, false, "");
    }

    /** The same with a black box over each line. */
    public static byte[] boxed(List<String> lines) {
        return made(1, 0, lines, true, "");
    }

    /** The same under a password. */
    public static byte[] locked(String password) {
        return made(1, 0, List.of("Words"), false, password);
    }

    private static byte[] made(int pages, int turned, List<String> lines, boolean boxes, String password) {
        try (PDDocument document = new PDDocument()) {
            PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(PDRectangle.LETTER);
                page.setRotation(turned);
                document.addPage(page);
                try (PDPageContentStream to = new PDPageContentStream(document, page)) {
                    float y = 700;
                    for (String line : lines) {
                        to.beginText();
                        to.setFont(font, 12);
                        to.newLineAtOffset(72, y);
                        to.showText(line);
                        to.endText();
                        if (boxes) {
                            to.setNonStrokingColor(Color.BLACK);
                            to.addRect(70, y - 3, 300, 14);
                            to.fill();
                        }
                        y -= 20;
                    }
                }
            }
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
