package org.writwatch.agreements.memo;

import java.util.ArrayList;
import java.util.List;

/**
 * A memorandum held against its form, word by word: what stands as the form prints it, what was added, struck, put in
 * another's place or filled in.
 *
 * <p>A word that was only read badly is no difference: it is shown as the form prints it. A line that somebody drew by hand
 * through printed words is not seen by reading, and no reading proves a word absent from a bad scan: such differences are
 * marked as unsure and have to be checked on the page.
 *
 * @param sections in the order of the form
 */
public record Redline(List<Section> sections) {
    public Redline {
        sections = List.copyOf(sections);
    }

    /** What became of a run of words. */
    public enum Kind {
        /** As the form prints it. */
        SAME,
        /** In the memorandum, not in the form. */
        ADDED,
        /** In the form, not in the memorandum. */
        STRUCK,
        /** Put into a blank of the form; without words when the blank was left empty. */
        FILLED
    }

    /**
     * A run of words of one kind.
     *
     * @param text single spaces between the words
     * @param page where it stands, from 1; for struck words, where they would stand
     * @param sure false where the difference may be nothing but a misreading
     * @param blank which blank of the form was filled: "agency", "contact", "signatures"; empty for all else
     */
    public record Piece(Kind kind, String text, int page, boolean sure, String blank) {
        public Piece {
            if (page < 1 || (text.isBlank() && kind != Kind.FILLED)) {
                throw new IllegalArgumentException("a run has words and a page: " + kind + " p. " + page);
            }
        }
    }

    /** One paragraph of the form, or an added one. */
    public record Paragraph(List<Piece> pieces) {
        public Paragraph {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * One clause.
     *
     * @param clause its number, "IV.C"
     * @param heading with its own number
     * @param paragraphs heading left out; none where the form has a heading alone
     */
    public record Section(String clause, String heading, List<Paragraph> paragraphs) {
        public Section {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** Every difference, in the order of the form; struck words with others at their place are one change. */
    public List<Departure> departures() {
        List<Departure> all = new ArrayList<>();
        for (Section section : sections) {
            for (Paragraph paragraph : section.paragraphs()) {
                List<Piece> pieces = paragraph.pieces();
                for (int i = 0; i < pieces.size(); i++) {
                    Piece p = pieces.get(i);
                    Piece next = pieces.get(Math.min(i + 1, pieces.size() - 1));
                    if (p.kind() == Kind.STRUCK && next.kind() == Kind.ADDED) {
                        all.add(departure(section, Departure.Kind.CHANGED, p, next.page(), p.text(), next.text()));
                        i++;
                    } else if (p.kind() == Kind.STRUCK) {
                        all.add(departure(section, Departure.Kind.STRUCK, p, p.page(), p.text(), ""));
                    } else if (p.kind() == Kind.ADDED) {
                        all.add(departure(section, Departure.Kind.ADDED, p, p.page(), "", p.text()));
                    } else if (p.kind() == Kind.FILLED) {
                        all.add(departure(section, Departure.Kind.FILLED, p, p.page(), "", p.text()));
                    }
                }
            }
        }
        return all;
    }

    private static Departure departure(
            Section section, Departure.Kind kind, Piece piece, int page, String form, String read) {
        return new Departure(kind, section.clause(), page, form, read, piece.sure());
    }
}
