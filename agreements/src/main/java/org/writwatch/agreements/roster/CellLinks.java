package org.writwatch.agreements.roster;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The address behind each cell of one sheet that carries a hyperlink. */
final class CellLinks {
    private long[] cells = new long[64];
    private @Nullable String[] targets = new String[64];
    private int size;

    /** @param row from 1; {@code column} from 0; a later link on the same cell takes the place of an earlier one */
    void put(int row, int column, String target) {
        if (2 * ++size > cells.length) {
            long[] oldCells = cells;
            @Nullable String[] oldTargets = targets;
            cells = new long[2 * oldCells.length];
            targets = new String[cells.length];
            for (int i = 0; i < oldCells.length; i++) {
                String old = oldTargets[i];
                if (old != null) {
                    set(oldCells[i], old);
                }
            }
        }
        set(key(row, column), target);
    }

    /** The address; empty text for a link inside the workbook; nothing when the cell has no link. */
    Optional<String> find(int row, int column) {
        return Optional.ofNullable(targets[place(key(row, column))]);
    }

    private void set(long key, String target) {
        int at = place(key);
        cells[at] = key;
        targets[at] = target;
    }

    private int place(long key) {
        int mask = cells.length - 1;
        int at = Long.hashCode(key * 0x9E3779B97F4A7C15L) & mask;
        while (targets[at] != null && cells[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private static long key(int row, int column) {
        return (long) row << 32 | column;
    }
}
