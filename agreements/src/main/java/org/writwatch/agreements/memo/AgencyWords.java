package org.writwatch.agreements.memo;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.writwatch.facts.UsState;

/** The words by which one agency's name is told from another's, and not those most agencies share. */
final class AgencyWords {
    private static final Set<String> COMMON = Set.of(
            "the",
            "of",
            "and",
            "county",
            "countys",
            "co",
            "city",
            "town",
            "state",
            "sheriff",
            "sheriffs",
            "office",
            "offices",
            "police",
            "department",
            "dept",
            "public",
            "safety",
            "corrections",
            "correctional",
            "detention",
            "center",
            "bureau",
            "investigation",
            "patrol",
            "highway",
            "jail",
            "division",
            "for",
            "lea",
            "village",
            "commission",
            "enforcement",
            "law",
            "agency",
            "marshal",
            "constable",
            "so",
            "pd");
    private static final Set<String> STATES = new HashSet<>();

    static {
        for (UsState state : UsState.values()) {
            STATES.add(state.name().toLowerCase(Locale.ROOT));
        }
    }

    private AgencyWords() {}

    /** Whether these words look like an agency's name and not like an abbreviation, a place or a misreading. */
    static boolean isName(String words) {
        return !own(words).isEmpty()
                && MemorandumReader.AGENCY_WORD.matcher(words).find();
    }

    /** Whether two names have no word of their own in common, even badly read. */
    static boolean different(String a, String b) {
        Set<String> first = own(a);
        Set<String> second = own(b);
        return !first.isEmpty()
                && !second.isEmpty()
                && first.stream().noneMatch(x -> second.stream().anyMatch(y -> akin(x, y)));
    }

    private static boolean akin(String x, String y) {
        int limit = Math.max(1, Math.min(x.length(), y.length()) / 3);
        return x.contains(y) || y.contains(x) || Fold.edits(x, y, limit) <= limit;
    }

    private static Set<String> own(String name) {
        Set<String> own = new HashSet<>();
        for (String word : List.of(name.toLowerCase(Locale.ROOT).split("[^a-z]+", -1))) {
            if (word.length() > 2 && !COMMON.contains(word) && !STATES.contains(word)) {
                own.add(word);
            }
        }
        return own;
    }
}
