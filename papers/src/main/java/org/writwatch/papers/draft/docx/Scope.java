package org.writwatch.papers.draft.docx;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.writwatch.papers.draft.Fields;
import org.writwatch.papers.draft.Slot;

/** The fields seen from one place of a template: those of the row, then those around it. */
final class Scope {
    private final Fields own;
    private final Optional<Scope> around;

    private Scope(Fields own, Optional<Scope> around) {
        this.own = own;
        this.around = around;
    }

    static Scope of(Fields fields) {
        return new Scope(fields, Optional.empty());
    }

    Scope inside(Fields row) {
        return new Scope(row, Optional.of(this));
    }

    Optional<Slot> find(String name) {
        Optional<Slot> mine = own.find(name);
        return mine.isPresent() ? mine : around.flatMap(a -> a.find(name));
    }

    SortedSet<String> names() {
        SortedSet<String> all = around.map(Scope::names).orElseGet(TreeSet::new);
        all.addAll(own.list().keySet());
        return all;
    }
}
