package org.writwatch.estimates.fixedeffects;

import java.util.Arrays;

/** Levels of two fixed effects that rows tie together: only within one component do differences of levels mean anything. */
final class Components {
    private Components() {}

    /** A label per level of the absorbed effect, then per level of the other. */
    static int[] of(Effects e) {
        int other = 1 - e.absorbed;
        int groups = e.levels[e.absorbed];
        int[] parent = new int[groups + e.levels[other]];
        Arrays.setAll(parent, i -> i);
        int[] a = e.codes.get(e.absorbed);
        int[] b = e.codes.get(other);
        for (int r = 0; r < a.length; r++) {
            int x = root(parent, a[r]);
            int y = root(parent, groups + b[r]);
            parent[Math.max(x, y)] = Math.min(x, y);
        }
        for (int i = 0; i < parent.length; i++) {
            parent[i] = root(parent, i);
        }
        return parent;
    }

    private static int root(int[] parent, int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
