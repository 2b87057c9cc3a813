package org.writwatch.law.rule;

import java.util.List;
import java.util.Set;

/**
 * The smallest sets of unknown facts that would settle a rule.
 *
 * @param count how many such sets there are; {@code Long.MAX_VALUE} stands for that many or more
 * @param cheapest the cheapest of them, by the sum of their costs, then by size
 */
public record Deciding(long count, List<Set<String>> cheapest) {
    /** No fact settles it. */
    public static final Deciding NONE = new Deciding(0, List.of());

    public Deciding {
        cheapest = List.copyOf(cheapest);
    }
}
