package org.writwatch.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.Screening.Claim;
import org.writwatch.law.Screening.Deadline;
import org.writwatch.law.Screening.Element;
import org.writwatch.law.Screening.Gate;
import org.writwatch.law.Screening.NextStep;
import org.writwatch.law.rule.Proof;

/** A screening as ordered maps, in the shape scripts rely on. Keys beyond that shape only ever add to it. */
public final class ScreeningJson {
    private final Phrasebook book;

    private ScreeningJson(Lang lang) {
        this.book = Phrasebook.of(lang);
    }

    /** The whole answer; words in the language asked for, ids and citations as they are. */
    public static Map<String, @Nullable Object> of(Screening screening, Lang lang) {
        return new ScreeningJson(lang).screening(screening);
    }

    /** The dates alone, in the shape they have in the whole answer, each with the letter of its claim. */
    public static Map<String, @Nullable Object> deadlines(Screening screening, Lang lang) {
        ScreeningJson json = new ScreeningJson(lang);
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (Claim claim : screening.claims()) {
            for (Deadline deadline : claim.deadlines()) {
                Map<String, @Nullable Object> one = new LinkedHashMap<>();
                one.put("claim", claim.id());
                one.putAll(json.deadline(deadline));
                all.add(one);
            }
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("jurisdiction", screening.jurisdiction());
        map.put("as_of", screening.asOf().toString());
        map.put("deadlines", all);
        map.put("notice", json.book.say("law", "notice"));
        return map;
    }

    private Map<String, @Nullable Object> screening(Screening s) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("jurisdiction", s.jurisdiction());
        map.put("as_of", s.asOf().toString());
        map.put("emergency", s.emergency().map(book::say).orElse(null));
        map.put("claims", s.claims().stream().map(this::claim).toList());
        map.put("result_rule", book.say("law", "result.rule"));
        map.put("authorities", authorities(s));
        map.put("notice", book.say("law", "notice"));
        return map;
    }

    private Map<String, @Nullable Object> claim(Claim c) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("claim", c.id());
        map.put("title", book.say(c.title()));
        map.put("result", c.result().key());
        map.put("why", book.say(c.why()));
        map.put("gates", c.gates().stream().map(this::gate).toList());
        map.put("elements", c.elements().stream().map(this::element).toList());
        map.put("supporting", ids(c.supporting()));
        map.put("adverse", ids(c.adverse()));
        map.put("would_decide", sets(c.wouldDecide()));
        map.put("would_decide_count", c.more().wouldDecideCount());
        map.put("would_end", sets(c.wouldEnd()));
        map.put("would_end_count", c.more().wouldEndCount());
        map.put("law_to_read", c.more().lawToRead().stream().map(this::reading).toList());
        map.put(
                "remedies",
                c.remedies().stream().map(r -> named(r.id(), r.name(), r.why())).toList());
        map.put("deadlines", c.deadlines().stream().map(this::deadline).toList());
        map.put("before_suit", c.before().stream().map(this::step).toList());
        map.put("after_filing", c.after().stream().map(this::step).toList());
        map.put("writ", c.writ().map(this::writ).orElse(null));
        more(map, c.more());
        return map;
    }

    private void more(Map<String, @Nullable Object> map, Screening.More more) {
        map.put("respondent", more.respondent().map(this::sued).orElse(null));
        map.put("practice", more.practice().stream().map(this::practice).toList());
        map.put("statutes", more.statutes().stream().map(this::statute).toList());
        map.put("circuits", more.circuits().stream().map(this::circuit).toList());
        map.put("weighing", more.weighing().map(this::weighing).orElse(null));
        map.put("notes", more.notes().stream().map(book::say).toList());
        map.put("guard", more.guard().map(book::say).orElse(null));
        map.put("who_decides", more.whoDecides().stream().map(this::practice).toList());
        Map<String, @Nullable Object> sections = new LinkedHashMap<>();
        more.sections()
                .forEach(s ->
                        sections.put(s.id(), s.items().stream().map(book::say).toList()));
        map.put("sections", sections);
    }

    private Map<String, @Nullable Object> sued(Screening.Sued s) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("who", book.say(s.who()));
        map.put("capacity", book.say(s.capacity()));
        map.put("sovereign", book.say(s.sovereign()));
        map.put("court", book.say(s.court()));
        map.put("court_verified", s.courtVerified());
        return map;
    }

    private Map<String, @Nullable Object> practice(Screening.Practice p) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", p.id());
        map.put("what", book.say(p.what()));
        map.put("verified", p.verified());
        map.put("cite", p.cite());
        return map;
    }

    private Map<String, @Nullable Object> statute(Screening.Statute s) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", s.id());
        map.put("cite", s.cite());
        map.put("text", book.say(s.said()));
        map.put("note", s.beware().map(book::say).orElse(null));
        map.put("verified", s.verified());
        map.put("source", s.source());
        return map;
    }

    private Map<String, @Nullable Object> circuit(Screening.CircuitRow c) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("circuit", c.id());
        map.put("name", c.name());
        map.put("home", c.home());
        map.put("adverse", ids(c.adverse()));
        map.put("favorable", ids(c.favorable()));
        return map;
    }

    private Map<String, @Nullable Object> weighing(Screening.Weighing w) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", w.id());
        map.put("title", book.say(w.title()));
        map.put("factors", w.factors().stream().map(this::factor).toList());
        return map;
    }

    private Map<String, @Nullable Object> factor(Screening.Weighing.Factor f) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", f.id());
        map.put("question", book.say(f.question()));
        map.put("for_relief", key(f.helps()));
        map.put("against_relief", key(f.hurts()));
        map.put("facts", f.facts());
        return map;
    }

    private Map<String, @Nullable Object> gate(Gate g) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", g.id());
        map.put("truth", key(g.truth()));
        map.put("why", book.say(g.why()));
        map.put("authorities", ids(g.authorities()));
        return map;
    }

    private Map<String, @Nullable Object> element(Element e) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", e.id());
        map.put("statement", book.say(e.statement()));
        map.put("truth", key(e.truth()));
        map.put("contested", e.contested());
        map.put("facts", e.facts());
        map.put("for", ids(e.supporting()));
        map.put("against", ids(e.against()));
        map.put("verified", e.verified());
        map.put("proof", proof(e.proof()));
        return map;
    }

    private Map<String, @Nullable Object> proof(Proof p) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("rule", p.kind());
        if (!p.of().isEmpty()) {
            map.put("of", p.of());
        }
        map.put("truth", key(p.truth()));
        if (!p.because().isEmpty()) {
            map.put("because", p.because().stream().map(this::proof).toList());
        }
        return map;
    }

    private Map<String, @Nullable Object> named(String id, Phrase name, Phrase why) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", id);
        map.put("name", book.say(name));
        map.put("why", book.say(why));
        return map;
    }

    private Map<String, @Nullable Object> deadline(Deadline d) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", d.id());
        map.put("date", d.date().map(Object::toString).orElse(null));
        map.put("earliest", d.range().map(r -> r.earliest().toString()).orElse(null));
        map.put("latest", d.range().map(r -> r.latest().toString()).orElse(null));
        map.put("rule", book.say(d.rule()));
        map.put("from", d.from().map(Object::toString).orElse(null));
        map.put("verified", d.verified());
        map.put("cite", d.cite());
        map.put("counted", d.counted().stream().map(book::say).toList());
        return map;
    }

    private Map<String, @Nullable Object> step(NextStep s) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", s.id());
        map.put("what", book.say(s.what()) + (s.verified() ? "" : " [VERIFY]"));
        map.put("verified", s.verified());
        map.put("cite", s.cite());
        return map;
    }

    private Map<String, @Nullable Object> reading(Screening.Reading r) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", r.id());
        map.put("what", book.say(r.what()));
        return map;
    }

    private Map<String, @Nullable Object> writ(Screening.Writ w) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", w.name().printed());
        map.put("cite", w.name().authority().orElse(null));
        map.put("court", w.court().printed());
        return map;
    }

    /** Every authority named anywhere in the answer, by id, as it may be printed. */
    private static Map<String, String> authorities(Screening s) {
        Map<String, String> all = new TreeMap<>();
        for (Claim c : s.claims()) {
            c.supporting().forEach(a -> all.put(a.id(), a.printed()));
            c.adverse().forEach(a -> all.put(a.id(), a.printed()));
            c.gates().forEach(g -> g.authorities().forEach(a -> all.put(a.id(), a.printed())));
            c.elements().forEach(e -> e.supporting().forEach(a -> all.put(a.id(), a.printed())));
            c.elements().forEach(e -> e.against().forEach(a -> all.put(a.id(), a.printed())));
            c.more().circuits().forEach(r -> r.adverse().forEach(a -> all.put(a.id(), a.printed())));
            c.more().circuits().forEach(r -> r.favorable().forEach(a -> all.put(a.id(), a.printed())));
        }
        return all;
    }

    private static List<String> ids(List<Authority> authorities) {
        return authorities.stream().map(Authority::id).toList();
    }

    private static List<List<String>> sets(List<Set<String>> sets) {
        return sets.stream().map(List::copyOf).toList();
    }

    private static String key(Truth truth) {
        return truth.name().toLowerCase(Locale.ROOT);
    }
}
