package org.writwatch.law.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.writwatch.law.Truth;

/**
 * Decides one rule on what is known, exactly (supervaluation, van Fraassen 1966): met if and only if met under every
 * completion of the unknown atoms.
 *
 * <p>Atoms are taken as independent of each other. For use by one thread.
 */
public final class Decision {
    private final Function<String, Truth> known;
    private final Diagram diagram = new Diagram();
    private final Map<String, Integer> variables = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final int formula;

    private Decision(Rule rule, Function<String, Truth> known) {
        this.known = known;
        this.formula = build(rule);
    }

    /**
     * Decides.
     *
     * @param known what is known of each atom
     */
    public static Decision of(Rule rule, Function<String, Truth> known) {
        return new Decision(rule, known);
    }

    /** Whether the rule is met, not met, or hangs on what is unknown. */
    public Truth truth() {
        return switch (formula) {
            case Diagram.TRUE -> Truth.MET;
            case Diagram.FALSE -> Truth.NOT_MET;
            default -> Truth.UNKNOWN;
        };
    }

    /**
     * The smallest sets of unknown facts that, with the right values, make the rule met whatever the others are.
     *
     * @param learnedBy the facts that settle an atom; empty when no fact can. A weighing is settled by none
     * @param cost what a fact costs to learn
     * @param most how many sets to give; all are counted
     */
    public Deciding wouldMeet(Function<String, Set<String>> learnedBy, ToIntFunction<String> cost, int most) {
        return deciding(formula, learnedBy, cost, most);
    }

    /** The smallest sets of unknown facts that, with the wrong values, make it not met whatever the others are. */
    public Deciding wouldFail(Function<String, Set<String>> learnedBy, ToIntFunction<String> cost, int most) {
        return deciding(diagram.not(formula), learnedBy, cost, most);
    }

    /** The unknown atoms the answer hangs on. */
    public Set<String> hangsOn() {
        Set<String> atoms = new TreeSet<>();
        diagram.support(formula).forEach(v -> atoms.add(names.get(v)));
        return atoms;
    }

    private Deciding deciding(
            int wanted, Function<String, Set<String>> learnedBy, ToIntFunction<String> cost, int most) {
        if (truth() != Truth.UNKNOWN) {
            return Deciding.NONE;
        }
        Map<String, Set<String>> learned = new LinkedHashMap<>();
        TreeSet<String> sorted = new TreeSet<>();
        for (String atom : names) {
            Set<String> by = atom.startsWith(Rule.OPEN) ? Set.of() : learnedBy.apply(atom);
            learned.put(atom, by);
            sorted.addAll(by);
        }
        List<String> facts = List.copyOf(sorted);
        Families families = new Families();
        int family = diagram.forcing(wanted, families, v -> numbers(learned.get(names.get(v)), facts));
        List<Set<String>> cheapest = new ArrayList<>();
        for (Families.Priced set : families.cheapest(family, f -> cost.applyAsInt(facts.get(f)), most)) {
            TreeSet<String> named = new TreeSet<>();
            set.members().forEach(f -> named.add(facts.get(f)));
            cheapest.add(Collections.unmodifiableSet(named));
        }
        return new Deciding(families.count(family), cheapest);
    }

    private static int @Nullable [] numbers(@Nullable Set<String> learned, List<String> facts) {
        return learned == null || learned.isEmpty()
                ? null
                : learned.stream().mapToInt(facts::indexOf).toArray();
    }

    private int build(Rule rule) {
        if (rule instanceof Rule.Is is) {
            return atom(is.atom());
        } else if (rule instanceof Rule.All all) {
            return all(all.of());
        } else if (rule instanceof Rule.Any any) {
            return atLeast(1, any.of());
        } else if (rule instanceof Rule.AtLeast some) {
            return atLeast(some.count(), some.of());
        } else if (rule instanceof Rule.Not not) {
            return diagram.not(build(not.of()));
        } else if (rule instanceof Rule.Unless unless) {
            return diagram.and(build(unless.base()), diagram.not(atLeast(1, unless.exceptions())));
        } else if (rule instanceof Rule.Weigh weigh) {
            return variable(Rule.OPEN + weigh.id());
        }
        throw new IllegalStateException("a kind of rule nobody decides: " + rule);
    }

    private int all(List<Rule> parts) {
        int met = Diagram.TRUE;
        for (Rule part : parts) {
            met = diagram.and(met, build(part));
        }
        return met;
    }

    /** reached[k]: at least k of the parts seen so far. */
    private int atLeast(int count, List<Rule> parts) {
        int[] reached = new int[count + 1];
        reached[0] = Diagram.TRUE;
        for (Rule part : parts) {
            int here = build(part);
            for (int k = count; k > 0; k--) {
                reached[k] = diagram.or(reached[k], diagram.and(here, reached[k - 1]));
            }
        }
        return reached[count];
    }

    private int atom(String name) {
        return switch (known.apply(name)) {
            case MET -> Diagram.TRUE;
            case NOT_MET -> Diagram.FALSE;
            case UNKNOWN -> variable(name);
        };
    }

    private int variable(String name) {
        Integer number = variables.get(name);
        if (number == null) {
            number = names.size();
            variables.put(name, number);
            names.add(name);
        }
        return diagram.variable(number);
    }
}
