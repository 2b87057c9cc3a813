package org.writwatch.agreements.roster;

import org.jspecify.annotations.Nullable;

/** The address behind each cell of one sheet that carries a hyperlink. */
final class CellLinks {
    private static final int MOST_LINKED_BY_ONE = 1_000;

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

    /** Links "G12" or "G12:G14"; of a range of more than a thousand cells the first alone. */
    void link(String ref, String target) {
        int colon = ref.indexOf(':');
        String first = colon < 0 ? ref : ref.substring(0, colon);
        String last = colon < 0 ? ref : ref.substring(colon + 1);
        int fromRow = rowOf(first);
        int toRow = rowOf(last);
        int fromColumn = columnOf(first);
        int toColumn = columnOf(last);
        if (toRow < fromRow
                || toColumn < fromColumn
                || (toRow - fromRow + 1L) * (toColumn - fromColumn + 1) > MOST_LINKED_BY_ONE) {
            toRow = fromRow;
            toColumn = fromColumn;
        }
        for (int row = fromRow; row <= toRow; row++) {
            for (int column = fromColumn; column <= toColumn; column++) {
                put(row, column, target);
            }
        }
    }

    /** The address; empty text for a link inside the workbook; null when the cell has no link. */
    @Nullable String find(int row, int column) {
        return targets[place(key(row, column))];
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

    private static int columnOf(String cellName) {
        int column = 0;
        for (int i = 0; i < cellName.length() && i < 4; i++) {
            char c = cellName.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + c - 'A' + 1;
        }
        return column - 1;
    }

    private static int rowOf(String cellName) {
        int row = 0;
        for (int i = 0; i < cellName.length(); i++) {
            char c = cellName.charAt(i);
            if (c >= '0' && c <= '9' && row < 10_000_000) {
                row = row * 10 + c - '0';
            }
        }
        return row;
    }

    private static long key(int row, int column) {
        return (long) row << 32 | column;
    }
}
