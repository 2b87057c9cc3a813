package org.writwatch.law.explain;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.writwatch.facts.phrase.Lang;

/**
 * One topic in plain words.
 *
 * @param id the topic, "what-is-287g"
 * @param title its title, by language
 * @param sentences its sentences in their order
 */
public record Explainer(String id, Map<Lang, String> title, List<Sentence> sentences) {
    /** What a sentence rests on: its id, citation, where it was read and whether the words were found there. */
    public record Basis(String id, String cite, String source, boolean verified) {}

    /**
     * One sentence in both languages.
     *
     * @param words by language
     * @param rests what it rests on; never empty
     */
    public record Sentence(Map<Lang, String> words, List<Basis> rests) {
        public Sentence {
            words = new EnumMap<>(words);
            rests = List.copyOf(rests);
            if (rests.isEmpty() || words.size() != Lang.values().length) {
                throw new IllegalArgumentException("a sentence has both languages and rests on something");
            }
        }

        /** The sentence, followed by {@code [VERIFY]} when nothing it rests on was read in a source. */
        public String said(Lang lang) {
            String plain = words.getOrDefault(lang, "");
            return verified() ? plain : plain + " [VERIFY]";
        }

        /** Whether at least one thing it rests on was read in a source. */
        public boolean verified() {
            return rests.stream().anyMatch(Basis::verified);
        }
    }

    public Explainer {
        title = new EnumMap<>(title);
        sentences = List.copyOf(sentences);
    }

    /** The title in a language. */
    public String title(Lang lang) {
        return title.getOrDefault(lang, "");
    }

    /** What its sentences rest on, each once, in the order they come up. */
    public List<Basis> rests() {
        Map<String, Basis> all = new LinkedHashMap<>();
        sentences.forEach(s -> s.rests().forEach(b -> all.putIfAbsent(b.id(), b)));
        return List.copyOf(all.values());
    }

    /** As ordered maps. */
    public Map<String, @Nullable Object> json(Lang lang) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("topic", id);
        map.put("title", title(lang));
        map.put("sentences", sentences.stream().map(s -> sentence(s, lang)).toList());
        map.put("sources", rests().stream().map(Explainer::basis).toList());
        return map;
    }

    private static Map<String, @Nullable Object> sentence(Sentence sentence, Lang lang) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("text", sentence.said(lang));
        map.put("verified", sentence.verified());
        map.put("sources", sentence.rests().stream().map(Basis::id).toList());
        return map;
    }

    private static Map<String, @Nullable Object> basis(Basis basis) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", basis.id());
        map.put("cite", basis.cite());
        map.put("source", basis.source());
        map.put("verified", basis.verified());
        return map;
    }
}
