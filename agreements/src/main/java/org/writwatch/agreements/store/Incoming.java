package org.writwatch.agreements.store;

/** A list on its way in: the file's name without folders, and its bytes, which are kept as they are. */
public final class Incoming {
    private final String name;
    private final byte[] content;

    /**
     * @param name its label and archive time are witnesses of when the list was made
     * @param content not copied; must not be changed afterwards
     */
    public Incoming(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    String name() {
        return name;
    }

    byte[] content() {
        return content;
    }
}
