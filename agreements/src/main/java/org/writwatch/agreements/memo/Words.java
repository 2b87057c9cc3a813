package org.writwatch.agreements.memo;

import java.util.ArrayList;
import java.util.List;

/**
 * A memorandum as one run of words, page by page, with what repeats at the edge of every page (agency, page number,
 * revision mark) set apart.
 */
final class Words {
    private static final int EDGE_LINES = 4;
    private static final double BOTTOM = 0.86;
    private static final double TOP = 0.07;

    private final List<Token> tokens = new ArrayList<>();
    private final List<TextLine> edges = new ArrayList<>();
    private final List<TextLine> lines = new ArrayList<>();

    private Words() {}

    static Words of(List<TextPage> pages) {
        Words words = new Words();
        List<List<TextLine>> candidates = pages.stream().map(Words::edgeLines).toList();
        for (int p = 0; p < pages.size(); p++) {
            for (TextLine line : pages.get(p).lines()) {
                if (candidates.get(p).contains(line) && repeats(line, p, candidates)) {
                    words.edges.add(line);
                } else {
                    words.add(line, pages.get(p).number());
                }
            }
        }
        return words;
    }

    /** The words in reading order, without the edges. */
    List<Token> tokens() {
        return tokens;
    }

    /** Lines found at the edge of the pages. */
    List<TextLine> edges() {
        return edges;
    }

    /** The line a token stands in, by {@link Token#line}. */
    TextLine line(int number) {
        return lines.get(number);
    }

    private void add(TextLine line, int page) {
        for (String word : line.text().split(" ", -1)) {
            if (!word.isEmpty()) {
                tokens.add(new Token(word, Fold.key(word), page, lines.size()));
            }
        }
        lines.add(line);
    }

    private static List<TextLine> edgeLines(TextPage page) {
        List<TextLine> lines = page.lines();
        List<TextLine> edge = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            double y = lines.get(i).y() / page.height();
            if ((i >= lines.size() - EDGE_LINES && y > BOTTOM) || (i < 2 && y < TOP)) {
                edge.add(lines.get(i));
            }
        }
        // The last line of a scan may sit higher when the page was cut or tilted.
        if (!lines.isEmpty() && !edge.contains(lines.get(lines.size() - 1))) {
            edge.add(lines.get(lines.size() - 1));
        }
        return edge;
    }

    private static boolean repeats(TextLine line, int page, List<List<TextLine>> candidates) {
        String text = line.text();
        if (Revision.marks(text) || text.strip().length() <= 2) {
            return true;
        }
        String key = edgeKey(text);
        if (key.isEmpty() || key.length() > 90) {
            return key.isEmpty();
        }
        int others = 0;
        for (int p = 0; p < candidates.size(); p++) {
            if (p != page && candidates.get(p).stream().anyMatch(l -> Fold.alike(key, edgeKey(l.text())))) {
                others++;
            }
        }
        return others >= 2;
    }

    private static String edgeKey(String text) {
        return Fold.key(text).replaceAll("[0-9]", "");
    }
}
