package org.writwatch.papers.draft.records;

import static org.writwatch.papers.draft.records.English.say;
import static org.writwatch.papers.draft.records.English.sentence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.writwatch.facts.Source;
import org.writwatch.papers.draft.Note;

/**
 * The exhibits of one filing: those that a lawyer attached keep their letters, the others are lettered in the order they
 * are first relied on. Not shared between threads.
 */
final class Exhibits {
    /** Title by what is cited: the id of a source, or the words of a document of the signer's. */
    private final Map<String, String> titles = new LinkedHashMap<>();

    Exhibits(List<String> attached) {
        for (String title : attached) {
            String key = "document " + title;
            titles.put(titles.containsKey(key) ? key + " " + titles.size() : key, sentence(title));
        }
    }

    /** One exhibit: its letter and what it is. */
    record Exhibit(String letter, String title) {}

    List<Note> notes(List<Source> sources) {
        return English.joined(English.once(sources).stream().map(this::note).toList());
    }

    Note note(Source source) {
        String title = sentence(English.full(source.at("")))
                + source.sha256()
                        .map(h -> "\n" + say("exhibit.hash", grouped(h)))
                        .orElse("");
        String letter = letter("source " + source.id(), title);
        String cite = source.location().isEmpty()
                ? say("exhibit.cite", letter)
                : say("exhibit.cite-at", letter, source.location());
        return new Note(Note.Kind.EXHIBIT, sentence(cite));
    }

    /** Hash digits in groups of eight, so that two can be compared by eye. */
    private static String grouped(String hash) {
        return String.join(" ", hash.split("(?<=\\G.{8})", -1)).strip();
    }

    /** A document of the signer's, or the signer's own word when there is none. */
    Note note(Event event) {
        return event.exhibit()
                .map(e -> letter("document " + e, sentence(e)))
                .map(l -> new Note(
                        Note.Kind.EXHIBIT,
                        sentence(event.place()
                                .map(p -> say("exhibit.cite-at", l, p))
                                .orElseGet(() -> say("exhibit.cite", l)))))
                .orElseGet(Exhibits::signer);
    }

    static Note signer() {
        return new Note(Note.Kind.SIGNER, say("note.signer"));
    }

    /** What stands in the list when the matter names no document: a gap, so that no heading stands alone. */
    static Exhibit none() {
        return new Exhibit("[ ]", say("exhibit.none"));
    }

    List<Exhibit> list() {
        List<Exhibit> all = new ArrayList<>();
        int at = 0;
        for (String title : titles.values()) {
            all.add(new Exhibit(Letters.letter(at), title));
            at++;
        }
        return all;
    }

    private String letter(String key, String title) {
        titles.putIfAbsent(key, title);
        return Letters.letter(new ArrayList<>(titles.keySet()).indexOf(key));
    }
}
