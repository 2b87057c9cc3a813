package org.writwatch.papers.draft.records;

/** The letters of exhibits: A to Z, then AA, AB. */
public final class Letters {
    private Letters() {}

    /** The letter of the exhibit at this place, from 0. */
    public static String letter(int index) {
        String last = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? last : letter(index / 26 - 1) + last;
    }
}
