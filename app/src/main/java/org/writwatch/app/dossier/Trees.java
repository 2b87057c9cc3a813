package org.writwatch.app.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writwatch.facts.Agency;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Place;
import org.writwatch.facts.Source;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/** The small things every JSON file of a dossier holds, each written in one way. */
public final class Trees {
    private Trees() {}

    /** A map in the order it is filled. */
    static Map<String, Object> map() {
        return new LinkedHashMap<>();
    }

    /** A phrase in every language. */
    static Map<String, Object> phrase(Phrase phrase) {
        Map<String, Object> tree = map();
        for (Lang lang : Lang.values()) {
            tree.put(lang.tag(), Phrasebook.of(lang).say(phrase));
        }
        return tree;
    }

    static List<Map<String, Object>> phrases(List<Phrase> phrases) {
        return phrases.stream().map(Trees::phrase).toList();
    }

    public static Map<String, Object> place(Place place) {
        Map<String, Object> tree = map();
        tree.put("fips", place.fips().code());
        tree.put("name", place.name());
        tree.put("state", place.state().name());
        return tree;
    }

    static Map<String, @Nullable Object> agency(Agency agency) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", agency.id());
        tree.put("name", agency.name());
        tree.put("state", agency.state().name());
        tree.put("reach", agency.reach().name().toLowerCase(java.util.Locale.ROOT));
        tree.put("county_fips", text(agency.county().map(Fips::code)));
        tree.put("ori", text(agency.ori()));
        return tree;
    }

    static Map<String, @Nullable Object> source(Source source) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", source.id());
        tree.put("publisher", source.publisher());
        tree.put("title", source.title());
        tree.put("location", source.location());
        tree.put("licence", source.licence());
        tree.put("retrieved", text(source.retrieved()));
        tree.put("sha256", text(source.sha256()));
        tree.put("address", text(source.address()));
        return tree;
    }

    static List<Map<String, @Nullable Object>> sources(List<Source> sources) {
        return sources.stream().map(Trees::source).toList();
    }

    /** The value as text, or null when there is none. */
    static @Nullable String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }
}
