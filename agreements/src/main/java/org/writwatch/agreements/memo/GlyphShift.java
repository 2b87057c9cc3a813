package org.writwatch.agreements.memo;

/**
 * Undoes one font fault: subset fonts without a character map come out shifted by 29 ("6HH" for "See", "1DPH" for
 * "Name", "BBBB" for a rule of underscores).
 */
final class GlyphShift {
    private static final int SHIFT = 29;

    private GlyphShift() {}

    /** The word as printed, when the shifted reading is a word of the forms and the raw one is not; else as it was. */
    static String mend(String word) {
        if (word.chars().allMatch(c -> Character.isDigit(c) || ".,:;/()-".indexOf(c) >= 0)) {
            return word;
        }
        StringBuilder shifted = new StringBuilder(word.length());
        int rules = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '_' || c == 'B') {
                rules++;
                shifted.append('_');
            } else if (c == 3) {
                shifted.append(' ');
            } else if (c < 3 || c > 97) {
                return word;
            } else {
                shifted.append((char) (c + SHIFT));
            }
        }
        if (rules == word.length()) {
            return word.length() > 2 ? shifted.toString() : word;
        }
        Forms forms = Forms.bundled();
        String[] parts = shifted.toString().replaceAll("[_ ]+", " ").strip().split(" ", -1);
        int known = 0;
        for (String part : parts) {
            String letters = Fold.letters(part);
            known += letters.length() > 1 && forms.prints(letters) ? 1 : 0;
        }
        boolean rawKnown = forms.prints(Fold.letters(word));
        return known == parts.length && !rawKnown ? String.join(" ", parts) : word;
    }
}
