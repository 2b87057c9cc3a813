package org.writwatch.papers.site;

/**
 * One decision about what a list says, as it is kept with the data.
 *
 * @param where state and agency
 * @param what what was decided
 * @param why the reason
 * @param proof what shows it
 */
public record CorrectionView(String where, String what, String why, String proof) {}
