package org.writwatch.agreements.history;

import java.util.List;
import java.util.Optional;

/**
 * What was joined, and what that rests on.
 *
 * @param values none, one, or several when all of them are meant
 * @param main the one that a list prints or that stands alone
 */
record Match<T>(List<T> values, Optional<T> main, Basis basis) {
    Match {
        values = List.copyOf(values);
    }

    static <T> Match<T> one(T value, Basis basis) {
        return new Match<>(List.of(value), Optional.of(value), basis);
    }

    /** Those beside the first, which is the main one. */
    static <T> Match<T> first(List<T> values, Basis basis) {
        return new Match<>(values, Optional.of(values.get(0)), basis);
    }

    /** All alike; one alone is the main one. */
    static <T> Match<T> all(List<T> values, Basis basis) {
        return new Match<>(values, values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty(), basis);
    }

    static <T> Match<T> none(String code) {
        return none(code, "");
    }

    static <T> Match<T> none(String code, String detail) {
        return new Match<>(List.of(), Optional.empty(), new Basis(Basis.Confidence.NONE, code, detail));
    }
}
