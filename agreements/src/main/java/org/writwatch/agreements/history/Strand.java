package org.writwatch.agreements.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.Model;
import org.writwatch.agreements.roster.PublishedList;
import org.writwatch.facts.UsState;

/**
 * All rows of one kind of list that share state, foldable name and model: the raw material of one agreement, or of a
 * part of one. Of several rows on one edition the first speaks, and one with a memorandum before one without.
 */
final class Strand implements Comparable<Strand> {
    private static final int EXPECTED = 64;

    private final String key;
    private final List<Step> steps = new ArrayList<>();
    private final Set<LocalDate> signed = new LinkedHashSet<>();
    private final Set<String> memos = new LinkedHashSet<>();

    // The row that speaks, for each edition that has one.
    private int[] editions = new int[EXPECTED];
    private int[] rows = new int[EXPECTED];
    private PublishedList[] lists = new PublishedList[EXPECTED];
    private int size;

    // What the last of them shows, and where the run of editions that show the same begins.
    private @Nullable Meaning meaning;
    private Optional<LocalDate> date = Optional.empty();
    private int runFrom;

    Strand(String key) {
        this.key = key;
    }

    /** Adds a row; editions come in order, and within one edition rows in the order of the sheet. */
    void add(int edition, PublishedList list, LocalDate listed, int row, Meaning m) {
        boolean again = size > 0 && editions[size - 1] == edition;
        if (again && lists[size - 1].compareTo(list) != 0) {
            // An earlier list of the same edition shows it already.
            return;
        }
        Optional<LocalDate> on = m.signedOn(listed);
        boolean same = m == meaning && on.equals(date);
        if (!same) {
            on.ifPresent(signed::add);
            m.memo().ifPresent(x -> memos.add(x.key()));
        }
        if (again) {
            if (m.memo().isPresent() && meaning != null && meaning.memo().isEmpty()) {
                // The row with a memorandum speaks before the one without.
                size--;
                closeRun();
                speak(edition, list, row, m, on);
            }
            return;
        }
        if (size > 0 && !(same && editions[size - 1] + 1 == edition)) {
            closeRun();
        }
        speak(edition, list, row, m, on);
    }

    /** Ends the adding. */
    void close() {
        closeRun();
    }

    private void speak(int edition, PublishedList list, int row, Meaning m, Optional<LocalDate> on) {
        if (size == editions.length) {
            editions = Arrays.copyOf(editions, 2 * size);
            rows = Arrays.copyOf(rows, 2 * size);
            lists = Arrays.copyOf(lists, 2 * size);
        }
        editions[size] = edition;
        rows[size] = row;
        lists[size++] = list;
        meaning = m;
        date = on;
    }

    private void closeRun() {
        if (meaning != null && runFrom < size) {
            steps.add(step(runFrom, size - 1, meaning, date));
        }
        runFrom = size;
    }

    private Step step(int from, int to, Meaning shown, Optional<LocalDate> on) {
        Sighting first = new Sighting(lists[from], rows[from], shown, on);
        Sighting last = from == to ? first : new Sighting(lists[to], rows[to], shown, on);
        return new Step(editions[from], editions[to], this, first, last);
    }

    /** A step cut into those of its single editions. */
    List<Step> singles(Step step) {
        if (step.from() == step.to()) {
            return List.of(step);
        }
        List<Step> singles = new ArrayList<>(step.to() - step.from() + 1);
        int at = Arrays.binarySearch(editions, 0, size, step.from());
        for (int e = step.from(); e <= step.to(); e++, at++) {
            singles.add(step(at, at, step.first().meaning(), step.first().signed()));
        }
        return singles;
    }

    String key() {
        return key;
    }

    /** Its runs of editions that show the same, in order. */
    List<Step> steps() {
        return steps;
    }

    int first() {
        return editions[0];
    }

    int last() {
        return editions[size - 1];
    }

    /** What the row that speaks on the last edition means. */
    Meaning meaning() {
        return latest().meaning();
    }

    Sighting latest() {
        return steps.get(steps.size() - 1).last();
    }

    UsState state() {
        return latest().state();
    }

    Model model() {
        return latest().model();
    }

    AgencyName agency() {
        return latest().agency();
    }

    /** Every signing date printed for it. */
    Set<LocalDate> signed() {
        return signed;
    }

    /** The key of every memorandum linked for it. */
    Set<String> memos() {
        return memos;
    }

    /** Whether no edition shows both. */
    boolean isApartFrom(Strand other) {
        if (last() < other.first() || other.last() < first()) {
            return true;
        }
        int i = 0;
        int j = 0;
        while (i < steps.size() && j < other.steps.size()) {
            Step mine = steps.get(i);
            Step theirs = other.steps.get(j);
            if (mine.from() <= theirs.to() && theirs.from() <= mine.to()) {
                return false;
            }
            if (mine.to() < theirs.to()) {
                i++;
            } else {
                j++;
            }
        }
        return true;
    }

    /** Whether one of them stops and the other starts within so many editions. */
    boolean handsOverTo(Strand other, int within) {
        for (Step step : steps) {
            for (int e = step.to() + 1; e <= step.to() + within && !isOn(e); e++) {
                if (other.isOn(e)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isOn(int edition) {
        return Step.isOn(steps, edition);
    }

    @Override
    public int compareTo(Strand other) {
        return key.compareTo(other.key);
    }
}
