package org.writwatch.facts.problem;

import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/** Input that cannot be read as what it claims to be (exit code 3). */
public final class BadInput extends Problem {
    private static final long serialVersionUID = 1L;

    private final transient String where;
    private final transient Phrase found;
    private final transient Phrase expected;
    private final transient Phrase remedy;

    /**
     * @param where file name with row, column, page or line; a name, never an absolute path of the machine
     * @param found what is there
     * @param expected what should be there
     * @param remedy what the user can do
     */
    public BadInput(String where, Phrase found, Phrase expected, Phrase remedy) {
        super(message(Lang.EN, where, found, expected, remedy));
        this.where = where;
        this.found = found;
        this.expected = expected;
        this.remedy = remedy;
    }

    @Override
    public String message(Lang lang) {
        return message(lang, where, found, expected, remedy);
    }

    private static String message(Lang lang, String where, Phrase found, Phrase expected, Phrase remedy) {
        Phrase whole = Phrase.of("facts", "problem.bad-input", where, found, expected, remedy);
        return Phrasebook.of(lang).say(whole);
    }
}
