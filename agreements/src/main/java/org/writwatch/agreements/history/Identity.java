package org.writwatch.agreements.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.writwatch.agreements.history.AgencyName.Nearness;
import org.writwatch.agreements.history.Corrections.What;

/**
 * Decides which strands are one agreement.
 *
 * <p>Names come last. Two strands of one model are joined when
 *
 * <ul>
 *   <li>in one state they link the same memorandum and print signing dates at most {@value #SAME_MEMO_DAYS} days apart,
 *       and no edition shows both (or the names are near and one is gone for good: the row stood twice while it was
 *       being replaced);
 *   <li>in one state they print the same signing date, one stops where the other starts, and the names are near, unless
 *       both names are known places or agencies of that state;
 *   <li>the same in two states with equal names: ICE has printed the wrong state and put it right;
 *   <li>a person has decided so.
 * </ul>
 *
 * The surest are joined first, and no join may put two rows that stood side by side into one agreement. Joined strands
 * whose names are of different offices (a sheriff's jail agreement moved to the county commissioners) are one
 * agreement, relabelled, and flagged. What is alike without being proved the same is flagged and left apart.
 */
final class Identity {
    private static final int HAND_OVER = 3;
    private static final int SAME_MEMO_DAYS = 45;

    /** How two joined strands differ. */
    enum Join {
        RENAMED,
        RELABELLED,
        STATE_CORRECTED
    }

    /**
     * Two strands found to be one.
     *
     * @param flag why a person should look; empty when nothing is in doubt
     */
    record Joined(Strand one, Strand other, Join join, String flag) {}

    /** Two strands left apart that a person should look at. */
    record Doubt(Strand one, Strand other, String flag) {}

    private record Candidate(Strand one, Strand other, Join join, int strength, String flag)
            implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate c) {
            int by = Integer.compare(strength, c.strength);
            by = by != 0 ? by : one.compareTo(c.one);
            return by != 0 ? by : other.compareTo(c.other);
        }
    }

    private final List<Strand> strands;
    private final Corrections corrections;
    private final BiPredicate<Strand, Strand> bothKnown;
    private final int lastEdition;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Joined> joined = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private final Map<Strand, List<Strand>> groups = new LinkedHashMap<>();
    private final Map<Strand, Strand> root = new HashMap<>();

    /** @param bothKnown whether the two names are known to belong to two different agencies or places of the state */
    Identity(Collection<Strand> all, int lastEdition, Corrections corrections, BiPredicate<Strand, Strand> bothKnown) {
        this.strands = all.stream().sorted().toList();
        this.lastEdition = lastEdition;
        this.corrections = corrections;
        this.bothKnown = bothKnown;
        for (Strand strand : strands) {
            root.put(strand, strand);
            groups.put(strand, new ArrayList<>(List.of(strand)));
        }
        decisions();
        memoranda();
        handOvers();
        candidates.stream().sorted().forEach(this::join);
    }

    List<Joined> joined() {
        return joined;
    }

    List<Doubt> doubts() {
        return doubts;
    }

    /** The strands of each agreement, in order of key; each in order of first edition. */
    List<List<Strand>> groups() {
        List<List<Strand>> sorted = new ArrayList<>(groups.values());
        sorted.forEach(g -> g.sort(Comparator.comparingInt(Strand::first).thenComparing(Comparator.naturalOrder())));
        return sorted;
    }

    private void decisions() {
        Map<String, List<Strand>> byName = new HashMap<>();
        for (Strand strand : strands) {
            byName.computeIfAbsent(strand.latest().meaning().partyKey(), k -> new ArrayList<>())
                    .add(strand);
        }
        for (Corrections.Decision decision : corrections.list(What.SAME)) {
            String state = decision.state().name() + '/';
            String other = decision.otherName().map(AgencyName::key).orElse("");
            for (Strand a : byName.getOrDefault(state + decision.agency().key(), List.of())) {
                for (Strand b : byName.getOrDefault(state + other, List.of())) {
                    if (a.model() == b.model() && a.isApartFrom(b)) {
                        candidates.add(new Candidate(a, b, Join.RENAMED, 0, "decided by a person"));
                    }
                }
            }
        }
    }

    private void memoranda() {
        Map<String, Set<Strand>> index = new TreeMap<>();
        for (Strand strand : strands) {
            for (String memo : strand.memos()) {
                index.computeIfAbsent(strand.state() + "/" + memo, k -> new TreeSet<>())
                        .add(strand);
            }
        }
        index.values().forEach(sharing -> pairs(sharing, this::judgeMemorandum));
    }

    private void judgeMemorandum(Strand a, Strand b) {
        Nearness names = a.agency().nearness(b.agency());
        boolean apart = a.isApartFrom(b);
        boolean replaced = !apart && names != Nearness.APART && oneIsGone(a, b);
        if (a.model() == b.model() && near(a, b) && (apart || replaced) && !toldApart(a, b)) {
            Join join = a.agency().body() == b.agency().body() ? Join.RENAMED : Join.RELABELLED;
            String flag = replaced
                    ? "both rows stood on one list for a time"
                    : names == Nearness.APART ? "named quite otherwise; same memorandum and date" : "";
            candidates.add(new Candidate(a, b, join, 1 + names.doubt(), flag));
        } else {
            doubts.add(new Doubt(a, b, "one memorandum is linked by two agencies"));
        }
    }

    private void handOvers() {
        Map<String, Set<Strand>> index = new TreeMap<>();
        for (Strand strand : strands) {
            for (LocalDate day : strand.signed()) {
                for (int shift = 0; shift <= 1; shift++) {
                    index.computeIfAbsent(strand.model() + "/" + day.plusDays(shift), k -> new TreeSet<>())
                            .add(strand);
                }
            }
        }
        for (Set<Strand> sharing : index.values()) {
            pairs(sharing, (a, b) -> {
                if (a.isApartFrom(b) && (a.handsOverTo(b, HAND_OVER) || b.handsOverTo(a, HAND_OVER))) {
                    judgeHandOver(a, b);
                }
            });
        }
    }

    private void judgeHandOver(Strand a, Strand b) {
        boolean sameDay = a.signed().stream().anyMatch(b.signed()::contains);
        if (a.state() != b.state()) {
            if (sameDay
                    && oneIsGone(a, b)
                    && a.agency().body() == b.agency().body()
                    && a.agency().core().equals(b.agency().core())) {
                candidates.add(new Candidate(a, b, Join.STATE_CORRECTED, 8, "the state printed changed"));
            }
            return;
        }
        Nearness names = a.agency().nearness(b.agency());
        if (names == Nearness.APART || toldApart(a, b)) {
            return;
        }
        if (names != Nearness.SAME && bothKnown.test(a, b)) {
            doubts.add(new Doubt(a, b, "alike, and both are known names of the state"));
            return;
        }
        String flag = sameDay ? "" : "renamed while the signing date changed by a day";
        candidates.add(new Candidate(a, b, Join.RENAMED, 5 + names.doubt(), flag));
    }

    private void join(Candidate c) {
        Strand one = root.getOrDefault(c.one, c.one);
        Strand other = root.getOrDefault(c.other, c.other);
        if (one == other) {
            return;
        }
        List<Strand> mine = groups.getOrDefault(one, List.of());
        List<Strand> theirs = groups.getOrDefault(other, List.of());
        for (Strand a : mine) {
            for (Strand b : theirs) {
                boolean replaced = a.agency().nearness(b.agency()) != Nearness.APART && oneIsGone(a, b);
                if (!a.isApartFrom(b) && !replaced) {
                    doubts.add(new Doubt(c.one, c.other, "alike, and stood side by side with another of the same"));
                    return;
                }
            }
        }
        List<Strand> all = new ArrayList<>(mine);
        all.addAll(theirs);
        theirs.forEach(s -> root.put(s, one));
        groups.put(one, all);
        groups.remove(other);
        joined.add(new Joined(c.one, c.other, c.join, c.flag));
    }

    private boolean toldApart(Strand a, Strand b) {
        return corrections.says(What.DIFFERENT, a.state(), a.agency(), b.agency());
    }

    private boolean oneIsGone(Strand a, Strand b) {
        return a.last() != b.last() && Math.min(a.last(), b.last()) < lastEdition;
    }

    private static boolean near(Strand a, Strand b) {
        if (a.signed().isEmpty() || b.signed().isEmpty()) {
            return true;
        }
        return a.signed().stream()
                .anyMatch(x ->
                        b.signed().stream().anyMatch(y -> Math.abs(x.toEpochDay() - y.toEpochDay()) <= SAME_MEMO_DAYS));
    }

    private static void pairs(Set<Strand> sharing, BiConsumer<Strand, Strand> each) {
        List<Strand> list = List.copyOf(sharing);
        for (int i = 0; i < list.size(); i++) {
            for (int j = i + 1; j < list.size(); j++) {
                each.accept(list.get(i), list.get(j));
            }
        }
    }
}
