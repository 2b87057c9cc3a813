package org.writwatch.law.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.Result;
import org.writwatch.law.Screening;
import org.writwatch.law.Screening.Element;
import org.writwatch.law.Screening.Gate;
import org.writwatch.law.Truth;
import org.writwatch.law.load.ClaimFile;

/**
 * How the six words are chosen, in this order: moot when the mootness gate fails; not viable when something fails that
 * neither time nor another remedy mends (the duty, discretion, standing, a state mandate, an element of substance); barred
 * when it is too late; the wrong remedy when the respondent's sovereign, custody, the stop question or the adequate-remedy
 * gate fails; barred when it is too early or a step is missing; unknown when anything is unknown; viable, subject to
 * attorney review, when everything is met. The same rule is printed for readers (phrase {@code result.rule}).
 */
final class ResultRule {
    /** What a failing gate or element makes of the claim, the one that ends it most surely first. */
    private enum Rank {
        MOOT(Result.MOOT),
        NEVER(Result.NOT_VIABLE),
        TOO_LATE(Result.BARRED_TIME_OR_EXHAUSTION),
        ELSEWHERE(Result.WRONG_REMEDY_USE_ALTERNATIVE),
        NOT_YET(Result.BARRED_TIME_OR_EXHAUSTION);

        private final Result result;

        Rank(Result result) {
            this.result = result;
        }
    }

    private static final Map<String, Rank> RANKS = Map.ofEntries(
            Map.entry("mootness", Rank.MOOT),
            Map.entry("time", Rank.TOO_LATE),
            Map.entry("respondent_sovereign", Rank.ELSEWHERE),
            Map.entry("prohibitory_relief", Rank.ELSEWHERE),
            Map.entry("custody_now", Rank.ELSEWHERE),
            Map.entry("adequate_remedy", Rank.ELSEWHERE),
            Map.entry("demand_refusal", Rank.NOT_YET),
            Map.entry("A.local_officer", Rank.ELSEWHERE),
            Map.entry("B.no_adequate_remedy", Rank.ELSEWHERE),
            Map.entry("B.demand", Rank.NOT_YET),
            Map.entry("D.in_time", Rank.TOO_LATE),
            Map.entry("D.appeal", Rank.NOT_YET),
            Map.entry("D.denial_or_lapse", Rank.NOT_YET),
            Map.entry("E.transition", Rank.NOT_YET),
            Map.entry("F.period_passed", Rank.NOT_YET),
            Map.entry("F.not_filed", Rank.MOOT),
            Map.entry("G.time_over", Rank.NOT_YET),
            Map.entry("H.delay", Rank.NOT_YET),
            Map.entry("H.no_alternative", Rank.ELSEWHERE));

    /** How many open points the sentence names. */
    private static final int NAMED = 4;

    private ResultRule() {}

    static Result of(ClaimFile claim, List<Gate> gates, List<Element> elements) {
        for (Rank rank : Rank.values()) {
            if (failing(gates, elements).anyMatch(id -> rank(id) == rank)) {
                return rank.result;
            }
        }
        boolean unknown = gates.stream().anyMatch(g -> g.truth() == Truth.UNKNOWN)
                || elements.stream().anyMatch(e -> e.truth() == Truth.UNKNOWN);
        if (unknown) {
            return claim.unlessAllMet()
                    .map(w -> Result.valueOf(w.toUpperCase(Locale.ROOT)))
                    .orElse(Result.UNKNOWN_MISSING_FACTS);
        }
        return Result.VIABLE_SUBJECT_TO_ATTORNEY_REVIEW;
    }

    private static Stream<String> failing(List<Gate> gates, List<Element> elements) {
        return Stream.concat(
                gates.stream().filter(g -> g.truth() == Truth.NOT_MET).map(Gate::id),
                elements.stream().filter(e -> e.truth() == Truth.NOT_MET).map(Element::id));
    }

    /** The result in a sentence, with the gates and elements that made it so; of what is open, the first few. */
    static Phrase why(
            String claim, Result result, List<Gate> gates, List<Element> elements, List<Screening.Reading> lawToRead) {
        List<Object> parts = new ArrayList<>();
        if (failing(gates, elements).findAny().isEmpty() && result != Result.VIABLE_SUBJECT_TO_ATTORNEY_REVIEW) {
            gates.stream()
                    .filter(g -> g.truth() == Truth.UNKNOWN)
                    .forEach(g -> parts.add(Phrase.of("law", own(claim, g.id(), "missing"))));
            elements.stream()
                    .filter(e -> e.truth() == Truth.UNKNOWN)
                    .forEach(e -> parts.add(Phrase.of("law", "element.missing", e.statement())));
            return open(result, parts, lawToRead);
        }
        gates.stream()
                .filter(g -> g.truth() == Truth.NOT_MET && rank(g.id()).result == result)
                .forEach(g -> parts.add(Phrase.of("law", own(claim, g.id(), "fails"))));
        elements.stream()
                .filter(e -> e.truth() == Truth.NOT_MET && rank(e.id()).result == result)
                .forEach(e -> parts.add(Phrase.of("law", "element.fails", e.statement())));
        return Phrase.of("law", "result." + result.key(), parts);
    }

    private static Phrase open(Result result, List<Object> parts, List<Screening.Reading> lawToRead) {
        int more = parts.size() - NAMED;
        List<Object> named = new ArrayList<>(parts.subList(0, Math.min(parts.size(), NAMED)));
        if (more > 0) {
            named.add(Phrase.of("law", "result.more", more));
        }
        String key = result == Result.UNKNOWN_MISSING_FACTS ? result.key() : result.key() + ".unless";
        Phrase facts = Phrase.of("law", "result." + key, named);
        return lawToRead.isEmpty()
                ? facts
                : Phrase.of(
                        "law",
                        "result.unread",
                        facts,
                        lawToRead.stream().map(r -> (Object) r.what()).toList());
    }

    private static String own(String claim, String gate, String tail) {
        String own = "claim." + claim + ".gate." + gate + "." + tail;
        return Phrasebook.of(Lang.EN).knows("law", own) ? own : "gate." + gate + "." + tail;
    }

    /** When a failing gate or element has its say about the word: 0 first. */
    static int order(String id) {
        return List.of(Rank.values()).indexOf(rank(id));
    }

    /** The word that a failing gate or element gives. */
    static Result gives(String id) {
        return rank(id).result;
    }

    private static Rank rank(String id) {
        return RANKS.getOrDefault(id, Rank.NEVER);
    }
}
