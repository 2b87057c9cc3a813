package org.writwatch.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.writwatch.facts.phrase.Phrase;

/**
 * What the state's own law says about holding people for ICE, telling ICE about them or joining 287(g), whatever a
 * local agreement says.
 *
 * @param id stable id, "nc-162-62"
 * @param state postal code
 * @param position which way it points
 * @param cite the statute or act, as cited
 * @param text what it requires or forbids, in the data's words (English)
 * @param duty what it makes the jail or police do, in plain words
 * @param since since when, in plain words
 * @param reading our structured reading of it
 * @param inForceFrom first day in force, when the data say
 * @param inForceUntil last day in force, when the data say; empty while no end is known
 * @param transitionUntil last day on which an agreement made before may go on, when the law gives one
 * @param authorities ids of the authorities it rests on; may be empty
 * @param confidence how it was checked
 * @param sources where it was read
 * @param note what to beware of
 * @param checked the day it was last looked at by itself; empty when that is the day of its file
 */
public record StateMandate(
        String id,
        String state,
        Position position,
        String cite,
        String text,
        Phrase duty,
        Phrase since,
        Reading reading,
        Optional<LocalDate> inForceFrom,
        Optional<LocalDate> inForceUntil,
        Optional<LocalDate> transitionUntil,
        List<String> authorities,
        Confidence confidence,
        List<String> sources,
        Optional<String> note,
        Optional<LocalDate> checked) {
    /** Which way a state's law points. */
    public enum Position {
        /** Requires joining, holding or reporting. */
        REQUIRES,
        /** Forbids or limits. */
        FORBIDS,
        /** Proposed, partial or an opinion only. */
        PARTIAL
    }

    /** What a state's law makes of one act. */
    public enum Stance {
        REQUIRED,
        FORBIDDEN,
        /** Must be applied for, not obtained. */
        APPLY,
        /** The words bear on it and leave it open, or nobody has read them. */
        UNCLEAR,
        NOT_SAID
    }

    /** Who may go to court over it. */
    public enum Enforcer {
        /** The attorney general or governor; the words name nobody else. */
        OFFICIALS,
        /** Private people too. */
        PRIVATE,
        /** The words read do not say. */
        NOT_SAID
    }

    /**
     * Our structured reading; as good as the position it reads, never better.
     *
     * @param joining signing a 287(g) agreement
     * @param holding keeping a person past release on an ICE detainer
     * @param reporting telling ICE about people in the jail
     * @param enforcer who may enforce it
     */
    public record Reading(Stance joining, Stance holding, Stance reporting, Enforcer enforcer) {}

    public StateMandate {
        authorities = List.copyOf(authorities);
        sources = List.copyOf(sources);
    }

    /** A law whose end, and whose transition, no datum names. */
    public StateMandate(
            String id,
            String state,
            Position position,
            String cite,
            String text,
            Phrase duty,
            Phrase since,
            Reading reading,
            Optional<LocalDate> inForceFrom,
            List<String> authorities,
            Confidence confidence,
            List<String> sources,
            Optional<String> note) {
        this(
                id,
                state,
                position,
                cite,
                text,
                duty,
                since,
                reading,
                inForceFrom,
                Optional.empty(),
                Optional.empty(),
                authorities,
                confidence,
                sources,
                note,
                Optional.empty());
    }

    /** Whether it was over before a day. */
    public boolean overBefore(LocalDate day) {
        return inForceUntil.map(d -> d.isBefore(day)).orElse(false);
    }

    /** The citation as a paper prints it: flagged {@code [VERIFY]} unless verified. */
    public String printed() {
        return confidence.verified() ? cite : cite + " [VERIFY]";
    }
}
