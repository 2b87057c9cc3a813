package org.writwatch.app.effect;

/** Paragraphs of a terminal: words broken between lines of at most {@value #WIDTH} characters. */
final class Wrapped {
    private static final int WIDTH = 100;

    private final StringBuilder text = new StringBuilder();

    /** Adds a paragraph whose first line begins with one text and the others with another. */
    Wrapped paragraph(String first, String rest, String words) {
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
        return this;
    }

    /** Adds lines as they are. */
    Wrapped lines(String lines) {
        text.append(lines);
        return this;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
