package org.writwatch.papers.draft.suit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.writwatch.facts.UsState;
import org.writwatch.law.matter.FactTable;
import org.writwatch.law.matter.Matter.Value;
import org.writwatch.papers.draft.Fields;
import org.writwatch.papers.draft.Note;
import org.writwatch.papers.draft.records.DraftData;
import org.writwatch.papers.draft.records.English;
import org.writwatch.papers.draft.records.Letters;

/**
 * The facts of a matter as sentences, each with what proves it: the page of an exhibit, or else the signer's own word. The
 * sentences stand in {@code statements.properties}; a fact that is unknown says nothing.
 */
public final class Statements {
    private static final class Read {
        private static final Properties WORDS = DraftData.read("statements.properties");
    }

    private final List<Statement> all;

    private Statements(List<Statement> all) {
        this.all = all;
    }

    /** Where a sentence belongs. */
    public enum Part {
        /** Who sues. */
        PARTY,
        FACTS,
        /** What a court asks and a letter does not say. */
        SUIT,
        /** Request, answer, steps before suit. */
        DEMAND,
        /** Stands against the claim: told to the lawyer, never alleged. */
        AGAINST,
        /** What the lawyer means to do. */
        PLAN
    }

    /**
     * One fact as a sentence.
     *
     * @param fact id of the fact
     * @param part where it belongs
     * @param text the sentence
     * @param day the day it tells of
     * @param notes what proves it
     */
    public record Statement(String fact, Part part, String text, Optional<LocalDate> day, List<Note> notes) {}

    /** Says the facts of a matter, in the order of the table of facts; those with a day in the order of their days. */
    static Statements of(SuitInputs in, String petitioner, String agency) {
        List<Statement> said = new ArrayList<>();
        for (FactTable.Entry entry : in.law().facts().list()) {
            in.matter()
                    .find(entry.id())
                    .flatMap(v -> say(entry.id(), v, petitioner, agency, in.filing()))
                    .ifPresent(said::add);
        }
        return new Statements(said);
    }

    /** The sentence of one fact. */
    private static Optional<Statement> say(String fact, Value value, String petitioner, String agency, Filing filing) {
        String form = form(value);
        String found = Optional.ofNullable(Read.WORDS.getProperty(fact + "." + form))
                .orElse(Read.WORDS.getProperty(fact + ".any", ""));
        int bar = found.indexOf('|');
        if (bar < 0) {
            throw new IllegalStateException("no sentence for " + fact + " " + form);
        }
        String words = found.substring(bar + 1);
        if (value instanceof Value.On on) {
            words = words.replace("$D", English.say(on.day()));
        } else if (value instanceof Value.Count count) {
            words = words.replace("$N", String.valueOf(count.number()));
        } else if (value instanceof Value.Choice choice) {
            words = words.replace("$W", place(choice.word()));
        }
        words = capital(words.replace("$P", petitioner).replace("$A", agency));
        Optional<LocalDate> day = value instanceof Value.On on ? Optional.of(on.day()) : Optional.empty();
        Part part = Part.valueOf(found.substring(0, bar).toUpperCase(Locale.ROOT));
        return Optional.of(new Statement(fact, part, words, day, notes(fact, filing)));
    }

    /** The key of a value: yes, no, on, number, or the word itself. */
    static String form(Value value) {
        if (value instanceof Value.Truth truth) {
            return truth.so() ? "yes" : "no";
        } else if (value instanceof Value.On) {
            return "on";
        } else if (value instanceof Value.Count) {
            return "number";
        }
        return ((Value.Choice) value).word();
    }

    private static String place(String word) {
        return UsState.find(word).map(UsState::english).orElse(word.equals("dc") ? "the D.C. Circuit" : word);
    }

    private static String capital(String words) {
        return words.startsWith("[") ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The pages that prove a fact; the signer's own word when none does. */
    static List<Note> notes(String fact, Filing filing) {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < filing.exhibits().size(); i++) {
            Map<String, Filing.Proof> proves = filing.exhibits().get(i).proves();
            Filing.Proof proof = proves.get(fact);
            if (proof != null) {
                notes.add(new Note(Note.Kind.EXHIBIT, English.say("suit.exhibit", Letters.letter(i), proof.page())));
            }
        }
        return notes.isEmpty() ? List.of(signer()) : English.joined(notes);
    }

    /** The signer's own word. */
    static Note signer() {
        return new Note(Note.Kind.SIGNER, English.say("note.signer"));
    }

    /** Every sentence. */
    public List<Statement> list() {
        return List.copyOf(all);
    }

    /** Those of one part; what has a day stands after what has none, in the order of the days. */
    public List<Statement> list(Part part) {
        return all.stream()
                .filter(s -> s.part() == part)
                .sorted(Comparator.comparing(s -> s.day().orElse(LocalDate.MIN)))
                .toList();
    }

    /** Rows of {@code text}, with the notes of each, part after part. */
    List<Fields> rows(Part... parts) {
        return Stream.of(parts)
                .flatMap(p -> list(p).stream())
                .map(s -> Fields.builder().words("text", s.text(), s.notes()).build())
                .toList();
    }
}
