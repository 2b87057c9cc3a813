package org.writwatch.law.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.writwatch.law.Law;
import org.writwatch.law.Truth;
import org.writwatch.law.load.ClaimFile;
import org.writwatch.law.screen.Screen;

/** Every rule of every claim against brute force: all three values of each atom, and every completion of the unknown ones. */
class ClaimRulesTest {
    @Test
    void everyRuleOfEveryClaimEqualsBruteForce() {
        int rules = 0;
        int widest = 0;
        for (ClaimFile claim : Screen.of(Law.bundled()).claimFiles()) {
            List<Rule> all = new ArrayList<>();
            claim.gates().forEach(g -> all.add(g.rule()));
            claim.elements().forEach(e -> all.add(e.rule()));
            for (Rule rule : all) {
                List<String> atoms = List.copyOf(rule.atoms());
                assertTrue(atoms.size() <= 12, claim.id() + " " + atoms);
                for (int code = 0; code < Math.pow(3, atoms.size()); code++) {
                    Map<String, Truth> values = values(atoms, code);
                    assertEquals(
                            slow(rule, values, atoms),
                            Decision.of(rule, values::get).truth(),
                            () -> claim.id() + " " + rule + " " + values);
                }
                rules++;
                widest = Math.max(widest, atoms.size());
            }
        }
        assertEquals(139, rules, "rules, the widest of " + widest + " atoms");
    }

    private static Map<String, Truth> values(List<String> atoms, int code) {
        Map<String, Truth> values = new HashMap<>();
        int rest = code;
        for (String atom : atoms) {
            values.put(atom, List.of(Truth.MET, Truth.NOT_MET, Truth.UNKNOWN).get(rest % 3));
            rest /= 3;
        }
        return values;
    }

    /** Met when so under each completion, not met when so under none. */
    private static Truth slow(Rule rule, Map<String, Truth> values, List<String> atoms) {
        List<String> open =
                atoms.stream().filter(a -> values.get(a) == Truth.UNKNOWN).toList();
        boolean ever = false;
        boolean always = true;
        for (int bits = 0; bits < 1 << open.size(); bits++) {
            Map<String, Boolean> complete = new HashMap<>();
            atoms.forEach(a -> complete.put(a, values.get(a) == Truth.MET));
            for (int i = 0; i < open.size(); i++) {
                complete.put(open.get(i), (bits >> i & 1) == 1);
            }
            boolean so = so(rule, complete);
            ever |= so;
            always &= so;
        }
        return always ? Truth.MET : ever ? Truth.UNKNOWN : Truth.NOT_MET;
    }

    private static boolean so(Rule rule, Map<String, Boolean> values) {
        if (rule instanceof Rule.Is is) {
            return values.get(is.atom());
        } else if (rule instanceof Rule.Not not) {
            return !so(not.of(), values);
        } else if (rule instanceof Rule.All all) {
            for (Rule part : all.of()) {
                if (!so(part, values)) {
                    return false;
                }
            }
            return true;
        } else if (rule instanceof Rule.Any any) {
            for (Rule part : any.of()) {
                if (so(part, values)) {
                    return true;
                }
            }
            return false;
        } else if (rule instanceof Rule.AtLeast some) {
            int count = 0;
            for (Rule part : some.of()) {
                count += so(part, values) ? 1 : 0;
            }
            return count >= some.count();
        } else if (rule instanceof Rule.Unless unless) {
            return so(unless.base(), values) && unless.exceptions().stream().noneMatch(e -> so(e, values));
        }
        throw new AssertionError("a claim's gate or element weighs nothing: " + rule);
    }
}
