package org.writwatch.agreements.memo;

import java.util.List;

/**
 * The words of one page, in reading order.
 *
 * @param number page of the file, from 1
 * @param height of the page in points (1/72 inch)
 * @param lines from top to bottom; empty for a page with nothing readable on it
 * @param ocr whether the words were recognised from a picture of the page, not taken from its text layer
 */
public record TextPage(int number, double height, List<TextLine> lines, boolean ocr) {
    public TextPage {
        lines = List.copyOf(lines);
        if (number < 1 || !(height > 0)) {
            throw new IllegalArgumentException("a page has a number from 1 and a height: " + number + ", " + height);
        }
    }
}
