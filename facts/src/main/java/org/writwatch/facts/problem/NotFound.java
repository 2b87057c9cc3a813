package org.writwatch.facts.problem;

import java.util.List;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/** Nothing, or more than one thing, answers to the name that was asked for (exit code 4). */
public final class NotFound extends Problem {
    private static final long serialVersionUID = 1L;

    private final transient Phrase what;
    private final transient List<String> choices;

    /**
     * @param what the sentence that says what was looked for and how many were found
     * @param choices the names that could have been meant, best first; may be empty
     */
    public NotFound(Phrase what, List<String> choices) {
        super(message(Lang.EN, what, choices));
        this.what = what;
        this.choices = List.copyOf(choices);
    }

    /** The names that could have been meant, best first. */
    public List<String> choices() {
        return choices;
    }

    @Override
    public String message(Lang lang) {
        return message(lang, what, choices);
    }

    private static String message(Lang lang, Phrase what, List<String> choices) {
        String head = Phrasebook.of(lang).say(what);
        if (choices.isEmpty()) {
            return head;
        }
        String offer = Phrasebook.of(lang).say(Phrase.of("facts", "problem.choices"));
        return head + "\n" + offer + "\n  " + String.join("\n  ", choices);
    }
}
