package org.writwatch.evidence;

import java.util.Optional;
import org.writwatch.facts.phrase.Phrase;

/**
 * What one design gives for a question, or why it cannot be run. All numbers are in the unit of the answer.
 *
 * @param id stable name: "placebo-rank", "level-difference", "synthetic-control", "interrupted-time-series"
 * @param chosen whether the published rule chose it before the outcome was read
 * @param name what it does, in words
 * @param difference its estimate; empty when it cannot be run
 * @param interval range at 95 %; empty when the design has none here
 * @param p two-sided p value; empty when the design has none here
 * @param why the reason it cannot be run; empty when it was
 */
public record DesignResult(
        String id,
        boolean chosen,
        Phrase name,
        Optional<Double> difference,
        Optional<Answer.Interval> interval,
        Optional<Double> p,
        Optional<Phrase> why) {
    public DesignResult {
        if (difference.isPresent() == why.isPresent()) {
            throw new IllegalArgumentException(id + ": either an estimate or the reason there is none");
        }
    }
}
