package org.writwatch.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.writwatch.facts.phrase.Phrase;

/**
 * One statement of law about one jurisdiction.
 *
 * @param values the statement: one sentence, or the members of a list (elements)
 * @param authority citation it rests on, when one is named
 * @param source where it was read
 * @param confidence how it was checked
 * @param sourceKind primary, secondary, …, when the data say so
 * @param asOf date of the text that was read, as written in the data
 * @param note what to beware of
 * @param inForceFrom first day in force, when the data say
 * @param inForceUntil last day in force, when the data say; empty while no end is known
 */
public record Datum(
        List<String> values,
        Optional<String> authority,
        String source,
        Confidence confidence,
        Optional<String> sourceKind,
        Optional<String> asOf,
        Optional<String> note,
        Optional<LocalDate> inForceFrom,
        Optional<LocalDate> inForceUntil) {
    private static final String VERIFY = " [VERIFY]";

    public Datum {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a datum says something");
        }
        if (inForceFrom.isPresent()
                && inForceUntil.isPresent()
                && inForceUntil.get().isBefore(inForceFrom.get())) {
            throw new IllegalArgumentException("a datum ends before it begins");
        }
    }

    /** A statement in English whose days in force no source names. */
    public Datum(
            List<String> values,
            Optional<String> authority,
            String source,
            Confidence confidence,
            Optional<String> sourceKind,
            Optional<String> asOf,
            Optional<String> note) {
        this(values, authority, source, confidence, sourceKind, asOf, note, Optional.empty(), Optional.empty());
    }

    /** Whether it is in force on a day, as far as its days are known: not before its first, not after its last. */
    public boolean inForceOn(LocalDate day) {
        return inForceFrom.map(d -> !d.isAfter(day)).orElse(true)
                && inForceUntil.map(d -> !d.isBefore(day)).orElse(true);
    }

    /** The statement to be said: in Spanish where {@link Spanish} has all of it, else in English and marked as such. */
    public Phrase said() {
        return Spanish.phrase(values, confidence.verified() ? "" : VERIFY);
    }

    /** The statement as one text, members joined by semicolons, with {@code [VERIFY]} after it unless verified. */
    public String printed() {
        return String.join("; ", values) + (confidence.verified() ? "" : VERIFY);
    }
}
