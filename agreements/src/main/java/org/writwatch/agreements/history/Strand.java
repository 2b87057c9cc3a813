package org.writwatch.agreements.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.writwatch.agreements.Model;
import org.writwatch.agreements.roster.PublishedList;
import org.writwatch.facts.UsState;

/**
 * All rows of one kind of list that share state, foldable name and model: the raw material of one agreement, or of a
 * part of one.
 */
final class Strand implements Comparable<Strand> {
    /** Its rows on one edition; the first is the one that speaks. */
    record On(int edition, List<Sighting> rows) {
        Sighting speaks() {
            return rows.get(0);
        }
    }

    private final String key;
    private final List<On> editions = new ArrayList<>();
    private final Set<LocalDate> signed = new LinkedHashSet<>();
    private final Set<String> memos = new LinkedHashSet<>();

    Strand(String key) {
        this.key = key;
    }

    static String key(Sighting s) {
        return s.meaning().strandKey();
    }

    /** Adds a row; editions come in order, and within one edition rows in the order of the sheet. */
    void add(int edition, Sighting sighting) {
        if (editions.isEmpty() || !latest().isLike(sighting)) {
            sighting.signed().ifPresent(signed::add);
            sighting.memo().ifPresent(m -> memos.add(m.key()));
        }
        if (!editions.isEmpty() && editions.get(editions.size() - 1).edition() == edition) {
            List<Sighting> rows = editions.get(editions.size() - 1).rows();
            // The row with a memorandum speaks before the one without.
            boolean first = sighting.memo().isPresent() && rows.get(0).memo().isEmpty();
            rows.add(first ? 0 : rows.size(), sighting);
        } else {
            List<Sighting> rows = new ArrayList<>(1);
            rows.add(sighting);
            editions.add(new On(edition, rows));
        }
    }

    /** Whether an earlier list of the same edition shows it already. */
    boolean isHeldBefore(int edition, PublishedList list) {
        return !editions.isEmpty() && last() == edition && latest().list().compareTo(list) != 0;
    }

    String key() {
        return key;
    }

    List<On> editions() {
        return editions;
    }

    int first() {
        return editions.get(0).edition();
    }

    int last() {
        return editions.get(editions.size() - 1).edition();
    }

    Sighting latest() {
        return editions.get(editions.size() - 1).speaks();
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
        int i = 0;
        int j = 0;
        while (i < editions.size() && j < other.editions.size()) {
            int by = Integer.compare(
                    editions.get(i).edition(), other.editions.get(j).edition());
            if (by == 0) {
                return false;
            }
            i += by < 0 ? 1 : 0;
            j += by > 0 ? 1 : 0;
        }
        return true;
    }

    /** Whether one of them stops and the other starts within so many editions. */
    boolean handsOverTo(Strand other, int within) {
        int i = 0;
        for (On on : other.editions) {
            while (i < editions.size() && editions.get(i).edition() < on.edition()) {
                i++;
            }
            int gap = i == 0
                    ? Integer.MAX_VALUE
                    : on.edition() - editions.get(i - 1).edition();
            boolean stops = i == editions.size() || editions.get(i).edition() > on.edition();
            if (gap <= within && stops) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int compareTo(Strand other) {
        return key.compareTo(other.key);
    }
}
