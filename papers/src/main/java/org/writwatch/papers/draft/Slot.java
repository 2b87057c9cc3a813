package org.writwatch.papers.draft;

import java.util.List;

/** The value of one field of a template. */
public sealed interface Slot {
    /**
     * Words, printed where the field stands; their notes follow as footnotes. A part in [BRACKETS] is a gap for the
     * signer to fill or a flag for the lawyer to clear, and is printed so that nobody overlooks it. A line feed starts a
     * new line.
     *
     * @param text printed as it is, never read as XML, HTML, a formula or a field; may be empty when there are notes
     * @param notes what proves it, in order
     */
    record Words(String text, List<Note> notes) implements Slot {
        public Words {
            notes = List.copyOf(notes);
        }
    }

    /** Whether a part of the template is printed. */
    record Flag(boolean on) implements Slot {}

    /** A part of the template printed once for each row; a row sees its own fields and those around it. */
    record Rows(List<Fields> rows) implements Slot {
        public Rows {
            rows = List.copyOf(rows);
        }
    }
}
