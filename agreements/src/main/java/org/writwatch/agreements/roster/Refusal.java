package org.writwatch.agreements.roster;

import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;

/** The refusals of this package: each names the file, what it holds, what was expected and what to do. */
final class Refusal {
    private Refusal() {}

    /** A file that is no readable workbook; {@code found} is a key under {@code workbook.found}. */
    static BadInput notAWorkbook(String file, String found, Object... args) {
        return new BadInput(
                file,
                Phrase.of("agreements", "workbook.found." + found, args),
                Phrase.of("agreements", "workbook.expected"),
                Phrase.of("agreements", "workbook.remedy"));
    }
}
