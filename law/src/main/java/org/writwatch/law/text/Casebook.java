package org.writwatch.law.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.Authority;
import org.writwatch.law.Authority.Outcome;
import org.writwatch.law.Law;

/**
 * What really happened: the cases held here, each with the kind of suit it was, what was decided, what it supports, what it
 * cuts against and whether it was read in a source. Cases that cut against somebody come first.
 *
 * @param cases the cases, those that cut against before those that do not, then by year and id
 */
public record Casebook(List<Authority> cases) {
    /** The columns of {@link #rows(Lang)}. */
    public static final List<String> HEADER = List.of(
            "id",
            "citation",
            "court",
            "year",
            "where",
            "vehicle",
            "outcome",
            "holding",
            "supports",
            "cuts_against",
            "claims",
            "verified",
            "source");

    public Casebook {
        cases = List.copyOf(cases);
    }

    /**
     * What to keep. An empty part keeps every case.
     *
     * @param claim a letter
     * @param jurisdiction a code or name; cases that bind everywhere are kept too
     * @param kind words in the kind of suit, small or capital
     * @param outcome whether the one who sued won
     * @param verified whether it was read in a source
     * @param since first year
     * @param until last year
     * @param words words anywhere in the citation, the holding or what it says for and against
     */
    public record Filter(
            Optional<String> claim,
            Optional<String> jurisdiction,
            Optional<String> kind,
            Optional<Outcome> outcome,
            Optional<Boolean> verified,
            Optional<Integer> since,
            Optional<Integer> until,
            Optional<String> words) {
        private boolean keeps(Authority a, Optional<String> code) {
            String all = String.join(
                    "\n",
                    a.citation(),
                    a.holding(),
                    a.holdingIn(Lang.ES),
                    String.join("\n", a.supports()),
                    String.join("\n", a.supportsIn(Lang.ES)),
                    String.join("\n", a.cutsAgainst()),
                    String.join("\n", a.cutsAgainstIn(Lang.ES)));
            return a.type().equals("case")
                    && claim.map(c -> a.claimTypes().contains(c)).orElse(true)
                    && code.map(a::bindsIn).orElse(true)
                    && kind.map(k -> holds(a.vehicle() + "\n" + a.vehicleIn(Lang.ES), k))
                            .orElse(true)
                    && outcome.map(o -> a.outcome().equals(Optional.of(o))).orElse(true)
                    && verified.map(v -> a.confidence().verified() == v).orElse(true)
                    && since.map(y -> a.year().orElse(0) >= y).orElse(true)
                    && until.map(y -> a.year().orElse(Integer.MAX_VALUE) <= y).orElse(true)
                    && words.map(w -> holds(all, w)).orElse(true);
        }

        private static boolean holds(String text, String part) {
            return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
        }
    }

    /**
     * The cases of a claim and a place.
     *
     * @param claim a letter; empty for every claim
     * @param jurisdiction a code or name; empty for every place. Cases that bind everywhere are kept.
     * @throws org.writwatch.facts.problem.NotFound when there is no such place
     */
    public static Casebook of(Law law, Optional<String> claim, Optional<String> jurisdiction) {
        return of(
                law,
                new Filter(
                        claim,
                        jurisdiction,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /**
     * The cases a filter keeps.
     *
     * @throws org.writwatch.facts.problem.NotFound when there is no such place
     */
    public static Casebook of(Law law, Filter filter) {
        Optional<String> code = filter.jurisdiction().map(Law::code);
        List<Authority> found = new ArrayList<>(
                law.authorities().stream().filter(a -> filter.keeps(a, code)).toList());
        found.sort((a, b) -> {
            int side =
                    Boolean.compare(a.cutsAgainst().isEmpty(), b.cutsAgainst().isEmpty());
            int year = Integer.compare(a.year().orElse(0), b.year().orElse(0));
            return side != 0 ? side : year != 0 ? year : a.id().compareTo(b.id());
        });
        return new Casebook(found);
    }

    /** How many cases bear on each claim. */
    public Map<String, Long> claims() {
        Map<String, Long> counts = new TreeMap<>();
        cases.forEach(c -> c.claimTypes().forEach(t -> counts.merge(t, 1L, Long::sum)));
        return counts;
    }

    /** How many cases came out each way; "not_said" where the data do not say. */
    public Map<String, Long> outcomes() {
        Map<String, Long> counts = new TreeMap<>();
        cases.forEach(c -> counts.merge(outcome(c), 1L, Long::sum));
        return counts;
    }

    /** The rows of a table: {@link #HEADER}, its words in the language asked for. */
    public List<List<String>> rows(Lang lang) {
        return cases.stream()
                .map(a -> List.of(
                        a.id(),
                        a.printed(lang),
                        a.court(),
                        a.year().map(String::valueOf).orElse(""),
                        String.join(" ", a.where()),
                        a.vehicleIn(lang),
                        outcome(a),
                        a.holdingIn(lang),
                        String.join("; ", a.supportsIn(lang)),
                        String.join("; ", a.cutsAgainstIn(lang)),
                        String.join(" ", a.claimTypes()),
                        String.valueOf(a.confidence().verified()),
                        a.source()))
                .toList();
    }

    private static String outcome(Authority a) {
        return a.outcome().map(Outcome::key).orElse("not_said");
    }

    /** How many cases there are of each kind of suit, in the language asked for. */
    public Map<String, Long> vehicles(Lang lang) {
        Map<String, Long> counts = new TreeMap<>();
        cases.forEach(c -> counts.merge(c.vehicleIn(lang), 1L, Long::sum));
        return counts;
    }

    /** How many were read in a source. */
    public long verified() {
        return cases.stream().filter(c -> c.confidence().verified()).count();
    }

    /** As ordered maps. */
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("cases", cases.stream().map(Casebook::json).toList());
        map.put("count", (long) cases.size());
        map.put("verified", verified());
        map.put("by_vehicle", vehicles(Lang.EN));
        map.put("by_claim", claims());
        map.put("by_outcome", outcomes());
        return map;
    }

    private static Map<String, @Nullable Object> json(Authority a) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", a.id());
        map.put("citation", a.printed());
        map.put("court", a.court());
        map.put("year", a.year().orElse(null));
        map.put("where", a.where());
        map.put("vehicle", a.vehicle());
        map.put("vehicle_es", a.vehicleIn(Lang.ES));
        map.put("outcome", outcome(a));
        map.put("holding", a.holding());
        map.put("holding_es", a.holdingIn(Lang.ES));
        map.put("supports", a.supports());
        map.put("supports_es", a.supportsIn(Lang.ES));
        map.put("cuts_against", a.cutsAgainst());
        map.put("cuts_against_es", a.cutsAgainstIn(Lang.ES));
        map.put("claims", a.claimTypes());
        map.put("verified", a.confidence().verified());
        map.put("source", a.source());
        return map;
    }

    /** As text in the language asked for. */
    public String text(Lang lang) {
        Lines lines = new Lines(Phrasebook.of(lang));
        lines.heading(lines.say("cases.head", cases.size(), verified()));
        lines.paragraph("", "", lines.say("cases.honest"));
        lines.paragraph("", "", lines.say("notice"));
        for (Authority a : cases) {
            lines.heading(a.printed(lang));
            if (!a.vehicle().isEmpty()) {
                lines.item(lines.say("cases.vehicle", a.vehicleIn(lang)));
            }
            lines.item(lines.say("cases.decided", a.holdingIn(lang)));
            a.outcome().ifPresent(o -> lines.item(lines.say("cases.outcome." + o.key())));
            a.cutsAgainstIn(lang).forEach(c -> lines.item(lines.say("cases.cuts", c)));
            a.supportsIn(lang).forEach(s -> lines.item(lines.say("cases.supports", s)));
            a.noteIn(lang).ifPresent(n -> lines.item(lines.say("page.note", n)));
            lines.item(lines.say(a.confidence().verified() ? "page.read-in" : "page.not-read", a.source()));
        }
        if (!cases.isEmpty()) {
            lines.heading(lines.say("cases.by-vehicle"));
            vehicles(lang)
                    .forEach((vehicle, n) ->
                            lines.item(n + " " + (vehicle.isEmpty() ? lines.say("cases.no-vehicle") : vehicle)));
            lines.heading(lines.say("cases.by-outcome"));
            outcomes().forEach((word, n) -> lines.item(n + " " + lines.say("cases.outcome." + word)));
            lines.heading(lines.say("cases.by-claim"));
            claims().forEach((claim, n) -> lines.item(n + " " + claim + ": " + lines.say("claim." + claim + ".title")));
        }
        return lines.toString();
    }
}
