package org.writwatch.app.registry;

import java.util.Locale;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/** Addresses of the agency itself: who opens one is seen there, so none is shown without saying so. */
public final class AgencyLink {
    private AgencyLink() {}

    /** The text; when it is an address, with the words that ICE can see the visit. */
    public static String marked(String text, Lang lang) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("http:") || lower.startsWith("https:")
                ? Phrasebook.of(lang).say(Phrase.of("app", "show.link-warning", text))
                : text;
    }
}
