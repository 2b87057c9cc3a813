package org.writwatch.facts;

import java.text.Normalizer;

/** Names that are safe in a path and an address. */
public final class Slug {
    private static final String APOSTROPHES = "'\u2018\u2019\u02bc`\u00b4";

    private Slug() {}

    /**
     * Lower case ASCII letters and digits joined by single hyphens; accents are dropped, apostrophes vanish, everything
     * else separates.
     *
     * @return never empty for a text with an ASCII letter or digit; empty otherwise
     */
    public static String of(String text) {
        String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder slug = new StringBuilder(plain.length());
        boolean gap = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                c = (char) (c + ('a' - 'A'));
            }
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                if (gap && !slug.isEmpty()) {
                    slug.append('-');
                }
                gap = false;
                slug.append(c);
            } else if (!isDropped(c)) {
                gap = true;
            }
        }
        return slug.toString();
    }

    private static boolean isDropped(char c) {
        int type = Character.getType(c);
        return APOSTROPHES.indexOf(c) >= 0
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
