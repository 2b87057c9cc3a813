package org.writwatch.evidence.table;

import org.writwatch.facts.phrase.Phrase;

/**
 * A row that cannot be right and was kept out.
 *
 * @param file file name
 * @param row row as a spreadsheet counts, the header being 1
 * @param column column at fault
 * @param found the cell
 * @param why what should have been there
 */
public record Reject(String file, long row, String column, String found, Phrase why) {}
