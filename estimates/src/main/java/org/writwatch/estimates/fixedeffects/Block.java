package org.writwatch.estimates.fixedeffects;

import org.jspecify.annotations.Nullable;

/**
 * Columns of a design of which each row has at most one: a single column of numbers, or the indicators of a category, possibly times a
 * number.
 */
final class Block {
    final int offset;
    final int width;
    /** Column within the block per row, -1 for none; null when every row has column 0. */
    final int @Nullable [] code;
    /** Value per row; null when all are 1. */
    final double @Nullable [] value;

    private Block(int offset, int width, int @Nullable [] code, double @Nullable [] value) {
        this.offset = offset;
        this.width = width;
        this.code = code;
        this.value = value;
    }

    static Block numbers(int offset, double[] value) {
        return new Block(offset, 1, null, value);
    }

    static Block indicators(int offset, int width, int[] code, double @Nullable [] value) {
        return new Block(offset, width, code, value);
    }

    /** A full column, which is centred within absorbed groups before use; indicators are centred in the algebra. */
    boolean dense() {
        return code == null;
    }

    /** Column of the design, or -1. */
    int column(int row) {
        int[] c = code;
        if (c == null) {
            return offset;
        }
        int k = c[row];
        return k < 0 ? -1 : offset + k;
    }

    double value(int row) {
        double[] v = value;
        return v == null ? 1 : v[row];
    }

    Block withValue(double[] centred) {
        return new Block(offset, width, code, centred);
    }
}
