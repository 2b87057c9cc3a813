package org.writwatch.law.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What has to be so, put together from atoms: facts of a matter and readings of the law, each true, false or unknown. */
public sealed interface Rule {
    /** One atom is true. */
    record Is(String atom) implements Rule {}

    /** Every part; met when there are none. */
    record All(List<Rule> of) implements Rule {
        public All {
            of = List.copyOf(of);
        }
    }

    /** At least one part; not met when there are none. */
    record Any(List<Rule> of) implements Rule {
        public Any {
            of = List.copyOf(of);
        }
    }

    /** At least so many of the parts. */
    record AtLeast(int count, List<Rule> of) implements Rule {
        public AtLeast {
            of = List.copyOf(of);
            if (count < 0 || count > of.size()) {
                throw new IllegalArgumentException("at least " + count + " of " + of.size());
            }
        }
    }

    /** The part fails. */
    record Not(Rule of) implements Rule {}

    /** The base, and no exception to it. */
    record Unless(Rule base, List<Rule> exceptions) implements Rule {
        public Unless {
            exceptions = List.copyOf(exceptions);
        }
    }

    /**
     * Factors a court weighs. They are laid out in two columns and never summed: the rule itself stays unknown whatever
     * the factors say.
     */
    record Weigh(String id, List<Factor> factors) implements Rule {
        public Weigh {
            factors = List.copyOf(factors);
        }
    }

    /**
     * One factor.
     *
     * @param id stable id
     * @param helps when this is met, the factor stands in the column for relief
     * @param hurts when this is met, it stands in the column against
     */
    record Factor(String id, Rule helps, Rule hurts) {}

    /** Prefix of the atom that stands for a weighing; it can never be learned. */
    String OPEN = "weigh:";

    /** The atoms of the rule in the order they are read; those of a weighing's factors are not among them. */
    default Set<String> atoms() {
        Set<String> found = new LinkedHashSet<>();
        collect(this, found);
        return found;
    }

    private static void collect(Rule rule, Set<String> into) {
        if (rule instanceof Is is) {
            into.add(is.atom());
        } else if (rule instanceof All all) {
            all.of().forEach(r -> collect(r, into));
        } else if (rule instanceof Any any) {
            any.of().forEach(r -> collect(r, into));
        } else if (rule instanceof AtLeast some) {
            some.of().forEach(r -> collect(r, into));
        } else if (rule instanceof Not not) {
            collect(not.of(), into);
        } else if (rule instanceof Unless unless) {
            collect(unless.base(), into);
            unless.exceptions().forEach(r -> collect(r, into));
        } else if (rule instanceof Weigh weigh) {
            into.add(OPEN + weigh.id());
        }
    }
}
