package org.writwatch.facts.gazetteer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * How names are compared: accents, case, apostrophes, points, spacing and letters that only look Latin do not count.
 */
public final class Spelling {
    // The Cyrillic and Greek letters drawn like Latin ones, and the Latin letters that do not decompose.
    private static final String LOOKS = "АВЕКМНОРСТУХІЈЅԌҺавекмнорстухіјѕһԁԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορτυικχ" + "ıłŁøØđĐ";
    private static final String LATIN = "abekmhopctyxijsghabekmhopctyxijshdqw" + "abezhikmnoptyxavoptyikx" + "illoodd";

    private Spelling() {}

    /** Lower-case words of letters and digits: "St. Mary's  County" gives st, marys, county; Saint becomes st. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        for (int i = 0; i < plain.length(); ) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            int latin = c < 128 ? -1 : LOOKS.indexOf(c);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                word.append((char) c);
            } else if (latin >= 0) {
                word.append(LATIN.charAt(latin));
            } else if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(Character.toLowerCase(c));
            } else if (c == ' ' || separates(c)) {
                flush(word, words);
            }
        }
        flush(word, words);
        return words;
    }

    /** The words run together: what two spellings of one name share. "De Kalb" and "DeKalb" both give dekalb. */
    public static String key(String text) {
        return String.join("", words(text));
    }

    /**
     * How many single letters must be put in, left out, changed or swapped with their neighbour to turn one text into
     * the other (optimal string alignment).
     *
     * @param atMost the answer is {@code atMost + 1} when it would be more than this
     */
    public static int distance(String a, String b, int atMost) {
        if (Math.abs(a.length() - b.length()) > atMost) {
            return atMost + 1;
        }
        int[] before = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int best = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
                best = Math.min(best, row[j]);
            }
            if (best > atMost) {
                return atMost + 1;
            }
            int[] spare = before;
            before = above;
            above = row;
            row = spare;
        }
        return Math.min(above[b.length()], atMost + 1);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            String whole = word.toString();
            words.add(whole.equals("saint") ? "st" : whole.equals("sainte") ? "ste" : whole);
            word.setLength(0);
        }
    }

    /** Marks, apostrophes, points and invisible characters stand inside words; all else ends one. */
    private static boolean separates(int c) {
        int type = Character.getType(c);
        return type != Character.NON_SPACING_MARK
                && type != Character.FORMAT
                && "'\u2018\u2019\u02bc`\u00b4\u00b7.".indexOf(c) < 0;
    }
}
