package org.writwatch.evidence.survey;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.writwatch.facts.phrase.Figure;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.TooLittle;

/**
 * Weights that make a sample meet known margins of the population, by iterative proportional fitting (Deming and Stephan
 * 1940; Deville, Sarndal and Sautory 1993). Immutable.
 *
 * @param weights one per respondent, above 0; they add up to the population
 * @param rounds rounds taken
 * @param worst largest relative distance from a margin that is left
 */
public record Raking(List<Double> weights, int rounds, double worst) {
    /** A margin counts as met within this share of itself. */
    public static final double MET = 1e-9;

    /** Margins add up to the same number within this share of it. */
    public static final double SAME_TOTAL = 1e-6;

    /** More rounds than this do not help: the margins contradict one another. */
    public static final int ROUNDS = 1000;

    /** Fewer respondents than this in a class, and its weights would rest on single people. */
    public static final int FEWEST = 5;

    public Raking {
        weights = List.copyOf(weights);
    }

    /**
     * One thing known of the population.
     *
     * @param name "age", for messages
     * @param classes the class of each respondent
     * @param people people of the population in each class; all margins add up to the same number
     */
    public record Margin(String name, List<String> classes, Map<String, Double> people) {
        public Margin {
            classes = List.copyOf(classes);
            people = Map.copyOf(people);
        }
    }

    /**
     * Rakes.
     *
     * @param start design weights, above 0: one over each person's chance to be drawn
     * @throws TooLittle a class has too few respondents, or the margins cannot be met together
     * @throws IllegalArgumentException lengths differ, a respondent's class is in no margin, or totals differ
     */
    public static Raking of(double[] start, List<Margin> margins) {
        margins.forEach(m -> check(start.length, m, margins.get(0)));
        double[] weights = start.clone();
        double worst = Double.POSITIVE_INFINITY;
        int round = 0;
        while (worst > MET && round < ROUNDS) {
            round++;
            for (Margin margin : margins) {
                SortedMap<String, Double> now = sums(weights, margin);
                for (int i = 0; i < weights.length; i++) {
                    String own = margin.classes().get(i);
                    weights[i] *= people(margin, own) / now.getOrDefault(own, 1.0);
                }
            }
            worst = 0;
            for (Margin margin : margins) {
                for (Map.Entry<String, Double> now : sums(weights, margin).entrySet()) {
                    double wanted = people(margin, now.getKey());
                    worst = Math.max(worst, Math.abs(now.getValue() - wanted) / wanted);
                }
            }
        }
        if (worst > 1e-6) {
            throw new TooLittle(
                    say("survey.no-rake", ROUNDS, new Figure(100 * worst, 2)), say("survey.no-rake-enough"));
        }
        return new Raking(Arrays.stream(weights).boxed().toList(), round, worst);
    }

    private static void check(int n, Margin margin, Margin first) {
        if (margin.classes().size() != n) {
            throw new IllegalArgumentException(
                    margin.name() + ": " + margin.classes().size() + " classes for " + n);
        }
        double total = margin.people().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        double firstTotal = first.people().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        if (Math.abs(total - firstTotal) > SAME_TOTAL * firstTotal) {
            throw new IllegalArgumentException(
                    margin.name() + " adds up to " + total + ", " + first.name() + " to " + firstTotal);
        }
        for (String own : margin.classes()) {
            if (!margin.people().containsKey(own)) {
                throw new IllegalArgumentException(margin.name() + " has no class " + own);
            }
        }
        for (Map.Entry<String, Double> known : new TreeMap<>(margin.people()).entrySet()) {
            long asked =
                    margin.classes().stream().filter(known.getKey()::equals).count();
            if (known.getValue() > 0 && asked < FEWEST) {
                throw new TooLittle(
                        say("survey.thin-class", asked, margin.name(), known.getKey()),
                        say("survey.thin-class-enough", FEWEST));
            }
        }
    }

    private static SortedMap<String, Double> sums(double[] weights, Margin margin) {
        SortedMap<String, Double> sums = new TreeMap<>();
        for (int i = 0; i < weights.length; i++) {
            sums.merge(margin.classes().get(i), weights[i], Double::sum);
        }
        return sums;
    }

    private static double people(Margin margin, String own) {
        return margin.people().getOrDefault(own, 0.0);
    }

    private static Phrase say(String key, Object... args) {
        return Phrase.of("evidence", key, args);
    }
}
