package org.writwatch.facts.problem;

import org.writwatch.facts.phrase.Lang;

/**
 * A refusal a user can act on; never a defect of ours.
 *
 * <p>The message has the same shape in every language: where, what was found, what was expected, what to do.
 */
public abstract sealed class Problem extends RuntimeException permits BadInput, NotFound, TooLittle, MachineFailure {
    private static final long serialVersionUID = 1L;

    Problem(String englishMessage) {
        super(englishMessage);
    }

    Problem(String englishMessage, Throwable cause) {
        super(englishMessage, cause);
    }

    /** The whole message in one language. */
    public abstract String message(Lang lang);
}
