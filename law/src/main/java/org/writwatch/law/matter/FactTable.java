package org.writwatch.law.matter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.yaml.YamlMap;
import org.writwatch.law.load.LawFiles;

/** Everything a matter may say: each fact with a stable id, its meaning and its question in both languages. */
public final class FactTable {
    /** What kind of value a fact takes. */
    public enum Kind {
        /** True or false. */
        YES_NO,
        /** The day it happened, or true or false when only that is known. */
        DATE,
        /** A whole number from 0 to 9999. */
        NUMBER,
        /** One of a closed list of words. */
        CHOICE;

        /** The word in the files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One fact.
     *
     * @param id stable id
     * @param kind what kind of value it takes
     * @param cost how hard it is to learn: 1 (known at once) to 5 (needs a lawyer)
     * @param claims the claims it bears on, or "all"
     * @param choices the words of a choice
     */
    public record Entry(String id, Kind kind, int cost, List<String> claims, List<String> choices) {
        public Entry {
            claims = List.copyOf(claims);
            choices = List.copyOf(choices);
        }

        /** What it means. */
        public Phrase meaning() {
            return Phrase.of("law", "fact." + id + ".meaning");
        }

        /** How it is asked. */
        public Phrase question() {
            return Phrase.of("law", "fact." + id + ".question");
        }
    }

    /**
     * Two facts that bear on each other: the first is not so without the second, or its day is not after that of the second.
     */
    public record Pair(String first, String second) {}

    /**
     * Two facts that can not both be so.
     *
     * @param when only while this fact is so; empty for always
     */
    public record Exclusion(String first, String second, Optional<String> when) {}

    private final Map<String, Entry> entries;
    private final List<Exclusion> contradictions;
    private final List<Pair> requirements;
    private final List<Pair> order;

    private FactTable(
            Map<String, Entry> entries, List<Exclusion> contradictions, List<Pair> requirements, List<Pair> order) {
        this.entries = Collections.unmodifiableMap(entries);
        this.contradictions = contradictions;
        this.requirements = requirements;
        this.order = order;
    }

    /** Reads the table. */
    public static FactTable read(LawFiles files) {
        YamlMap file = files.read("facts.yaml");
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            kinds.put(kind.key(), kind);
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (YamlMap map : file.maps("facts")) {
            Entry entry = new Entry(
                    map.text("id"),
                    map.word("kind", kinds),
                    map.integer("cost"),
                    map.texts("claims"),
                    map.texts("choices"));
            map.done();
            if (entries.put(entry.id(), entry) != null) {
                throw map.problem(
                        "id", Phrase.of("facts", "yaml.twice", entry.id()), Phrase.of("facts", "yaml.each-key-once"));
            }
        }
        FactTable table = new FactTable(
                entries, exclusions(file, entries), pairs(file, "requires", entries), pairs(file, "order", entries));
        file.done();
        return table;
    }

    private static List<Exclusion> exclusions(YamlMap file, Map<String, Entry> entries) {
        return file.maps("contradictions").stream()
                .map(m -> {
                    Exclusion exclusion = new Exclusion(
                            m.word("first", entries).id(),
                            m.word("second", entries).id(),
                            m.findWord("when", entries).map(Entry::id));
                    m.done();
                    return exclusion;
                })
                .toList();
    }

    private static List<Pair> pairs(YamlMap file, String key, Map<String, Entry> entries) {
        return file.maps(key).stream()
                .map(m -> {
                    Pair pair = new Pair(
                            m.word("first", entries).id(),
                            m.word("second", entries).id());
                    m.done();
                    return pair;
                })
                .toList();
    }

    /** All facts, in the order of the table. */
    public List<Entry> list() {
        return List.copyOf(entries.values());
    }

    /** Their ids. */
    public List<String> ids() {
        return List.copyOf(entries.keySet());
    }

    /** The fact with this id. */
    public Optional<Entry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** Facts that can not both be so. */
    public List<Exclusion> contradictions() {
        return contradictions;
    }

    /** Facts of which the first can not be so without the second. */
    public List<Pair> requirements() {
        return requirements;
    }

    /** Days that come in order. */
    public List<Pair> order() {
        return order;
    }
}
