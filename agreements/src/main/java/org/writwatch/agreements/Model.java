package org.writwatch.agreements;

/** The three kinds of 287(g) agreement ICE offers, and the lists that do not say which. */
public enum Model {
    /** Jail Enforcement Model: trained officers question and process people already in the jail. */
    JEM,
    /** Task Force Model: trained officers use immigration powers during ordinary police work, on the street. */
    TFM,
    /** Warrant Service Officer: trained officers serve ICE's administrative warrants in the jail. */
    WSO,
    /** The list that names the agency prints no model: ICE's partner lists of 2007 and 2008 do not. */
    UNSTATED
}
