package org.writwatch.app.command;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.writwatch.facts.phrase.Phrasebook;

/** Help texts for the command-line library, taken from the same phrase files as everything else. */
final class PhraseBundle extends ResourceBundle {
    private final Phrasebook book;

    PhraseBundle(Phrasebook book) {
        this.book = book;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        String name = "help." + key;
        return book.knows("app", name) ? book.say("app", name) : null;
    }

    @Override
    public boolean containsKey(String key) {
        return book.knows("app", "help." + key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(book.listKeys("app", "help."));
    }
}
