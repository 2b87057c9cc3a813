package org.writwatch.papers.page;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.writwatch.facts.phrase.Lang;

/**
 * How easily sentences are read: English by grade (Kincaid and others 1975, after Flesch), Spanish by the scale of
 * Szigriszt-Pazos (1993), 0 to 100 and easier the higher.
 */
public final class Readability {
    private int sentences;
    private int words;
    private int syllables;

    /** One sentence. */
    public static Readability of(String sentence, Lang lang) {
        Readability one = new Readability();
        one.sentences = 1;
        Matcher m = Pattern.compile("[\\p{L}’']+").matcher(sentence);
        while (m.find()) {
            String word = m.group().toLowerCase(Locale.ROOT);
            one.words++;
            one.syllables += lang == Lang.EN ? english(word) : spanish(word);
        }
        return one;
    }

    /** Counts what another text says too. */
    public void add(Readability other) {
        sentences += other.sentences;
        words += other.words;
        syllables += other.syllables;
    }

    /** Words counted. */
    public int words() {
        return words;
    }

    /** The school grade in which English is read easily. */
    public double grade() {
        return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    }

    /** 65 and more: normal to easy. */
    public double szigriszt() {
        return 206.835 - 62.3 * syllables / words - (double) words / sentences;
    }

    /** Vowel groups, without a silent e: near enough for a whole text. */
    private static int english(String word) {
        String bare = word.replaceAll("[’'].*", "");
        String spoken = bare.length() > 3 ? bare.replaceAll("(?<![aeiouyl])e$|(?<=[^aeioudt])ed$", "") : bare;
        Matcher m = Pattern.compile("[aeiouy]+").matcher(spoken);
        int n = 0;
        while (m.find()) {
            n++;
        }
        return Math.max(1, n);
    }

    /** Vowel groups; two strong vowels or an accented weak one make two syllables. */
    private static int spanish(String word) {
        int n = 0;
        char before = ' ';
        for (char c : word.replaceAll("qu|gu(?=[eiéí])", "g").toCharArray()) {
            boolean strong = "aeoáéóíú".indexOf(c) >= 0;
            boolean weak = "iuü".indexOf(c) >= 0;
            boolean afterVowel = "aeoáéóíúiuü".indexOf(before) >= 0;
            boolean afterStrong = "aeoáéóíú".indexOf(before) >= 0;
            if ((strong && (!afterVowel || afterStrong)) || (weak && !afterVowel)) {
                n++;
            }
            before = c;
        }
        return Math.max(1, n);
    }
}
