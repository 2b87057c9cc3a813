package org.writwatch.facts.phrase;

/**
 * Words that data carry in each language: an argument of a phrase, said in the language of the book.
 *
 * @param english in English
 * @param spanish in Spanish
 */
public record Translated(String english, String spanish) {
    /** The words in one language. */
    public String in(Lang lang) {
        return lang == Lang.ES ? spanish : english;
    }
}
