package org.writwatch.agreements.roster;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * The rows of one list in order. Five hundred lists have a quarter of a million of them, so that a row is made only for
 * who asks for it. Unchangeable.
 */
public final class Rows extends AbstractList<PublishedList.Row> implements RandomAccess {
    private static final Rows NONE = new Rows(new int[0], new Printed[0]);

    private final int[] numbers;
    private final Printed[] printed;

    private Rows(int[] numbers, Printed[] printed) {
        this.numbers = numbers;
        this.printed = printed;
    }

    /** No rows. */
    public static Rows none() {
        return NONE;
    }

    /** Rows that somebody has made one by one. */
    static Rows of(List<PublishedList.Row> rows) {
        Builder builder = new Builder(rows.size());
        rows.forEach(r -> builder.add(r.number(), r.printed()));
        return builder.rows();
    }

    @Override
    public int size() {
        return numbers.length;
    }

    @Override
    public PublishedList.Row get(int index) {
        return new PublishedList.Row(numbers[index], printed[index]);
    }

    /** The number of a row in its sheet, from 1. */
    public int number(int index) {
        return numbers[index];
    }

    /** What a row prints. */
    public Printed printed(int index) {
        return printed[index];
    }

    /** Takes rows in order. */
    static final class Builder {
        private int[] numbers;
        private Printed[] printed;
        private int size;

        /** @param expected how many rows there will be, as far as one can tell */
        Builder(int expected) {
            this.numbers = new int[expected];
            this.printed = new Printed[expected];
        }

        void add(int number, Printed row) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size + 16);
                printed = Arrays.copyOf(printed, 2 * size + 16);
            }
            numbers[size] = number;
            printed[size++] = row;
        }

        Rows rows() {
            return size == numbers.length
                    ? new Rows(numbers, printed)
                    : new Rows(Arrays.copyOf(numbers, size), Arrays.copyOf(printed, size));
        }
    }
}
