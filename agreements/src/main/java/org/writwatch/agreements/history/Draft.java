package org.writwatch.agreements.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.writwatch.agreements.Model;

/** One agreement while its history is being put together. */
final class Draft {
    final Model model;
    /** Its rows on lists of agreements, in order. */
    final List<Step> listed;
    /** Its rows on lists of applications, in order. */
    final List<Step> pending = new ArrayList<>();
    /** The agreement of the same agency and model that it took over from. */
    Optional<Draft> after = Optional.empty();
    /** Whether another one took over from it. */
    boolean replaced;

    String id = "";

    Draft(Model model, List<Step> listed) {
        this.model = model;
        this.listed = new ArrayList<>(listed);
    }

    /** The row that names it last. */
    Sighting latest() {
        List<Step> rows = listed.isEmpty() ? pending : listed;
        return rows.get(rows.size() - 1).last();
    }

    boolean isHybrid() {
        return listed.stream().anyMatch(s -> isHybrid(s.last()))
                || pending.stream().anyMatch(s -> isHybrid(s.last()));
    }

    private static boolean isHybrid(Sighting row) {
        return row.meaning().isHybrid();
    }

    /** The spells of a run of steps. */
    static List<Spell> spells(List<Step> steps) {
        List<Spell> spells = new ArrayList<>();
        for (int i = 0; i < steps.size(); ) {
            Step first = steps.get(i);
            Step last = first;
            for (i++; i < steps.size() && continues(last, steps.get(i)); i++) {
                last = steps.get(i);
            }
            Spell spell = Spell.of(first.from(), first.first());
            spells.add(last.to() == first.from() ? spell : spell.upTo(last.to(), Spell.cite(last.last())));
        }
        return spells;
    }

    private static boolean continues(Step before, Step step) {
        return before.to() + 1 == step.from()
                && (before.last().isLike(step.first())
                        || Spell.of(before.to(), before.last()).isLike(Spell.of(step.from(), step.first())));
    }
}
