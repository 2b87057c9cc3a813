package org.writwatch.facts.phrase;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language the project speaks to people. */
public enum Lang {
    EN,
    ES;

    /** The BCP 47 tag, "en" or "es": file suffix, address part and {@code lang} attribute. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language with this tag, in any case; a region is ignored ("es-MX"). */
    public static Optional<Lang> find(String tag) {
        String head = tag.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(l -> l.tag().equals(head)).findFirst();
    }
}
