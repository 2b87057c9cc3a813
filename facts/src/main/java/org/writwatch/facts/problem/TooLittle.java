package org.writwatch.facts.problem;

import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/** The data cannot answer (exit code 4); says what would be enough. */
public final class TooLittle extends Problem {
    private static final long serialVersionUID = 1L;

    private final transient Phrase why;
    private final transient Phrase enough;

    /**
     * @param why what is missing, with the number found
     * @param enough what would be enough, and where it could be asked for
     */
    public TooLittle(Phrase why, Phrase enough) {
        super(message(Lang.EN, why, enough));
        this.why = why;
        this.enough = enough;
    }

    @Override
    public String message(Lang lang) {
        return message(lang, why, enough);
    }

    private static String message(Lang lang, Phrase why, Phrase enough) {
        return Phrasebook.of(lang).say(Phrase.of("facts", "problem.too-little", why, enough));
    }
}
