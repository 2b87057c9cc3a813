package org.writwatch.agreements.history;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.roster.ListFamily;
import org.writwatch.agreements.roster.ListKind;
import org.writwatch.agreements.roster.PublishedList;
import org.writwatch.facts.phrase.Phrase;

/**
 * Decides which lists count. A list that is misfiled, truncated or wildly different from its neighbours is put aside
 * with its reason and makes no event, so that a slip of the publisher never becomes a departure.
 *
 * <p>A list of participants that lacks more than a tenth of the agencies (and more than ten) of the last list that
 * counts is put aside, unless the next two lists lack four fifths of the same agencies too: then it was no slip. Lists
 * of pending agencies empty themselves often and are not compared.
 */
public final class PublicationGuard {
    private static final double LOST_SHARE = 0.10;
    private static final int LOST_AGENCIES = 10;
    private static final double CONFIRMED = 0.80;
    private static final double UNREADABLE_SHARE = 0.20;

    private PublicationGuard() {}

    /**
     * Why a list does not count.
     *
     * @param code "no-list", "misfiled", "undated", "unreadable" or "truncated"
     * @param args what the sentence names
     */
    public record Quarantine(String code, List<Object> args) {
        public Quarantine {
            args = List.copyOf(args);
        }

        /** The reason in words. */
        public Phrase reason() {
            return Phrase.of("agreements", "quarantine." + code, args.toArray());
        }
    }

    /** The lists that do not count, with the reason; every other list counts. Names a list in any order of arrival. */
    static Map<PublishedList, Quarantine> judge(Collection<PublishedList> lists, Sightings read) {
        Map<PublishedList, Quarantine> aside = new LinkedHashMap<>();
        List<PublishedList> good = new ArrayList<>();
        for (PublishedList list : lists.stream().sorted().toList()) {
            Optional<Quarantine> fault = fault(list, read.of(list));
            if (fault.isPresent()) {
                aside.put(list, fault.get());
            } else {
                good.add(list);
            }
        }
        for (ListFamily family : ListFamily.values()) {
            List<PublishedList> participating = good.stream()
                    .filter(l -> l.family() == family && l.kind() == ListKind.PARTICIPATING)
                    .toList();
            compare(participating, read, aside);
        }
        return aside;
    }

    private static Optional<Quarantine> fault(PublishedList list, @Nullable Meaning[] meanings) {
        if (list.kind() == ListKind.UNKNOWN) {
            return Optional.of(new Quarantine("no-list", List.of()));
        }
        Optional<ListKind> claimed = list.claimedKind();
        if (claimed.isPresent() && claimed.get() != list.kind()) {
            return Optional.of(new Quarantine(
                    list.kind() == ListKind.PENDING ? "misfiled-pending" : "misfiled-participating", List.of()));
        }
        if (list.order().equals(java.time.Instant.EPOCH)) {
            return Optional.of(new Quarantine("undated", List.of()));
        }
        int unread = 0;
        for (Meaning meaning : meanings) {
            unread += meaning == null ? 1 : 0;
        }
        if (unread > list.rows().size() * UNREADABLE_SHARE) {
            return Optional.of(
                    new Quarantine("unreadable", List.of(unread, list.rows().size())));
        }
        return Optional.empty();
    }

    private static void compare(List<PublishedList> lists, Sightings read, Map<PublishedList, Quarantine> aside) {
        Map<String, Integer> numbers = new HashMap<>();
        @Nullable Meaning[] meanings = read.meanings();
        int[] agency = new int[meanings.length];
        for (int i = 0; i < agency.length; i++) {
            Meaning meaning = meanings[i];
            agency[i] = meaning == null ? -1 : numbers.computeIfAbsent(meaning.partyKey(), k -> numbers.size());
        }
        List<BitSet> agencies = new ArrayList<>();
        for (PublishedList list : lists) {
            BitSet names = new BitSet(numbers.size());
            for (Meaning meaning : read.of(list)) {
                if (meaning != null) {
                    names.set(agency[meaning.number()]);
                }
            }
            agencies.add(names);
        }
        BitSet before = null;
        for (int i = 0; i < lists.size(); i++) {
            if (before != null) {
                int had = before.cardinality();
                BitSet lost = lacking(before, agencies.get(i));
                int gone = lost.cardinality();
                if (gone > LOST_AGENCIES && gone > had * LOST_SHARE && !confirmed(lost, agencies, i)) {
                    aside.put(lists.get(i), new Quarantine("truncated", List.of(gone, had)));
                    continue;
                }
            }
            before = agencies.get(i);
        }
    }

    private static boolean confirmed(BitSet lost, List<BitSet> agencies, int at) {
        for (int next = at + 1; next <= at + 2; next++) {
            if (next >= agencies.size()
                    || lacking(lost, agencies.get(next)).cardinality() < lost.cardinality() * CONFIRMED) {
                return false;
            }
        }
        return true;
    }

    private static BitSet lacking(BitSet of, BitSet on) {
        BitSet lacking = (BitSet) of.clone();
        lacking.andNot(on);
        return lacking;
    }
}
