package org.writwatch.agreements.roster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.Model;

/**
 * The rows a reader has met under one set of headings. The same cells with the same links print the same, so that each row
 * is understood once however many lists it stands on. Cells are compared by identity: a reader makes one of each. Not safe
 * for use by several threads.
 */
final class RowMemory {
    /** A row and what is counted of it. */
    static final class Known {
        private final List<@Nullable Cell> cells;
        private final @Nullable String memo;
        private final @Nullable String addendum;
        private final int hash;
        final Printed printed;
        final Optional<Model> model;
        /** One for each agency as counted. */
        final Mark agency;
        /** One for all rows that print the same in every cell. */
        final Mark whole;

        Known(
                List<@Nullable Cell> cells,
                @Nullable String memo,
                @Nullable String addendum,
                Printed printed,
                Optional<Model> model,
                Mark agency,
                Mark whole) {
            this.cells = cells;
            this.memo = memo;
            this.addendum = addendum;
            this.hash = hash(cells, memo, addendum);
            this.printed = printed;
            this.model = model;
            this.agency = agency;
            this.whole = whole;
        }
    }

    /** Remembers on which list something was met last. */
    static final class Mark {
        private int on;

        /** Whether this is the first time on that list. */
        boolean isFirstOn(int list) {
            boolean first = on != list;
            on = list;
            return first;
        }
    }

    private Known[] table = new Known[1 << 10];
    private int size;
    private final Map<List<String>, Mark> wholes = new HashMap<>();

    /** The row of these cells and links; null when it was not met yet. */
    @Nullable Known find(List<@Nullable Cell> cells, @Nullable String memo, @Nullable String addendum) {
        int hash = hash(cells, memo, addendum);
        int mask = table.length - 1;
        for (int at = hash & mask; table[at] != null; at = at + 1 & mask) {
            Known known = table[at];
            if (known.hash == hash
                    && Objects.equals(known.memo, memo)
                    && Objects.equals(known.addendum, addendum)
                    && same(known.cells, cells)) {
                return known;
            }
        }
        return null;
    }

    /** How many rows are remembered. */
    int size() {
        return size;
    }

    void add(Known known) {
        if (2 * ++size > table.length) {
            Known[] old = table;
            table = new Known[2 * old.length];
            for (Known each : old) {
                if (each != null) {
                    place(each);
                }
            }
        }
        place(known);
    }

    /** The mark of all rows that print the same in every cell, blank cells at the end left out. */
    Mark whole(List<@Nullable Cell> cells) {
        String[] whole = new String[cells.size()];
        int last = 0;
        for (int column = 0; column < whole.length; column++) {
            Cell cell = cells.get(column);
            whole[column] = cell == null ? "" : cell.tidy();
            last = whole[column].isEmpty() ? last : column + 1;
        }
        return wholes.computeIfAbsent(Arrays.asList(Arrays.copyOf(whole, last)), k -> new Mark());
    }

    private void place(Known known) {
        int mask = table.length - 1;
        int at = known.hash & mask;
        while (table[at] != null) {
            at = at + 1 & mask;
        }
        table[at] = known;
    }

    private static boolean same(List<@Nullable Cell> one, List<@Nullable Cell> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i) != other.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static int hash(List<@Nullable Cell> cells, @Nullable String memo, @Nullable String addendum) {
        int hash = memo == null ? 1 : memo.hashCode();
        hash = 31 * hash + (addendum == null ? 1 : addendum.hashCode());
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            hash = 31 * hash + (cell == null ? 0 : cell.hash());
        }
        return hash ^ hash >>> 15;
    }
}
