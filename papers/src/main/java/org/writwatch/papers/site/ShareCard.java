package org.writwatch.papers.site;

import java.awt.BasicStroke;
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
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.papers.page.DossierContent;
import org.writwatch.papers.page.Layer;
import org.writwatch.papers.page.Verdict;
import org.writwatch.papers.page.Words;

/**
 * What a county's page says first as a picture for messages, 1200 by 630 pixels: the question, each layer with its answer, the
 * day. The answer is a word and a mark of its own, so that no colour carries it alone.
 */
public final class ShareCard {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 630;
    private static final int EDGE = 60;
    private static final int ROW = 80;
    private static final Color PAPER = new Color(0xffffff);
    private static final Color INK = new Color(0x1a1a1a);
    private static final Color QUIET = new Color(0x4a4a4a);
    private static final Color MAIN = new Color(0x0b3d70);

    private static final class Fonts {
        static final Font PLAIN = read("NotoSans-Regular");
        static final Font BOLD = read("NotoSans-Bold");

        private static Font read(String name) {
            try (InputStream in =
                    ShareCard.class.getResourceAsStream("/org/writwatch/papers/pdf/fonts/" + name + ".ttf")) {
                if (in == null) {
                    throw new IllegalStateException("the font " + name + " is missing from the program");
                }
                return Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private ShareCard() {}

    /** The picture as PNG. */
    public static byte[] png(DossierContent content, Lang lang) {
        Words w = new Words(lang);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setColor(PAPER);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setColor(MAIN);
        g.fillRect(0, 0, WIDTH, 16);
        g.setColor(INK);
        int y = 90;
        for (String line : lines(g, Fonts.BOLD.deriveFont(44f), w.say("heading", w.of(content.name())))) {
            g.drawString(line, EDGE, y);
            y += 56;
        }
        y = under(g, w.say("answer"), y + 2) + 20;
        for (Layer layer : content.layers()) {
            row(g, y, w.say("reach." + layer.reach().name()), layer.verdict(), w);
            y += ROW;
        }
        if (Verdict.together(content.layers()) != Verdict.YES) {
            under(g, w.say("site.share.comfort"), HEIGHT - 124);
        }
        g.setColor(QUIET);
        g.setFont(Fonts.PLAIN.deriveFont(26f));
        g.drawString(w.say("as-of", content.asOf()), EDGE, HEIGHT - 78);
        g.drawString("Writwatch", EDGE, HEIGHT - 36);
        g.dispose();
        return encoded(image);
    }

    private static int under(Graphics2D g, String text, int top) {
        g.setColor(QUIET);
        g.setFont(Fonts.PLAIN.deriveFont(26f));
        int y = top;
        for (String line : lines(g, g.getFont(), text)) {
            g.drawString(line, EDGE, y);
            y += 34;
        }
        return y;
    }

    private static void row(Graphics2D g, int y, String label, Verdict verdict, Words w) {
        mark(g, y, verdict);
        g.setColor(INK);
        Font font = Fonts.PLAIN.deriveFont(32f);
        g.setFont(font);
        g.drawString(lines(g, font, label).get(0), EDGE + 70, y + 40);
        g.setFont(Fonts.BOLD.deriveFont(36f));
        String said = w.say("verdict." + verdict.key());
        g.drawString(said, WIDTH - EDGE - g.getFontMetrics().stringWidth(said), y + 40);
        g.setColor(QUIET);
        g.drawLine(EDGE, y + ROW - 18, WIDTH - EDGE, y + ROW - 18);
    }

    /** The patterns of the map: full, a dot, one stroke, two strokes, empty. */
    private static void mark(Graphics2D g, int y, Verdict verdict) {
        int side = 44;
        g.setColor(MAIN);
        g.setStroke(new BasicStroke(4));
        g.drawRect(EDGE, y, side, side);
        switch (verdict) {
            case YES -> g.fillRect(EDGE, y, side, side);
            case APPLIED -> g.fillOval(EDGE + 12, y + 12, 20, 20);
            case NO_LONGER_LISTED, ENDED -> g.drawLine(EDGE, y + side, EDGE + side, y);
            case UNKNOWN -> {
                g.drawLine(EDGE, y + side, EDGE + side, y);
                g.drawLine(EDGE, y, EDGE + side, y + side);
            }
            case NO, NONE_KNOWN -> {}
        }
        g.setStroke(new BasicStroke(1));
    }

    private static List<String> lines(Graphics2D g, Font font, String text) {
        g.setFont(font);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && g.getFontMetrics().stringWidth(longer) > WIDTH - 2 * EDGE) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 15);
        try {
            if (!ImageIO.write(image, "png", bytes)) {
                throw new IllegalStateException("this machine's Java writes no PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
