package org.writwatch.law.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.writwatch.facts.UsState;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.Authority;
import org.writwatch.law.Screening;
import org.writwatch.law.Screening.Claim;
import org.writwatch.law.Screening.Deadline;
import org.writwatch.law.Screening.Element;
import org.writwatch.law.Screening.Gate;
import org.writwatch.law.Spanish;
import org.writwatch.law.Truth;

/**
 * A screening for a terminal: what to do first when someone is held, then claim by claim the circuits of a federal delay
 * claim before anything else, the result, what is against it before what is for it, every gate and element with its truth, what would decide it, better ways, dates.
 */
public final class ScreeningText {
    private final Lines lines;
    private final Lang lang;

    private ScreeningText(Lang lang) {
        this.lang = lang;
        this.lines = new Lines(Phrasebook.of(lang));
    }

    /** The whole answer in one language, each line ended by a line feed. */
    public static String of(Screening screening, Lang lang) {
        ScreeningText text = new ScreeningText(lang);
        text.write(screening);
        return text.lines.toString();
    }

    /** The dates alone, claim by claim, each counted out. */
    public static String deadlines(Screening screening, Lang lang) {
        ScreeningText text = new ScreeningText(lang);
        text.head(screening);
        for (Claim claim : screening.claims()) {
            if (!claim.deadlines().isEmpty()) {
                text.lines.heading(text.lines.say("text.claim", claim.id(), claim.title()));
                claim.deadlines().forEach(d -> text.deadline(d, true));
            }
        }
        return text.lines.toString();
    }

    private void head(Screening s) {
        s.emergency().ifPresent(e -> lines.heading(lines.say(e)));
        Object place =
                UsState.find(s.jurisdiction()).<Object>map(u -> u).orElseGet(() -> Spanish.phrase("Federal courts"));
        lines.heading(lines.say("text.head", place, s.jurisdiction(), s.asOf()));
        lines.paragraph("", "", lines.say("notice"));
    }

    private void write(Screening s) {
        head(s);
        s.claims().forEach(this::claim);
        s.claims().stream()
                .map(c -> c.more().whoDecides())
                .filter(w -> !w.isEmpty())
                .findFirst()
                .ifPresent(w -> {
                    lines.heading(lines.say("text.who-decides"));
                    w.forEach(p -> lines.item(lines.say(p.what())));
                });
        lines.heading(lines.say("result.rule"));
    }

    private void claim(Claim c) {
        lines.heading(lines.say("text.claim", c.id(), c.title()));
        circuits(c);
        lines.section(
                "text.result", Phrase.of("law", "result.name." + c.result().key()), c.why());
        c.more().guard().ifPresent(g -> lines.item(lines.say(g)));
        list("text.adverse", c.adverse().stream().map(this::authority).toList());
        list(
                "text.supporting",
                c.supporting().stream()
                        .filter(a -> !c.adverse().contains(a))
                        .map(this::authority)
                        .toList());
        list(
                "text.gates",
                c.gates().stream()
                        .filter(g -> !g.why().key().equals("gate.not-asked"))
                        .map(this::gate)
                        .toList());
        lines.section("text.elements");
        c.elements().forEach(this::element);
        weighing(c);
        sets("text.would-decide", c.wouldDecide(), c.more().wouldDecideCount());
        sets("text.would-end", c.wouldEnd(), c.more().wouldEndCount());
        list(
                "text.law-to-read",
                c.more().lawToRead().stream().map(r -> lines.say(r.what())).toList());
        list(
                "text.remedies",
                c.remedies().stream()
                        .map(r -> lines.say("text.remedy", r.name(), r.why()))
                        .toList());
        if (!c.deadlines().isEmpty()) {
            lines.section("text.deadlines");
            c.deadlines().forEach(d -> deadline(d, false));
        }
        practice(c);
        c.more()
                .sections()
                .forEach(s -> list(
                        "text.section." + s.id(),
                        s.items().stream().map(lines::say).toList()));
        list("text.notes", c.more().notes().stream().map(lines::say).toList());
    }

    private void circuits(Claim c) {
        if (!c.more().circuits().isEmpty()) {
            lines.section("text.circuits");
            for (Screening.CircuitRow row : c.more().circuits()) {
                String home = row.home() ? lines.say("text.home") : "";
                lines.item(row.name() + home);
                row.adverse().forEach(a -> lines.under(lines.say("text.against", authority(a))));
                row.favorable().forEach(a -> lines.under(lines.say("text.for", authority(a))));
                if (row.adverse().isEmpty() && row.favorable().isEmpty()) {
                    lines.under(lines.say("text.none-held"));
                }
            }
        }
    }

    private void weighing(Claim c) {
        c.more().weighing().ifPresent(w -> {
            lines.paragraph("  ", "  ", lines.say(w.title()));
            for (Screening.Weighing.Factor f : w.factors()) {
                lines.item(lines.say(f.question()));
                lines.under(lines.say("text.weighed", truth(f.helps()), truth(f.hurts())));
            }
        });
    }

    private void practice(Claim c) {
        lines.section("text.practice");
        c.writ()
                .ifPresent(w -> lines.item(
                        lines.say("text.writ", w.name().said(), w.court().said())));
        c.more()
                .respondent()
                .ifPresent(
                        r -> lines.item(lines.say("text.respondent", r.who(), r.capacity(), r.sovereign(), r.court())));
        c.more().practice().forEach(p -> lines.item(lines.say(p.what())));
        c.before().forEach(s -> lines.item(lines.say(s.what()) + (s.verified() ? "" : " [VERIFY]")));
        c.after().forEach(s -> lines.item(lines.say(s.what()) + (s.verified() ? "" : " [VERIFY]")));
        c.more().statutes().forEach(s -> {
            lines.item(Spanish.name(s.cite(), lang) + ": " + lines.say(s.said()));
            s.beware().ifPresent(b -> lines.under(lines.say("page.note", b)));
        });
    }

    private String gate(Gate g) {
        return truth(g.truth()) + ": " + lines.say(g.why());
    }

    private void element(Element e) {
        String split = e.contested() ? lines.say("text.contested") : "";
        String flag = e.verified() ? "" : " [VERIFY]";
        lines.item(truth(e.truth()) + ": " + lines.say(e.statement()) + split + flag);
        if (!e.facts().isEmpty()) {
            lines.under(lines.say("text.facts"));
            e.facts().forEach(f -> lines.under(fact(f)));
        }
        e.against().forEach(a -> lines.under(lines.say("text.against", a.printed(lang))));
        e.supporting().forEach(a -> lines.under(lines.say("text.for", a.printed(lang))));
    }

    private void deadline(Deadline d, boolean counted) {
        String when = d.range()
                .map(r -> lines.say("text.between", r.earliest(), r.latest()))
                .or(() -> d.date().map(day -> lines.say("text.on", day)))
                .orElseGet(() -> lines.say("text.no-date"));
        lines.item(when + " " + lines.say(d.rule()) + (d.cite().isEmpty() ? "" : " (" + d.cite() + ")"));
        if (counted) {
            d.counted().forEach(step -> lines.under(lines.say(step)));
        }
    }

    private void sets(String key, List<Set<String>> sets, long count) {
        if (!sets.isEmpty()) {
            lines.section(key, count);
            Set<String> told = new TreeSet<>();
            for (Set<String> set : sets) {
                lines.item(String.join(" + ", set));
                set.stream().filter(told::add).forEach(f -> lines.under(fact(f)));
            }
        }
    }

    /** A fact by the word it has in a matter, and what it means. */
    private String fact(String id) {
        String key = "fact." + id + ".meaning";
        return Phrasebook.of(lang).knows("law", key) ? id + ": " + lines.say(key) : id;
    }

    private void list(String key, List<String> items) {
        if (!items.isEmpty()) {
            lines.section(key);
            items.forEach(lines::item);
        }
    }

    private String authority(Authority a) {
        return a.printed(lang) + ": " + a.holdingIn(lang);
    }

    private String truth(Truth truth) {
        return lines.say("truth." + truth.name().toLowerCase(Locale.ROOT));
    }
}
