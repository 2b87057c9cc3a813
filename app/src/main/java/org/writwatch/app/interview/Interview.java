package org.writwatch.app.interview;

import java.io.PrintWriter;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.writwatch.app.Dialog;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.law.Law;
import org.writwatch.law.Result;
import org.writwatch.law.Screening;
import org.writwatch.law.matter.FactTable;
import org.writwatch.law.matter.Matter;
import org.writwatch.law.screen.Screen;

/**
 * Asks for a matter, one question a screen: first whether someone is held, then where, what and against whom, then of each
 * open claim the cheapest fact that could decide it, with what it matters for, until nothing would. An empty answer or "?"
 * is "I don't know"; "q" or the end of input stops. The matter is handed over to be kept after each answer. When someone
 * is held now, what to do first is said before anything else is asked. An interview that was broken off goes on where it
 * stopped: what was answered is not asked again.
 */
public final class Interview {
    private static final Set<String> YES = Set.of("y", "yes", "s", "si", "sí", "true");
    private static final Set<String> NO = Set.of("n", "no", "false");

    private final Law law;
    private final Screen screen;
    private final Dialog dialog;
    private final PrintWriter screenOut;
    private final Lang lang;
    private final Consumer<String> keep;
    private LocalDate asOf;
    private final Map<String, String> head = new LinkedHashMap<>();
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private boolean stopped;

    /**
     * An interview.
     *
     * @param screenOut where questions are printed
     * @param keep is given the text of the matter after each answer
     */
    public Interview(Law law, Dialog dialog, PrintWriter screenOut, Lang lang, LocalDate asOf, Consumer<String> keep) {
        this.law = law;
        this.screen = Screen.of(law);
        this.dialog = dialog;
        this.screenOut = screenOut;
        this.lang = lang;
        this.asOf = asOf;
        this.keep = keep;
    }

    /** The same, going on from what was told before. */
    public Interview from(Matter before) {
        asOf = before.asOf();
        head.put("jurisdiction", before.jurisdiction());
        head.put("claim", before.claims().equals(law.claims()) ? "all" : String.join(", ", before.claims()));
        before.respondent().agency().ifPresent(a -> head.put("agency", a));
        before.respondent().office().ifPresent(o -> head.put("office", o));
        before.respondent()
                .sovereign()
                .ifPresent(s -> head.put("sovereign", s.name().toLowerCase(Locale.ROOT)));
        before.facts().forEach((id, value) -> facts.put(id, written(value)));
        asked.addAll(before.facts().keySet());
        return this;
    }

    private static String written(Matter.Value value) {
        if (value instanceof Matter.Value.Truth truth) {
            return String.valueOf(truth.so());
        } else if (value instanceof Matter.Value.On on) {
            return on.day().toString();
        } else if (value instanceof Matter.Value.Count count) {
            return String.valueOf(count.number());
        }
        return ((Matter.Value.Choice) value).word();
    }

    /** The matter as far as it was told; empty when it was stopped before the claim and the place were named. */
    public Optional<Matter> run() {
        say(Phrase.of("app", "interview.begin"));
        if (!facts.isEmpty()) {
            say(Phrase.of("app", "interview.resumed", facts.size()));
        }
        if (!asked.contains("held_now")) {
            fact("held_now", List.of());
        }
        emergency();
        head("jurisdiction", Phrase.of("app", "interview.jurisdiction"), Law.codes());
        head("claim", Phrase.of("app", "interview.claim", titles()), claims());
        if (!head.containsKey("jurisdiction") || !head.containsKey("claim")) {
            return Optional.empty();
        }
        head("sovereign", Phrase.of("app", "interview.sovereign"), List.of("local", "state", "federal"));
        for (Optional<Next> next = next(); next.isPresent() && !stopped; next = next()) {
            fact(next.get().fact(), next.get().why());
        }
        return Optional.of(matter());
    }

    /** What to do first, before anything else is asked. */
    private void emergency() {
        if ("true".equals(facts.get("held_now")) && !stopped) {
            ask(
                    Screen.emergency(head.getOrDefault("jurisdiction", "")),
                    List.of(),
                    Phrase.of("app", "interview.go-on"));
        }
    }

    private record Next(String fact, List<Phrase> why) {}

    private String titles() {
        return law.claims().stream()
                .map(c -> c + ": " + words(Phrase.of("law", "claim." + c + ".title")))
                .collect(Collectors.joining("; "));
    }

    private List<String> claims() {
        return Stream.concat(law.claims().stream(), Stream.of("all")).toList();
    }

    /** Of the first claim that is still open, the cheapest fact not asked yet that could decide or end it. */
    private Optional<Next> next() {
        for (Screening.Claim claim : screen.run(matter()).claims()) {
            if (claim.result() == Result.UNKNOWN_MISSING_FACTS) {
                Optional<String> fact = Stream.concat(claim.wouldDecide().stream(), claim.wouldEnd().stream())
                        .flatMap(Set::stream)
                        .filter(f -> law.facts().find(f).isPresent() && !asked.contains(f))
                        .findFirst();
                if (fact.isPresent()) {
                    return Optional.of(new Next(
                            fact.get(),
                            claim.elements().stream()
                                    .filter(e -> e.facts().contains(fact.get()))
                                    .map(Screening.Element::statement)
                                    .toList()));
                }
            }
        }
        return Optional.empty();
    }

    private void head(String key, Phrase question, List<String> words) {
        if (head.containsKey(key)) {
            return;
        }
        Optional<String> answer =
                ask(question, List.of(), Phrase.of("app", "interview.one-of", String.join(", ", words)));
        while (answer.isPresent() && !answer.get().isEmpty()) {
            Optional<String> found = match(words, answer.get());
            if (found.isPresent()) {
                head.put(key, found.get());
                save();
                return;
            }
            answer = again(Phrase.of("app", "interview.one-of", String.join(", ", words)));
        }
    }

    private static Optional<String> match(List<String> words, String answer) {
        return words.stream().filter(w -> w.equalsIgnoreCase(answer)).findFirst();
    }

    private void fact(String id, List<Phrase> why) {
        asked.add(id);
        FactTable.Entry entry = law.facts().find(id).orElseThrow();
        Phrase how = entry.choices().isEmpty()
                ? Phrase.of("app", "interview.how." + entry.kind().key())
                : Phrase.of("app", "interview.one-of", String.join(", ", entry.choices()));
        Optional<String> answer = ask(entry.question(), why, how);
        while (answer.isPresent() && !answer.get().isEmpty()) {
            facts.put(id, value(answer.get()));
            Optional<Phrase> fault = fault(answer.get());
            if (fault.isEmpty()) {
                save();
                return;
            }
            facts.remove(id);
            screenOut.println(words(fault.get()));
            answer = again(how);
        }
    }

    private static String value(String answer) {
        String plain = answer.toLowerCase(Locale.ROOT);
        return YES.contains(plain) ? "true" : NO.contains(plain) ? "false" : answer;
    }

    /** Why the matter cannot be so, when it cannot. */
    private Optional<Phrase> fault(String answer) {
        if (!answer.matches("[\\p{L}0-9_-]{1,40}")) {
            return Optional.of(Phrase.of("app", "interview.plain"));
        }
        try {
            matter();
            return Optional.empty();
        } catch (BadInput e) {
            return Optional.of(Phrase.verbatim(e.message(lang)));
        }
    }

    private Matter matter() {
        return Matter.parse("matter", new StringReader(text()), law);
    }

    /** The matter as a file has it; before the place is named, that of the federal courts stands in. */
    private String text() {
        StringBuilder text = new StringBuilder("version: 1\n");
        String claims = head.getOrDefault("claim", "all");
        text.append("claim: ").append(claims.contains(",") ? "[" + claims + "]" : claims);
        text.append('\n');
        text.append("jurisdiction: ")
                .append('"')
                .append(head.getOrDefault("jurisdiction", "US"))
                .append("\"\n");
        String respondent = Stream.of("agency", "office", "sovereign")
                .filter(head::containsKey)
                .map(k -> k + ": " + quoted(head.getOrDefault(k, "")))
                .collect(Collectors.joining(", "));
        if (!respondent.isEmpty()) {
            text.append("respondent: {").append(respondent).append("}\n");
        }
        text.append("as_of: ").append(asOf).append('\n');
        text.append("facts:").append(facts.isEmpty() ? " {}\n" : "\n");
        facts.forEach((id, value) ->
                text.append("  ").append(id).append(": ").append(value).append('\n'));
        return text.toString();
    }

    private static String quoted(String words) {
        return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private void save() {
        if (head.containsKey("jurisdiction") && head.containsKey("claim")) {
            keep.accept(text());
        }
    }

    private Optional<String> ask(Phrase question, List<Phrase> why, Phrase how) {
        if (stopped) {
            return Optional.empty();
        }
        screenOut.println();
        say(question);
        if (!why.isEmpty()) {
            say(Phrase.of("app", "interview.why", (Object)
                    why.stream().map(p -> (Object) p).toList()));
        }
        return again(how);
    }

    private Optional<String> again(Phrase how) {
        screenOut.print("  " + words(how) + " > ");
        screenOut.flush();
        Optional<String> line = dialog.line().map(String::strip);
        if (line.isEmpty() || line.get().equalsIgnoreCase("q")) {
            stopped = true;
            return Optional.empty();
        }
        return line.get().equals("?") ? Optional.of("") : line;
    }

    private void say(Phrase phrase) {
        screenOut.println(words(phrase));
    }

    private String words(Phrase phrase) {
        return Phrasebook.of(lang).say(phrase);
    }
}
