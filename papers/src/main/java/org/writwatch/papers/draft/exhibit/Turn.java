package org.writwatch.papers.draft.exhibit;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.OptionalInt;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * How far a page has to be turned to be read. Words say it themselves: most of their letters run one way. A picture of
 * words says it by its ink (after the ascender statistics of Bloomberg, Kopec and Dasari, SPIE 2422, 1995): lines of print
 * lie across the page, and in Latin letters more ink stands above the height of an x than below the line. Where the ink is
 * not clear, nothing is said.
 */
final class Turn {
    private static final float DOTS = 100;
    private static final int STRIPS = 4;
    private static final int FEWEST_LETTERS = 20;
    private static final int FEWEST_LINES = 24;
    private static final int LOWEST = 6;
    private static final int HIGHEST = 34;

    /** How many standard errors the mean of the lines has to lie from zero. */
    private static final double CLEAR = 4;

    private static final double ACROSS = 1.1;

    private Turn() {}

    /**
     * Degrees clockwise, on top of how the page is turned already: 90, 180 or 270; 0 when it stands upright; empty when it
     * can not be told.
     *
     * @param page from 0
     * @param words whether the page holds live words
     */
    static OptionalInt of(PDDocument document, int page, boolean words) throws IOException {
        int now = document.getPage(page).getRotation();
        if (words) {
            OptionalInt run = Directions.of(document, page);
            return run.isEmpty() ? run : OptionalInt.of(Math.floorMod(run.getAsInt() - now, 360));
        }
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        renderer.setRenderingHints(
                new RenderingHints(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR));
        return of(renderer.renderImageWithDPI(page, DOTS, ImageType.GRAY));
    }

    /** Degrees clockwise by which a picture of words has to be turned, at about a hundred dots an inch. */
    static OptionalInt of(BufferedImage picture) {
        boolean[][] ink = ink(picture);
        double across = stripes(ink);
        boolean[][] turned = turned(ink);
        double down = stripes(turned);
        if (across > ACROSS * down) {
            return upDown(ink, 0);
        }
        // Turned a quarter counter-clockwise, lines that ran down the page run across.
        return down > ACROSS * across ? upDown(turned, 270) : OptionalInt.empty();
    }

    private static OptionalInt upDown(boolean[][] ink, int upright) {
        double sum = 0;
        double squares = 0;
        int lines = 0;
        for (int strip = 0; strip < STRIPS; strip++) {
            int[] rows = rows(ink, strip);
            int start = -1;
            for (int y = 0; y <= rows.length; y++) {
                boolean inked = y < rows.length && rows[y] > 0;
                if (inked && start < 0) {
                    start = y;
                } else if (!inked && start >= 0) {
                    if (y - start >= LOWEST && y - start <= HIGHEST) {
                        double more = excess(rows, start, y);
                        sum += more;
                        squares += more * more;
                        lines++;
                    }
                    start = -1;
                }
            }
        }
        double mean = sum / Math.max(1, lines);
        double error = Math.sqrt(Math.max(1e-9, squares / Math.max(1, lines) - mean * mean) / Math.max(1, lines));
        if (lines < FEWEST_LINES || Math.abs(mean) < CLEAR * error) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Math.floorMod(mean > 0 ? upright : upright + 180, 360));
    }

    /**
     * By what share of a line's ink more stands above its thick than below; the thick begins and ends where half of its
     * darkest row is reached.
     */
    private static double excess(int[] rows, int start, int end) {
        int most = 0;
        for (int y = start; y < end; y++) {
            most = Math.max(most, rows[y]);
        }
        int top = start;
        while (2 * rows[top] < most) {
            top++;
        }
        int foot = end - 1;
        while (2 * rows[foot] < most) {
            foot--;
        }
        double more = 0;
        double all = 0;
        for (int y = start; y < end; y++) {
            all += rows[y];
            more += y < top ? rows[y] : y > foot ? -rows[y] : 0;
        }
        return more / all;
    }

    /** How strongly rows of ink and rows without it take turns, strip by strip, so that a slant does not blur them. */
    private static double stripes(boolean[][] ink) {
        double sum = 0;
        for (int strip = 0; strip < STRIPS; strip++) {
            int[] rows = rows(ink, strip);
            for (int y = 1; y < rows.length; y++) {
                double step = rows[y] - rows[y - 1];
                sum += step * step;
            }
        }
        return sum;
    }

    private static int[] rows(boolean[][] ink, int strip) {
        int wide = ink[0].length;
        int from = wide * strip / STRIPS;
        int to = wide * (strip + 1) / STRIPS;
        int[] rows = new int[ink.length];
        for (int y = 0; y < ink.length; y++) {
            for (int x = from; x < to; x++) {
                rows[y] += ink[y][x] ? 1 : 0;
            }
        }
        return rows;
    }

    /** A quarter counter-clockwise: the right edge becomes the top. */
    private static boolean[][] turned(boolean[][] ink) {
        int high = ink.length;
        int wide = ink[0].length;
        boolean[][] turned = new boolean[wide][high];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                turned[wide - 1 - x][y] = ink[y][x];
            }
        }
        return turned;
    }

    /** What is dark, by the threshold that parts the grays best (Otsu, IEEE Trans. SMC 9, 1979); edges are left out. */
    private static boolean[][] ink(BufferedImage picture) {
        int edge = Math.max(1, Math.min(picture.getWidth(), picture.getHeight()) / 30);
        int wide = Math.max(STRIPS, picture.getWidth() - 2 * edge);
        int high = Math.max(STRIPS, picture.getHeight() - 2 * edge);
        int[][] gray = new int[high][wide];
        long[] counts = new long[256];
        for (int y = 0; y < high && y + edge < picture.getHeight(); y++) {
            for (int x = 0; x < wide && x + edge < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x + edge, y + edge);
                gray[y][x] = ((rgb >> 16 & 255) * 3 + (rgb >> 8 & 255) * 6 + (rgb & 255)) / 10;
                counts[gray[y][x]]++;
            }
        }
        int cut = threshold(counts);
        boolean[][] ink = new boolean[high][wide];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                ink[y][x] = gray[y][x] <= cut;
            }
        }
        return ink;
    }

    private static int threshold(long[] counts) {
        double all = 0;
        double sum = 0;
        for (int g = 0; g < counts.length; g++) {
            all += counts[g];
            sum += (double) g * counts[g];
        }
        double dark = 0;
        double darkSum = 0;
        double best = -1;
        int cut = 0;
        for (int g = 0; g < counts.length - 1; g++) {
            dark += counts[g];
            darkSum += (double) g * counts[g];
            if (dark > 0 && dark < all) {
                double apart = darkSum / dark - (sum - darkSum) / (all - dark);
                double between = dark * (all - dark) * apart * apart;
                if (between > best) {
                    best = between;
                    cut = g;
                }
            }
        }
        return cut;
    }

    /** Which way the letters of a page run. */
    private static final class Directions extends PDFTextStripper {
        private final int[] quarters = new int[4];
        private int letters;

        static OptionalInt of(PDDocument document, int page) throws IOException {
            Directions directions = new Directions();
            directions.setStartPage(page + 1);
            directions.setEndPage(page + 1);
            directions.getText(document);
            for (int q = 0; q < 4; q++) {
                if (directions.letters >= FEWEST_LETTERS && directions.quarters[q] > 0.8 * directions.letters) {
                    return OptionalInt.of(90 * q);
                }
            }
            return OptionalInt.empty();
        }

        @Override
        protected void processTextPosition(TextPosition letter) {
            letters++;
            float way = letter.getDir();
            if (way % 90 == 0) {
                quarters[Math.floorMod(Math.round(way / 90), 4)]++;
            }
        }
    }
}
