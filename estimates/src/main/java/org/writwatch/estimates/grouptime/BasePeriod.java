package org.writwatch.estimates.grouptime;

/** What a period is compared with. Differs before treatment only: after it, always the last period before. */
public enum BasePeriod {
    /** Always the last period before treatment (less anticipation): one reference, as an event study draws it. */
    UNIVERSAL,
    /** Before treatment the period just before: changes from one period to the next. */
    VARYING
}
