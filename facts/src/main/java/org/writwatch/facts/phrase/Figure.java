package org.writwatch.facts.phrase;

/**
 * A number to be said with a fixed count of decimals (rounded half up on its decimal expansion).
 *
 * @param value finite
 * @param decimals digits after the point, 0 to 12
 */
public record Figure(double value, int decimals) {
    public Figure {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a number that does not exist cannot be said: " + value);
        }
        if (decimals < 0 || decimals > 12) {
            throw new IllegalArgumentException("decimals are 0 to 12: " + decimals);
        }
    }
}
