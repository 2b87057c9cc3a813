package org.writwatch.papers.page;

import java.util.List;
import java.util.Locale;

/** The short answers to "is there an agreement?". "No longer listed" is not "ended", and "unknown" is not "no". */
public enum Verdict {
    /** On the last list. */
    YES,
    /** On a list of applications only. */
    APPLIED,
    /** Was on a list and is on the last one no more; nothing says why. */
    NO_LONGER_LISTED,
    /** Ended, with a document that says so. */
    ENDED,
    /** Nothing found, and the record does not allow a "no". */
    UNKNOWN,
    /** Looked for and not on any list. */
    NO,
    /** No such agency is known here, and no list names one: a county without a city police. */
    NONE_KNOWN;

    /** The last part of its phrase keys and its CSS class. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the layers say together: "no" only when none of them says anything else and one of them says it. */
    public static Verdict together(List<Layer> layers) {
        List<Verdict> all = layers.stream().map(Layer::verdict).toList();
        return List.of(YES, APPLIED, NO_LONGER_LISTED, ENDED, UNKNOWN, NO).stream()
                .filter(all::contains)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
