package org.writwatch.evidence.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.writwatch.evidence.harm.Harm;
import org.writwatch.evidence.harm.HarmCatalogue;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.problem.TooLittle;

/** Weights, errors and refusals of surveys, against plain second computations. */
class SurveyTest {
    @Test
    void rakedWeightsMeetEveryMargin() {
        Random random = new Random(287);
        List<String> age = new ArrayList<>();
        List<String> tongue = new ArrayList<>();
        double[] start = new double[400];
        for (int i = 0; i < start.length; i++) {
            age.add(random.nextDouble() < 0.7 ? "old" : "young");
            tongue.add(random.nextDouble() < 0.2 ? "es" : "en");
            start[i] = 1 + random.nextInt(3);
        }
        Raking raked = Raking.of(
                start,
                List.of(
                        new Raking.Margin("age", age, Map.of("old", 40_000.0, "young", 60_000.0)),
                        new Raking.Margin("language", tongue, Map.of("en", 65_000.0, "es", 35_000.0))));
        double[] w = raked.weights().stream().mapToDouble(Double::doubleValue).toArray();
        assertEquals(40_000, sum(w, age, "old"), 1e-3);
        assertEquals(35_000, sum(w, tongue, "es"), 1e-3);
        assertEquals(100_000, Arrays.stream(w).sum(), 1e-3);
        // A raked weight is the design weight times one factor of each class: cross ratios stay as they were.
        double odds = ratio(w, start, age, tongue, "old", "en") * ratio(w, start, age, tongue, "young", "es");
        double other = ratio(w, start, age, tongue, "old", "es") * ratio(w, start, age, tongue, "young", "en");
        assertEquals(1, odds / other, 1e-9);
    }

    @Test
    void aClassNobodyAnsweredForIsRefused() {
        TooLittle thin = assertThrows(
                TooLittle.class,
                () -> Raking.of(
                        new double[] {1, 1, 1, 1, 1, 1},
                        List.of(new Raking.Margin(
                                "language",
                                List.of("en", "en", "en", "en", "en", "es"),
                                Map.of("en", 5.0, "es", 5.0)))));
        assertTrue(thin.getMessage().contains("language"), thin.getMessage());
        assertFalse(thin.message(Lang.ES).isBlank());
    }

    @Test
    void peopleDrawnOneByOneHaveTheTextbookError() {
        boolean[] yes = answers(200, 60);
        SurveyShare share = SurveyShare.of(yes, ones(200), same(200, "all"), each(200));
        assertEquals(0.3, share.share(), 1e-12);
        assertEquals(Math.sqrt(0.3 * 0.7 / 199), share.error(), 1e-12);
        assertEquals(199, share.degreesOfFreedom());
        assertTrue(share.low() < 0.3 && share.high() > 0.3);
        assertEquals(0.24, share.low(), 0.005);
        assertEquals(0.367, share.high(), 0.005);
    }

    @Test
    void peopleOfOneBlockWhoAnswerAlikeTellLess() {
        boolean[] yes = new boolean[200];
        List<String> blocks = new ArrayList<>();
        for (int i = 0; i < yes.length; i++) {
            blocks.add("block " + i / 4);
            yes[i] = i / 4 % 3 == 0;
        }
        SurveyShare alike = SurveyShare.of(yes, ones(200), same(200, "all"), blocks);
        SurveyShare apart = SurveyShare.of(yes, ones(200), same(200, "all"), each(200));
        assertEquals(alike.share(), apart.share());
        assertEquals(2 * apart.error(), alike.error(), 0.01 * alike.error() + 0.001);
        assertEquals(50, alike.effective(), 2);
        assertEquals(49, alike.degreesOfFreedom());
    }

    @Test
    void tooFewAreNoShare() {
        TooLittle thin = assertThrows(
                TooLittle.class, () -> SurveyShare.of(answers(20, 5), ones(20), same(20, "all"), each(20)));
        assertTrue(thin.getMessage().contains("20"), thin.getMessage());
        assertThrows(TooLittle.class, () -> SurveyShare.of(new boolean[0], new double[0], List.of(), List.of()));
        List<String> one = new ArrayList<>(same(99, "a"));
        one.add("b");
        assertThrows(TooLittle.class, () -> SurveyShare.of(answers(100, 30), ones(100), one, each(100)));
    }

    @Test
    void aShareOfNobodyStillHasAnUpperEnd() {
        SurveyShare none = SurveyShare.of(answers(100, 0), ones(100), same(100, "all"), each(100));
        assertEquals(0, none.share());
        assertEquals(0, none.low());
        assertEquals(0.038, none.high(), 0.002);
        double[] change = none.changeTo(SurveyShare.of(answers(100, 30), ones(100), same(100, "all"), each(100)));
        assertEquals(0.3, change[1], 1e-12);
        assertTrue(change[0] > 0.2 && change[2] < 0.42, Arrays.toString(change));
    }

    @Test
    void everyQuestionIsAskedInBothLanguagesForAHarmWeKnow() {
        Set<String> harms = HarmCatalogue.list().stream().map(Harm::id).collect(Collectors.toSet());
        for (QuestionBank.Question q : QuestionBank.list()) {
            assertTrue(harms.contains(q.harm()), q.id());
            assertFalse(q.words(Lang.EN).equals(q.words(Lang.ES)), q.id());
            assertFalse(q.source().isBlank(), q.id());
        }
        for (String asked : List.of("trust", "anxiety", "isolation", "crime-reporting")) {
            assertTrue(QuestionBank.of(asked).size() >= 2, asked);
        }
    }

    private static double sum(double[] w, List<String> classes, String of) {
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            sum += classes.get(i).equals(of) ? w[i] : 0;
        }
        return sum;
    }

    private static double ratio(double[] w, double[] start, List<String> a, List<String> b, String x, String y) {
        for (int i = 0; i < w.length; i++) {
            if (a.get(i).equals(x) && b.get(i).equals(y)) {
                return w[i] / start[i];
            }
        }
        throw new AssertionError(x + " " + y);
    }

    private static boolean[] answers(int n, int yes) {
        boolean[] all = new boolean[n];
        Arrays.fill(all, 0, yes, true);
        return all;
    }

    private static double[] ones(int n) {
        double[] all = new double[n];
        Arrays.fill(all, 1);
        return all;
    }

    private static List<String> same(int n, String word) {
        return java.util.Collections.nCopies(n, word);
    }

    private static List<String> each(int n) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            all.add("person " + i);
        }
        return all;
    }
}
