package org.writwatch.facts;

import java.text.Normalizer;
import java.util.Locale;

/** Names that are safe in a path and an address. */
public final class Slug {
    private Slug() {}

    /**
     * Lower case ASCII letters and digits joined by single hyphens; accents are dropped, apostrophes vanish.
     *
     * @return never empty for a text with a letter or digit; empty otherwise
     */
    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("['\u2018\u2019\u02bc`\u00b4]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
