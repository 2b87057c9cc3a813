package org.writwatch.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ScriptableObject;
import org.writwatch.law.Law;
import org.writwatch.law.Result;
import org.writwatch.law.load.ClaimFile;
import org.writwatch.law.matter.FactTable;
import org.writwatch.law.matter.Matter;
import org.writwatch.law.matter.Matter.Respondent;
import org.writwatch.law.matter.Matter.Sovereign;
import org.writwatch.law.matter.Matter.Value;
import org.writwatch.law.screen.Screen;
import org.writwatch.law.screen.ScreenSheet;
import org.writwatch.papers.site.SiteAssets;

/**
 * The script that decides on a reader's device and the program's own screening say the same of random matters in every
 * jurisdiction: the word of each claim and the facts it still hangs on. More with {@code -Dwritwatch.rounds=20}.
 */
class DecideScriptTest {
    private static final Law LAW = Law.bundled();
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 24);
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Facts that the page does not ask for: the device leaves them to the command line. */
    private static final Set<String> NOT_ASKED = Set.of("vehicle", "home_state", "circuit", "posted_months");

    private static final long SEED = 287;
    private static final int ROUNDS = Integer.getInteger("writwatch.rounds", 2);

    private static ScriptableObject scope;

    @BeforeAll
    static void load() {
        Context context = Context.enter();
        context.setOptimizationLevel(-1);
        context.setLanguageVersion(Context.VERSION_ES6);
        scope = context.initSafeStandardObjects();
        run("var window = this;");
        run(SiteAssets.list().get("assets/decide.js"));
    }

    @AfterAll
    static void leave() {
        Context.exit();
    }

    private static String run(String script) {
        return Context.toString(Context.getCurrentContext().evaluateString(scope, script, "decide.js", 1, null));
    }

    @Test
    void aDeviceSaysWhatTheProgramSays() throws IOException {
        Random random = new Random(SEED);
        Map<Result, Integer> words = new TreeMap<>();
        List<String> different = new ArrayList<>();
        for (String code : Law.codes()) {
            run(RemedyScripts.sheet(LAW, code, AS_OF));
            for (ClaimFile claim : Screen.of(LAW).claimFiles()) {
                for (int round = 0; round < ROUNDS; round++) {
                    Optional<Sovereign> sovereign = sovereign(random);
                    Map<String, Value> facts = facts(claim, random);
                    Matter matter = matter(claim, code, sovereign, facts);
                    JsonNode said = said(claim.id(), sovereign, facts);
                    Result word = ScreenSheet.word(LAW, matter, claim);
                    words.merge(word, 1, Integer::sum);
                    String at = "seed " + SEED + " " + code + " " + claim.id() + " " + sovereign + " " + facts + ": ";
                    if (!said.get("word").asText().equals(word.key())) {
                        different.add(at + said.get("word").asText() + ", the program " + word.key());
                    }
                    Set<String> open = new TreeSet<>(ScreenSheet.open(LAW, matter, claim));
                    open.removeAll(NOT_ASKED);
                    if (!texts(said.get("hangsOn")).equals(open)) {
                        different.add(at + "hangs on " + texts(said.get("hangsOn")) + ", for the program on " + open);
                    }
                }
            }
        }
        assertTrue(words.size() >= 5, "nearly every word came up: " + words);
        assertEquals(
                "", String.join("\n", different.subList(0, Math.min(20, different.size()))), different.size() + "");
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> all = new TreeSet<>();
        list.forEach(n -> all.add(n.asText()));
        all.retainAll(LAW.facts().ids());
        all.removeAll(NOT_ASKED);
        return all;
    }

    private static Optional<Sovereign> sovereign(Random random) {
        List<Sovereign> all = Arrays.asList(Sovereign.values());
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private static Matter matter(
            ClaimFile claim, String code, Optional<Sovereign> sovereign, Map<String, Value> facts) {
        return new Matter(
                List.of(claim.id()), code, new Respondent(Optional.empty(), Optional.empty(), sovereign), AS_OF, facts);
    }

    /** Some facts of the claim, as the page takes them: most said, some left, days near and far. */
    private static Map<String, Value> facts(ClaimFile claim, Random random) {
        Map<String, Value> facts = new LinkedHashMap<>();
        int share = random.nextInt(5);
        for (FactTable.Entry fact : LAW.facts().list()) {
            boolean bears = fact.claims().contains(claim.id()) || fact.claims().contains("all");
            if (!bears || NOT_ASKED.contains(fact.id()) || random.nextInt(5) >= share) {
                continue;
            }
            facts.put(fact.id(), value(fact, random));
        }
        LAW.facts().contradictions().forEach(pair -> {
            if (so(facts, pair.first()) && so(facts, pair.second())) {
                facts.remove(pair.second());
            }
        });
        return facts;
    }

    private static boolean so(Map<String, Value> facts, String id) {
        Value value = facts.get(id);
        return value != null && !value.equals(new Value.Truth(false));
    }

    private static Value value(FactTable.Entry fact, Random random) {
        return switch (fact.kind()) {
            case YES_NO -> new Value.Truth(random.nextInt(3) > 0);
            case DATE ->
                random.nextInt(4) == 0
                        ? new Value.Truth(random.nextBoolean())
                        : new Value.On(AS_OF.minusDays(random.nextInt(random.nextBoolean() ? 60 : 3000)));
            case NUMBER -> new Value.Count(random.nextBoolean() ? 2020 + random.nextInt(7) : random.nextInt(10_000));
            case CHOICE ->
                new Value.Choice(
                        fact.choices().get(random.nextInt(fact.choices().size())));
        };
    }

    private static JsonNode said(String claim, Optional<Sovereign> sovereign, Map<String, Value> facts)
            throws IOException {
        Map<String, Object> told = new LinkedHashMap<>();
        sovereign.ifPresent(s -> told.put("sovereign", s.name().toLowerCase(java.util.Locale.ROOT)));
        facts.forEach((id, value) -> told.put(id, plain(value)));
        String answers = JSON.writeValueAsString(told);
        return JSON.readTree(
                run("JSON.stringify(writwatchDecide.claim(writwatchSheet, '" + claim + "', " + answers + "))"));
    }

    private static Object plain(Value value) {
        if (value instanceof Value.Truth t) {
            return t.so();
        } else if (value instanceof Value.On d) {
            return d.day().toString();
        } else if (value instanceof Value.Count n) {
            return n.number();
        }
        return ((Value.Choice) value).word();
    }
}
