package org.writwatch.agreements.memo;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * The pages of a PDF as words, read within bounds.
 *
 * <p>A file is refused, with what to do about it, when it is no PDF, locked, damaged, a portfolio, longer than any
 * memorandum, or packed so that it would fill the memory. Scripts and attached files are never run or opened, only
 * reported. Filled form fields and signature stamps are read with the page they stand on.
 */
final class PdfFile {
    static final int MAX_BYTES = 96 << 20;
    static final int MAX_PAGES = 150;

    /** Points of white between two words after which they stand in two columns (signature blocks). */
    static final double COLUMN_GAP = 36;

    /** A letter page scanned at 75 dots per inch, the coarsest that could be read, has 526,000. */
    private static final long PAGE_PIXELS = 500_000;

    /** More curves than this on a page of type are handwriting. */
    private static final int SIGNATURE_CURVES = 12;

    private static final Set<String> CURVES = Set.of("c", "v", "y");

    private static final long MAX_OPERATORS = 3_000_000;

    /** Drawings placed on all pages together; one that places itself twice would never end. */
    private static final int MAX_PLACED = 20_000;

    /**
     * What was read.
     *
     * @param pages from the text layer
     * @param pictures numbers of the pages that are, or are covered by, a picture
     * @param unmapped numbers of the pages with letters that the file gives no meaning to
     * @param drawn numbers of the pages with a picture, a stamp or free curves on them, as signatures are
     * @param script whether the file carries a script that runs when it is opened
     * @param attachment whether another file is packed inside
     */
    record Content(
            List<TextPage> pages,
            Set<Integer> pictures,
            Set<Integer> unmapped,
            Set<Integer> drawn,
            boolean script,
            boolean attachment) {}

    /** PDFBox reports every oddity of a file; what matters of it is in our own answer. */
    private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");

    private static final Logger FONTBOX = Logger.getLogger("org.apache.fontbox");

    private PdfFile() {}

    /** Reads the text layer of every page; pages without one come back empty. */
    static Content read(String file, byte[] bytes) {
        checkBytes(file, bytes);
        PDFBOX.setLevel(Level.OFF);
        FONTBOX.setLevel(Level.OFF);
        OneFont.install();
        try (PDDocument document = Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            checkDocument(file, document);
            COSDictionary root = document.getDocumentCatalog().getCOSObject();
            List<TextPage> pages = new ArrayList<>();
            Set<Integer> pictures = new TreeSet<>();
            Set<Integer> unmapped = new TreeSet<>();
            Set<Integer> drawn = new TreeSet<>();
            Lines lines = new Lines();
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                pages.add(lines.read(document, i));
                if (lines.unmapped) {
                    unmapped.add(i + 1);
                }
                if (lines.curves > SIGNATURE_CURVES || hasObjects(document.getPage(i))) {
                    drawn.add(i + 1);
                }
                if (isPicture(document.getPage(i))) {
                    pictures.add(i + 1);
                }
            }
            return new Content(pages, pictures, unmapped, drawn, hasScript(root), hasAttachment(root));
        } catch (InvalidPasswordException e) {
            throw Problems.bad(file, "locked", "open-pdf", "locked-remedy");
        } catch (TooMuch e) {
            throw Problems.bad(file, "bomb", "bounded", "bomb-remedy");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            if (e instanceof org.writwatch.facts.problem.Problem p) {
                throw p;
            }
            throw Problems.bad(file, "damaged", "open-pdf", "damaged-remedy");
        }
    }

    private static void checkBytes(String file, byte[] bytes) {
        if (bytes.length == 0) {
            throw Problems.bad(file, "empty", "open-pdf", "download-remedy");
        }
        if (bytes.length > MAX_BYTES) {
            throw Problems.bad(file, "too-large", "bounded", "bomb-remedy", bytes.length >> 20);
        }
        String head = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
        if (!head.contains("%PDF-")) {
            String start = head.stripLeading().toLowerCase(Locale.ROOT);
            boolean html = start.startsWith("<!doctype html") || start.startsWith("<html") || start.contains("<head");
            throw Problems.bad(file, html ? "html" : "not-pdf", "open-pdf", "download-remedy");
        }
        if (StreamBounds.unpacked(bytes) > StreamBounds.ALL_STREAMS) {
            throw Problems.bad(file, "bomb", "bounded", "bomb-remedy");
        }
    }

    private static void checkDocument(String file, PDDocument document) {
        int pages = document.getNumberOfPages();
        if (document.getDocumentCatalog().getCOSObject().containsKey(COSName.getPDFName("Collection"))) {
            throw Problems.bad(file, "portfolio", "open-pdf", "portfolio-remedy");
        }
        if (pages == 0) {
            throw Problems.bad(file, "no-pages", "open-pdf", "download-remedy");
        }
        if (pages > MAX_PAGES) {
            throw Problems.bad(file, "many-pages", "few-pages", "many-pages-remedy", pages);
        }
    }

    /** Whether one picture of the page is large enough to be the page, scanned: told from its stated size alone. */
    private static boolean isPicture(PDPage page) {
        COSDictionary objects = page.getResources() == null
                ? null
                : page.getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
        if (objects == null) {
            return false;
        }
        for (COSName name : objects.keySet()) {
            if (objects.getDictionaryObject(name) instanceof COSDictionary o
                    && COSName.IMAGE.equals(o.getCOSName(COSName.SUBTYPE))
                    && o.getLong(COSName.WIDTH) * o.getLong(COSName.HEIGHT) > PAGE_PIXELS) {
                return true;
            }
        }
        return false;
    }

    /** Whether anything that could be a signature is placed on the page: a picture, a form, a stamp. */
    private static boolean hasObjects(PDPage page) throws IOException {
        COSDictionary objects = page.getResources() == null
                ? null
                : page.getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
        return (objects != null && objects.size() > 0) || !page.getAnnotations().isEmpty();
    }

    private static boolean hasScript(COSDictionary root) {
        COSDictionary names = root.getCOSDictionary(COSName.NAMES);
        boolean named = names != null && names.containsKey(COSName.getPDFName("JavaScript"));
        COSBase open = root.getDictionaryObject(COSName.OPEN_ACTION);
        return named || (open instanceof COSDictionary d && "JavaScript".equals(d.getNameAsString(COSName.S)));
    }

    private static boolean hasAttachment(COSDictionary root) {
        COSDictionary names = root.getCOSDictionary(COSName.NAMES);
        return names != null && names.containsKey(COSName.EMBEDDED_FILES);
    }

    /** Thrown from inside the page walk when a page would never end. */
    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Collects the lines of a page in reading order with their places. */
    private static final class Lines extends PDFTextStripper {
        private final List<TextLine> lines = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private Optional<TextPosition> first = Optional.empty();
        private double right;
        private long operators;
        private int placed;
        private boolean stamped;
        private boolean unmapped;
        private int curves;

        Lines() throws IOException {
            setSortByPosition(true);
        }

        TextPage read(PDDocument document, int index) throws IOException {
            lines.clear();
            unmapped = false;
            curves = 0;
            setStartPage(index + 1);
            setEndPage(index + 1);
            writeText(document, new StringWriter());
            flush();
            double height = Math.max(1, document.getPage(index).getCropBox().getHeight());
            return new TextPage(index + 1, height, lines, false);
        }

        @Override
        public void processPage(PDPage page) throws IOException {
            flush();
            stamped = false;
            super.processPage(page);
        }

        /** What is stamped on the page is read first, before the page can leave its own coordinates behind. */
        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            placed += operator.getName().equals("Do") ? 1 : 0;
            if (++operators > MAX_OPERATORS || placed > MAX_PLACED) {
                throw new TooMuch();
            }
            curves += CURVES.contains(operator.getName()) ? 1 : 0;
            if (!stamped) {
                stamped = true;
                for (PDAnnotation annotation : getCurrentPage().getAnnotations()) {
                    if (!annotation.isHidden() && !annotation.isNoView()) {
                        showAnnotation(annotation);
                    }
                }
            }
            super.processOperator(operator, operands);
        }

        /** A letter of a composite font without a meaning is passed over by the text, but not in silence. */
        @Override
        protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
            unmapped |= font instanceof PDType0Font && font.toUnicode(code) == null;
            super.showGlyph(matrix, font, code, displacement);
        }

        /** Rules to write on are no words, and would cut a stamp on top of them into pieces. */
        @Override
        protected void processTextPosition(TextPosition text) {
            if (!"_".equals(text.getUnicode())) {
                super.processTextPosition(text);
            }
        }

        /** Called for each run of a line; runs hold spaces of their own, so words are cut here, by what is white. */
        @Override
        protected void writeString(String run, List<TextPosition> positions) {
            int from = 0;
            for (int i = 0; i <= positions.size(); i++) {
                boolean white =
                        i == positions.size() || positions.get(i).getUnicode().isBlank();
                if (white) {
                    if (i > from) {
                        word(positions.subList(from, i));
                    }
                    from = i + 1;
                }
            }
        }

        private void word(List<TextPosition> glyphs) {
            StringBuilder raw = new StringBuilder();
            glyphs.forEach(g -> raw.append(g.getUnicode()));
            String clean = mended(Normalizer.normalize(raw, Normalizer.Form.NFKC));
            if (clean.isEmpty()) {
                return;
            }
            double left = glyphs.get(0).getXDirAdj();
            if (!text.isEmpty() && (left > right + COLUMN_GAP || SignatureBlock.isLabel(clean))) {
                flush();
            }
            if (text.isEmpty()) {
                first = Optional.of(glyphs.get(0));
            }
            text.append(text.isEmpty() ? "" : " ").append(clean);
            TextPosition last = glyphs.get(glyphs.size() - 1);
            right = last.getXDirAdj() + last.getWidthDirAdj();
        }

        @Override
        protected void writeLineSeparator() {
            flush();
        }

        private static String mended(String word) {
            StringBuilder out = new StringBuilder();
            for (String part : word.replace('\u00a0', ' ').split(" ", -1)) {
                String mended = GlyphShift.mend(part).replaceAll("\\p{Cntrl}", "");
                if (!mended.isBlank()) {
                    out.append(out.isEmpty() ? "" : " ").append(mended.strip());
                }
            }
            return out.toString();
        }

        private void flush() {
            if (!text.isEmpty() && first.isPresent()) {
                TextPosition p = first.get();
                lines.add(new TextLine(text.toString(), p.getXDirAdj(), p.getYDirAdj(), right - p.getXDirAdj()));
            }
            text.setLength(0);
            first = Optional.empty();
        }
    }
}
