package org.writwatch.agreements.roster;

/**
 * Lists that can be compared with one another: the same publisher, the same scope, one edition replacing the last.
 * Between families nothing held says what was so; an agency on an old family's list and not on the next one's left, or
 * was never asked about, at some time between.
 */
public enum ListFamily {
    /** ICE's lists of partners of 19 September 2007 and 10 March 2008; they print no model and no date. */
    PARTNERS_2007("ice-partners"),
    /** The Inspector General's table of all agreements on 28 October 2009 (DHS OIG-10-63, appendix E). */
    OIG_2009("dhs-oig-10-63"),
    /** The table on ICE's web page, January 2021 to February 2025, and the spreadsheets that replaced it the week after. */
    CURRENT("ice-287g");

    private final String code;

    ListFamily(String code) {
        this.code = code;
    }

    /** A short name for tables. */
    public String code() {
        return code;
    }
}
