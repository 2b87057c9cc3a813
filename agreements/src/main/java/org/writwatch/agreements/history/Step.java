package org.writwatch.agreements.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * A run of editions without a gap on which the row that speaks for an agreement shows the same.
 *
 * @param from the first edition, by index
 * @param to the last edition, by index
 * @param strand the strand it came from
 * @param first the row on the first edition
 * @param last the row on the last edition
 */
record Step(int from, int to, Strand strand, Sighting first, Sighting last) {

    /**
     * The steps of joined strands in order. Where two rows stood on one edition, the strand that lasted longer speaks:
     * the other was being replaced.
     */
    static List<Step> of(List<Strand> joined) {
        List<Step> steps = new ArrayList<>();
        joined.forEach(s -> steps.addAll(s.steps()));
        if (joined.size() == 1) {
            return steps;
        }
        steps.sort(Comparator.comparingInt(Step::from));
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).from <= steps.get(i - 1).to) {
                return byEdition(joined);
            }
        }
        return steps;
    }

    /** The same, one edition at a time. */
    private static List<Step> byEdition(List<Strand> joined) {
        TreeMap<Integer, Step> steps = new TreeMap<>();
        for (Strand strand : joined) {
            for (Step run : strand.steps()) {
                for (Step step : run.singles()) {
                    steps.merge(step.from, step, (a, b) -> a.strand.last() >= b.strand.last() ? a : b);
                }
            }
        }
        return new ArrayList<>(steps.values());
    }

    /** One step for each of its editions. */
    List<Step> singles() {
        return strand.singles(this);
    }

    /** Whether one of these steps, which are in order, covers an edition. */
    static boolean isOn(List<Step> steps, int edition) {
        int low = 0;
        int high = steps.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Step step = steps.get(middle);
            if (step.to < edition) {
                low = middle + 1;
            } else if (step.from > edition) {
                high = middle - 1;
            } else {
                return true;
            }
        }
        return false;
    }
}
