package org.writwatch.facts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A county equivalent by its five-digit code (FIPS 6-4, as the Census Bureau publishes it).
 *
 * @param code five digits, leading zero kept
 */
public record Fips(String code) implements Comparable<Fips> {
    public Fips {
        if (!isFiveDigits(code)) {
            throw new IllegalArgumentException("FIPS must be five digits, leading zero kept: '" + code + "'");
        }
    }

    /** The code when the text is one, else empty. Never guesses a lost leading zero. */
    public static Optional<Fips> find(String text) {
        return isFiveDigits(text) ? Optional.of(new Fips(text)) : Optional.empty();
    }

    private static boolean isFiveDigits(String text) {
        if (text.length() != 5) {
            return false;
        }
        for (int i = 0; i < 5; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The state the code belongs to, when its first two digits are a state's, the District's or a territory's. */
    public Optional<UsState> state() {
        return UsState.findByFips(code.substring(0, 2));
    }

    // Written out: the generated ones are assembled at first use, which a short command can feel.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fips that && code.equals(that.code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
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
