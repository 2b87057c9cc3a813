package org.writwatch.law.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.Result;
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

    /** The result in a sentence, with the gates and elements that made it so. */
    static Phrase why(Result result, List<Gate> gates, List<Element> elements) {
        Truth told = result == Result.UNKNOWN_MISSING_FACTS ? Truth.UNKNOWN : Truth.NOT_MET;
        List<Object> parts = new ArrayList<>();
        gates.stream()
                .filter(g -> g.truth() == told && (told == Truth.UNKNOWN || of(g) == result))
                .forEach(g -> parts.add(Phrase.of("law", "gate." + g.id() + ".name")));
        elements.stream()
                .filter(e -> e.truth() == told && (told == Truth.UNKNOWN || of(e) == result))
                .forEach(e -> parts.add(e.statement()));
        return Phrase.of("law", "result." + result.key(), parts);
    }

    private static Result of(Gate gate) {
        return BY_GATE.getOrDefault(gate.id(), Result.NOT_VIABLE);
    }

    private static Result of(Element element) {
        return BY_ELEMENT.getOrDefault(element.id(), Result.NOT_VIABLE);
    }
}
