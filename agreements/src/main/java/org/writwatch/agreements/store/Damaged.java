package org.writwatch.agreements.store;

import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;

/** Refusals of a home folder that is not as it was left. */
final class Damaged {
    private Damaged() {}

    static BadInput pointer() {
        return new BadInput(
                "ice-287g/current",
                Phrase.of("agreements", "store.damaged.found"),
                Phrase.of("agreements", "store.damaged.expected"),
                Phrase.of("agreements", "store.damaged.remedy"));
    }
}
