package org.writwatch.app.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.writwatch.agreements.history.HeldAgency;
import org.writwatch.facts.Agency;
import org.writwatch.facts.Place;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.papers.site.SiteAddress;

/**
 * What the search on a reader's device looks through: a script that sets one list of places and agencies, each with the way
 * to its page from the home page, the name as shown, and other words it answers to.
 */
final class SearchIndex {
    private SearchIndex() {}

    /** The script in one language: places and agencies in the order given. */
    static String of(List<Place> places, List<HeldAgency> agencies, Lang lang) {
        List<List<String>> rows = new ArrayList<>();
        for (Place p : places) {
            String shown = Phrasebook.of(lang).say(Gazetteer.bundled().phrase(p));
            rows.add(List.of(from(SiteAddress.of(p), lang), upper(shown), p.label()));
        }
        for (HeldAgency held : agencies) {
            Agency a = held.agency();
            String state = lang == Lang.EN ? a.state().english() : a.state().spanish();
            rows.add(List.of(
                    from(SiteAddress.ofAgency(a.id()), lang),
                    a.name() + ", " + state,
                    a.state().name()));
        }
        try {
            return "window.writwatchPlaces=" + new ObjectMapper().writeValueAsString(rows) + ";\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("lists of text are always JSON", e);
        }
    }

    /** The way from the home page, which lies in the folder of its language. */
    private static String from(SiteAddress page, Lang lang) {
        return page.in(lang).substring(lang.tag().length() + 1);
    }

    private static String upper(String name) {
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }
}
