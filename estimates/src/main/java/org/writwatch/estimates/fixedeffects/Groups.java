package org.writwatch.estimates.fixedeffects;

import java.util.Arrays;

/** Consecutive rows that share the absorbed fixed effect: group g has rows {@code start[g]} to {@code start[g + 1]}. */
final class Groups {
    private final int[] start;

    Groups(int[] start) {
        this.start = start;
    }

    /** All rows in one group. */
    static Groups single(int rows) {
        return new Groups(new int[] {0, rows});
    }

    int[] start() {
        return start;
    }

    int count() {
        return start.length - 1;
    }

    int rows() {
        return start[start.length - 1];
    }

    /** Group per row. */
    int[] ofRow() {
        int[] out = new int[rows()];
        for (int g = 0; g < count(); g++) {
            Arrays.fill(out, start[g], start[g + 1], g);
        }
        return out;
    }
}
