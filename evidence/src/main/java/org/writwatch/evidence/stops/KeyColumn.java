package org.writwatch.evidence.stops;

import java.util.Arrays;

/** Whole numbers that link the rows of one table to those of another, eight bytes a row. */
final class KeyColumn implements StopColumn {
    private static final int MOST_DIGITS = 18;

    private long[] keys = new long[1 << 10];
    private int size;
    private boolean ascending = true;

    @Override
    public void add(byte[] bytes, int from, int to) {
        int a = from;
        int b = to;
        while (a < b && bytes[a] <= ' ') {
            a++;
        }
        while (a < b && bytes[b - 1] <= ' ') {
            b--;
        }
        if (a == b || b - a > MOST_DIGITS) {
            throw new NumberFormatException();
        }
        long v = 0;
        for (int i = a; i < b; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                throw new NumberFormatException();
            }
            v = v * 10 + bytes[i] - '0';
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        ascending &= size == 0 || keys[size - 1] < v;
        keys[size++] = v;
    }

    int size() {
        return size;
    }

    long key(int row) {
        return keys[row];
    }

    /** The row of each key: by halving when keys ascend, as they are published, else by a table. */
    KeyRows rows() {
        return new KeyRows();
    }

    /** Where a key stands; the first row of a key that stands twice. */
    final class KeyRows {
        private final int[] slots;

        private KeyRows() {
            int room = 1;
            while (!ascending && room < size * 2L) {
                room <<= 1;
            }
            slots = new int[ascending ? 0 : room];
            for (int r = 0; r < (ascending ? 0 : size); r++) {
                int at = slot(keys[r]);
                if (slots[at] == 0) {
                    slots[at] = r + 1;
                }
            }
        }

        private int slot(long key) {
            long h = key * 0x9E3779B97F4A7C15L;
            int at = (int) (h ^ (h >>> 32)) & (slots.length - 1);
            while (slots[at] != 0 && keys[slots[at] - 1] != key) {
                at = (at + 1) & (slots.length - 1);
            }
            return at;
        }

        /** Row of a key, or -1. */
        int of(long key) {
            if (!ascending) {
                return slots[slot(key)] - 1;
            }
            int at = Arrays.binarySearch(keys, 0, size, key);
            return at < 0 ? -1 : at;
        }
    }
}
