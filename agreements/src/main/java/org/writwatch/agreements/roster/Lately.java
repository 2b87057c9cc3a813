package org.writwatch.agreements.roster;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What the links of the sheets read last lead to: lists often differ by a row and share them all. Several readers may use
 * one at a time.
 */
final class Lately {
    private static final int KEPT = 6;

    private record Read(Parts.Packed packed, Relations targets) {}

    private final Deque<Read> relations = new ArrayDeque<>();

    /** The targets of a part by their ids, when the same part was read lately; else null. */
    synchronized @Nullable Relations find(Parts parts, String path) {
        for (Read before : relations) {
            if (parts.holds(path, before.packed)) {
                return before.targets;
            }
        }
        return null;
    }

    /** @param targets not changed by anybody afterwards */
    synchronized void add(Parts.Packed packed, Relations targets) {
        relations.addFirst(new Read(packed, targets));
        if (relations.size() > KEPT) {
            relations.removeLast();
        }
    }
}
