package org.writwatch.app;

import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.MachineFailure;
import org.writwatch.facts.problem.NotFound;
import org.writwatch.facts.problem.Problem;
import org.writwatch.facts.problem.TooLittle;

/** What the exit status means; the numbers are a contract with people's scripts. */
public final class ExitCode {
    /** Done. */
    public static final int DONE = 0;
    /** A defect of ours. */
    public static final int DEFECT = 1;
    /** Wrong usage. */
    public static final int USAGE = 2;
    /** Input that is not what it claims to be. */
    public static final int BAD_INPUT = 3;
    /** Not found, ambiguous, or too little data to answer. */
    public static final int NO_ANSWER = 4;
    /** Disk full, not writable, network. */
    public static final int MACHINE = 5;
    /** Interrupted. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}

    /** The status for a refusal. */
    public static int of(Problem problem) {
        if (problem instanceof BadInput) {
            return BAD_INPUT;
        } else if (problem instanceof NotFound || problem instanceof TooLittle) {
            return NO_ANSWER;
        } else if (problem instanceof MachineFailure) {
            return MACHINE;
        }
        return DEFECT;
    }
}
