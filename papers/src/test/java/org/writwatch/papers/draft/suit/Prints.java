package org.writwatch.papers.draft.suit;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;

/** What a reader other than ours finds in a print. */
final class Prints {
    private Prints() {}

    /** The words of every page, lines joined by spaces. */
    static String words(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of each page between its margins. */
    static List<String> bodies(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> bodies = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                PDFTextStripperByArea area = new PDFTextStripperByArea();
                area.addRegion("body", new Rectangle2D.Double(0, 55, 612, 792 - 55 - 55));
                area.extractRegions(page);
                bodies.add(area.getTextForRegion("body"));
            }
            return bodies;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page, from 0, on which the text after the tables of a memorandum begins. */
    static int pageAfterTables(List<String> pages) {
        for (int p = pages.size() - 1; p >= 0; p--) {
            if (pages.get(p).contains("The matter in one line:")) {
                return p;
            }
        }
        throw new IllegalStateException("no text after the tables");
    }

    /** What stands on that page after the tables. */
    static String afterTables(String page) {
        return page.substring(page.indexOf("The matter in one line:"));
    }
}
