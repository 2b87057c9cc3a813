package org.writwatch.facts.glossary;

import org.writwatch.facts.phrase.Lang;

/**
 * A word of the field and what it means.
 *
 * @param key stable name: lower-case letters, digits and hyphens
 * @param english the word in English
 * @param spanish the word in Spanish
 * @param definitionEn what it means, in plain English sentences
 * @param definitionEs what it means, in plain Spanish sentences
 * @param source the statute, rule, paper or publisher the meaning rests on; "Writwatch" for a word of ours
 */
public record Term(
        String key, String english, String spanish, String definitionEn, String definitionEs, String source) {
    /** The word in one language. */
    public String name(Lang lang) {
        return lang == Lang.ES ? spanish : english;
    }

    /** The meaning in one language. */
    public String definition(Lang lang) {
        return lang == Lang.ES ? definitionEs : definitionEn;
    }
}
