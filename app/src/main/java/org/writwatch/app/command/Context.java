package org.writwatch.app.command;

import java.nio.file.Path;
import org.writwatch.app.Surroundings;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/**
 * What every command is handed.
 *
 * @param surroundings where it prints and stands
 * @param lang the language it speaks
 */
record Context(Surroundings surroundings, Lang lang) {
    /** The home folder: the one named by {@code --home}, else that of the environment. */
    Path home(Root root) {
        return root.home == null ? surroundings.home() : surroundings.folder().resolve(root.home);
    }

    /** A phrase in the language of the command. */
    String say(Phrase phrase) {
        return Phrasebook.of(lang).say(phrase);
    }

    /** A phrase of this room, in the language of the command. */
    String say(String key, Object... args) {
        return say(Phrase.of("app", key, args));
    }
}
