package org.writwatch.law.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.yaml.Nearest;
import org.writwatch.facts.yaml.YamlMap;
import org.writwatch.law.rule.Rule;

/**
 * One claim as its file has it.
 *
 * @param id its letter
 * @param mandamusFit how well the writ fits it
 * @param defaultVehicle the action it is screened for when the matter names none
 * @param unlessAllMet the result while anything is unknown; empty when that is "unknown"
 * @param gates the common questions, in order
 * @param elements what must be shown
 * @param supporting ids of authorities for
 * @param adverse ids of authorities against
 * @param remedies ids of other ways, best first
 * @param notes ids of what to beware of (phrases claim.X.note.*)
 * @param weighing factors a court weighs, when there are any
 */
public record ClaimFile(
        String id,
        String mandamusFit,
        String defaultVehicle,
        java.util.Optional<String> unlessAllMet,
        List<Gate> gates,
        List<Element> elements,
        List<String> supporting,
        List<String> adverse,
        List<String> remedies,
        List<String> notes,
        java.util.Optional<Rule.Weigh> weighing) {
    /** One gate. */
    public record Gate(String id, Rule rule, List<String> authorities) {}

    /** One element, with the law it rests on. */
    public record Element(
            String id, String prose, Rule rule, List<String> law, List<String> supporting, List<String> against) {}

    /**
     * Reads a claim.
     *
     * @param isAtom whether a name is an atom a rule may use
     * @param atoms all atoms, for messages
     */
    public static ClaimFile read(LawFiles files, String id, Predicate<String> isAtom, List<String> atoms) {
        YamlMap file = files.read("claims/" + id + ".yaml");
        RuleReader rules = new RuleReader(isAtom, atoms);
        String found = file.text("id");
        if (!found.equals(id)) {
            throw file.problem(
                    "id", Phrase.of("facts", "yaml.value", found, "id"), Phrase.of("facts", "yaml.exactly", id));
        }
        List<Gate> gates = new ArrayList<>();
        for (YamlMap map : file.maps("gates")) {
            gates.add(new Gate(map.text("id"), rules.read(map, "rule"), map.texts("authorities")));
            map.done();
        }
        List<Element> elements = new ArrayList<>();
        for (YamlMap map : file.maps("elements")) {
            elements.add(new Element(
                    map.text("id"),
                    map.text("prose"),
                    rules.read(map, "rule"),
                    map.texts("law"),
                    map.texts("supporting"),
                    map.texts("against")));
            map.done();
        }
        ClaimFile claim = new ClaimFile(
                id,
                file.text("mandamus_fit"),
                file.text("default_vehicle"),
                file.findText("unless_all_met"),
                gates,
                elements,
                file.texts("supporting"),
                file.texts("adverse"),
                file.texts("remedies"),
                file.texts("notes"),
                file.findMap("weighing").map(rules::weighing));
        file.done();
        return claim;
    }

    /** Reads rules; a name that is no atom is refused where it stands. */
    private record RuleReader(Predicate<String> isAtom, List<String> atoms) {
        Rule read(YamlMap map, String key) {
            return map.either(key, atom -> is(map, key, atom), this::composed);
        }

        private Rule is(YamlMap map, String key, String atom) {
            if (!isAtom.test(atom)) {
                throw map.problem(
                        key,
                        Phrase.of("law", "matter.unknown-fact", atom),
                        Phrase.of("law", "matter.nearest-facts", Nearest.of(atom, atoms, 3)));
            }
            return new Rule.Is(atom);
        }

        private List<Rule> several(YamlMap map, String key) {
            return map.mixed(key, atom -> is(map, key, atom), this::composed);
        }

        private Rule composed(YamlMap map) {
            Rule rule = one(map);
            map.done();
            return rule;
        }

        private Rule one(YamlMap map) {
            if (map.has("all")) {
                return new Rule.All(several(map, "all"));
            } else if (map.has("any")) {
                return new Rule.Any(several(map, "any"));
            } else if (map.has("not")) {
                return new Rule.Not(read(map, "not"));
            } else if (map.has("at_least")) {
                List<Rule> of = several(map, "of");
                int count = map.integer("at_least");
                if (count < 0 || count > of.size()) {
                    throw map.problem(
                            "at_least",
                            Phrase.of("facts", "yaml.value", String.valueOf(count), "at_least"),
                            Phrase.of("facts", "yaml.between", 0, of.size()));
                }
                return new Rule.AtLeast(count, of);
            } else if (map.has("unless")) {
                return new Rule.Unless(read(map, "base"), several(map, "unless"));
            }
            return weigh(map);
        }

        Rule.Weigh weighing(YamlMap map) {
            Rule.Weigh weigh = weigh(map);
            map.done();
            return weigh;
        }

        private Rule.Weigh weigh(YamlMap map) {
            String id = map.text("weigh");
            List<Rule.Factor> factors = new ArrayList<>();
            for (YamlMap factor : map.maps("factors")) {
                factors.add(new Rule.Factor(factor.text("id"), read(factor, "helps"), read(factor, "hurts")));
                factor.done();
            }
            return new Rule.Weigh(id, factors);
        }
    }
}
