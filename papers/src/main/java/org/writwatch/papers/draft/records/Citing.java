package org.writwatch.papers.draft.records;

import java.util.List;
import org.writwatch.facts.Source;
import org.writwatch.papers.draft.Note;

/** How a paper cites its sources: a letter in full, a pleading by exhibit. */
interface Citing {
    /** Footnotes for these sources, each once and in a fixed order. */
    List<Note> notes(List<Source> sources);
}
