package org.writwatch.agreements.history;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The row that speaks for an agreement on one edition.
 *
 * @param edition the edition, by index
 * @param strand the strand it came from
 * @param row the row
 */
record Step(int edition, Strand strand, Sighting row) {

    /**
     * The steps of joined strands in order. Where two rows stood on one edition, the strand that lasted longer speaks:
     * the other was being replaced.
     */
    static List<Step> of(List<Strand> joined) {
        if (joined.size() == 1) {
            Strand strand = joined.get(0);
            List<Step> steps = new ArrayList<>(strand.editions().size());
            strand.editions().forEach(on -> steps.add(new Step(on.edition(), strand, on.speaks())));
            return steps;
        }
        TreeMap<Integer, Step> steps = new TreeMap<>();
        for (Strand strand : joined) {
            for (Strand.On on : strand.editions()) {
                Step step = new Step(on.edition(), strand, on.speaks());
                steps.merge(on.edition(), step, (a, b) -> a.strand.last() >= b.strand.last() ? a : b);
            }
        }
        return new ArrayList<>(steps.values());
    }
}
