package org.writwatch.law.screen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.writwatch.law.Law;
import org.writwatch.law.RecordsLaw;
import org.writwatch.law.RecordsLaw.SuitTime;
import org.writwatch.law.Truth;
import org.writwatch.law.calendar.DayCounter;
import org.writwatch.law.calendar.Deadlines;
import org.writwatch.law.matter.FactTable;
import org.writwatch.law.matter.Matter;
import org.writwatch.law.matter.Matter.Sovereign;
import org.writwatch.law.matter.Matter.Value;

/**
 * What is known of each atom of a rule in one matter: its facts, who the respondent is, which vehicle is meant, what the
 * calendar makes of its dates, and the readings of the law.
 */
final class MatterAtoms {
    static final List<String> TIME = List.of("time.response_over", "time.appeal_over", "time.suit_open");
    private static final String FEDERAL = "respondent.federal";
    private static final String FORUM_FITS = "respondent.forum_fits";

    /** Settles what hangs on the respondent; a key of the matter, not a fact of the table. */
    private static final String SOVEREIGN = "respondent.sovereign";

    private static final String VEHICLE = "vehicle:";

    private final Matter matter;
    private final String vehicle;
    private final FactTable table;
    private final RecordsLaw records;
    private final LawAtoms law;

    MatterAtoms(Law law, Matter matter, String defaultVehicle) {
        this.matter = matter;
        this.table = law.facts();
        this.records = law.records(matter.jurisdiction());
        this.law = new LawAtoms(law, matter.jurisdiction(), matter.asOf());
        this.vehicle = matter.find("vehicle")
                .map(v -> v instanceof Value.Choice c ? c.word() : defaultVehicle)
                .orElse(defaultVehicle);
    }

    /** Every name a rule may use. */
    static List<String> names(FactTable table) {
        List<String> all = new ArrayList<>();
        for (FactTable.Entry entry : table.list()) {
            if (entry.choices().isEmpty()) {
                all.add(entry.id());
            }
            entry.choices().forEach(c -> all.add(entry.id() + ":" + c));
        }
        all.add(FEDERAL);
        all.add(FORUM_FITS);
        all.addAll(TIME);
        all.addAll(LawAtoms.NAMES);
        return all;
    }

    Truth known(String atom) {
        if (atom.startsWith("law.")) {
            return law.find(atom);
        } else if (atom.startsWith(VEHICLE)) {
            return LawAtoms.truth(atom.equals(VEHICLE + vehicle));
        }
        return switch (atom) {
            case FEDERAL -> federal();
            case FORUM_FITS -> matter.jurisdiction().equals("US") ? federal() : LawAtoms.not(federal());
            case "time.response_over" -> responseOver();
            case "time.appeal_over" -> appealOver();
            case "time.suit_open" -> suitOpen();
            default -> fact(atom);
        };
    }

    /** The facts an atom hangs on, for saying what is missing; empty when no fact could settle it. */
    List<String> facts(String atom) {
        return switch (atom) {
            case "time.response_over" ->
                records.responseDays().isPresent() ? List.of("request_date", "answered") : List.of();
            case "time.appeal_over" -> records.appeal().decided().isPresent() ? List.of("appeal_date") : List.of();
            case "time.suit_open" -> suitLimit().isPresent() ? List.of(suitStart()) : List.of();
            case FEDERAL, FORUM_FITS -> List.of(SOVEREIGN);
            default -> atom.startsWith("law.") || atom.startsWith(VEHICLE) ? List.of() : List.of(atom);
        };
    }

    private Truth fact(String id) {
        return matter.find(id)
                .map(v -> v instanceof Value.Truth t ? LawAtoms.truth(t.so()) : Truth.MET)
                .orElseGet(() -> excluded(id) ? Truth.NOT_MET : Truth.UNKNOWN);
    }

    /** A fact that can not be so beside it is known to be so. */
    private boolean excluded(String id) {
        return table.contradictions().stream()
                .anyMatch(p ->
                        (p.first().equals(id) && so(p.second())) || (p.second().equals(id) && so(p.first())));
    }

    private boolean so(String id) {
        return matter.find(id).map(v -> !(v instanceof Value.Truth t) || t.so()).orElse(false);
    }

    private Truth federal() {
        return matter.respondent()
                .sovereign()
                .map(s -> LawAtoms.truth(s == Sovereign.FEDERAL))
                .orElse(Truth.UNKNOWN);
    }

    private Truth responseOver() {
        Optional<LocalDate> asked = matter.day("request_date");
        if (records.responseDays().isEmpty() || asked.isEmpty()) {
            return fact("answered") == Truth.MET || fact("request_date") == Truth.NOT_MET
                    ? Truth.NOT_MET
                    : Truth.UNKNOWN;
        }
        LocalDate due =
                DayCounter.count(asked.get(), records.responseDays().get()).date();
        if (!matter.asOf().isAfter(due) || fact("answered") == Truth.MET) {
            return Truth.NOT_MET;
        }
        return LawAtoms.not(fact("answered"));
    }

    private Truth appealOver() {
        Optional<LocalDate> appealed = matter.day("appeal_date");
        boolean counted = records.administrativeAppeal().confidence().verified()
                && records.appeal().decided().isPresent();
        if (!counted || appealed.isEmpty()) {
            return fact("appeal_date") == Truth.NOT_MET ? Truth.NOT_MET : Truth.UNKNOWN;
        }
        LocalDate due = DayCounter.count(
                        appealed.get(), records.appeal().decided().get())
                .date();
        return LawAtoms.truth(matter.asOf().isAfter(due));
    }

    private Optional<SuitTime.Within> suitLimit() {
        if (records.deadlineForSuit().confidence().verified()) {
            return records.suitTime() instanceof SuitTime.Within w ? Optional.of(w) : Optional.empty();
        }
        return law.writLimit()
                .flatMap(l -> l.years())
                .map(y -> new SuitTime.Within(y, SuitTime.Unit.YEARS, SuitTime.Start.DENIAL));
    }

    private String suitStart() {
        return suitLimit()
                .filter(w -> w.start() == SuitTime.Start.APPEAL_DECIDED)
                .map(w -> "appeal_denied_date")
                .orElse("denial_date");
    }

    private Truth suitOpen() {
        Optional<SuitTime.Within> limit = suitLimit();
        Optional<LocalDate> start = matter.day(suitStart());
        if (limit.isEmpty()) {
            return records.suitTime() instanceof SuitTime.NoneStated
                            && records.deadlineForSuit().confidence().verified()
                    ? Truth.NOT_MET
                    : Truth.UNKNOWN;
        } else if (start.isEmpty()) {
            return latestKnown().filter(d -> open(limit.get(), d)).isPresent() ? Truth.MET : Truth.UNKNOWN;
        }
        return LawAtoms.truth(open(limit.get(), start.get()));
    }

    private boolean open(SuitTime.Within limit, LocalDate start) {
        return !matter.asOf().isAfter(Deadlines.end(limit, start));
    }

    /** The period can not have begun before the latest of these days. */
    private Optional<LocalDate> latestKnown() {
        return Stream.of("request_date", "denial_date", "appeal_date")
                .flatMap(f -> matter.day(f).stream())
                .max(Comparator.naturalOrder());
    }
}
