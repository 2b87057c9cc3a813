package org.writwatch.estimates.fixedeffects;

import java.util.Arrays;
import org.writwatch.estimates.panel.Labels;

/** Labels made codes from 0, by ascending label. */
final class Coded {
    private final int[] code;
    private final int levels;

    private Coded(int[] code, int levels) {
        this.code = code;
        this.levels = levels;
    }

    static Coded of(int[] labels) {
        int[] distinct = Labels.distinct(labels);
        return new Coded(Labels.codes(labels, distinct), distinct.length);
    }

    /** Two labels as one: a code for each pair that occurs. */
    static Coded pairs(Coded a, Coded b) {
        if ((long) a.levels * b.levels <= Integer.MAX_VALUE) {
            int[] both = new int[a.code.length];
            Arrays.setAll(both, i -> a.code[i] * b.levels + b.code[i]);
            return of(both);
        }
        long[] both = new long[a.code.length];
        Arrays.setAll(both, i -> (long) a.code[i] * b.levels + b.code[i]);
        long[] distinct = Arrays.stream(both).sorted().distinct().toArray();
        int[] out = new int[both.length];
        Arrays.setAll(out, i -> Arrays.binarySearch(distinct, both[i]));
        return new Coded(out, distinct.length);
    }

    /** Code per row. */
    int[] code() {
        return code;
    }

    int levels() {
        return levels;
    }
}
