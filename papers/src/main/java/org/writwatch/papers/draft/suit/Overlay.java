package org.writwatch.papers.draft.suit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.writwatch.papers.draft.Fields;
import org.writwatch.papers.draft.Note;
import org.writwatch.papers.draft.Slot;

/** A set of fields with some put in place of others. Not shared between threads. */
final class Overlay {
    private final Map<String, Slot> slots;

    private Overlay(Fields base) {
        this.slots = new TreeMap<>(base.list());
    }

    static Overlay of(Fields base) {
        return new Overlay(base);
    }

    Overlay words(String name, String text, Note... notes) {
        slots.put(name, new Slot.Words(text, List.of(notes)));
        return this;
    }

    /** The field as another set has it. */
    Overlay copy(String name, Fields from) {
        slots.put(name, from.find(name).orElseThrow(() -> new IllegalArgumentException("no field " + name)));
        return this;
    }

    Overlay notes(String name, List<Note> notes) {
        slots.put(name, new Slot.Words("", notes));
        return this;
    }

    Overlay when(String name, boolean on) {
        slots.put(name, new Slot.Flag(on));
        return this;
    }

    Overlay rows(String name, List<Fields> rows) {
        slots.put(name, new Slot.Rows(rows));
        return this;
    }

    Fields build() {
        return Fields.builder().all(slots).build();
    }
}
