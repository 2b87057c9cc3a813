package org.writwatch.law.screen;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.writwatch.law.Datum;
import org.writwatch.law.Law;
import org.writwatch.law.RecordsLaw;
import org.writwatch.law.RecordsLaw.Appeal;
import org.writwatch.law.RecordsLaw.Requester;
import org.writwatch.law.RecordsLaw.SuitTime;
import org.writwatch.law.StateMandate;
import org.writwatch.law.StateMandate.Reading;
import org.writwatch.law.StateMandate.Stance;
import org.writwatch.law.Truth;
import org.writwatch.law.load.ReadingsFile;

/**
 * Readings of one jurisdiction's law as atoms of a rule. A reading of words nobody has verified is unknown, so that
 * unverified law alone decides nothing.
 */
final class LawAtoms {
    static final List<String> NAMES = List.of(
            "law.requester_any_person",
            "law.requester_citizen",
            "law.appeal_not_required",
            "law.appeal_excused_by_lapse",
            "law.no_step_before_suit",
            "law.suit_time_open",
            "law.holding_required",
            "law.holding_denied_without_287g",
            "law.holding_denied_even_under_287g",
            "law.state_habeas_closed",
            "law.joining_forbidden",
            "law.joining_required",
            "law.position_in_force",
            "law.transition_running",
            "law.public_right",
            "law.taxpayer_standing",
            "law.writ_limit",
            "law.approval_required",
            "law.approval_not_required");

    private final Law law;
    private final String code;
    private final LocalDate asOf;
    private final RecordsLaw records;
    private final List<StateMandate> positions;
    private final ReadingsFile readings;

    LawAtoms(Law law, String code, LocalDate asOf) {
        this.law = law;
        this.code = code;
        this.asOf = asOf;
        this.records = law.records(code);
        this.positions = law.mandates(code).stream()
                .filter(m -> m.confidence().verified() && !m.overBefore(asOf))
                .toList();
        this.readings = law.readings();
    }

    Truth find(String atom) {
        return switch (atom) {
            case "law.requester_any_person" ->
                verified(records.whoMayRequest(), truth(records.requester() == Requester.ANY_PERSON));
            case "law.requester_citizen" ->
                records.requester() == Requester.UNCLEAR
                        ? Truth.UNKNOWN
                        : truth(records.requester() == Requester.CITIZEN);
            case "law.appeal_not_required" -> appealNotRequired();
            case "law.appeal_excused_by_lapse" ->
                verified(records.administrativeAppeal(), truth(records.appeal().excusedByLapse()));
            case "law.no_step_before_suit" -> noStepBefore();
            case "law.suit_time_open" -> suitTimeOpen();
            case "law.holding_required" -> holdingRequired();
            case "law.holding_denied_without_287g" -> holdingDenied(s -> s != ReadingsFile.Stance.SPLIT, r -> true);
            case "law.holding_denied_even_under_287g" ->
                holdingDenied(
                        s -> s == ReadingsFile.Stance.DENIED_EVEN_UNDER_287G, r -> r.joining() == Stance.FORBIDDEN);
            case "law.state_habeas_closed" ->
                truth(readings.habeasClosed().stream().anyMatch(c -> c.state().equals(code)));
            case "law.joining_forbidden" -> joining(Stance.FORBIDDEN);
            case "law.joining_required" -> joining(Stance.REQUIRED);
            case "law.position_in_force" -> inForce();
            case "law.transition_running" -> transitionRunning();
            case "law.public_right" -> standing("public_right");
            case "law.taxpayer_standing" -> standing("taxpayer");
            case "law.writ_limit" ->
                truth(readings.writLimit(code)
                        .filter(l -> law.jurisdiction(code)
                                .get(l.datum())
                                .confidence()
                                .verified())
                        .isPresent());
            case "law.approval_required" -> approval(ReadingsFile.Need.REQUIRED, Truth.UNKNOWN);
            case "law.approval_not_required" -> approval(ReadingsFile.Need.NOT_REQUIRED, Truth.NOT_MET);
            default -> throw new IllegalArgumentException("no reading of the law is called " + atom);
        };
    }

    /** Whether the jurisdiction's writ has a time to sue that stands in for an unverified records rule. */
    java.util.Optional<ReadingsFile.SuitLimit> writLimit() {
        return readings.suitLimits().stream()
                .filter(l -> l.state().equals(code)
                        && law.jurisdiction(code).get(l.datum()).confidence().verified())
                .findFirst();
    }

    private Truth appealNotRequired() {
        Appeal.Kind kind = records.appeal().kind();
        Truth read = kind == Appeal.Kind.UNCLEAR ? Truth.UNKNOWN : truth(kind != Appeal.Kind.MANDATORY);
        return verified(records.administrativeAppeal(), read);
    }

    private Truth noStepBefore() {
        if (records.before().isEmpty()) {
            return Truth.MET;
        }
        return records.before().stream().anyMatch(s -> s.basis().confidence().verified())
                ? Truth.NOT_MET
                : Truth.UNKNOWN;
    }

    private Truth suitTimeOpen() {
        if (records.deadlineForSuit().confidence().verified()) {
            return records.suitTime() instanceof SuitTime.Unclear
                    ? Truth.UNKNOWN
                    : truth(records.suitTime() instanceof SuitTime.NoneStated);
        }
        return writLimit().map(l -> truth(l.years().isEmpty())).orElse(Truth.UNKNOWN);
    }

    private boolean any(Function<Reading, Stance> act, Stance stance) {
        return positions.stream().anyMatch(p -> act.apply(p.reading()) == stance);
    }

    private boolean stance(Predicate<ReadingsFile.Stance> wanted) {
        return readings.holding().stream()
                .anyMatch(h -> h.state().equals(code)
                        && wanted.test(h.stance())
                        && law.authority(h.authority()).confidence().verified());
    }

    private Truth holdingRequired() {
        if (any(Reading::holding, Stance.REQUIRED)) {
            return Truth.MET;
        }
        boolean denied = any(Reading::holding, Stance.FORBIDDEN) || stance(s -> s != ReadingsFile.Stance.SPLIT);
        return denied ? Truth.NOT_MET : Truth.UNKNOWN;
    }

    /** A court said so, or a statute in force forbids the hold; of an agreement too where it also forbids the agreement. */
    private Truth holdingDenied(Predicate<ReadingsFile.Stance> wanted, Predicate<Reading> statute) {
        boolean byStatute = positions.stream()
                .filter(this::begun)
                .map(StateMandate::reading)
                .anyMatch(r -> r.holding() == Stance.FORBIDDEN && statute.test(r));
        if (byStatute || stance(wanted)) {
            return Truth.MET;
        }
        return any(Reading::holding, Stance.REQUIRED) ? Truth.NOT_MET : Truth.UNKNOWN;
    }

    /**
     * Whether verified law requires (or forbids) the agreement. Where we hold no law that bears on it the reading is not
     * met: the rules that use it ask besides whether a lawyer knows of another law. Where words bear on it and nobody has
     * read them, it is unknown.
     */
    private Truth joining(Stance wanted) {
        boolean required = positions.stream()
                .filter(this::begun)
                .map(p -> p.reading().joining())
                .anyMatch(s -> s == Stance.REQUIRED || s == Stance.APPLY);
        if (wanted == Stance.REQUIRED ? required : any(Reading::joining, Stance.FORBIDDEN)) {
            return Truth.MET;
        }
        boolean open = law.mandates(code).stream()
                .filter(m -> !m.overBefore(asOf))
                .filter(m -> wanted != Stance.REQUIRED || begun(m))
                .map(m -> m.reading().joining())
                .anyMatch(s -> s == Stance.UNCLEAR || s == wanted || (wanted == Stance.REQUIRED && s == Stance.APPLY));
        return open ? Truth.UNKNOWN : Truth.NOT_MET;
    }

    private boolean begun(StateMandate law) {
        return law.inForceFrom().map(d -> !d.isAfter(asOf)).orElse(true);
    }

    private Truth inForce() {
        List<StateMandate> forbids = positions.stream()
                .filter(p -> p.reading().joining() == Stance.FORBIDDEN)
                .toList();
        return forbids.isEmpty() ? Truth.UNKNOWN : truth(forbids.stream().anyMatch(this::begun));
    }

    /** Whether a verified law that forbids the agreement still lets an older one go on; not so where no such day is known. */
    private Truth transitionRunning() {
        return truth(positions.stream()
                .filter(p -> p.reading().joining() == Stance.FORBIDDEN)
                .flatMap(p -> p.transitionUntil().stream())
                .anyMatch(d -> !d.isBefore(asOf)));
    }

    /**
     * Whether a court said so; unknown where authorities split, and {@code silent} where none is held or only an opinion
     * that binds no court.
     */
    private Truth approval(ReadingsFile.Need wanted, Truth silent) {
        return readings.approval().stream()
                .filter(a -> a.state().equals(code)
                        && law.authority(a.authority()).confidence().verified())
                .findFirst()
                .map(a -> switch (a.need()) {
                    case SPLIT -> Truth.UNKNOWN;
                    case OPINION_REQUIRED -> silent;
                    case REQUIRED, NOT_REQUIRED -> truth(a.need() == wanted);
                })
                .orElse(silent);
    }

    private Truth standing(String kind) {
        List<String> held = readings.standing().stream()
                .filter(s -> s.state().equals(code))
                .filter(s -> s.authority()
                        .map(a -> law.authority(a).confidence().verified())
                        .orElseGet(() -> s.datum()
                                .map(d -> law.jurisdiction(code)
                                        .get(d)
                                        .confidence()
                                        .verified())
                                .orElse(false)))
                .map(ReadingsFile.Standing::kind)
                .toList();
        if (held.contains(kind)) {
            return Truth.MET;
        }
        return held.contains("special_interest") ? Truth.NOT_MET : Truth.UNKNOWN;
    }

    /** A reading of words that were read and are in force on the day; unknown otherwise. */
    private Truth verified(Datum datum, Truth read) {
        return datum.confidence().verified() && datum.inForceOn(asOf) ? read : Truth.UNKNOWN;
    }

    static Truth truth(boolean so) {
        return so ? Truth.MET : Truth.NOT_MET;
    }

    static Truth not(Truth truth) {
        return switch (truth) {
            case MET -> Truth.NOT_MET;
            case NOT_MET -> Truth.MET;
            case UNKNOWN -> Truth.UNKNOWN;
        };
    }
}
