package org.writwatch.law.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * How the six words are chosen, in this order: moot when the mootness gate fails; barred when the time or demand gate, the
 * denial or lapse, the administrative appeal or the suit's time fails; the wrong remedy when the respondent's sovereign, custody, the stop
 * question or the adequate-remedy gate fails; not viable when any other gate or element fails; unknown when anything is
 * unknown; viable, subject to attorney review, when everything is met. The same rule is printed for readers (phrase
 * {@code result.rule}).
 */
final class ResultRule {
    private static final Map<String, Result> BY_GATE = Map.of(
            "mootness", Result.MOOT,
            "time", Result.BARRED_TIME_OR_EXHAUSTION,
            "respondent_sovereign", Result.WRONG_REMEDY_USE_ALTERNATIVE,
            "prohibitory_relief", Result.WRONG_REMEDY_USE_ALTERNATIVE,
            "custody_now", Result.WRONG_REMEDY_USE_ALTERNATIVE,
            "adequate_remedy", Result.WRONG_REMEDY_USE_ALTERNATIVE,
            "demand_refusal", Result.BARRED_TIME_OR_EXHAUSTION);
    private static final Map<String, Result> BY_ELEMENT = Map.of(
            "D.appeal", Result.BARRED_TIME_OR_EXHAUSTION,
            "D.denial_or_lapse", Result.BARRED_TIME_OR_EXHAUSTION,
            "D.in_time", Result.BARRED_TIME_OR_EXHAUSTION);
    private static final List<Result> ORDER = List.of(
            Result.MOOT, Result.BARRED_TIME_OR_EXHAUSTION, Result.WRONG_REMEDY_USE_ALTERNATIVE, Result.NOT_VIABLE);

    /** How many open points the sentence names. */
    private static final int NAMED = 4;

    private ResultRule() {}

    static Result of(ClaimFile claim, List<Gate> gates, List<Element> elements) {
        for (Result result : ORDER) {
            boolean gate = gates.stream().anyMatch(g -> g.truth() == Truth.NOT_MET && of(g) == result);
            boolean element = elements.stream().anyMatch(e -> e.truth() == Truth.NOT_MET && of(e) == result);
            if (gate || element) {
                return result;
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

    /** The result in a sentence, with the gates and elements that made it so; of what is open, the first few. */
    static Phrase why(
            String claim, Result result, List<Gate> gates, List<Element> elements, List<Screening.Reading> lawToRead) {
        List<Object> parts = new ArrayList<>();
        if (result == Result.UNKNOWN_MISSING_FACTS) {
            gates.stream()
                    .filter(g -> g.truth() == Truth.UNKNOWN)
                    .forEach(g -> parts.add(Phrase.of("law", "gate." + g.id() + ".missing")));
            elements.stream()
                    .filter(e -> e.truth() == Truth.UNKNOWN)
                    .forEach(e -> parts.add(Phrase.of("law", "element.missing", e.statement())));
            return open(parts, lawToRead);
        }
        gates.stream()
                .filter(g -> g.truth() == Truth.NOT_MET && of(g) == result)
                .forEach(g -> parts.add(Phrase.of("law", fails(claim, g.id()))));
        elements.stream()
                .filter(e -> e.truth() == Truth.NOT_MET && of(e) == result)
                .forEach(e -> parts.add(Phrase.of("law", "element.fails", e.statement())));
        return Phrase.of("law", "result." + result.key(), parts);
    }

    private static Phrase open(List<Object> parts, List<Screening.Reading> lawToRead) {
        int more = parts.size() - NAMED;
        List<Object> named = new ArrayList<>(parts.subList(0, Math.min(parts.size(), NAMED)));
        if (more > 0) {
            named.add(Phrase.of("law", "result.more", more));
        }
        Phrase facts = Phrase.of("law", "result.unknown_missing_facts", named);
        return lawToRead.isEmpty()
                ? facts
                : Phrase.of(
                        "law",
                        "result.unread",
                        facts,
                        lawToRead.stream().map(r -> (Object) r.what()).toList());
    }

    private static String fails(String claim, String gate) {
        String own = "claim." + claim + ".gate." + gate + ".fails";
        return Phrasebook.of(Lang.EN).knows("law", own) ? own : "gate." + gate + ".fails";
    }

    private static Result of(Gate gate) {
        return BY_GATE.getOrDefault(gate.id(), Result.NOT_VIABLE);
    }

    private static Result of(Element element) {
        return BY_ELEMENT.getOrDefault(element.id(), Result.NOT_VIABLE);
    }
}
