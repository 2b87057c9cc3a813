package org.writwatch.agreements.memo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** Prints memoranda of invented agencies on the known forms, as PDFs, so that what must be read is known. */
final class MemoPdf {
    private static final int LINES_A_PAGE = 48;
    private static final int LINE_CHARS = 95;

    private final String template;
    private String agency = "Example County Sheriff's Office";
    private String footer = "";
    private UnaryOperator<String> change = text -> text;
    private List<String> signatures = List.of("For the LEA:~For ICE:", "Date: 3/18/2025~Date: March 26, 2025");

    private MemoPdf(String template) {
        this.template = template;
    }

    static MemoPdf on(String template) {
        return new MemoPdf(template);
    }

    /** Pages that are pictures: a grey gradient each, without a word of text. */
    static Scan scan(int pages) {
        return new Scan(pages);
    }

    record Scan(int pages) {
        byte[] bytes() throws IOException {
            try (PDDocument document = new PDDocument()) {
                for (int i = 0; i < pages; i++) {
                    PDPage leaf = new PDPage(PDRectangle.LETTER);
                    document.addPage(leaf);
                    BufferedImage picture = new BufferedImage(850, 1100, BufferedImage.TYPE_BYTE_GRAY);
                    try (PDPageContentStream out = new PDPageContentStream(document, leaf)) {
                        out.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0, 612, 792);
                    }
                }
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                document.save(out);
                return out.toByteArray();
            }
        }
    }

    MemoPdf agency(String name) {
        this.agency = name;
        return this;
    }

    MemoPdf revised(String mark) {
        this.footer = mark.isEmpty() ? "" : "Revised " + mark;
        return this;
    }

    /** Changes the text before it is printed: strikes, adds, garbles. */
    MemoPdf changed(UnaryOperator<String> how) {
        this.change = how;
        return this;
    }

    /** Lines of the signature block; "~" parts the two columns. */
    MemoPdf signed(String... lines) {
        this.signatures = List.of(lines);
        return this;
    }

    byte[] bytes() throws IOException {
        try (PDDocument document = new PDDocument()) {
            print(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    void print(PDDocument document) throws IOException {
        List<String> lines = lines();
        PDFont font = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);
        for (int from = 0, page = 1; from < lines.size(); from += LINES_A_PAGE, page++) {
            PDPage leaf = new PDPage(PDRectangle.LETTER);
            document.addPage(leaf);
            try (PDPageContentStream out = new PDPageContentStream(document, leaf)) {
                int y = 720;
                for (String line : lines.subList(from, Math.min(lines.size(), from + LINES_A_PAGE))) {
                    String[] columns = line.split("~", -1);
                    show(out, font, 72, y, columns[0]);
                    if (columns.length > 1) {
                        show(out, font, 330, y, columns[1]);
                    }
                    y -= 13;
                }
                show(out, font, 72, 40, agency);
                show(out, font, 300, 40, String.valueOf(page));
                show(out, font, 450, 40, footer);
            }
        }
    }

    private static void show(PDPageContentStream out, PDFont font, float x, float y, String text) throws IOException {
        out.beginText();
        out.setFont(font, 11);
        out.newLineAtOffset(x, y);
        out.showText(text);
        out.endText();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        String text = Forms.text("forms/" + template + ".txt");
        for (String paragraph : change.apply(text).split("\n", -1)) {
            if (paragraph.startsWith("#") || paragraph.isBlank()) {
                continue;
            }
            if (paragraph.equals("{signatures}")) {
                lines.addAll(signatures);
                continue;
            }
            String plain = paragraph
                    .replaceFirst("^= [^|]*\\| ", "")
                    .replaceAll("\\[\\[[a-z0-9-]+\\| ?|]]", "")
                    .replace("{agency}", agency)
                    .replaceAll("\\{[a-z]+}", "Somewhere");
            wrap(plain, lines);
        }
        return lines;
    }

    private static void wrap(String paragraph, List<String> lines) {
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split(" ", -1)) {
            if (line.length() + word.length() + 1 > LINE_CHARS) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
    }
}
