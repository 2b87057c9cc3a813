package org.writwatch.papers.draft.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of one paragraph in the making. Print may break a line wherever the type changes, also inside a word; here
 * words that run across such a change are held together: a comma stays with the gap before it, and the number of a note
 * with the word it is called from.
 */
final class PrintLine {
    /** Words longer than this may be broken: an address, a hash. */
    private static final int LONGEST = 48;

    /**
     * A stretch of one type.
     *
     * @param open start tag; empty for plain words
     * @param text words, not escaped; empty when there is only {@code after}
     * @param after what stands behind the words and is no word: a break, a note
     */
    private record Piece(String open, String text, String after) {
        String xhtml() {
            return text.isEmpty() ? "" : open + XmlText.escaped(text) + (open.isEmpty() ? "" : "</span>");
        }
    }

    private final List<Piece> pieces = new ArrayList<>();

    /** Adds words of one type, to those before when the type is the same. */
    void words(String open, String text) {
        Piece last = pieces.isEmpty() ? new Piece("", "", "") : pieces.get(pieces.size() - 1);
        if (!pieces.isEmpty() && last.open().equals(open) && last.after().isEmpty()) {
            pieces.set(pieces.size() - 1, new Piece(open, last.text() + text, ""));
        } else {
            pieces.add(new Piece(open, text, ""));
        }
    }

    /** Adds the number that calls a note, and the note, which print moves away. */
    void note(String open, String number, String note) {
        pieces.add(new Piece(open, number, note));
    }

    /** Adds what parts words: a break. */
    void part(String xhtml) {
        pieces.add(new Piece("", "", xhtml));
    }

    /**
     * The paragraph's words, ready for print.
     *
     * @param indent how far the first word stands to the right, when it does
     */
    String xhtml(Optional<String> indent) {
        StringBuilder said = new StringBuilder();
        List<Piece> word = new ArrayList<>();
        boolean open = true;
        indent.ifPresent(
                i -> said.append("<span style=\"padding-left:").append(i).append("\">"));
        for (Piece piece : cut()) {
            if (!word.isEmpty() && !joins(word.get(word.size() - 1), piece)) {
                flush(word, said);
                said.append(indent.isPresent() && open ? "</span>" : "");
                open = false;
            }
            word.add(piece);
        }
        flush(word, said);
        return said.append(indent.isPresent() && open ? "</span>" : "").toString();
    }

    /** The pieces cut so that the first and the last word of each stand alone. */
    private List<Piece> cut() {
        List<Piece> cut = new ArrayList<>();
        for (Piece piece : pieces) {
            String text = piece.text();
            int first = space(text, 0, 1);
            int last = space(text, text.length() - 1, -1);
            if (first < 0) {
                cut.add(piece);
                continue;
            }
            add(cut, new Piece(piece.open(), text.substring(0, first), ""));
            add(cut, new Piece(piece.open(), text.substring(first, last + 1), ""));
            add(cut, new Piece(piece.open(), text.substring(last + 1), ""));
            if (!piece.after().isEmpty()) {
                cut.add(new Piece("", "", piece.after()));
            }
        }
        return cut;
    }

    private static void add(List<Piece> cut, Piece piece) {
        if (!piece.text().isEmpty()) {
            cut.add(piece);
        }
    }

    private static int space(String text, int from, int step) {
        for (int i = from; i >= 0 && i < text.length(); i += step) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether two pieces are parts of one word. */
    private static boolean joins(Piece before, Piece after) {
        return !before.text().isEmpty()
                && !after.text().isEmpty()
                && !Character.isWhitespace(before.text().charAt(before.text().length() - 1))
                && !Character.isWhitespace(after.text().charAt(0));
    }

    private static void flush(List<Piece> word, StringBuilder said) {
        int length = word.stream().mapToInt(p -> p.text().length()).sum();
        boolean hold = word.size() > 1 && length <= LONGEST;
        said.append(hold ? "<span class=\"k\">" : "");
        word.forEach(p -> said.append(p.xhtml()).append(hold ? "" : p.after()));
        said.append(hold ? "</span>" : "");
        if (hold) {
            word.forEach(p -> said.append(p.after()));
        }
        word.clear();
    }
}
