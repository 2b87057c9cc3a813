package org.writwatch.evidence.survey;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.linear.Matrix;
import org.writwatch.facts.phrase.Figure;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.TooLittle;

/**
 * A share of the population who give an answer, with an error that follows how people were drawn. Immutable.
 *
 * <p>The variance is that of the linearised ratio over first-stage units within strata, drawn as if with replacement
 * (Wolter 2007, section 6.11). The interval is Wilson's with the effective sample size in place of the count and the
 * t distribution of (units - strata) degrees of freedom in place of the normal (Korn and Graubard 1998): near 0 and 1 it
 * stays inside. Weights of raking are taken as given, which makes the error a little too large.
 *
 * @param share 0 to 1
 * @param error standard error
 * @param low end of the 95 % interval
 * @param high end of the 95 % interval
 * @param respondents how many answered
 * @param effective how many drawn at random would tell as much
 * @param degreesOfFreedom first-stage units less strata
 */
public record SurveyShare(
        double share, double error, double low, double high, int respondents, double effective, int degreesOfFreedom) {
    /** Fewer than this many effective respondents, and no share is printed. */
    public static final double FEWEST_EFFECTIVE = 30;

    /** Fewer degrees of freedom than this, and the error itself is not known. */
    public static final int FEWEST_DEGREES = 8;

    /**
     * Computes.
     *
     * @param yes whether each respondent gives the answer
     * @param weights above 0
     * @param strata stratum of each respondent
     * @param units first-stage unit of each respondent: the block, the call list, or the respondent where people were drawn
     *     one by one
     * @throws TooLittle too few to say a share; what would be enough is said
     */
    public static SurveyShare of(boolean[] yes, double[] weights, List<String> strata, List<String> units) {
        int n = yes.length;
        if (weights.length != n || strata.size() != n || units.size() != n) {
            throw new IllegalArgumentException("a weight, a stratum and a unit for each of " + n + " respondents");
        }
        double total = 0;
        double with = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            total += weights[i];
            with += yes[i] ? weights[i] : 0;
            squares += weights[i] * weights[i];
        }
        double p = n == 0 ? 0 : with / total;
        SortedMap<String, SortedMap<String, Double>> scores = new TreeMap<>();
        for (int i = 0; i < n; i++) {
            double score = weights[i] * ((yes[i] ? 1 : 0) - p) / total;
            scores.computeIfAbsent(strata.get(i), k -> new TreeMap<>()).merge(units.get(i), score, Double::sum);
        }
        double variance = 0;
        int first = 0;
        for (Map.Entry<String, SortedMap<String, Double>> stratum : scores.entrySet()) {
            int drawn = stratum.getValue().size();
            first += drawn;
            if (drawn < 2) {
                throw new TooLittle(say("survey.one-unit", stratum.getKey()), say("survey.one-unit-enough"));
            }
            double mean = stratum.getValue().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(0);
            double sum = 0;
            for (double score : stratum.getValue().values()) {
                sum += (score - mean) * (score - mean);
            }
            variance += sum * drawn / (drawn - 1);
        }
        int degrees = first - scores.size();
        double kish = n == 0 ? 0 : total * total / squares;
        double effective = variance > 0 ? Math.min(n, p * (1 - p) / variance) : kish;
        if (effective < FEWEST_EFFECTIVE || degrees < FEWEST_DEGREES) {
            throw new TooLittle(
                    say("survey.thin", n, new Figure(effective, 1), degrees),
                    say("survey.thin-enough", new Figure(FEWEST_EFFECTIVE, 0), FEWEST_DEGREES));
        }
        double t = critical(degrees);
        double middle = (p + t * t / (2 * effective)) / (1 + t * t / effective);
        double reach =
                t / (1 + t * t / effective) * Math.sqrt(p * (1 - p) / effective + t * t / (4 * effective * effective));
        return new SurveyShare(
                p,
                Math.sqrt(variance),
                Math.max(0, middle - reach),
                Math.min(1, middle + reach),
                n,
                effective,
                degrees);
    }

    /**
     * The change from one independent survey to a later one, with its 95 % interval as three numbers: low, change, high
     * (Newcombe 1998, method 10, from the two intervals).
     */
    public double[] changeTo(SurveyShare later) {
        double change = later.share - share;
        double low = Math.hypot(later.share - later.low, high - share);
        double high = Math.hypot(later.high - later.share, share - this.low);
        return new double[] {change - low, change, change + high};
    }

    private static double critical(int degrees) {
        return new JointEstimates(List.of(Term.overall()), new double[1], Matrix.of(new double[][] {{1}}), degrees)
                .pointwiseCritical(0.95);
    }

    private static Phrase say(String key, Object... args) {
        return Phrase.of("evidence", key, args);
    }
}
