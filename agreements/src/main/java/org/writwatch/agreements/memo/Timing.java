package org.writwatch.agreements.memo;

import org.writwatch.facts.phrase.Phrase;

/**
 * When a duty is due, as the form says it.
 *
 * @param kind how the time is set
 * @param amount how many units; 0 when the form gives no number
 * @param unit of what; {@code DAYS} where there is no number
 * @param from what the time counts from or comes before ("complaint", "custody-transfer", "start"); empty text when from
 *     nothing
 */
public record Timing(Kind kind, int amount, Unit unit, String from) {
    /** How a time is set. */
    public enum Kind {
        /** No later than so long after. */
        WITHIN,
        /** At least so long before; without a number, simply before. */
        BEFORE,
        /** Once in every period. */
        EVERY,
        /** Not more often than once in a period. */
        AT_MOST_EVERY,
        /** Roughly so long after. */
        ABOUT,
        /** Good for so long. */
        LASTS,
        AT_ONCE,
        /** "Timely", "promptly", "without unnecessary delay": no number. */
        PROMPTLY,
        SAME_DAY,
        /** After something, with no number. */
        AFTER,
        ON_REQUEST,
        ONGOING,
        AS_NEEDED,
        ANY_TIME;

        boolean counted() {
            return this == WITHIN || this == EVERY || this == AT_MOST_EVERY || this == ABOUT || this == LASTS;
        }
    }

    /** What a number counts. */
    public enum Unit {
        HOURS,
        DAYS,
        MONTHS,
        YEARS
    }

    public Timing {
        if (amount < 0 || (kind.counted() && amount == 0)) {
            throw new IllegalArgumentException(kind + " counts from 1: " + amount);
        }
    }

    /** In words: "within 48 hours of notice of the complaint". */
    public Phrase phrase() {
        String key = "memo.when." + kind + (kind == Kind.BEFORE && amount > 0 ? ".counted" : "");
        return Phrase.of("agreements", key, span(), event());
    }

    /** The number with its unit: "48 hours"; without a number, words that no phrase uses. */
    private Phrase span() {
        return Phrase.of("agreements", "memo.span." + unit, amount);
    }

    /** What it counts from, in words. */
    public Phrase event() {
        return Phrase.of("agreements", "memo.from." + (from.isEmpty() ? "nothing" : from));
    }
}
