package org.writwatch.papers.draft.docx;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of text that is printed alike.
 *
 * @param text what XML can hold of what was given: line feeds kept, tabs and other controls turned into spaces
 * @param gap whether it stands in brackets
 * @param rightToLeft whether it runs from right to left
 */
record Words(String text, boolean gap, boolean rightToLeft) {
    private static final Pattern GAP = Pattern.compile("\\[[ \\p{Lu}][^\\[\\]\n]{0,200}]");

    /** The stretches of a text, at least one. */
    static List<Words> split(String given) {
        String text = XmlText.printable(given);
        List<Words> pieces = new ArrayList<>();
        Matcher gap = GAP.matcher(text);
        int from = 0;
        while (gap.find()) {
            byDirection(text.substring(from, gap.start()), false, pieces);
            byDirection(gap.group(), true, pieces);
            from = gap.end();
        }
        byDirection(text.substring(from), false, pieces);
        return pieces.isEmpty() ? List.of(new Words("", false, false)) : pieces;
    }

    private static void byDirection(String text, boolean gap, List<Words> pieces) {
        if (text.isEmpty()) {
            return;
        }
        if (!Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            pieces.add(new Words(text, gap, false));
            return;
        }
        Bidi runs = new Bidi(text, Bidi.DIRECTION_LEFT_TO_RIGHT);
        for (int i = 0; i < runs.getRunCount(); i++) {
            String run = text.substring(runs.getRunStart(i), runs.getRunLimit(i));
            pieces.add(new Words(run, gap, runs.getRunLevel(i) % 2 == 1));
        }
    }
}
