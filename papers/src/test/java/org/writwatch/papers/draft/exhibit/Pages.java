package org.writwatch.papers.draft.exhibit;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;

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

    /**
     * A scan of a letter page at 150 dots an inch, as PNG: gray, with specks, a little askew.
     *
     * @param quarter quarters of a turn clockwise by which it lies wrong
     * @param slant degrees
     */
    public static byte[] scan(List<String> lines, int quarter, double slant) {
        try {
            int wide = quarter % 2 == 0 ? 1275 : 1650;
            int high = quarter % 2 == 0 ? 1650 : 1275;
            BufferedImage picture = new BufferedImage(wide, high, BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D pen = picture.createGraphics();
            pen.setColor(new Color(240, 240, 240));
            pen.fillRect(0, 0, wide, high);
            pen.translate(wide / 2.0, high / 2.0);
            pen.rotate(Math.toRadians(90 * quarter + slant));
            pen.translate(-1275 / 2.0, -1650 / 2.0);
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setColor(new Color(30, 30, 30));
            pen.setFont(font());
            float y = 200;
            for (String line : lines) {
                pen.drawString(line, 130, y);
                y += 46;
            }
            pen.dispose();
            Random random = new Random(7);
            for (int i = 0; i < 400; i++) {
                picture.getRaster().setSample(random.nextInt(wide), random.nextInt(high), 0, random.nextInt(255));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Font font() throws IOException, FontFormatException {
        try (InputStream in = Pages.class.getResourceAsStream("/org/writwatch/papers/pdf/fonts/Tinos-Regular.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(24f);
        }
    }

    /** A page with a script that runs when it is opened, a link, and a square that would start a program. */
    public static byte[] sly() {
        try (PDDocument document = Loader.loadPDF(of(1, 0, List.of("A page that is quiet once it is bound")))) {
            PDPage page = document.getPage(0);
            COSDictionary more = new COSDictionary();
            more.setItem(COSName.O, new PDActionJavaScript("app.alert(1)"));
            page.getCOSObject().setItem(COSName.AA, more);
            PDAnnotationLink link = new PDAnnotationLink();
            link.setRectangle(new PDRectangle(72, 600, 100, 20));
            PDActionURI away = new PDActionURI();
            away.setURI("http://example.org/");
            link.setAction(away);
            PDAnnotationSquare square = new PDAnnotationSquare();
            square.setRectangle(new PDRectangle(72, 500, 100, 20));
            square.constructAppearances(document);
            square.getCOSObject().setItem(COSName.A, new PDActionLaunch());
            page.setAnnotations(List.of(link, square));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
