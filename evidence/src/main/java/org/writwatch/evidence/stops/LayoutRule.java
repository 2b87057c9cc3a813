package org.writwatch.evidence.stops;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** How one column of the analysis is made from the columns of a published layout. */
sealed interface LayoutRule {
    /**
     * A column as it is published.
     *
     * @param names headers it goes by, the first that is there; {@code part.Header} for a linked table
     * @param words what its words mean; a word not listed stays
     * @param only whether a word not listed is left out
     * @param scale what numbers are multiplied by; 1 leaves them
     */
    record From(List<String> names, Map<String, String> words, boolean only, double scale) implements LayoutRule {
        public From {
            names = List.copyOf(names);
            words = Map.copyOf(words);
        }
    }

    /** The first of several that says something. */
    record First(List<LayoutRule> of) implements LayoutRule {
        public First {
            of = List.copyOf(of);
        }
    }

    /**
     * Yes when one of several says yes, missing when none says anything.
     *
     * @param yes words that say yes besides the usual ones
     * @param no words that say no besides the usual ones
     */
    record Any(List<LayoutRule> of, Set<String> yes, Set<String> no) implements LayoutRule {
        public Any {
            of = List.copyOf(of);
            yes = Set.copyOf(yes);
            no = Set.copyOf(no);
        }
    }

    /** Whether a linked table has a row for the stop. */
    record Exists(String part) implements LayoutRule {}

    /** The same word on every row. */
    record Constant(String word) implements LayoutRule {}
}
