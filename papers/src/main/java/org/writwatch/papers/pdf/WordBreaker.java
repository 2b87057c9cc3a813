package org.writwatch.papers.pdf;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;

/**
 * Where a line may end: after a space, after a hyphen or dash between letters or digits, and before a slash of an
 * address. Nowhere else, so that "287(g)" and "ICE's" stay whole, and a section sign keeps its number. Not thread-safe.
 */
final class WordBreaker implements FSTextBreaker {
    private String text = "";
    private int at;

    @Override
    public void setText(String newText) {
        text = newText;
        at = 0;
    }

    @Override
    public int next() {
        if (at >= text.length()) {
            return BreakIterator.DONE;
        }
        at++;
        while (at < text.length() && !mayBreakBefore(at)) {
            at++;
        }
        return at;
    }

    private boolean mayBreakBefore(int i) {
        char before = text.charAt(i - 1);
        char after = text.charAt(i);
        if (isSpace(before)) {
            boolean section = i >= 2 && text.charAt(i - 2) == '\u00a7';
            return !isSpace(after) && !section;
        }
        boolean wordBefore = i >= 2 && Character.isLetterOrDigit(text.charAt(i - 2));
        if (before == '-' || before == '\u2013' || before == '\u2014') {
            return wordBefore && Character.isLetterOrDigit(after);
        }
        return after == '/' && before != '/' && before != ':';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }
}
