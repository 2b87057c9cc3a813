package org.writwatch.facts;

/** How far an agency polices: the three layers a resident may meet. */
public enum Reach {
    /** The county sheriff, county police or county jail: the whole county. */
    COUNTY,
    /** A city, town, campus, tribal or other special agency inside the county. */
    WITHIN_COUNTY,
    /** A statewide agency: every county of the state. */
    STATEWIDE
}
