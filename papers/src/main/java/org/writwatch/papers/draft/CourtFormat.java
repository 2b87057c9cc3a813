package org.writwatch.papers.draft;

import java.util.Optional;

/**
 * The form a court asks for, as data. None of it is trusted more than its flag.
 *
 * @param court whose form it is, in words
 * @param font family of the type: "Times New Roman" or "Arial", for which print has letters of the same width
 * @param points size of the type, in points
 * @param leading distance of the lines of a pleading, in points, exact when lines are numbered
 * @param top margin, in twentieths of a point
 * @param bottom margin, in twentieths of a point
 * @param left margin, in twentieths of a point
 * @param right margin, in twentieths of a point
 * @param numbered how many lines are numbered on each page; 0 for none
 * @param words most words of a memorandum, where the court counts words
 * @param pages most pages of a memorandum, where the court counts pages
 * @param verified whether it was read in a source
 */
public record CourtFormat(
        String court,
        String font,
        int points,
        int leading,
        int top,
        int bottom,
        int left,
        int right,
        int numbered,
        Optional<Integer> words,
        Optional<Integer> pages,
        boolean verified) {
    public CourtFormat {
        if (!font.equals("Times New Roman") && !font.equals("Arial")) {
            throw new IllegalArgumentException("no letters of this width to print with: " + font);
        }
        if (points < 8 || points > 20 || leading < points || numbered < 0) {
            throw new IllegalArgumentException("no court asks for this: " + court);
        }
    }
}
