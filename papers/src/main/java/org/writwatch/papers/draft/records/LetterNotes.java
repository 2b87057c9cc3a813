package org.writwatch.papers.draft.records;

import static org.writwatch.papers.draft.records.English.say;
import static org.writwatch.papers.draft.records.English.sentence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.writwatch.facts.Source;
import org.writwatch.papers.draft.Note;

/**
 * The sources of a letter as footnotes: in full where they are first relied on, in short after that. Not shared between
 * threads.
 */
final class LetterNotes {
    private final Set<String> cited = new HashSet<>();

    List<Note> notes(List<Source> sources) {
        return English.joined(English.once(sources).stream().map(this::note).toList());
    }

    Note note(Source source) {
        if (cited.add(source.id())) {
            return new Note(Note.Kind.SOURCE, sentence(English.full(source)));
        }
        String place = source.location().isEmpty() ? "" : ", " + source.location();
        return new Note(Note.Kind.SOURCE, sentence(say("note.again", source.title()) + place));
    }
}
