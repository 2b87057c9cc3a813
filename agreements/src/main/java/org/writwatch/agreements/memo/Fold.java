package org.writwatch.agreements.memo;

import java.util.Locale;

/**
 * Folds what scanners and fonts do to words, so that "perfonn", "perform" and "Perform," compare as equal.
 *
 * <p>Case, punctuation and accents go; glyphs that recognisers swap become one (1, l, I; 0, O; 5, S; rn, nn, rm, m).
 * The digits 2, 3, 4, 6, 7, 8 and 9 stay, so that a changed number of hours or days never folds away.
 */
final class Fold {
    private Fold() {}

    /** The key a word is compared by; empty for a word without letters or digits. */
    static String key(String word) {
        StringBuilder letters = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c < 128) {
                if (Character.isLetterOrDigit(c)) {
                    letters.append(glyph(Character.toLowerCase(c)));
                }
            } else if (c == '§') {
                letters.append("s");
            }
        }
        return minims(letters);
    }

    private static char glyph(char c) {
        return switch (c) {
            case '1', 'i' -> 'l';
            case '0' -> 'o';
            case '5' -> 's';
            default -> c;
        };
    }

    private static String minims(StringBuilder letters) {
        StringBuilder key = new StringBuilder(letters.length());
        int i = 0;
        while (i < letters.length()) {
            char c = letters.charAt(i);
            char next = i + 1 < letters.length() ? letters.charAt(i + 1) : ' ';
            boolean pair = (c == 'r' || c == 'n') && (next == 'n' || next == 'm');
            key.append(pair ? 'm' : c);
            i += pair ? 2 : 1;
        }
        return key.toString();
    }

    /** Lower-case letters of a word, nothing else; for looking it up in a list of words. */
    static String letters(String word) {
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c < 128 && Character.isLetter(c)) {
                out.append(c);
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    /** Number of single-letter edits between two keys, or {@code limit + 1} when there are more (Levenshtein 1966). */
    static int edits(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            int least = row[0];
            for (int j = 1; j <= b.length(); j++) {
                int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(swap, Math.min(row[j], row[j - 1]) + 1);
                least = Math.min(least, row[j]);
            }
            if (least > limit) {
                return limit + 1;
            }
        }
        return Math.min(row[b.length()], limit + 1);
    }

    /** Whether two keys are one word misread: at most one edit in four letters. */
    static boolean alike(String a, String b) {
        int limit = Math.max(a.length(), b.length()) / 4;
        return a.equals(b) || (limit > 0 && edits(a, b, limit) <= limit);
    }
}
