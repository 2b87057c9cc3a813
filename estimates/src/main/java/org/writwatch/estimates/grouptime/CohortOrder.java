package org.writwatch.estimates.grouptime;

import java.util.function.IntPredicate;

/** Units sorted by cohort, in their own order within one. */
final class CohortOrder {
    private final int[] units;
    private final int[] from;

    CohortOrder(int[] cohort, int cohorts) {
        this.from = new int[cohorts + 1];
        for (int c : cohort) {
            from[c + 1]++;
        }
        for (int c = 0; c < cohorts; c++) {
            from[c + 1] += from[c];
        }
        this.units = new int[cohort.length];
        int[] next = from.clone();
        for (int i = 0; i < units.length; i++) {
            units[next[cohort[i]]++] = i;
        }
    }

    /** First position of a cohort; that of the next is where it ends. */
    int from(int cohort) {
        return from[cohort];
    }

    int unit(int position) {
        return units[position];
    }

    /** Units of the cohorts asked for. */
    int[] units(IntPredicate cohorts) {
        int n = 0;
        for (int c = 0; c < from.length - 1; c++) {
            n += cohorts.test(c) ? from[c + 1] - from[c] : 0;
        }
        int[] out = new int[n];
        int at = 0;
        for (int c = 0; c < from.length - 1; c++) {
            if (cohorts.test(c)) {
                System.arraycopy(units, from[c], out, at, from[c + 1] - from[c]);
                at += from[c + 1] - from[c];
            }
        }
        return out;
    }
}
