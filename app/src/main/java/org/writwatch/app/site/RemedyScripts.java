package org.writwatch.app.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.output.Json;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.Law;
import org.writwatch.law.Result;
import org.writwatch.law.load.ClaimFile;
import org.writwatch.law.matter.FactTable;
import org.writwatch.law.screen.Screen;
import org.writwatch.law.screen.ScreenSheet;
import org.writwatch.papers.page.Words;

/** What the questions on a reader's device are asked with: the sheet of a jurisdiction, and the words of a language. */
final class RemedyScripts {
    private static final List<String> KEYS = List.of(
            "back",
            "claim",
            "clear",
            "date",
            "download",
            "next",
            "no",
            "number",
            "open",
            "outcome",
            "see",
            "sovereign",
            "undated",
            "unknown",
            "ways",
            "why",
            "yes");

    private RemedyScripts() {}

    /** A script that sets the sheet of a jurisdiction. */
    static String sheet(Law law, String code, LocalDate asOf) {
        return script("writwatchSheet", ScreenSheet.of(law, code, asOf));
    }

    private static String script(String name, Map<String, @Nullable Object> tree) {
        return "window." + name + "=" + Json.line(tree) + ";\n";
    }

    /** A script that sets the words of a language. */
    static String words(Law law, Lang lang) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        Phrasebook book = Phrasebook.of(lang);
        tree.put("say", say(lang));
        tree.put("facts", facts(law, book, lang));
        List<ClaimFile> claims = Screen.of(law).claimFiles();
        tree.put(
                "claims",
                claims.stream()
                        .map(c -> List.of(c.id(), book.say("law", "claim." + c.id() + ".title")))
                        .toList());
        tree.put("results", results(lang));
        tree.put("parts", parts(claims, book));
        return script("writwatchWords", tree);
    }

    private static Map<String, @Nullable Object> say(Lang lang) {
        Words w = new Words(lang);
        Map<String, @Nullable Object> say = new LinkedHashMap<>();
        KEYS.forEach(k -> say.put(k, w.say("site.ask." + k)));
        say.put("screen", w.say("site.ask.screen", "{0}", "{1}"));
        say.put("badDate", w.say("site.ask.bad-date", "{0}"));
        say.put("badNumber", w.say("site.ask.bad-number"));
        say.put("hand", w.say("site.ask.hand.how"));
        say.put("noOdds", w.say("site.ask.no-odds"));
        say.put("records", w.say("site.ask.records.how"));
        say.put("recordsLink", w.say("site.ask.records.link"));
        say.put("help", w.say("help"));
        say.put(
                "sovereigns",
                List.of("local", "state", "federal").stream()
                        .map(s -> List.of(s, w.say("site.ask.sovereign." + s)))
                        .toList());
        return say;
    }

    private static Map<String, @Nullable Object> facts(Law law, Phrasebook book, Lang lang) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        int order = 0;
        for (FactTable.Entry entry : law.facts().list()) {
            if (List.of("vehicle", "home_state", "circuit").contains(entry.id())) {
                continue;
            }
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("question", book.say(entry.question()));
            map.put("meaning", book.say(entry.meaning()));
            map.put("kind", entry.kind().key());
            map.put("cost", entry.cost());
            map.put("order", order++);
            map.put(
                    "choices",
                    entry.choices().stream()
                            .map(c -> List.of(c, choice(law, c, lang)))
                            .toList());
            facts.put(entry.id(), map);
        }
        return facts;
    }

    private static String choice(Law law, String word, Lang lang) {
        return law.uscis()
                .findForm(word)
                .map(f -> f.name())
                .orElseGet(() -> new Words(lang).say("site.ask.choice." + word));
    }

    private static Map<String, @Nullable Object> results(Lang lang) {
        Words w = new Words(lang);
        Map<String, @Nullable Object> results = new LinkedHashMap<>();
        for (Result r : Result.values()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("name", w.say("result." + r.key()));
            map.put("means", w.say("site.ask.word." + r.key()));
            results.put(r.key(), map);
        }
        return results;
    }

    /** For each claim and part: what is said when it fails, and what is said when it is not known. */
    private static Map<String, @Nullable Object> parts(List<ClaimFile> claims, Phrasebook book) {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        for (ClaimFile claim : claims) {
            for (ClaimFile.Gate gate : claim.gates()) {
                List<String> said = new ArrayList<>();
                for (String tail : List.of(".fails", ".missing")) {
                    String own = "claim." + claim.id() + ".gate." + gate.id() + tail;
                    String common = "gate." + gate.id() + tail;
                    said.add(
                            book.knows("law", own)
                                    ? book.say("law", own)
                                    : book.knows("law", common) ? book.say("law", common) : gate.id());
                }
                parts.put(claim.id() + " " + gate.id(), said);
            }
            for (ClaimFile.Element element : claim.elements()) {
                Phrase statement = Phrase.of("law", "element." + element.id());
                parts.put(
                        claim.id() + " " + element.id(),
                        List.of(
                                book.say(Phrase.of("law", "element.fails", statement)),
                                book.say(Phrase.of("law", "element.missing", statement))));
            }
        }
        return parts;
    }
}
