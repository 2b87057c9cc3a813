package org.writwatch.law;

import java.time.MonthDay;
import java.util.Optional;

/**
 * A state law that makes agencies report their stops or detainers.
 *
 * @param id stable id, "tx-2b"
 * @param state postal code
 * @param cite how it is cited
 * @param duty what it makes whom do, in the data's words (English)
 * @param bindsAgencies whether the words read bind agencies, and not only another body
 * @param current whether the words in force were read
 * @param due the day of the year the report is due, when the words have one
 * @param enforcer who may go to court over it
 * @param datum where it was read, and how it was checked
 */
public record ReportingStatute(
        String id,
        String state,
        String cite,
        String duty,
        boolean bindsAgencies,
        boolean current,
        Optional<MonthDay> due,
        Enforcer enforcer,
        Datum datum) {
    /** Who may go to court over it. */
    public enum Enforcer {
        /** Only the governor or the attorney general, by its words. */
        OFFICIALS,
        /** Its words give the attorney general a penalty; they do not say that nobody else may sue. */
        OFFICIALS_PENALTY,
        /** The words read do not say. */
        NOT_SAID
    }

    /** Whether a rule may rest on it: verified, in force and addressed to agencies. */
    public boolean usable() {
        return datum.confidence().verified() && current && bindsAgencies;
    }

    /** The citation as a paper prints it. */
    public String printed() {
        return datum.confidence().verified() && current ? cite : cite + " [VERIFY]";
    }
}
