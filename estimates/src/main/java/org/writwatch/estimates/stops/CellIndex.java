package org.writwatch.estimates.stops;

import java.util.Arrays;

/** Numbers keys from 0 in the order they are met. */
final class CellIndex {
    private static final long LARGEST_TABLE = 1L << 23;

    /** Position plus one per key, when keys are few. */
    private final int[] direct;

    private long[] keys;
    private int[] slots;
    private int size;

    private CellIndex(int direct) {
        this.direct = new int[direct];
        this.keys = new long[direct > 0 ? 0 : 1 << 12];
        this.slots = new int[keys.length];
    }

    /** For keys from 0 below {@code keys}. */
    static CellIndex below(long keys) {
        return new CellIndex(keys <= LARGEST_TABLE ? (int) keys : 0);
    }

    int size() {
        return size;
    }

    int number(long key) {
        if (direct.length > 0) {
            int at = direct[(int) key];
            if (at == 0) {
                at = ++size;
                direct[(int) key] = at;
            }
            return at - 1;
        }
        int mask = slots.length - 1;
        int h = spread(key) & mask;
        while (slots[h] != 0) {
            if (keys[h] == key) {
                return slots[h] - 1;
            }
            h = (h + 1) & mask;
        }
        keys[h] = key;
        slots[h] = ++size;
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] old = slots;
        keys = new long[old.length * 2];
        slots = new int[old.length * 2];
        Arrays.fill(slots, 0);
        int mask = slots.length - 1;
        for (int i = 0; i < old.length; i++) {
            if (old[i] != 0) {
                int h = spread(oldKeys[i]) & mask;
                while (slots[h] != 0) {
                    h = (h + 1) & mask;
                }
                keys[h] = oldKeys[i];
                slots[h] = old[i];
            }
        }
    }

    private static int spread(long key) {
        long h = key * 0x9E3779B97F4A7C15L;
        return (int) (h ^ (h >>> 32));
    }
}
