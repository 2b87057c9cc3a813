package org.writwatch.evidence;

import org.writwatch.facts.phrase.Phrase;

/**
 * One thing that speaks for or against an answer. Those against are printed first.
 *
 * @param id stable name: "placebo-dates", "covid-window", "comparison-pre-period-fit"
 * @param verdict how it came out
 * @param sentence what was looked at and what it showed, with its number
 */
public record Diagnostic(String id, Verdict verdict, Phrase sentence) {
    /** Whether it speaks against the answer, for it, or only describes. Order of printing. */
    public enum Verdict {
        AGAINST,
        NEUTRAL,
        FOR
    }
}
