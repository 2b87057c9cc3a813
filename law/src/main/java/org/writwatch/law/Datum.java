package org.writwatch.law;

import java.util.List;
import java.util.Optional;

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
 */
public record Datum(
        List<String> values,
        Optional<String> authority,
        String source,
        Confidence confidence,
        Optional<String> sourceKind,
        Optional<String> asOf,
        Optional<String> note) {
    public Datum {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a datum says something");
        }
    }

    /** The statement as one text, members joined by semicolons, with {@code [VERIFY]} after it unless verified. */
    public String printed() {
        String text = String.join("; ", values);
        return confidence.verified() ? text : text + " [VERIFY]";
    }
}
