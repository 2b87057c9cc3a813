package org.writwatch.agreements.roster;

/**
 * What there is to count on one list: rows of the first sheet below its header, hidden ones too, blank ones not.
 *
 * @param rows rows
 * @param jem rows of the jail enforcement model
 * @param tfm rows of the task force model
 * @param wso rows of the warrant service officer model
 * @param agencies distinct state and letters and digits of the name in lower case
 * @param duplicates rows equal in every printed cell to an earlier row
 * @param links rows whose memorandum cell carries a hyperlink
 */
public record ListCounts(int rows, int jem, int tfm, int wso, int agencies, int duplicates, int links) {
    /** Nothing counted. */
    public static final ListCounts NONE = new ListCounts(0, 0, 0, 0, 0, 0, 0);
}
