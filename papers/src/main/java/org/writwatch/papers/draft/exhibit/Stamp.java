package org.writwatch.papers.draft.exhibit;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.writwatch.papers.draft.records.English;

/** What is put on the pages of exhibits: cover sheets, numbers, marks. Not shared between threads. */
final class Stamp {
    private static final float SIZE = 9;
    private static final float MARGIN = 18;

    private final PDDocument book;
    private final PDType0Font font;

    Stamp(PDDocument book, PDType0Font font) {
        this.book = book;
        this.font = font;
    }

    /** The sheet before an exhibit; in its place when it is left out. */
    PDPage cover(String letter, String title, List<String> why) throws IOException {
        PDPage page = new PDPage(PDRectangle.LETTER);
        try (PDPageContentStream to = new PDPageContentStream(book, page)) {
            line(to, English.say("exhibit.cover", letter).toUpperCase(Locale.ROOT), 28, 500);
            float at = 450;
            for (String part : wrapped(title, 60)) {
                line(to, part, 14, at);
                at -= 20;
            }
            for (String reason : why) {
                at -= 20;
                for (String part : wrapped(reason, 75)) {
                    line(to, part, 12, at);
                    at -= 16;
                }
            }
        }
        return page;
    }

    private void line(PDPageContentStream to, String words, float size, float y) throws IOException {
        String said = printable(words);
        float width = font.getStringWidth(said) / 1000 * size;
        to.beginText();
        to.setFont(font, size);
        to.newLineAtOffset(Math.max(36, (PDRectangle.LETTER.getWidth() - width) / 2), y);
        to.showText(said);
        to.endText();
    }

    /** Letters that the font lacks become question marks: a cover sheet never fails on a name. */
    private String printable(String words) {
        StringBuilder said = new StringBuilder();
        words.codePoints().filter(c -> c >= ' ').forEach(c -> {
            String letter = Character.toString(c);
            try {
                font.encode(letter);
                said.append(letter);
            } catch (IOException | IllegalArgumentException e) {
                said.append('?');
            }
        });
        return said.toString();
    }

    private static List<String> wrapped(String words, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split("\\s+", -1)) {
            String piece = word.length() > width ? word.substring(0, width - 1) + "…" : word;
            if (line.length() + piece.length() + 1 > width && line.length() > 0) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(piece);
        }
        lines.add(line.toString());
        return lines.subList(0, Math.min(lines.size(), 16));
    }

    /** The number of a page, at the foot on the right as the page is read, whichever way it is turned. */
    void number(PDPage page, int number) throws IOException {
        String said = String.format(Locale.ROOT, "EX %06d", number);
        PDRectangle box = page.getCropBox();
        int turn = Math.floorMod(page.getRotation(), 360);
        boolean side = turn == 90 || turn == 270;
        float wide = side ? box.getHeight() : box.getWidth();
        float width = font.getStringWidth(said) / 1000 * SIZE;
        try (PDPageContentStream to = new PDPageContentStream(book, page, AppendMode.APPEND, true, true)) {
            to.transform(upright(box, turn));
            to.setNonStrokingColor(Color.WHITE);
            to.addRect(wide - MARGIN - width - 3, MARGIN - 4, width + 6, SIZE + 5);
            to.fill();
            to.setNonStrokingColor(Color.BLACK);
            to.beginText();
            to.setFont(font, SIZE);
            to.newLineAtOffset(wide - MARGIN - width, MARGIN);
            to.showText(said);
            to.endText();
        }
    }

    /** From the page as it is read to the page as it is stored. */
    private static Matrix upright(PDRectangle box, int turn) {
        float x = box.getLowerLeftX();
        float y = box.getLowerLeftY();
        return switch (turn) {
            case 90 -> new Matrix(0, 1, -1, 0, x + box.getWidth(), y);
            case 180 -> new Matrix(-1, 0, 0, -1, x + box.getWidth(), y + box.getHeight());
            case 270 -> new Matrix(0, -1, 1, 0, x, y + box.getHeight());
            default -> new Matrix(1, 0, 0, 1, x, y);
        };
    }

    /** Marks words on a page; a bar beside the page where the words are not named or not found. */
    void mark(PDPage page, List<String> words) throws IOException {
        List<PDRectangle> boxes = new ArrayList<>();
        boolean bar = false;
        for (String wanted : words) {
            List<PDRectangle> found = wanted.isBlank() ? List.of() : Finder.find(book, page, wanted);
            boxes.addAll(found);
            bar |= found.isEmpty();
        }
        PDRectangle crop = page.getCropBox();
        if (bar) {
            boxes.add(new PDRectangle(crop.getLowerLeftX() + 6, crop.getLowerLeftY() + 40, 5, crop.getHeight() - 80));
        }
        try (PDPageContentStream to = new PDPageContentStream(book, page, AppendMode.APPEND, true, true)) {
            PDExtendedGraphicsState multiply = new PDExtendedGraphicsState();
            multiply.setBlendMode(BlendMode.MULTIPLY);
            to.setGraphicsStateParameters(multiply);
            to.setNonStrokingColor(new Color(255, 240, 120));
            for (PDRectangle box : boxes) {
                to.addRect(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
            }
            to.fill();
        }
    }

    /** A picture on a letter page, which lies on its side when the picture is wide. */
    PDPage picture(PDDocument document, PDImageXObject image) throws IOException {
        boolean wide = image.getWidth() > image.getHeight();
        PDPage page = new PDPage(wide ? new PDRectangle(11 * 72, 8.5f * 72) : PDRectangle.LETTER);
        PDRectangle box = page.getMediaBox();
        float scale = Math.min((box.getWidth() - 72) / image.getWidth(), (box.getHeight() - 72) / image.getHeight());
        try (PDPageContentStream to = new PDPageContentStream(document, page)) {
            to.drawImage(image, 36, 36, image.getWidth() * scale, image.getHeight() * scale);
        }
        return page;
    }

    /** Where words stand on a page, however its lines are broken. */
    private static final class Finder extends PDFTextStripper {
        private final StringBuilder said = new StringBuilder();
        private final List<TextPosition> at = new ArrayList<>();

        static List<PDRectangle> find(PDDocument book, PDPage page, String words) throws IOException {
            Finder finder = new Finder();
            int number = book.getPages().indexOf(page) + 1;
            finder.setStartPage(number);
            finder.setEndPage(number);
            finder.getText(book);
            String wanted = words.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
            int from = finder.said.indexOf(wanted);
            List<PDRectangle> boxes = new ArrayList<>();
            PDRectangle crop = page.getCropBox();
            for (int i = from; from >= 0 && i < from + wanted.length(); i++) {
                TextPosition letter = finder.at.get(i);
                float size = Math.max(letter.getHeightDir(), letter.getFontSizeInPt() * 0.7f);
                Matrix m = letter.getTextMatrix();
                boxes.add(new PDRectangle(
                        Math.max(crop.getLowerLeftX(), m.getTranslateX()),
                        m.getTranslateY() - size * 0.25f,
                        Math.max(1, letter.getWidth()),
                        size * 1.35f));
            }
            return boxes;
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            for (TextPosition letter : positions) {
                String one = letter.getUnicode().replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
                for (int i = 0; i < one.length(); i++) {
                    said.append(one.charAt(i));
                    at.add(letter);
                }
            }
        }
    }
}
