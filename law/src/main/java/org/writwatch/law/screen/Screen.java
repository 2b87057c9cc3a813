package org.writwatch.law.screen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.Law;
import org.writwatch.law.Screening;
import org.writwatch.law.calendar.Closures;
import org.writwatch.law.load.ClaimFile;
import org.writwatch.law.matter.Matter;
import org.writwatch.law.matter.Matter.Respondent;
import org.writwatch.law.matter.Matter.Sovereign;
import org.writwatch.law.matter.Matter.Value;
import org.writwatch.law.matter.ProcessingTimes;

/**
 * Screens matters against one body of law. Information for attorney review, never advice.
 *
 * <p>Safe for use by several threads.
 */
public final class Screen {
    private final Law law;
    private final List<String> atoms;
    private final Map<String, ClaimFile> claims = new LinkedHashMap<>();

    private Screen(Law law) {
        this.law = law;
        this.atoms = MatterAtoms.names(law.facts());
    }

    /** A screen over this law. */
    public static Screen of(Law law) {
        return new Screen(law);
    }

    /** Screens the claims the matter names. */
    public Screening run(Matter matter) {
        return run(matter, Closures.NONE);
    }

    /** Screens the claims the matter names; days on which a court is closed move its dates. */
    public Screening run(Matter matter, Closures closures) {
        return run(matter, closures, Optional.empty());
    }

    /**
     * Screens the claims the matter names, with the processing times of a file.
     *
     * @throws org.writwatch.facts.problem.BadInput when the matter states another time than the file
     * @throws org.writwatch.facts.problem.NotFound when the file has no row for the matter, or several
     */
    public Screening run(Matter stated, Closures closures, Optional<ProcessingTimes> times) {
        Matter matter = times.map(t -> t.in(stated)).orElse(stated);
        List<Screening.Claim> screened = new ArrayList<>();
        for (String id : matter.claims()) {
            screened.add(new ClaimScreen(law, matter, claim(id), closures, times).run());
        }
        return new Screening(matter.jurisdiction(), matter.asOf(), emergency(matter), screened);
    }

    /**
     * Screens what is known of a place before anybody has asked for anything: the claims a dossier shows (A, D and E),
     * against a local agency, with no request on file.
     *
     * @param code the state
     * @param asOf the day it speaks for
     * @param known facts the caller can prove, by fact id
     */
    public Screening forPlace(String code, LocalDate asOf, Map<String, Value> known) {
        Map<String, Value> facts = new LinkedHashMap<>();
        facts.put("records_public_body", new Value.Truth(true));
        facts.putAll(known);
        Respondent local = new Respondent(Optional.empty(), Optional.empty(), Optional.of(Sovereign.LOCAL));
        return run(new Matter(List.of("A", "D", "E"), Law.code(code), local, asOf, facts));
    }

    /** Every claim's file, A to I; reading them refuses a rule that names no atom. */
    public List<ClaimFile> claimFiles() {
        return law.claims().stream().map(this::claim).toList();
    }

    private static Optional<Phrase> emergency(Matter matter) {
        return matter.find("held_now")
                .filter(v -> v instanceof Value.Truth t && t.so())
                .map(v -> emergency(matter.jurisdiction()));
    }

    /**
     * What to do first there when someone is held now: habeas corpus, and in which court. In North Carolina the state's courts are closed
     * to people held on ICE papers (Chavez v. McFadden).
     *
     * @param code a state's two letters, or US
     */
    public static Phrase emergency(String code) {
        return Phrase.of("law", code.equals("NC") ? "emergency.nc" : "emergency.now");
    }

    private synchronized ClaimFile claim(String id) {
        return claims.computeIfAbsent(id, i -> ClaimFile.read(law.files(), i, atoms::contains, atoms));
    }
}
