package org.writwatch.agreements.store;

import org.writwatch.agreements.roster.RosterReader;

/** A list on its way in: the file's name without folders, and its bytes, which are kept as they are. */
public final class Incoming implements RosterReader.Incoming {
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

    @Override
    public String file() {
        return name;
    }

    @Override
    public byte[] bytes() {
        return content;
    }
}
