package org.writwatch.agreements.roster;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is known of runs of bytes, found without making an object of them. Holds at most {@link #MOST} and starts anew after
 * that, so that hostile files cannot fill it. Not safe for use by several threads.
 */
final class ByteMap<V> {
    /** Runs kept; five hundred lists have forty thousand. */
    static final int MOST = 400_000;

    private static final class Entry<V> {
        final byte[] bytes;
        final int hash;
        final V value;

        Entry(byte[] bytes, int hash, V value) {
            this.bytes = bytes;
            this.hash = hash;
            this.value = value;
        }
    }

    private @Nullable Entry<V>[] table = newTable(1 << 10);
    private int size;

    /** What is known of {@code bytes[from, to)}; null when nothing is. */
    @Nullable V find(byte[] bytes, int from, int to) {
        int hash = hash(bytes, from, to);
        int mask = table.length - 1;
        int at = (hash ^ hash >>> 15) & mask;
        for (Entry<V> entry = table[at]; entry != null; entry = table[at]) {
            if (entry.hash == hash && Arrays.equals(entry.bytes, 0, entry.bytes.length, bytes, from, to)) {
                return entry.value;
            }
            at = at + 1 & mask;
        }
        return null;
    }

    /** @param bytes not known yet; kept, not copied */
    void add(byte[] bytes, V value) {
        if (size >= MOST) {
            table = newTable(1 << 10);
            size = 0;
        }
        if (2 * ++size > table.length) {
            @Nullable Entry<V>[] old = table;
            table = newTable(2 * old.length);
            for (Entry<V> entry : old) {
                if (entry != null) {
                    place(entry);
                }
            }
        }
        place(new Entry<>(bytes, hash(bytes, 0, bytes.length), value));
    }

    private void place(Entry<V> entry) {
        int mask = table.length - 1;
        int at = (entry.hash ^ entry.hash >>> 15) & mask;
        while (table[at] != null) {
            at = at + 1 & mask;
        }
        table[at] = entry;
    }

    /** As that of a list of bytes, four at a time. */
    private static int hash(byte[] bytes, int from, int to) {
        int hash = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            hash = 923_521 * hash + 29_791 * bytes[i] + 961 * bytes[i + 1] + 31 * bytes[i + 2] + bytes[i + 3];
        }
        for (; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    @SuppressWarnings("unchecked")
    private static <V> @Nullable Entry<V>[] newTable(int length) {
        return (Entry<V>[]) new Entry<?>[length];
    }
}
