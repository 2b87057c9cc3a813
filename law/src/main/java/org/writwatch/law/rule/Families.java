package org.writwatch.law.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/**
 * Families of sets of numbers as zero-suppressed decision diagrams (Minato 1993): a family with millions of members
 * stays small, can be counted, and gives its cheapest members without listing the rest. Node 0 is the empty family, node
 * 1 the family that holds only the empty set. For use by one thread.
 */
final class Families {
    static final int NONE = 0;
    static final int EMPTY_SET = 1;
    private static final int LAST = Integer.MAX_VALUE;

    private record Node(int member, int without, int with) {}

    private record Pair(int first, int second) {}

    /** A member set with its cost. */
    record Priced(int cost, TreeSet<Integer> members) {}

    private static final Comparator<Priced> CHEAPEST = Comparator.comparingInt(Priced::cost)
            .thenComparingInt(p -> p.members().size())
            .thenComparing(p -> p.members().toString());

    private final List<Node> nodes = new ArrayList<>(List.of(new Node(LAST, 0, 0), new Node(LAST, 0, 0)));
    private final Map<Node, Integer> unique = new HashMap<>();
    private final Map<Pair, Integer> unions = new HashMap<>();
    private final Map<Pair, Integer> differences = new HashMap<>();
    private final Map<Integer, Integer> smallest = new HashMap<>();

    /** The sets of either family. */
    int union(int a, int b) {
        if (a == b || b == NONE) {
            return a;
        } else if (a == NONE) {
            return b;
        }
        Pair key = new Pair(Math.min(a, b), Math.max(a, b));
        Integer known = unions.get(key);
        if (known == null) {
            int top = Math.min(member(a), member(b));
            known = node(top, union(without(a, top), without(b, top)), union(with(a, top), with(b, top)));
            unions.put(key, known);
        }
        return known;
    }

    /** Every set of the family with one more member. */
    int attach(int member, int family) {
        if (family == NONE) {
            return NONE;
        } else if (member(family) > member) {
            return node(member, NONE, family);
        } else if (member(family) == member) {
            return node(member, NONE, union(nodes.get(family).without, nodes.get(family).with));
        }
        Node n = nodes.get(family);
        return node(n.member, attach(member, n.without), attach(member, n.with));
    }

    /** The sets that hold no other set of the family. */
    int smallest(int family) {
        if (family <= EMPTY_SET) {
            return family;
        }
        Integer known = smallest.get(family);
        if (known == null) {
            Node n = nodes.get(family);
            int without = smallest(n.without);
            known = node(n.member, without, thatHoldNone(smallest(n.with), without));
            smallest.put(family, known);
        }
        return known;
    }

    /** The sets of the first family that hold no set of the second. */
    private int thatHoldNone(int a, int b) {
        if (a == NONE || b == NONE) {
            return a;
        } else if (b == EMPTY_SET) {
            return NONE;
        }
        Pair key = new Pair(a, b);
        Integer known = differences.get(key);
        if (known == null) {
            int top = Math.min(member(a), member(b));
            int with = thatHoldNone(thatHoldNone(with(a, top), without(b, top)), with(b, top));
            known = node(top, thatHoldNone(without(a, top), without(b, top)), with);
            differences.put(key, known);
        }
        return known;
    }

    /** How many sets the family holds; {@code Long.MAX_VALUE} when there are more than that. */
    long count(int family) {
        return count(family, new HashMap<>());
    }

    private long count(int family, Map<Integer, Long> known) {
        if (family <= EMPTY_SET) {
            return family;
        }
        Long counted = known.get(family);
        if (counted == null) {
            Node n = nodes.get(family);
            long sum = count(n.without, known) + count(n.with, known);
            counted = sum < 0 ? Long.MAX_VALUE : sum;
            known.put(family, counted);
        }
        return counted;
    }

    /**
     * The cheapest sets, by the sum of what their members cost, then by size, then by their numbers.
     *
     * @param most how many to give
     */
    List<Priced> cheapest(int family, IntUnaryOperator cost, int most) {
        return cheapest(family, cost, most, new HashMap<>());
    }

    private List<Priced> cheapest(int family, IntUnaryOperator cost, int most, Map<Integer, List<Priced>> known) {
        if (family == NONE) {
            return List.of();
        } else if (family == EMPTY_SET) {
            return List.of(new Priced(0, new TreeSet<>()));
        }
        List<Priced> found = known.get(family);
        if (found == null) {
            Node n = nodes.get(family);
            int price = cost.applyAsInt(n.member);
            List<Priced> all = new ArrayList<>(cheapest(n.without, cost, most, known));
            for (Priced set : cheapest(n.with, cost, most, known)) {
                TreeSet<Integer> members = new TreeSet<>(set.members());
                members.add(n.member);
                all.add(new Priced(set.cost() + price, members));
            }
            found = all.stream().sorted(CHEAPEST).limit(most).toList();
            known.put(family, found);
        }
        return found;
    }

    private int node(int member, int without, int with) {
        if (with == NONE) {
            return without;
        }
        return unique.computeIfAbsent(new Node(member, without, with), n -> {
            nodes.add(n);
            return nodes.size() - 1;
        });
    }

    private int member(int family) {
        return nodes.get(family).member;
    }

    private int without(int family, int member) {
        return member(family) == member ? nodes.get(family).without : family;
    }

    private int with(int family, int member) {
        return member(family) == member ? nodes.get(family).with : NONE;
    }
}
