package org.writwatch.law.text;

import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/** Text in lines of at most 100 characters, in one language. For use by one thread. */
final class Lines {
    private static final int WIDTH = 100;

    private final Phrasebook book;
    private final StringBuilder text = new StringBuilder();

    Lines(Phrasebook book) {
        this.book = book;
    }

    String say(String key, Object... args) {
        return book.say(Phrase.of("law", key, args));
    }

    String say(Phrase phrase) {
        return book.say(phrase);
    }

    /** A heading after an empty line. */
    void heading(String words) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        paragraph("", "", words);
    }

    /** A heading of ours. */
    void section(String key, Object... args) {
        paragraph("  ", "  ", say(key, args));
    }

    void item(String words) {
        paragraph("  - ", "    ", words);
    }

    void under(String words) {
        paragraph("      ", "      ", words);
    }

    /** One wrapped paragraph. */
    void paragraph(String first, String rest, String words) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : words.strip().split("\\s+", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(rest);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        text.append(line).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
