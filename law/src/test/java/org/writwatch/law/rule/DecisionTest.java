package org.writwatch.law.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.writwatch.law.Truth;

/** The engine against brute force over every completion, by code that shares nothing with it. */
class DecisionTest {
    private static final Rule.Is A = new Rule.Is("a");
    private static final Rule.Is B = new Rule.Is("b");
    private static final Rule.Is C = new Rule.Is("c");

    @Test
    void repeatedFactIsSeenThrough() {
        Rule excludedMiddle = new Rule.Any(List.of(A, new Rule.Not(A)));
        assertEquals(Truth.MET, decide(excludedMiddle, Map.of()).truth(), "Kleene's tables would say unknown");
        Rule contradiction = new Rule.All(List.of(A, new Rule.Not(A)));
        assertEquals(Truth.NOT_MET, decide(contradiction, Map.of()).truth());
    }

    @Test
    void exceptionUnknownLeavesTheResultUnknown() {
        Rule rule = new Rule.Unless(A, List.of(B));
        assertEquals(Truth.UNKNOWN, decide(rule, Map.of("a", true)).truth());
        assertEquals(Truth.MET, decide(rule, Map.of("a", true, "b", false)).truth());
        assertEquals(Truth.NOT_MET, decide(rule, Map.of("b", true)).truth());
    }

    @Test
    void consensusSetIsFoundAndCheapestComesFirst() {
        Rule rule = new Rule.Any(List.of(new Rule.All(List.of(A, B)), new Rule.All(List.of(new Rule.Not(A), C))));
        List<Set<String>> sets = decide(rule, Map.of())
                .wouldMeet(Set::of, atom -> atom.equals("b") ? 5 : 1, 100)
                .cheapest();
        assertEquals(List.of(Set.of("a", "c"), Set.of("a", "b"), Set.of("b", "c")), sets);
    }

    @Test
    void weighingStaysOpenAndIsNeverSomethingToLearn() {
        Rule rule = new Rule.Any(List.of(A, new Rule.Weigh("trac", List.of())));
        assertEquals(Truth.UNKNOWN, decide(rule, Map.of("a", false)).truth());
        assertEquals(
                List.of(Set.of("a")),
                decide(rule, Map.of()).wouldMeet(Set::of, x -> 1, 1000).cheapest());
        assertEquals(
                List.of(),
                decide(rule, Map.of()).wouldFail(Set::of, x -> 1, 1000).cheapest());
    }

    @Test
    void randomRulesEqualBruteForceAndAreMonotone() {
        Random random = new Random(287);
        for (int round = 0; round < 120; round++) {
            int n = 2 + random.nextInt(5);
            Rule rule = random(random, n, 4);
            for (int code = 0; code < Math.pow(3, n); code++) {
                Map<String, Boolean> known = known(code, n);
                Decision decision = decide(rule, known);
                assertEquals(slow(rule, known, n), decision.truth(), rule + " on " + known);
                for (Map.Entry<String, Boolean> e : known.entrySet()) {
                    Map<String, Boolean> less = new HashMap<>(known);
                    less.remove(e.getKey());
                    Truth before = decide(rule, less).truth();
                    assertTrue(before == Truth.UNKNOWN || before == decision.truth(), rule + " on " + known);
                }
            }
        }
    }

    @Test
    void minimalSetsEqualBruteForce() {
        Random random = new Random(1357);
        for (int round = 0; round < 120; round++) {
            int n = 2 + random.nextInt(4);
            Rule rule = random(random, n, 4);
            Map<String, Boolean> known = known(random.nextInt((int) Math.pow(3, n)), n);
            Decision decision = decide(rule, known);
            if (decision.truth() == Truth.UNKNOWN) {
                assertEquals(
                        slowSets(rule, known, n, true),
                        Set.copyOf(decision.wouldMeet(Set::of, x -> 1, 1000).cheapest()),
                        rule.toString());
                assertEquals(
                        slowSets(rule, known, n, false),
                        Set.copyOf(decision.wouldFail(Set::of, x -> 1, 1000).cheapest()),
                        rule.toString());
            }
        }
    }

    private static Decision decide(Rule rule, Map<String, Boolean> known) {
        return Decision.of(rule, a -> !known.containsKey(a) ? Truth.UNKNOWN : known.get(a) ? Truth.MET : Truth.NOT_MET);
    }

    private static Rule random(Random random, int n, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return new Rule.Is(String.valueOf((char) ('a' + random.nextInt(n))));
        }
        List<Rule> parts = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            parts.add(random(random, n, depth - 1));
        }
        return switch (random.nextInt(5)) {
            case 0 -> new Rule.All(parts);
            case 1 -> new Rule.Any(parts);
            case 2 -> new Rule.Not(parts.get(0));
            case 3 -> new Rule.AtLeast(random.nextInt(parts.size() + 1), parts);
            default -> new Rule.Unless(parts.get(0), parts.subList(1, parts.size()));
        };
    }

    private static Map<String, Boolean> known(int code, int n) {
        Map<String, Boolean> known = new HashMap<>();
        int rest = code;
        for (int i = 0; i < n; i++, rest /= 3) {
            if (rest % 3 != 2) {
                known.put(String.valueOf((char) ('a' + i)), rest % 3 == 1);
            }
        }
        return known;
    }

    private static Truth slow(Rule rule, Map<String, Boolean> known, int n) {
        boolean everTrue = false;
        boolean everFalse = false;
        for (int bits = 0; bits < 1 << n; bits++) {
            Map<String, Boolean> world = new HashMap<>();
            for (int i = 0; i < n; i++) {
                world.put(String.valueOf((char) ('a' + i)), (bits >> i & 1) == 1);
            }
            world.putAll(known);
            boolean holds = holds(rule, world);
            everTrue |= holds;
            everFalse |= !holds;
        }
        return everTrue && everFalse ? Truth.UNKNOWN : everTrue ? Truth.MET : Truth.NOT_MET;
    }

    private static boolean holds(Rule rule, Map<String, Boolean> world) {
        if (rule instanceof Rule.Is is) {
            return world.get(is.atom());
        } else if (rule instanceof Rule.All all) {
            return all.of().stream().allMatch(r -> holds(r, world));
        } else if (rule instanceof Rule.Any any) {
            return any.of().stream().anyMatch(r -> holds(r, world));
        } else if (rule instanceof Rule.AtLeast some) {
            return some.of().stream().filter(r -> holds(r, world)).count() >= some.count();
        } else if (rule instanceof Rule.Not not) {
            return !holds(not.of(), world);
        }
        Rule.Unless unless = (Rule.Unless) rule;
        return holds(unless.base(), world) && unless.exceptions().stream().noneMatch(r -> holds(r, world));
    }

    private static Set<Set<String>> slowSets(Rule rule, Map<String, Boolean> known, int n, boolean wanted) {
        List<Set<String>> forcing = new ArrayList<>();
        Truth goal = wanted ? Truth.MET : Truth.NOT_MET;
        for (int code = 0; code < Math.pow(3, n); code++) {
            Map<String, Boolean> learned = known(code, n);
            learned.keySet().removeAll(known.keySet());
            Map<String, Boolean> all = new HashMap<>(learned);
            all.putAll(known);
            if (slow(rule, all, n) == goal) {
                forcing.add(new TreeSet<>(learned.keySet()));
            }
        }
        Set<Set<String>> smallest = new java.util.HashSet<>();
        for (Set<String> set : forcing) {
            if (forcing.stream().noneMatch(o -> o.size() < set.size() && set.containsAll(o))) {
                smallest.add(set);
            }
        }
        return smallest;
    }
}
