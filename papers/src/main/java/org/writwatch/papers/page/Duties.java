package org.writwatch.papers.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.writwatch.agreements.memo.Duty;
import org.writwatch.agreements.memo.Memorandum;

/**
 * The duties of memoranda, made readable: memoranda that hold the same duties in the same clauses share one list, and a
 * list is grouped by who is bound and how.
 *
 * @param memorandum the first of those that share the list; its words and pages are quoted
 * @param alike the others
 * @param groups the duties by who and how, the agency's own first
 */
public record Duties(Memorandum memorandum, List<Memorandum> alike, List<Group> groups) {
    public Duties {
        alike = List.copyOf(alike);
        groups = List.copyOf(groups);
    }

    /**
     * Duties of one party that bind in one way.
     *
     * @param duties at least one, in clause order
     */
    public record Group(Duty.Party who, Duty.Force force, List<Duty> duties) {
        public Group {
            duties = List.copyOf(duties);
        }

        /** The last part of its phrase key and of its id. */
        public String key() {
            return who.name() + "." + force.name();
        }
    }

    /** One per list of duties, in the order given. */
    public static List<Duties> of(List<Memorandum> memoranda) {
        Map<List<String>, List<Memorandum>> same = new LinkedHashMap<>();
        for (Memorandum m : memoranda) {
            List<String> shape = new ArrayList<>(List.of(m.template()));
            m.duties().forEach(d -> shape.add(d.id() + " " + d.who() + " " + d.force() + " " + d.clause()));
            same.computeIfAbsent(shape, s -> new ArrayList<>()).add(m);
        }
        return same.values().stream()
                .map(ms -> new Duties(ms.get(0), ms.subList(1, ms.size()), groups(ms.get(0))))
                .toList();
    }

    private static List<Group> groups(Memorandum memorandum) {
        Map<Duty.Party, Map<Duty.Force, List<Duty>>> by = new TreeMap<>();
        for (Duty d : memorandum.duties()) {
            by.computeIfAbsent(d.who(), w -> new TreeMap<>())
                    .computeIfAbsent(d.force(), f -> new ArrayList<>())
                    .add(d);
        }
        List<Group> groups = new ArrayList<>();
        by.forEach((who, forces) -> forces.forEach((force, duties) -> groups.add(new Group(who, force, duties))));
        return groups;
    }
}
