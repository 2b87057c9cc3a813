package org.writwatch.papers.draft.redact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Looks through documents before they are filed: live words under black boxes, Social Security numbers, A-numbers, full
 * birth dates, names of children, account numbers. It reads and never writes. Pictures of pages hold no words it could
 * read: they are counted, and a person has to look. The drafts of the program go through it like the exhibits.
 */
public final class RedactionGuard {
    private RedactionGuard() {}

    /**
     * What was seen in a document.
     *
     * @param hits each kind once a page, in the order of the pages
     * @param pictures pages without any live word, from 1, which a person has to look at
     */
    public record Look(List<Hit> hits, List<Integer> pictures) {
        public Look {
            hits = List.copyOf(hits);
            pictures = List.copyOf(pictures);
        }

        /** How many pages a person has to look at. */
        public int blind() {
            return pictures.size();
        }
    }

    /** Looks through a document. */
    public static Look look(PDDocument document, List<String> minors) throws IOException {
        List<Hit> hits = new ArrayList<>();
        List<Integer> pictures = new ArrayList<>();
        PDFTextStripper words = new PDFTextStripper();
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            words.setStartPage(page);
            words.setEndPage(page);
            // As painted, and as read: a turned page makes sense in one order only, columns in the other.
            words.setSortByPosition(false);
            String painted = words.getText(document);
            if (painted.isBlank()) {
                pictures.add(page);
                continue;
            }
            words.setSortByPosition(true);
            Set<Hit> here = new LinkedHashSet<>(WordPatterns.find(words.getText(document), page, minors));
            here.addAll(WordPatterns.find(painted, page, minors));
            hits.addAll(here);
            if (BoxReader.hides(document.getPage(page - 1))) {
                hits.add(new Hit(Hit.Kind.TEXT_UNDER_BOX, page));
            }
        }
        return new Look(hits, pictures);
    }

    /** Looks through a print of our own. */
    public static Look look(byte[] pdf, List<String> minors) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return look(document, minors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What words hold that stand on no page. */
    public static List<Hit> find(String words, List<String> minors) {
        return WordPatterns.find(words, 0, minors);
    }
}
