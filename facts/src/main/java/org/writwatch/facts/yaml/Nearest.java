package org.writwatch.facts.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.writwatch.facts.gazetteer.Spelling;

/** Finds the names a person may have meant. */
public final class Nearest {
    private Nearest() {}

    /**
     * The closest names by {@link Spelling#distance}, case aside, best first, ties in alphabetical order.
     *
     * @param wanted what was written
     * @param known the names there are
     * @param most how many to give back
     */
    public static List<String> of(String wanted, Collection<String> known, int most) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        return known.stream()
                .sorted(Comparator.<String>comparingInt(k -> distance(lower, k.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    private static int distance(String a, String b) {
        return Spelling.distance(a, b, Math.max(a.length(), b.length()));
    }
}
