package org.writwatch.law.rule;

import java.util.List;
import java.util.function.Function;
import org.writwatch.law.Truth;

/**
 * Why a rule came out as it did: the rule's shape with the truth of every part.
 *
 * @param kind "is", "all", "any", "at_least", "not", "unless" or "weigh"
 * @param of the atom, or the count, or the id of the weighing; empty otherwise
 * @param truth of this part, decided by itself
 * @param because its parts, in the order of the rule; for "unless" the base first
 */
public record Proof(String kind, String of, Truth truth, List<Proof> because) {
    public Proof {
        because = List.copyOf(because);
    }

    /** The proof of a rule on what is known. */
    public static Proof of(Rule rule, Function<String, Truth> known) {
        Truth truth = Decision.of(rule, known).truth();
        if (rule instanceof Rule.Is is) {
            return new Proof("is", is.atom(), truth, List.of());
        } else if (rule instanceof Rule.All all) {
            return new Proof("all", "", truth, parts(all.of(), known));
        } else if (rule instanceof Rule.Any any) {
            return new Proof("any", "", truth, parts(any.of(), known));
        } else if (rule instanceof Rule.AtLeast some) {
            return new Proof("at_least", String.valueOf(some.count()), truth, parts(some.of(), known));
        } else if (rule instanceof Rule.Not not) {
            return new Proof("not", "", truth, parts(List.of(not.of()), known));
        } else if (rule instanceof Rule.Unless unless) {
            List<Proof> because = new java.util.ArrayList<>(parts(List.of(unless.base()), known));
            because.addAll(parts(unless.exceptions(), known));
            return new Proof("unless", "", truth, because);
        } else if (rule instanceof Rule.Weigh weigh) {
            return new Proof("weigh", weigh.id(), truth, List.of());
        }
        throw new IllegalStateException("a kind of rule nobody explains: " + rule);
    }

    private static List<Proof> parts(List<Rule> rules, Function<String, Truth> known) {
        return rules.stream().map(r -> of(r, known)).toList();
    }
}
