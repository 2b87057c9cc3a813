package org.writwatch.evidence.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.TooLittle;

/**
 * One wave of a survey: weights that meet the margins, and the share of each answer of a question. Immutable.
 *
 * <p>An answer that fewer than {@value #FEWEST_SAME} people gave is not printed, and neither is the next rarest when one alone
 * would follow from the others: no share can be traced to single people.
 */
public final class SurveyWave {
    /** Fewer people than this who gave an answer, and it is not printed. */
    public static final int FEWEST_SAME = 5;

    private final String name;
    private final List<SurveySheet.Respondent> people;
    private final double[] weights;
    private final Optional<Raking> raking;

    private SurveyWave(String name, List<SurveySheet.Respondent> people, double[] weights, Optional<Raking> raking) {
        this.name = name;
        this.people = people;
        this.weights = weights;
        this.raking = raking;
    }

    /**
     * The waves of a table by name, each raked by itself.
     *
     * @param margins people of the population by class, by margin; empty for the design weights alone
     * @throws TooLittle nobody answered, or a wave cannot be raked
     */
    public static List<SurveyWave> of(SurveySheet sheet, Map<String, Map<String, Double>> margins) {
        if (sheet.people().isEmpty()) {
            throw new TooLittle(say("survey.nobody"), say("survey.nobody-enough"));
        }
        List<SurveyWave> waves = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>();
        sheet.people().forEach(p -> names.add(p.wave()));
        for (String name : names) {
            List<SurveySheet.Respondent> people =
                    sheet.people().stream().filter(p -> p.wave().equals(name)).toList();
            double[] start =
                    people.stream().mapToDouble(SurveySheet.Respondent::weight).toArray();
            if (margins.isEmpty()) {
                waves.add(new SurveyWave(name, people, start, Optional.empty()));
                continue;
            }
            List<Raking.Margin> known = new ArrayList<>();
            margins.forEach((margin, counts) -> known.add(new Raking.Margin(
                    margin,
                    people.stream()
                            .map(p -> p.classes().getOrDefault(margin, ""))
                            .toList(),
                    counts)));
            Raking raked = Raking.of(start, known);
            waves.add(new SurveyWave(
                    name,
                    people,
                    raked.weights().stream().mapToDouble(Double::doubleValue).toArray(),
                    Optional.of(raked)));
        }
        return List.copyOf(waves);
    }

    /**
     * The share of one answer, or why it is not said.
     *
     * @param answer its place among the answers of the question
     * @param share empty when it is withheld
     * @param why empty when it is said
     */
    public record AnswerShare(int answer, Optional<SurveyShare> share, Optional<TooLittle> why) {}

    /** Every answer of a question, in its order. */
    public List<AnswerShare> shares(QuestionBank.Question question) {
        int[] counts = new int[question.answersEnglish().size()];
        people.forEach(p -> answer(p, question).ifPresent(a -> counts[a]++));
        boolean[] rare = rare(counts);
        List<AnswerShare> shares = new ArrayList<>();
        for (int a = 0; a < counts.length; a++) {
            shares.add(
                    rare[a]
                            ? withheld(
                                    a,
                                    new TooLittle(
                                            say("survey.rare", FEWEST_SAME), say("survey.rare-enough", FEWEST_SAME)))
                            : share(question, a));
        }
        return List.copyOf(shares);
    }

    /** Answers that few gave, and the rarest of the others when exactly one is rare. */
    private static boolean[] rare(int[] counts) {
        boolean[] rare = new boolean[counts.length];
        int found = 0;
        for (int a = 0; a < counts.length; a++) {
            rare[a] = counts[a] > 0 && counts[a] < FEWEST_SAME;
            found += rare[a] ? 1 : 0;
        }
        if (found == 1) {
            int next = -1;
            for (int a = 0; a < counts.length; a++) {
                if (!rare[a] && counts[a] > 0 && (next < 0 || counts[a] < counts[next])) {
                    next = a;
                }
            }
            if (next >= 0) {
                rare[next] = true;
            }
        }
        return rare;
    }

    private AnswerShare share(QuestionBank.Question question, int wanted) {
        List<SurveySheet.Respondent> who = new ArrayList<>();
        List<Double> weight = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            if (answer(people.get(i), question).isPresent()) {
                who.add(people.get(i));
                weight.add(weights[i]);
            }
        }
        boolean[] yes = new boolean[who.size()];
        for (int i = 0; i < yes.length; i++) {
            yes[i] = answer(who.get(i), question).orElse(-1) == wanted;
        }
        try {
            return new AnswerShare(
                    wanted,
                    Optional.of(SurveyShare.of(
                            yes,
                            weight.stream().mapToDouble(Double::doubleValue).toArray(),
                            who.stream().map(SurveySheet.Respondent::stratum).toList(),
                            who.stream().map(SurveySheet.Respondent::unit).toList())),
                    Optional.empty());
        } catch (TooLittle e) {
            return withheld(wanted, e);
        }
    }

    private static AnswerShare withheld(int answer, TooLittle why) {
        return new AnswerShare(answer, Optional.empty(), Optional.of(why));
    }

    private static Optional<Integer> answer(SurveySheet.Respondent person, QuestionBank.Question question) {
        return Optional.ofNullable(person.answers().get(question.id()));
    }

    /** Its name; empty when there is one wave. */
    public String name() {
        return name;
    }

    /** How many people it has. */
    public int people() {
        return people.size();
    }

    /** How many gave no answer to a question. */
    public int silent(QuestionBank.Question question) {
        return (int) people.stream().filter(p -> answer(p, question).isEmpty()).count();
    }

    /** How its weights were made to meet the margins; empty when there were none. */
    public Optional<Raking> raking() {
        return raking;
    }

    /** The largest weight as a multiple of the mean. */
    public double largestWeight() {
        double sum = 0;
        double largest = 0;
        for (double w : weights) {
            sum += w;
            largest = Math.max(largest, w);
        }
        return largest * weights.length / sum;
    }

    private static Phrase say(String key, Object... args) {
        return Phrase.of("evidence", key, args);
    }
}
