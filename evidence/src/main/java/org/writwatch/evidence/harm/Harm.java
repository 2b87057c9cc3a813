package org.writwatch.evidence.harm;

import java.util.List;
import org.writwatch.facts.phrase.Phrase;

/**
 * One harm as a question.
 *
 * @param id stable name, also of the finding that answers or refuses it
 * @param phrases start of its keys in the phrase files
 * @param answer whether the project estimates it today or refuses, saying what data would answer
 * @param tables names of the outcome tables that bear on it ({@code OutcomeCatalogue})
 * @param designs designs that could answer it
 * @param controls negative controls: series that should not move
 * @param confounders what could be mistaken for it
 * @param data how many kinds of data are named that would answer it
 */
public record Harm(
        String id,
        String phrases,
        Kind answer,
        List<String> tables,
        List<String> designs,
        List<String> controls,
        List<String> confounders,
        int data) {
    /** What the project does with it today. */
    public enum Kind {
        ESTIMATE,
        REFUSAL
    }

    public Harm {
        tables = List.copyOf(tables);
        designs = List.copyOf(designs);
        controls = List.copyOf(controls);
        confounders = List.copyOf(confounders);
        if (answer == Kind.REFUSAL && data < 1) {
            throw new IllegalArgumentException(id + ": a refusal names the data that would answer");
        }
    }

    /** The harm in the words of a resident. */
    public Phrase name() {
        return say("harm." + phrases);
    }

    /** Series that should not move, in words. */
    public List<Phrase> controlsSaid() {
        return controls.stream().map(c -> say("control." + c)).toList();
    }

    /** What could be mistaken for it, in words. */
    public List<Phrase> confoundersSaid() {
        return confounders.stream().map(c -> say("confounder." + c)).toList();
    }

    /** One of its sentences ({@code question}, {@code design}, {@code because}, {@code reading}, {@code coverage}). */
    public Phrase sentence(String which, Phrase place) {
        return say(phrases + "." + which, place);
    }

    /** Data that would answer it, each something a person could ask for. */
    public List<Phrase> wouldAnswer() {
        return java.util.stream.IntStream.rangeClosed(1, data)
                .mapToObj(i -> say(phrases + ".data." + i))
                .toList();
    }

    private static Phrase say(String key, Object... args) {
        return Phrase.of("evidence", key, args);
    }
}
