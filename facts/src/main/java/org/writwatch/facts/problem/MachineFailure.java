package org.writwatch.facts.problem;

import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/** The machine failed us: disk full, folder not writable, network out of reach (exit code 5). */
public final class MachineFailure extends Problem {
    private static final long serialVersionUID = 1L;

    private final transient Phrase what;

    /**
     * @param what what could not be done, and what to do about it
     * @param cause the system's own report, kept for {@code getCause}
     */
    public MachineFailure(Phrase what, Throwable cause) {
        super(Phrasebook.of(Lang.EN).say(what), cause);
        this.what = what;
    }

    @Override
    public String message(Lang lang) {
        return Phrasebook.of(lang).say(what);
    }
}
