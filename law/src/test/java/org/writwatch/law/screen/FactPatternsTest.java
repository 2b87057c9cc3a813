package org.writwatch.law.screen;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.writwatch.facts.yaml.YamlMap;
import org.writwatch.law.Law;
import org.writwatch.law.Result;
import org.writwatch.law.Screening;
import org.writwatch.law.matter.Matter;

/** Fact patterns reasoned by hand from the authority each names, and the twin of each in which a fact flips. */
class FactPatternsTest {
    private static final Law LAW = Law.bundled();
    private static final Screen SCREEN = Screen.of(LAW);
    private static final java.util.regex.Pattern COMMA = java.util.regex.Pattern.compile(", ");

    record Pattern(
            String id,
            String claim,
            String jurisdiction,
            String sovereign,
            String asOf,
            String facts,
            String gives,
            String flip,
            String then,
            String authority,
            String why) {}

    @Test
    void everyPatternAndItsTwinComeOutAsReasoned() throws IOException {
        List<Executable> checks = new ArrayList<>();
        for (Pattern p : patterns()) {
            checks.add(() -> assertEquals(p.gives(), result(p, p.facts()), () -> p.id() + ": " + p.why()));
            checks.add(() ->
                    assertEquals(p.then(), result(p, flipped(p)), () -> p.id() + " with " + p.flip() + ": " + p.why()));
            checks.add(() -> LAW.authority(p.authority()));
        }
        assertAll(checks);
    }

    @Test
    void sixtyPatternsThreeAClaimAThirdOfThemNoOrUnknown() throws IOException {
        List<Pattern> all = patterns();
        assertTrue(all.size() >= 60, all.size() + " patterns");
        Map<String, Long> byClaim =
                all.stream().collect(Collectors.groupingBy(Pattern::claim, TreeMap::new, Collectors.counting()));
        assertEquals(LAW.claims(), List.copyOf(byClaim.keySet()));
        assertTrue(byClaim.values().stream().allMatch(n -> n >= 3), byClaim.toString());
        long noOrUnknown = all.stream()
                .filter(p -> List.of(Result.NOT_VIABLE.key(), Result.UNKNOWN_MISSING_FACTS.key())
                        .contains(p.gives()))
                .count();
        assertTrue(noOrUnknown * 3 >= all.size(), noOrUnknown + " of " + all.size());
    }

    /** Taking any stated fact away never turns met into not met, in any gate or element. */
    @Test
    void learningAFactNeverFlipsAnAnswer() throws IOException {
        for (Pattern p : patterns()) {
            Screening.Claim full = screen(p, p.facts());
            for (String fact : facts(p.facts()).keySet()) {
                Map<String, String> fewer = facts(p.facts());
                fewer.remove(fact);
                Screening.Claim less = screen(p, text(fewer));
                for (int i = 0; i < full.gates().size(); i++) {
                    never(
                            p,
                            fact,
                            less.gates().get(i).truth(),
                            full.gates().get(i).truth());
                }
                for (int i = 0; i < full.elements().size(); i++) {
                    never(
                            p,
                            fact,
                            less.elements().get(i).truth(),
                            full.elements().get(i).truth());
                }
            }
        }
    }

    private static void never(Pattern p, String fact, org.writwatch.law.Truth before, org.writwatch.law.Truth after) {
        boolean byDefault = fact.equals("vehicle");
        assertTrue(
                byDefault || before == org.writwatch.law.Truth.UNKNOWN || before == after,
                () -> p.id() + ": " + fact + " turned " + before + " into " + after);
    }

    static String flipped(Pattern p) {
        Map<String, String> facts = facts(p.facts());
        if (p.flip().startsWith("asks_about_detained_people") && facts.containsKey("asks_only_safe_records")) {
            facts.remove("asks_only_safe_records");
        }
        facts.putAll(facts(p.flip()));
        return text(facts);
    }

    private static Map<String, String> facts(String text) {
        Map<String, String> facts = new LinkedHashMap<>();
        COMMA.splitAsStream(text)
                .forEach(f -> facts.put(f.substring(0, f.indexOf(':')), f.substring(f.indexOf(':') + 2)));
        return facts;
    }

    private static String text(Map<String, String> facts) {
        return facts.entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String result(Pattern p, String facts) {
        return screen(p, facts).result().key();
    }

    private static Screening.Claim screen(Pattern p, String facts) {
        Matter matter = Matter.parse(
                p.id(),
                new StringReader("claim: %s%njurisdiction: %s%nas_of: %s%nrespondent: {sovereign: %s}%nfacts: {%s}%n"
                        .formatted(p.claim(), p.jurisdiction(), p.asOf(), p.sovereign(), facts)),
                LAW);
        return SCREEN.run(matter).claims().get(0);
    }

    static List<Pattern> patterns() throws IOException {
        try (InputStream in = FactPatternsTest.class.getResourceAsStream("/org/writwatch/law/patterns.yaml")) {
            YamlMap file = YamlMap.read("patterns.yaml", new InputStreamReader(in, StandardCharsets.UTF_8));
            List<Pattern> all = new ArrayList<>();
            for (YamlMap m : file.maps("patterns")) {
                all.add(new Pattern(
                        m.text("id"),
                        m.text("claim"),
                        m.text("jurisdiction"),
                        m.text("sovereign"),
                        m.text("as_of"),
                        m.text("facts"),
                        m.text("gives"),
                        m.text("flip"),
                        m.text("then"),
                        m.text("authority"),
                        m.text("why")));
                m.done();
            }
            file.done();
            return all;
        }
    }
}
