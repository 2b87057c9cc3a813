package org.writwatch.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.writwatch.facts.Period;
import org.writwatch.facts.phrase.Phrase;

/** What the data say to a question: an estimate, or which kind of "cannot be said". */
public sealed interface Answer {
    /**
     * An estimate. All levels are in {@code unit}.
     *
     * @param difference after minus before, relative to the comparison where the design has one
     * @param before mean level in {@code beforePeriod}
     * @param after mean level in {@code afterPeriod}; 0 only "if absence is zero" when {@code afterIsAbsence}
     * @param beforePeriod days of the level before
     * @param afterPeriod days of the level after
     * @param afterIsAbsence whether "after" rests on days the file does not mention
     * @param interval range that placebo inference does not reject at 95 %; empty when too few comparison places
     * @param changeOn estimated date of the change, when the design looks for one
     * @param inference how doubt was measured
     * @param unit what is counted, in words: "people per day"
     */
    record Estimated(
            double difference,
            double before,
            double after,
            Period beforePeriod,
            Period afterPeriod,
            boolean afterIsAbsence,
            Optional<Interval> interval,
            Optional<LocalDate> changeOn,
            Placebo inference,
            Phrase unit)
            implements Answer {}

    /**
     * The quantity asked for cannot be told apart from something else with these data.
     *
     * @param because why
     * @param wouldAnswer the data that would answer, each something a person could ask for
     */
    record NotIdentified(Phrase because, List<Phrase> wouldAnswer) implements Answer {
        public NotIdentified {
            wouldAnswer = List.copyOf(wouldAnswer);
        }
    }

    /**
     * Too little data for the design.
     *
     * @param found what there is, with its number
     * @param enough what would be enough, with its number
     * @param request what a records request could ask for to get there
     */
    record TooThin(Phrase found, Phrase enough, Phrase request) implements Answer {}

    /** A range with its nominal coverage; {@code low <= high}. */
    record Interval(double low, double high, double confidence) {
        public Interval {
            if (!(low <= high) || !(confidence > 0 && confidence < 1)) {
                throw new IllegalArgumentException("not an interval: [" + low + ", " + high + "] at " + confidence);
            }
        }
    }

    /**
     * Placebo inference: the same number computed for places where nothing happened.
     *
     * @param places how many comparison places, J
     * @param rank place of the treated unit among the J + 1, 1 = most extreme
     * @param p rank / (J + 1)
     * @param smallestP the smallest p these places could give, 1 / (J + 1)
     */
    record Placebo(int places, int rank, double p, double smallestP) {
        public Placebo {
            if (places < 1 || rank < 1 || rank > places + 1) {
                throw new IllegalArgumentException("rank " + rank + " of " + (places + 1));
            }
        }

        /** Whether a claim at the 5 % level is open to these data at all (J of at least 19). */
        public boolean couldReachFivePercent() {
            return smallestP <= 0.05;
        }
    }
}
