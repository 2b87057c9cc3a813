package org.writwatch.law.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.writwatch.law.Law;
import org.writwatch.law.Truth;
import org.writwatch.law.calendar.Closures;
import org.writwatch.law.matter.FactTable;
import org.writwatch.law.matter.Matter;
import org.writwatch.law.matter.Matter.Sovereign;

/**
 * What is known of each atom of a rule in one matter: its facts, who the respondent is, which vehicle is meant, what the
 * calendar makes of its dates, and the readings of the law.
 */
final class MatterAtoms {
    private static final String FEDERAL = "respondent.federal";
    private static final String FORUM_FITS = "respondent.forum_fits";

    /** Settles what hangs on the respondent; a key of the matter, not a fact of the table. */
    private static final String SOVEREIGN = "respondent.sovereign";

    private static final String VEHICLE = "vehicle:";

    private final Matter matter;
    private final String vehicle;
    private final FactTable table;
    private final LawAtoms law;
    private final DutyAtoms duties;
    private final UscisAtoms uscis;
    private final TimeAtoms time;

    MatterAtoms(Law law, Matter matter, String defaultVehicle, Closures closures) {
        this.matter = matter;
        this.table = law.facts();
        this.law = new LawAtoms(law, matter.jurisdiction(), matter.asOf());
        this.duties = new DutyAtoms(law, matter.jurisdiction());
        this.uscis = new UscisAtoms(law, matter);
        this.time = new TimeAtoms(law, matter, this.law, duties, uscis, closures);
        this.vehicle = matter.choice("vehicle").orElse(defaultVehicle);
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
        all.addAll(TimeAtoms.NAMES);
        all.addAll(LawAtoms.NAMES);
        all.addAll(DutyAtoms.NAMES);
        all.addAll(UscisAtoms.NAMES);
        return all;
    }

    Truth known(String atom) {
        if (DutyAtoms.NAMES.contains(atom)) {
            return duties.find(atom);
        } else if (atom.startsWith("law.")) {
            return law.find(atom);
        } else if (atom.startsWith("time.")) {
            return time.known(atom);
        } else if (atom.startsWith("uscis.")) {
            return uscis.known(atom);
        } else if (atom.startsWith(VEHICLE)) {
            return LawAtoms.truth(atom.equals(VEHICLE + vehicle));
        } else if (atom.indexOf(':') > 0) {
            return choice(atom.substring(0, atom.indexOf(':')), atom.substring(atom.indexOf(':') + 1));
        }
        return switch (atom) {
            case FEDERAL -> federal();
            case FORUM_FITS -> matter.jurisdiction().equals("US") ? federal() : LawAtoms.not(federal());
            default -> fact(atom);
        };
    }

    private Truth choice(String id, String word) {
        return matter.choice(id).map(w -> LawAtoms.truth(w.equals(word))).orElse(Truth.UNKNOWN);
    }

    /** The facts an atom hangs on, for saying what is missing; empty when no fact could settle it. */
    List<String> facts(String atom) {
        if (atom.startsWith("time.")) {
            return time.facts(atom);
        } else if (atom.startsWith("uscis.")) {
            return uscis.facts(atom);
        } else if (atom.startsWith("law.") || atom.startsWith(VEHICLE)) {
            return List.of();
        } else if (atom.indexOf(':') > 0) {
            return List.of(atom.substring(0, atom.indexOf(':')));
        }
        return atom.equals(FEDERAL) || atom.equals(FORUM_FITS) ? List.of(SOVEREIGN) : List.of(atom);
    }

    /** The circuit a federal claim would be heard in, when it is known. */
    Optional<String> circuit() {
        return uscis.circuit();
    }

    UscisAtoms uscis() {
        return uscis;
    }

    /** Whether the matter says so itself. */
    Truth stated(String fact) {
        return matter.truth(fact);
    }

    private Truth fact(String id) {
        Truth stated = matter.truth(id);
        return stated == Truth.UNKNOWN && excluded(id) ? Truth.NOT_MET : stated;
    }

    /** A fact that can not be so beside it is known to be so. */
    private boolean excluded(String id) {
        return table.contradictions().stream()
                .filter(p -> p.when().map(this::so).orElse(true))
                .anyMatch(p ->
                        (p.first().equals(id) && so(p.second())) || (p.second().equals(id) && so(p.first())));
    }

    private boolean so(String id) {
        return matter.truth(id) == Truth.MET;
    }

    private Truth federal() {
        return matter.respondent()
                .sovereign()
                .map(s -> LawAtoms.truth(s == Sovereign.FEDERAL))
                .orElse(Truth.UNKNOWN);
    }
}
