package org.writwatch.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.writwatch.facts.phrase.Figure;
import org.writwatch.facts.phrase.Phrase;

/** p values when several answers were looked for at once. All take and give values in the order of the input. */
public final class SeveralAnswers {
    private SeveralAnswers() {}

    /** Holm (1979): the chance of any false claim among them stays below the level. Each result is at most 1. */
    public static double[] holm(double[] p) {
        int n = p.length;
        Integer[] order = ascending(p);
        double[] adjusted = new double[n];
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.min(1, (n - i) * p[order[i]]));
            adjusted[order[i]] = largest;
        }
        return adjusted;
    }

    /** Benjamini and Hochberg (1995): the share of false claims among those made stays below the level. */
    public static double[] benjaminiHochberg(double[] p) {
        int n = p.length;
        Integer[] order = ascending(p);
        double[] adjusted = new double[n];
        double smallest = 1;
        for (int i = n - 1; i >= 0; i--) {
            smallest = Math.min(smallest, p[order[i]] * n / (i + 1));
            adjusted[order[i]] = smallest;
        }
        return adjusted;
    }

    private static Integer[] ascending(double[] p) {
        Integer[] order = new Integer[p.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> p[i]).thenComparing(i -> i));
        return order;
    }

    /** The findings of one place, each estimate with its p adjusted for the others among its diagnostics. */
    static List<Finding> adjusted(List<Finding> findings) {
        double[] p = findings.stream()
                .filter(f -> f.answer() instanceof Answer.Estimated)
                .mapToDouble(f -> ((Answer.Estimated) f.answer()).inference().p())
                .toArray();
        double[] holm = holm(p);
        List<Finding> out = new ArrayList<>();
        int next = 0;
        for (Finding finding : findings) {
            if (!(finding.answer() instanceof Answer.Estimated)) {
                out.add(finding);
                continue;
            }
            double own = holm[next];
            boolean lost = p[next] <= 0.05 && own > 0.05;
            next++;
            Phrase sentence = p.length == 1
                    ? Phrase.of("evidence", "doubt.several-none")
                    : Phrase.of("evidence", "doubt.several", p.length, new Figure(own, FindingRecord.P_DECIMALS));
            out.add(finding.with(List.of(new Diagnostic(
                    "several-answers", lost ? Diagnostic.Verdict.AGAINST : Diagnostic.Verdict.NEUTRAL, sentence))));
        }
        return out;
    }
}
