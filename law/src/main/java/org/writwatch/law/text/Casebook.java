package org.writwatch.law.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.Authority;
import org.writwatch.law.Law;

/**
 * What really happened: the cases held here, each with the kind of suit it was, what was decided, what it supports, what it
 * cuts against and whether it was read in a source. Cases that cut against somebody come first.
 *
 * @param cases the cases, those that cut against before those that do not, then by year and id
 */
public record Casebook(List<Authority> cases) {
    public Casebook {
        cases = List.copyOf(cases);
    }

    /**
     * The cases of a claim and a place.
     *
     * @param claim a letter; empty for every claim
     * @param jurisdiction a code or name; empty for every place. Cases that bind everywhere are kept.
     * @throws org.writwatch.facts.problem.NotFound when there is no such place
     */
    public static Casebook of(Law law, Optional<String> claim, Optional<String> jurisdiction) {
        Optional<String> code = jurisdiction.map(Law::code);
        List<Authority> found = new ArrayList<>(law.authorities().stream()
                .filter(a -> a.type().equals("case"))
                .filter(a -> claim.map(c -> a.claimTypes().contains(c)).orElse(true))
                .filter(a -> code.map(a::bindsIn).orElse(true))
                .toList());
        found.sort((a, b) -> {
            int side =
                    Boolean.compare(a.cutsAgainst().isEmpty(), b.cutsAgainst().isEmpty());
            int year = Integer.compare(a.year().orElse(0), b.year().orElse(0));
            return side != 0 ? side : year != 0 ? year : a.id().compareTo(b.id());
        });
        return new Casebook(found);
    }

    /** How many cases there are of each kind of suit, in the words of the data. */
    public Map<String, Long> vehicles() {
        Map<String, Long> counts = new TreeMap<>();
        cases.forEach(c -> counts.merge(c.vehicle(), 1L, Long::sum));
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
        map.put("by_vehicle", vehicles());
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
        map.put("holding", a.holding());
        map.put("supports", a.supports());
        map.put("cuts_against", a.cutsAgainst());
        map.put("claims", a.claimTypes());
        map.put("verified", a.confidence().verified());
        map.put("source", a.source());
        return map;
    }

    /** As text; what the data say is English, the rest is in the language asked for. */
    public String text(Lang lang) {
        Lines lines = new Lines(Phrasebook.of(lang));
        lines.heading(lines.say("cases.head", cases.size(), verified()));
        lines.paragraph("", "", lines.say("cases.honest"));
        lines.paragraph("", "", lines.say("notice"));
        for (Authority a : cases) {
            lines.heading(a.printed());
            if (!a.vehicle().isEmpty()) {
                lines.item(lines.say("cases.vehicle", a.vehicle()));
            }
            lines.item(lines.say("cases.decided", a.holding()));
            a.cutsAgainst().forEach(c -> lines.item(lines.say("cases.cuts", c)));
            a.supports().forEach(s -> lines.item(lines.say("cases.supports", s)));
            lines.item(lines.say(a.confidence().verified() ? "page.read-in" : "page.not-read", a.source()));
        }
        if (!cases.isEmpty()) {
            lines.heading(lines.say("cases.by-vehicle"));
            vehicles().forEach((vehicle, n) -> lines.item(n + " " + (vehicle.isEmpty() ? "-" : vehicle)));
        }
        return lines.toString();
    }
}
