package org.writwatch.agreements.memo;

/**
 * One printed line of a page.
 *
 * @param text its words, single spaces between
 * @param x left edge in points (1/72 inch) from the left of the page
 * @param y baseline in points from the top of the page
 * @param width in points
 */
public record TextLine(String text, double x, double y, double width) {
    public TextLine {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a line has words");
        }
    }
}
