package org.writwatch.agreements.memo;

import java.util.List;

/**
 * How well the words of a page were read: the share of its words of three letters or more that some form prints.
 *
 * <p>Clean pages reach 0.95 to 1 (names and addresses are on no form), text layers full of "perfonn" and "tennination"
 * 0.85 to 0.95, garbage near 0.
 */
final class TextQuality {
    /** Fewer words than this say nothing about the page; a stamp or a page number over a picture has fewer. */
    static final int ENOUGH_WORDS = 25;

    /** A page below this has no usable text layer. */
    static final double USABLE = 0.5;

    /** A page below this has no words at all. */
    static final double GARBAGE = 0.2;

    /** A page at or above this could hardly be read better. */
    static final double CLEAN = 0.98;

    private TextQuality() {}

    /** The better of two readings of a page; the text layer when they are equal. */
    static TextPage better(TextPage layer, TextPage seen) {
        double layerQuality = of(layer.lines());
        double seenQuality = of(seen.lines());
        boolean fuller = seen.lines().size() > layer.lines().size();
        return seenQuality > layerQuality || (seenQuality == layerQuality && layerQuality == 0 && fuller)
                ? seen
                : layer;
    }

    /** The share of known words, 0 to 1; 0 for a page with fewer than {@link #ENOUGH_WORDS} words. */
    static double of(List<TextLine> lines) {
        Forms forms = Forms.bundled();
        int words = 0;
        int known = 0;
        for (TextLine line : lines) {
            for (String word : line.text().split(" ", -1)) {
                String letters = Fold.letters(word);
                if (letters.length() >= 3) {
                    words++;
                    known += forms.prints(letters) ? 1 : 0;
                }
            }
        }
        return words < ENOUGH_WORDS ? 0 : (double) known / words;
    }
}
