package org.writwatch.law;

import java.util.Optional;

/**
 * A state law on certifying that a crime victim helped (Form I-918 Supplement B).
 *
 * @param id stable id, "mn-611a-95"
 * @param state postal code
 * @param text what it says, with its citation, in the data's words (English)
 * @param duty what it makes the agency do; empty when no words were read
 * @param days days to decide, where the words read have a number
 * @param daysInRemoval days when the person is in removal proceedings
 * @param datum where it was read, and how it was checked
 */
public record CertificationStatute(
        String id,
        String state,
        String text,
        Optional<Duty> duty,
        Optional<Integer> days,
        Optional<Integer> daysInRemoval,
        Datum datum) {
    /** What the law makes the agency do. */
    public enum Duty {
        /** Answer the request, either way. */
        DECIDE,
        /** Sign when the conditions are met. */
        SIGN,
        /** Nothing: no statute was found. */
        NONE
    }

    /** Whether a rule may rest on it: its words were read and impose a duty. */
    public boolean usable() {
        return datum.confidence().verified() && duty.filter(d -> d != Duty.NONE).isPresent();
    }

    /** The text as a paper prints it. */
    public String printed() {
        return datum.printed();
    }
}
