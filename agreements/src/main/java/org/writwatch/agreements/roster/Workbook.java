package org.writwatch.agreements.roster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A spreadsheet file as published.
 *
 * @param file its name, without folders
 * @param sha256 hash of its bytes, 64 lower-case hex digits
 * @param savedAt when its publisher last saved it, from the file's own properties; empty when it does not say
 * @param countsFrom1904 whether its dates count from 1904 and not from 1900
 * @param sheets in the order of the tabs
 */
public record Workbook(
        String file, String sha256, Optional<Instant> savedAt, boolean countsFrom1904, List<Sheet> sheets) {
    public Workbook {
        sheets = List.copyOf(sheets);
    }
}
