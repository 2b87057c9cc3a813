package org.writwatch.law.matter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.NotFound;
import org.writwatch.facts.yaml.Nearest;
import org.writwatch.facts.yaml.YamlMap;
import org.writwatch.law.Law;
import org.writwatch.law.matter.FactTable.Entry;
import org.writwatch.law.matter.FactTable.Exclusion;
import org.writwatch.law.matter.FactTable.Kind;
import org.writwatch.law.matter.FactTable.Pair;
import org.writwatch.law.matter.Matter.Respondent;
import org.writwatch.law.matter.Matter.Sovereign;
import org.writwatch.law.matter.Matter.Value;

/** Reads a matter strictly: an unknown id, a wrong kind of value, a day after the as-of date or a contradiction is refused. */
final class MatterReader {
    private MatterReader() {}

    static Matter read(YamlMap file, Law law, @Nullable LocalDate said, @Nullable Supplier<LocalDate> otherwise) {
        version(file);
        file.findDate("as_of");
        List<String> claims = claims(file, law);
        String jurisdiction = jurisdiction(file);
        Optional<LocalDate> stated = Optional.ofNullable(said)
                .or(() -> file.findDate("as_of"))
                .or(() -> Optional.ofNullable(otherwise).map(Supplier::get));
        LocalDate asOf = stated.orElseThrow(() ->
                file.problem("as_of", Phrase.of("facts", "yaml.missing", "as_of"), Phrase.of("facts", "yaml.date")));
        Respondent named = file.findMap("respondent")
                .map(MatterReader::respondent)
                .orElse(new Respondent(Optional.empty(), Optional.empty(), Optional.empty()));
        Respondent respondent = jurisdiction.equals("US") ? named.orFederal() : named;
        Map<String, Value> facts =
                file.findMap("facts").map(m -> facts(m, law.facts(), asOf)).orElse(Map.of());
        file.done();
        return new Matter(claims, jurisdiction, respondent, asOf, facts);
    }

    private static void version(YamlMap file) {
        int version = file.findInteger("version").orElse(Matter.VERSION);
        if (version < 1 || version > Matter.VERSION) {
            throw file.problem(
                    "version",
                    Phrase.of("facts", "yaml.value", String.valueOf(version), "version"),
                    Phrase.of("law", "matter.version", Matter.VERSION));
        }
    }

    private static List<String> claims(YamlMap file, Law law) {
        List<String> asked = file.texts("claim").stream()
                .map(c -> c.length() == 1 ? c.toUpperCase(Locale.ROOT) : c)
                .toList();
        if (asked.isEmpty()) {
            throw file.problem(
                    "claim",
                    Phrase.of("facts", "yaml.missing", "claim"),
                    Phrase.of("law", "matter.claims", law.claims()));
        } else if (asked.equals(List.of("all"))) {
            return law.claims();
        }
        for (String claim : asked) {
            if (!law.claims().contains(claim)) {
                throw file.problem(
                        "claim",
                        Phrase.of("facts", "yaml.value", claim, "claim"),
                        Phrase.of("law", "matter.claims", law.claims()));
            }
        }
        return asked.stream().distinct().sorted().toList();
    }

    private static String jurisdiction(YamlMap file) {
        String text = file.text("jurisdiction");
        try {
            return Law.code(text);
        } catch (NotFound e) {
            throw file.problem(
                    "jurisdiction",
                    Phrase.of("facts", "yaml.value", text, "jurisdiction"),
                    Phrase.of("law", "matter.jurisdiction.expected", String.join(", ", e.choices())));
        }
    }

    private static Respondent respondent(YamlMap map) {
        Map<String, Sovereign> words = new LinkedHashMap<>();
        words.put("local", Sovereign.LOCAL);
        words.put("state", Sovereign.STATE);
        words.put("federal", Sovereign.FEDERAL);
        Respondent respondent =
                new Respondent(map.findText("agency"), map.findText("office"), map.findWord("sovereign", words));
        map.done();
        return respondent;
    }

    private static Map<String, Value> facts(YamlMap map, FactTable table, LocalDate asOf) {
        Map<String, Value> facts = new TreeMap<>();
        for (String id : map.keys()) {
            Entry entry = table.find(id)
                    .orElseThrow(() -> map.problem(
                            id,
                            Phrase.of("law", "matter.unknown-fact", id),
                            Phrase.of("law", "matter.nearest-facts", Nearest.of(id, table.ids(), 3))));
            value(map, entry, asOf).ifPresent(v -> facts.put(id, v));
        }
        map.done();
        refuseContradictions(map, table, facts);
        for (Pair pair : table.order()) {
            if (facts.get(pair.first()) instanceof Value.On first
                    && facts.get(pair.second()) instanceof Value.On second
                    && first.day().isAfter(second.day())) {
                throw map.problem(
                        pair.second(),
                        Phrase.of("law", "matter.out-of-order", pair.second(), second.day(), pair.first(), first.day()),
                        Phrase.of("law", "matter.in-order"));
            }
        }
        return facts;
    }

    private static void refuseContradictions(YamlMap map, FactTable table, Map<String, Value> facts) {
        for (Exclusion pair : table.contradictions()) {
            boolean applies = pair.when().map(w -> so(facts, w)).orElse(true);
            if (applies && so(facts, pair.first()) && so(facts, pair.second())) {
                throw map.problem(
                        pair.second(),
                        Phrase.of("law", "matter.both", pair.first(), pair.second()),
                        Phrase.of("law", "matter.one"));
            }
        }
        for (Pair pair : table.requirements()) {
            if (so(facts, pair.first()) && facts.get(pair.second()) instanceof Value.Truth t && !t.so()) {
                throw map.problem(
                        pair.second(),
                        Phrase.of("law", "matter.without", pair.first(), pair.second()),
                        Phrase.of("law", "matter.not-without", pair.first(), pair.second()));
            }
        }
    }

    private static boolean so(Map<String, Value> facts, String id) {
        return facts.get(id) instanceof Value.Truth t ? t.so() : facts.get(id) instanceof Value.On;
    }

    private static Optional<Value> value(YamlMap map, Entry entry, LocalDate asOf) {
        String text = map.findText(entry.id()).orElse("unknown");
        if (text.equals("unknown")) {
            return Optional.empty();
        } else if (entry.kind() == Kind.CHOICE) {
            if (entry.choices().contains(text)) {
                return Optional.of(new Value.Choice(text));
            }
        } else if (entry.kind() == Kind.NUMBER) {
            if (text.matches("[0-9]{1,4}")) {
                return Optional.of(new Value.Count(Integer.parseInt(text)));
            }
        } else if (text.equals("true") || text.equals("false")) {
            return Optional.of(new Value.Truth(text.equals("true")));
        } else if (entry.kind() == Kind.DATE) {
            Optional<LocalDate> day = date(text);
            if (day.isPresent() && day.get().isAfter(asOf)) {
                throw map.problem(
                        entry.id(),
                        Phrase.of("law", "matter.future", entry.id(), day.get()),
                        Phrase.of("law", "matter.not-after", asOf));
            } else if (day.isPresent()) {
                return Optional.of(new Value.On(day.get()));
            }
        }
        throw map.problem(entry.id(), Phrase.of("facts", "yaml.value", text, entry.id()), expected(entry));
    }

    private static Phrase expected(Entry entry) {
        if (entry.kind() == Kind.NUMBER) {
            return Phrase.of("law", "matter.number");
        }
        List<String> words = new ArrayList<>(entry.kind() == Kind.CHOICE ? entry.choices() : List.of("true", "false"));
        words.add("unknown");
        Phrase one = Phrase.of("facts", "yaml.one-of", String.join(", ", words));
        return entry.kind() == Kind.DATE ? Phrase.of("law", "matter.date-or", one) : one;
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
