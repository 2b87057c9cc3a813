package org.writwatch.evidence.stops;

import java.nio.charset.CharacterCodingException;

/** What takes in the cells of one column while a file is read. */
sealed interface StopColumn permits WordColumn, KeyColumn {
    /**
     * Adds a row.
     *
     * @throws CharacterCodingException the bytes are not UTF-8
     * @throws NumberFormatException a key that is no whole number
     */
    void add(byte[] bytes, int from, int to) throws CharacterCodingException;
}
