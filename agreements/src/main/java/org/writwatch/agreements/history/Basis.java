package org.writwatch.agreements.history;

import java.util.Locale;
import org.writwatch.facts.phrase.Phrase;

/**
 * What a join rests on: how sure it is, and why; also why there is none.
 *
 * @param confidence how sure
 * @param code the reason, a key under {@code join}
 * @param detail what the reason names, or empty
 */
public record Basis(Confidence confidence, String code, String detail) {
    /** How sure a join is. */
    public enum Confidence {
        /** Two independent records agree, its own name says it, or a person has decided it on evidence. */
        HIGH,
        /** One record says so and none denies it. */
        MEDIUM,
        /** There is no join: it would be a guess, or there is nothing to join to. */
        NONE;

        /** The word for it in tables. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Basis high(String code) {
        return new Basis(Confidence.HIGH, code, "");
    }

    static Basis medium(String code) {
        return new Basis(Confidence.MEDIUM, code, "");
    }

    static Basis none(String code) {
        return new Basis(Confidence.NONE, code, "");
    }

    /** The reason in words. */
    public Phrase reason() {
        return Phrase.of("agreements", "join." + code, detail);
    }
}
