package org.writwatch.estimates.synthetic;

/** How comparison units and earlier periods are weighted. */
public enum SyntheticDesign {
    /** Units and periods weighted, each with a constant (Arkhangelsky et al. 2021). */
    SYNTHETIC_DID,
    /** Units weighted to the treated unit's level, no period weights (Abadie, Diamond and Hainmueller 2010, outcomes only). */
    SYNTHETIC_CONTROL,
    /** All units and all earlier periods alike. */
    DIFFERENCE_IN_DIFFERENCES
}
