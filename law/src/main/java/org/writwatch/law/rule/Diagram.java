package org.writwatch.law.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A reduced ordered binary decision diagram (Bryant 1986) over numbered variables: two formulas are equal exactly when
 * they are the same node. Node 0 is false, node 1 is true. For use by one thread.
 */
final class Diagram {
    static final int FALSE = 0;
    static final int TRUE = 1;
    private static final int LAST = Integer.MAX_VALUE;

    private record Node(int variable, int low, int high) {}

    private record Triple(int first, int second, int third) {}

    private final List<Node> nodes = new ArrayList<>(List.of(new Node(LAST, 0, 0), new Node(LAST, 1, 1)));
    private final Map<Node, Integer> unique = new HashMap<>();
    private final Map<Triple, Integer> chosen = new HashMap<>();

    /** The formula that is true when the variable is. */
    int variable(int number) {
        return node(number, FALSE, TRUE);
    }

    /** If the first then the second, else the third. */
    int choose(int first, int second, int third) {
        if (first == TRUE || second == third) {
            return second;
        } else if (first == FALSE) {
            return third;
        }
        Triple key = new Triple(first, second, third);
        Integer known = chosen.get(key);
        if (known == null) {
            int top = Math.min(top(first), Math.min(top(second), top(third)));
            int low = choose(low(first, top), low(second, top), low(third, top));
            int high = choose(high(first, top), high(second, top), high(third, top));
            known = node(top, low, high);
            chosen.put(key, known);
        }
        return known;
    }

    int and(int a, int b) {
        return choose(a, b, FALSE);
    }

    int or(int a, int b) {
        return choose(a, TRUE, b);
    }

    int not(int a) {
        return choose(a, FALSE, TRUE);
    }

    /**
     * The smallest sets of facts that can make the formula true: a set is given when some values of its members do so
     * whatever the others are, and no smaller set inside it has that property.
     *
     * <p>A set without the top variable must force both branches with the same values; one with it must force one of
     * them. That covers every case, so the answer is exact.
     *
     * @param families where the answer is built
     * @param learnedBy the facts that settle a variable; null when none does
     */
    int forcing(int formula, Families families, IntFunction<int @Nullable []> learnedBy) {
        return families.smallest(forcing(formula, families, learnedBy, new HashMap<>()));
    }

    private int forcing(
            int formula, Families families, IntFunction<int @Nullable []> learnedBy, Map<Integer, Integer> known) {
        if (formula <= TRUE) {
            return formula == TRUE ? Families.EMPTY_SET : Families.NONE;
        }
        Integer answer = known.get(formula);
        if (answer == null) {
            Node node = nodes.get(formula);
            answer = forcing(and(node.low, node.high), families, learnedBy, known);
            int[] facts = learnedBy.apply(node.variable);
            if (facts != null) {
                int either = families.union(
                        forcing(node.low, families, learnedBy, known), forcing(node.high, families, learnedBy, known));
                for (int fact : facts) {
                    either = families.attach(fact, either);
                }
                answer = families.smallest(families.union(answer, either));
            }
            known.put(formula, answer);
        }
        return answer;
    }

    /** The variables the formula hangs on. */
    Set<Integer> support(int formula) {
        Set<Integer> variables = new TreeSet<>();
        support(formula, variables, new HashSet<>());
        return variables;
    }

    private void support(int formula, Set<Integer> variables, Set<Integer> seen) {
        if (formula > TRUE && seen.add(formula)) {
            Node node = nodes.get(formula);
            variables.add(node.variable);
            support(node.low, variables, seen);
            support(node.high, variables, seen);
        }
    }

    private int node(int variable, int low, int high) {
        if (low == high) {
            return low;
        }
        return unique.computeIfAbsent(new Node(variable, low, high), n -> {
            nodes.add(n);
            return nodes.size() - 1;
        });
    }

    private int top(int formula) {
        return nodes.get(formula).variable;
    }

    private int low(int formula, int variable) {
        return top(formula) == variable ? nodes.get(formula).low : formula;
    }

    private int high(int formula, int variable) {
        return top(formula) == variable ? nodes.get(formula).high : formula;
    }
}
