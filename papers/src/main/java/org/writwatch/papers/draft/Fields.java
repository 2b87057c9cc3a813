package org.writwatch.papers.draft;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The fields a template may use, by name. Names are lower case letters, digits and underscores; a row of a loop looks
 * for a name in itself first and then in the fields around the loop. Immutable.
 */
public final class Fields {
    private final SortedMap<String, Slot> slots;

    private Fields(SortedMap<String, Slot> slots) {
        this.slots = Collections.unmodifiableSortedMap(slots);
    }

    /** Starts an empty set of fields. */
    public static Builder builder() {
        return new Builder();
    }

    /** The field of this name, not looking outside. */
    public Optional<Slot> find(String name) {
        return Optional.ofNullable(slots.get(name));
    }

    /** Every field, ordered by name. */
    public SortedMap<String, Slot> list() {
        return slots;
    }

    /** Collects fields; each name once. */
    public static final class Builder {
        private final SortedMap<String, Slot> slots = new TreeMap<>();

        private Builder() {}

        /** Words with what proves them. */
        public Builder words(String name, String text, List<Note> notes) {
            return put(name, new Slot.Words(text, notes));
        }

        /** Words with what proves them. */
        public Builder words(String name, String text, Note... notes) {
            return words(name, text, List.of(notes));
        }

        /** Footnotes alone, for a sentence that the template words itself. */
        public Builder notes(String name, List<Note> notes) {
            return words(name, "", notes);
        }

        /** A gap: upper case words in brackets, for the signer to fill. */
        public Builder gap(String name, String what) {
            return words(name, "[" + what + "]");
        }

        /** The words when there are any, else a gap. */
        public Builder wordsOrGap(String name, Optional<String> words, String what) {
            return words.isPresent() ? words(name, words.get()) : gap(name, what);
        }

        /** A condition. */
        public Builder when(String name, boolean on) {
            return put(name, new Slot.Flag(on));
        }

        /** A loop. */
        public Builder rows(String name, List<Fields> rows) {
            return put(name, new Slot.Rows(rows));
        }

        /** Everything another set holds. */
        public Builder all(Map<String, Slot> more) {
            more.forEach(this::put);
            return this;
        }

        private Builder put(String name, Slot slot) {
            if (!name.matches("[a-z][a-z0-9_]*")) {
                throw new IllegalArgumentException("a field's name is lower case letters, digits and _: " + name);
            }
            @Nullable Slot before = slots.put(name, slot);
            if (before != null) {
                throw new IllegalArgumentException("two fields of one name: " + name);
            }
            return this;
        }

        /** The fields. */
        public Fields build() {
            return new Fields(new TreeMap<>(slots));
        }
    }
}
