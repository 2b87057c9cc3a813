package org.writwatch.facts;

import java.util.Optional;

/**
 * A county equivalent by its five-digit code (FIPS 6-4, as the Census Bureau publishes it).
 *
 * @param code five digits, leading zero kept
 */
public record Fips(String code) implements Comparable<Fips> {
    public Fips {
        if (!code.matches("[0-9]{5}")) {
            throw new IllegalArgumentException("FIPS must be five digits, leading zero kept: '" + code + "'");
        }
    }

    /** The code when the text is one, else empty. Never guesses a lost leading zero. */
    public static Optional<Fips> find(String text) {
        return text.matches("[0-9]{5}") ? Optional.of(new Fips(text)) : Optional.empty();
    }

    /** The state the code belongs to, when its first two digits are a state's, the District's or a territory's. */
    public Optional<UsState> state() {
        return UsState.findByFips(code.substring(0, 2));
    }

    @Override
    public int compareTo(Fips other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
